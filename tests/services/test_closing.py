"""Every end of a case: kept, told on the timeline and in the lists; lost is not never reached."""

import pytest

from desktop.errors import KnownError
from desktop.messages import LANGUAGES, sentence
from desktop.records.attempt import AttemptMode, AttemptOutcome
from desktop.records.audit_event import AuditAction
from desktop.records.episode import CloseReason
from desktop.records.missed import MissedWhy
from desktop.records.pathway import Pathway
from desktop.services.close_case import close_case
from desktop.services.closing_facts import closing_facts
from desktop.services.episode_records import episode_of
from desktop.services.log_attempt import NewAttempt, log_attempt
from desktop.services.ports import EpisodeRef, Setting
from desktop.services.read_person import read_person
from desktop.services.read_worklist import read_worklist
from tests.services.bench import ADMIN, ROSA, Bench, memory_bench

NOT_REACHED = {CloseReason.NEVER_REACHED}
SPOKE, NOBODY = AttemptOutcome.ENGAGED, AttemptOutcome.NO_ANSWER


@pytest.fixture
def bench() -> Bench:
    """In memory: what is closed here was stored and read back by other tests."""
    return memory_bench()


def tried(bench: Bench, ref: EpisodeRef, *outcomes: AttemptOutcome) -> None:
    """Attempts on the phone, a minute apart."""
    for outcome in outcomes:
        bench.clock.advance(60)
        log_attempt(bench.work_as(ROSA), ref, NewAttempt(AttemptMode.PHONE, outcome))


@pytest.mark.parametrize("reason", CloseReason)
def test_every_end_is_kept_told_and_listed(bench: Bench, reason: CloseReason) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    if reason not in NOT_REACHED:
        tried(bench, ref, SPOKE)
    pathway = Pathway.PARTNER if reason is CloseReason.OTHER_PATHWAY else None

    close_case(work, ref, reason, MissedWhy.TOO_ILL, pathway)

    kept = episode_of(work, ref).value
    assert (kept.close_reason, kept.closed_at) == (reason, bench.clock.now())
    told = [one.text_id for one in read_person(work, ref).timeline]
    assert f"timeline.closed.{reason.value}" in told
    worklist = read_worklist(work)
    assert [c.close_reason for c in (*worklist.closed, *worklist.missed)] == [reason]
    assert bench.actions().count(AuditAction.CASE_CLOSED) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", CloseReason)
def test_every_end_has_words_and_a_meaning(reason: CloseReason, language: str) -> None:
    words = sentence(f"close-reason.{reason.value}", language)
    meaning = sentence(f"close-meaning.{reason.value}", language)

    assert words
    assert meaning.endswith(".")
    assert words != meaning


def test_contact_that_never_was_cannot_be_lost(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    tried(bench, ref, NOBODY, NOBODY)

    with pytest.raises(KnownError, match=r"episode\.not-reached"):
        close_case(work, ref, CloseReason.LOST)

    assert not episode_of(work, ref).value.is_closed


def test_one_contact_long_ago_is_enough_to_be_lost(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    tried(bench, ref, AttemptOutcome.DECLINED_NOW, *[NOBODY] * 3)

    close_case(work, ref, CloseReason.LOST)

    assert episode_of(work, ref).value.close_reason is CloseReason.LOST


@pytest.mark.parametrize(
    ("outcomes", "tries"),
    [
        ((), 0),
        ((NOBODY, NOBODY), 2),
        ((SPOKE,), 0),
        ((NOBODY, SPOKE, NOBODY), 1),
        ((SPOKE, NOBODY, SPOKE, NOBODY, NOBODY), 2),
    ],
)
def test_tries_count_from_the_last_contact(
    bench: Bench, outcomes: tuple[AttemptOutcome, ...], tries: int
) -> None:
    ref = bench.new_case()
    tried(bench, ref, *outcomes)

    assert closing_facts(bench.work_as(ROSA), ref, "en").tries == tries


@pytest.mark.parametrize(
    ("set_to", "limit"), [("", 5), ("1", 1), ("50", 50), ("51", 5), ("0", 5), ("many", 5)]
)
def test_after_how_many_tries_contact_is_lost_is_the_sites_and_shown_only(
    bench: Bench, set_to: str, limit: int
) -> None:
    ref = bench.new_case()
    tried(bench, ref, SPOKE)
    if set_to:
        bench.work_as(ADMIN).session.site.change_setting(Setting("lost-after-tries", set_to))

    assert closing_facts(bench.work_as(ROSA), ref, "en").lost_after == limit
    close_case(bench.work_as(ROSA), ref, CloseReason.LOST)

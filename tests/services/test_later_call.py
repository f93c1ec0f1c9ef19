"""Who declined now is asked whether a later call is all right; a no takes them off every list."""

from datetime import timedelta

import pytest

from desktop.errors import KnownError
from desktop.messages import LANGUAGES, sentence
from desktop.records.attempt import Attempt, AttemptMode, AttemptOutcome
from desktop.services.episode_records import attempts_of
from desktop.services.log_attempt import NewAttempt, log_attempt
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from desktop.services.read_worklist import read_worklist
from desktop.storage.codec import decode, encode
from tests.services.bench import ROSA, Bench, memory_bench

DECLINED = AttemptOutcome.DECLINED_NOW
HOUR = timedelta(hours=1)


@pytest.fixture
def bench() -> Bench:
    """In memory."""
    return memory_bench()


def declined(bench: Bench, ref: EpisodeRef, may: bool | None, due: timedelta | None = None) -> None:
    """On the phone, now."""
    at = bench.clock.now() + due if due is not None else None
    new = NewAttempt(AttemptMode.PHONE, DECLINED, next_due=at, may_call_later=may)
    log_attempt(bench.work_as(ROSA), ref, new)


@pytest.mark.parametrize("may", [True, False, None])
def test_the_answer_is_kept_with_the_attempt(bench: Bench, may: bool | None) -> None:
    ref = bench.new_case()

    declined(bench, ref, may)

    (attempt,) = attempts_of(bench.work_as(ROSA), ref)
    assert attempt.may_call_later is may
    assert attempt.asks_no_contact is (may is False)


def test_a_no_takes_the_case_off_the_call_list_and_leaves_it_open(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    left = AttemptOutcome.DISCHARGED_BEFORE_CONTACT
    log_attempt(work, ref, NewAttempt(AttemptMode.BEDSIDE, left, next_due=bench.clock.now() + HOUR))
    assert [card.ref for card in read_worklist(work).call_list] == [ref]
    bench.clock.advance(60)

    declined(bench, ref, False)

    lists = read_worklist(work)
    assert lists.call_list == ()
    (card,) = lists.in_progress
    assert (card.is_closed, card.next_due, card.asks_no_contact) == (False, None, True)


@pytest.mark.parametrize("may", [True, None])
def test_a_next_call_can_be_set_unless_the_person_said_no(bench: Bench, may: bool | None) -> None:
    ref = bench.new_case()

    declined(bench, ref, may, HOUR)

    assert read_worklist(bench.work_as(ROSA)).in_progress[0].next_due is not None


def test_after_a_no_no_call_can_be_set(bench: Bench) -> None:
    ref = bench.new_case()

    with pytest.raises(KnownError, match=r"attempt\.no-more-contact"):
        declined(bench, ref, False, HOUR)

    assert attempts_of(bench.work_as(ROSA), ref) == ()


@pytest.mark.parametrize("outcome", [one for one in AttemptOutcome if one is not DECLINED])
def test_nobody_else_is_asked_about_a_later_call(bench: Bench, outcome: AttemptOutcome) -> None:
    ref = bench.new_case()

    with pytest.raises(KnownError, match=r"attempt\.later-elsewhere"):
        log_attempt(
            bench.work_as(ROSA),
            ref,
            NewAttempt(AttemptMode.PHONE, outcome, may_call_later=False),
        )


def test_who_calls_us_after_a_no_is_in_contact_again(bench: Bench) -> None:
    ref = bench.new_case()
    declined(bench, ref, False)
    bench.clock.advance(60)

    log_attempt(bench.work_as(ROSA), ref, NewAttempt(AttemptMode.PHONE, AttemptOutcome.ENGAGED))

    (card,) = read_worklist(bench.work_as(ROSA)).in_progress
    assert not card.asks_no_contact


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_and_the_timeline_say_it(bench: Bench, language: str) -> None:
    ref = bench.new_case()
    declined(bench, ref, False)

    page = read_person(bench.work_as(ROSA), ref)

    assert page.steps[-1].summary_id == "step-summary.follow-up.no-contact"
    assert page.timeline[-1].text_id == "timeline.no-later-call"
    assert sentence(page.timeline[-1].text_id, language)


def test_an_attempt_from_before_is_read_as_not_asked() -> None:
    old = Attempt("a", "e", memory_bench().clock.now(), AttemptMode.PHONE, DECLINED, "s")
    before = encode(old).replace(b',"may_call_later":null', b"")
    assert b"may_call_later" not in before

    assert decode(before, Attempt) == old
    assert old.may_call_later is None

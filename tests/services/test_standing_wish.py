"""A wish for no more contact, and a death, stand until the person is spoken with again."""

from datetime import timedelta

import pytest

from desktop.errors import KnownError
from desktop.records.attempt import REACHED, Attempt, AttemptMode, AttemptOutcome
from desktop.records.standing import Standing, standing_of
from desktop.services.cases import CaseCard
from desktop.services.episode_records import attempts_of
from desktop.services.log_attempt import NewAttempt, log_attempt
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from desktop.services.read_worklist import read_worklist
from tests.services.bench import ROSA, Bench, memory_bench

NO = AttemptOutcome.DECLINED_DO_NOT_CONTACT
NOT_NOW = AttemptOutcome.DECLINED_NOW
NO_ANSWER = AttemptOutcome.NO_ANSWER
DIED = AttemptOutcome.DIED
HOUR = timedelta(hours=1)


@pytest.fixture
def bench() -> Bench:
    """In memory."""
    return memory_bench()


def tried(
    bench: Bench,
    ref: EpisodeRef,
    outcome: AttemptOutcome,
    *,
    may: bool | None = None,
    due: bool = False,
    ago: timedelta = timedelta(0),
) -> CaseCard:
    """On the phone, a minute after what was before."""
    bench.clock.advance(60)
    now = bench.clock.now()
    new = NewAttempt(AttemptMode.PHONE, outcome, now - ago, now + HOUR if due else None, may)
    return log_attempt(bench.work_as(ROSA), ref, new)


@pytest.mark.parametrize(("no", "may"), [(NO, None), (NOT_NOW, False)])
@pytest.mark.parametrize("after", [one for one in AttemptOutcome if one not in {*REACHED, DIED}])
def test_a_wish_stands_after_a_try_that_reached_nobody(
    bench: Bench, no: AttemptOutcome, may: bool | None, after: AttemptOutcome
) -> None:
    ref = bench.new_case()
    tried(bench, ref, no, may=may)

    tried(bench, ref, after)

    (listed,) = read_worklist(bench.work_as(ROSA)).in_progress
    assert (listed.asks_no_contact, listed.next_due) == (True, None)
    assert read_person(bench.work_as(ROSA), ref).card.asks_no_contact


@pytest.mark.parametrize(
    ("no", "may", "words"),
    [
        (NO, None, "attempt.no-more-contact"),
        (NOT_NOW, False, "attempt.no-more-contact"),
        (DIED, None, "attempt.died"),
    ],
)
def test_a_try_that_reached_nobody_takes_no_next_attempt_while_it_stands(
    bench: Bench, no: AttemptOutcome, may: bool | None, words: str
) -> None:
    ref = bench.new_case()
    tried(bench, ref, no, may=may)

    with pytest.raises(KnownError) as refused:
        tried(bench, ref, NO_ANSWER, due=True)

    assert refused.value.message_id == words
    assert len(attempts_of(bench.work_as(ROSA), ref)) == 1


@pytest.mark.parametrize(
    ("yes", "may"),
    [
        (AttemptOutcome.ENGAGED, None),
        (AttemptOutcome.ASKED_TO_COME_BACK, None),
        (NOT_NOW, True),
    ],
)
@pytest.mark.parametrize("before", [NO, DIED])
def test_being_spoken_with_again_takes_it_back(
    bench: Bench, before: AttemptOutcome, yes: AttemptOutcome, may: bool | None
) -> None:
    ref = bench.new_case()
    tried(bench, ref, before)
    tried(bench, ref, NO_ANSWER)

    card = tried(bench, ref, yes, may=may, due=True)

    assert (card.asks_no_contact, card.has_died) == (False, False)
    assert card.next_due == bench.clock.now() + HOUR
    tried(bench, ref, NO_ANSWER, due=True)
    (listed,) = read_worklist(bench.work_as(ROSA)).in_progress
    assert (listed.standing, listed.next_due) == (None, bench.clock.now() + HOUR)


def test_not_now_without_a_word_on_a_later_call_ends_a_death_but_no_wish(bench: Bench) -> None:
    alive, unwilling = bench.new_case(), bench.new_case()
    tried(bench, alive, DIED)
    tried(bench, unwilling, NO)

    assert tried(bench, alive, NOT_NOW, due=True).standing is None
    with pytest.raises(KnownError, match=r"attempt\.no-more-contact"):
        tried(bench, unwilling, NOT_NOW, due=True)
    assert tried(bench, unwilling, NOT_NOW).asks_no_contact


def test_a_death_stands_after_a_try_that_reached_nobody(bench: Bench) -> None:
    ref = bench.new_case()
    tried(bench, ref, DIED)

    card = tried(bench, ref, NO_ANSWER)

    assert card.has_died
    (listed,) = read_worklist(bench.work_as(ROSA)).in_progress
    assert (listed.has_died, listed.next_due) == (True, None)


def test_a_try_from_before_the_wish_that_is_noted_late_takes_no_next_attempt(bench: Bench) -> None:
    ref = bench.new_case()
    bench.clock.advance(7200)
    tried(bench, ref, NO)

    for late in (NO_ANSWER, AttemptOutcome.ENGAGED):
        with pytest.raises(KnownError, match=r"attempt\.no-more-contact"):
            tried(bench, ref, late, due=True, ago=HOUR)


def test_a_next_call_that_was_kept_against_a_wish_before_is_due_no_more(bench: Bench) -> None:
    now = bench.clock.now()

    def at(minutes: int, outcome: AttemptOutcome, *, due: bool = False) -> Attempt:
        when = now + timedelta(minutes=minutes)
        return Attempt(
            "a", "e", when, AttemptMode.PHONE, outcome, "s", when + HOUR if due else None
        )

    kept = (at(0, NO), at(1, NO_ANSWER, due=True))

    assert standing_of(kept) is Standing.NO_CONTACT
    assert standing_of(()) is None
    assert standing_of(kept[1:]) is None

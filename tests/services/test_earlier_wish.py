"""A wish for no contact is told in a new or linked case too, until the person is spoken with."""

import pytest

from desktop.records.attempt import AttemptMode, AttemptOutcome
from desktop.records.episode import CloseReason
from desktop.services.close_case import close_case
from desktop.services.link_people import link_people
from desktop.services.log_attempt import NewAttempt, log_attempt
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from desktop.services.read_worklist import read_worklist
from tests.services.bench import ROSA, Bench, memory_bench
from tests.services.test_hurt_again import again

NO = AttemptOutcome.DECLINED_DO_NOT_CONTACT
NOT_NOW = AttemptOutcome.DECLINED_NOW
NO_ANSWER = AttemptOutcome.NO_ANSWER
DIED = AttemptOutcome.DIED


@pytest.fixture
def bench() -> Bench:
    """In memory."""
    return memory_bench()


def tried(
    bench: Bench, ref: EpisodeRef, outcome: AttemptOutcome, *, may: bool | None = None
) -> None:
    """On the phone, a minute after what was before."""
    bench.clock.advance(60)
    new = NewAttempt(AttemptMode.PHONE, outcome, may_call_later=may)
    log_attempt(bench.work_as(ROSA), ref, new)


def told(bench: Bench, ref: EpisodeRef) -> bool:
    """Whether the page and the worklist say it of this case: both or neither."""
    lists = read_worklist(bench.work_as(ROSA))
    cards = {one.ref: one for one in (*lists.eligible, *lists.in_progress, *lists.closed)}
    page = read_person(bench.work_as(ROSA), ref)
    assert cards[ref].wishes_elsewhere is page.card.wishes_elsewhere
    return page.card.wishes_elsewhere


def new_case(bench: Bench, outcome: AttemptOutcome) -> tuple[EpisodeRef, EpisodeRef]:
    """A case with this outcome that is over, and the case of the same person hurt again."""
    first = bench.new_case()
    tried(bench, first, outcome)
    close_case(bench.work_as(ROSA), first, CloseReason.HURT_AGAIN)
    bench.clock.advance(3600)
    return first, again(bench, first).ref


def linked_case(bench: Bench, outcome: AttemptOutcome) -> tuple[EpisodeRef, EpisodeRef]:
    """A case with this outcome, linked to another that is older."""
    other, first = bench.new_case(), bench.new_case()
    tried(bench, first, outcome)
    link_people(bench.work_as(ROSA), first, other)
    return first, other


@pytest.mark.parametrize("make", [new_case, linked_case])
def test_it_is_told_until_the_person_is_spoken_with_there(bench: Bench, make: object) -> None:
    assert callable(make)
    first, other = make(bench, NO)
    assert told(bench, other)
    assert not told(bench, first)

    tried(bench, other, NO_ANSWER)
    tried(bench, other, NOT_NOW)
    assert told(bench, other)

    tried(bench, other, AttemptOutcome.ENGAGED)
    assert not told(bench, other)


@pytest.mark.parametrize("make", [new_case, linked_case])
@pytest.mark.parametrize("outcome", [AttemptOutcome.ENGAGED, NO_ANSWER])
def test_nothing_is_told_where_nobody_asked(
    bench: Bench, make: object, outcome: AttemptOutcome
) -> None:
    assert callable(make)
    _, other = make(bench, outcome)

    assert not told(bench, other)


def test_a_talk_in_the_linked_case_before_the_wish_does_not_end_it(bench: Bench) -> None:
    other, first = bench.new_case(), bench.new_case()
    tried(bench, other, AttemptOutcome.ENGAGED)
    tried(bench, first, NO)
    link_people(bench.work_as(ROSA), first, other)

    assert told(bench, other)


def test_a_case_of_somebody_else_says_nothing(bench: Bench) -> None:
    first, stranger = bench.new_case(), bench.new_case()
    tried(bench, first, NO)

    assert not told(bench, stranger)

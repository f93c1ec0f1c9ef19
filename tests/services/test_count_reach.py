"""Reach in numbers: who counts, what stood in the way, and nothing that points at somebody."""

from datetime import timedelta

import pytest

from desktop.errors import KnownError
from desktop.records.attempt import AttemptMode, AttemptOutcome
from desktop.records.audit_event import AuditAction
from desktop.records.episode import CaseSource, CloseReason
from desktop.records.missed import MissedWhy
from desktop.records.pathway import Pathway
from desktop.services.add_case import NewCase, add_case
from desktop.services.close_case import close_case
from desktop.services.count_reach import ReachCount, count_reach
from desktop.services.log_attempt import NewAttempt, log_attempt
from desktop.services.ports import EpisodeRef
from tests.services.bench import DESK, NADIA, ROSA, Bench, memory_bench

ENOUGH = 11


@pytest.fixture
def bench() -> Bench:
    """In memory: what is counted here was stored and read back by other tests."""
    return memory_bench()


def arrived(bench: Bench, hours_ago: float, pathway: Pathway | None = None) -> EpisodeRef:
    """Somebody who arrived some hours ago and whom the team heard of at once."""
    at = bench.clock.now() - timedelta(hours=hours_ago)
    new = NewCase("ED 7", CaseSource.LIST_SCAN, at, notified_at=at, pathway=pathway)
    return add_case(bench.work_as(ROSA), new).ref


def tried(bench: Bench, ref: EpisodeRef, outcome: AttemptOutcome, hours_ago: float) -> None:
    """An attempt some hours ago."""
    at = bench.clock.now() - timedelta(hours=hours_ago)
    log_attempt(bench.work_as(ROSA), ref, NewAttempt(AttemptMode.BEDSIDE, outcome, at))


def counted(bench: Bench, days: int = 1) -> ReachCount:
    """What a manager counts of the last days."""
    today = bench.clock.now().astimezone().date()
    return count_reach(bench.work_as(NADIA), today - timedelta(days=days), today)


def test_reached_waiting_and_ended_make_up_the_eligible(bench: Bench) -> None:
    for _ in range(ENOUGH):
        tried(bench, arrived(bench, 6), AttemptOutcome.ENGAGED, 3)
        arrived(bench, 6)
        missed = arrived(bench, 6)
        tried(bench, missed, AttemptOutcome.ASLEEP_OR_SEDATED, 5)
        why = MissedWhy.NOBODY_ON_DUTY
        close_case(bench.work_as(ROSA), missed, CloseReason.NEVER_REACHED, why)
        arrived(bench, 6, Pathway.PARTNER)
        close_case(bench.work_as(ROSA), arrived(bench, 6), CloseReason.DUPLICATE)

    count = counted(bench)

    assert count.eligible == 3 * ENOUGH
    assert count.parts == {"reached": ENOUGH, "waiting": ENOUGH, "ended": ENOUGH}
    assert count.ended == {"missed-why.nobody-on-duty": ENOUGH}
    assert (count.tried, count.in_target) == (2 * ENOUGH, ENOUGH)
    assert (count.to_told_min, count.to_tried_min, count.to_reached_min) == (0, 120, 180)
    assert bench.actions().count(AuditAction.REACH_COUNTED) == 1


@pytest.mark.parametrize(("people", "is_shown"), [(10, False), (11, True)])
def test_ten_people_are_not_counted_and_eleven_are(
    bench: Bench, people: int, is_shown: bool
) -> None:
    for _ in range(people):
        tried(bench, arrived(bench, 6), AttemptOutcome.ENGAGED, 1)

    count = counted(bench)

    assert (count.eligible is not None) is is_shown
    assert (count.to_reached_min is not None) is is_shown
    assert (count.parts["reached"] is not None) is is_shown


@pytest.mark.parametrize(("waited_min", "in_target"), [(240, 11), (241, 0)])
def test_the_target_counts_to_the_minute(bench: Bench, waited_min: int, in_target: int) -> None:
    for _ in range(ENOUGH):
        tried(bench, arrived(bench, waited_min / 60), AttemptOutcome.ENGAGED, 0)

    assert counted(bench).in_target == in_target


def test_a_reason_of_few_takes_another_with_it(bench: Bench) -> None:
    why = [MissedWhy.TOO_ILL] * 3 + [MissedWhy.NO_ANSWER] * 12 + [MissedWhy.NOBODY_ON_DUTY] * 20
    for one in why:
        close_case(bench.work_as(ROSA), arrived(bench, 6), CloseReason.NEVER_REACHED, one)

    assert counted(bench).ended == {
        "missed-why.no-answer": None,
        "missed-why.nobody-on-duty": 20,
        "missed-why.too-ill": None,
    }


def test_only_the_days_that_are_asked_for_count(bench: Bench) -> None:
    for _ in range(ENOUGH):
        arrived(bench, 5 * 24)

    assert counted(bench, days=1).eligible == 0
    assert counted(bench, days=5).eligible == ENOUGH


def test_days_the_wrong_way_round_and_a_desk_are_refused(bench: Bench) -> None:
    today = bench.clock.now().date()

    with pytest.raises(KnownError, match=r"reach\.no-days"):
        count_reach(bench.work_as(NADIA), today, today - timedelta(days=1))
    with pytest.raises(KnownError, match=r"work\.not-allowed"):
        count_reach(bench.work_as(DESK), today, today)


def test_how_the_cases_of_those_who_were_reached_ended_is_counted_apart(bench: Bench) -> None:
    for reason in (CloseReason.COMPLETED, CloseReason.HURT_AGAIN, None):
        for _ in range(ENOUGH):
            ref = arrived(bench, 6)
            tried(bench, ref, AttemptOutcome.ENGAGED, 3)
            if reason is not None:
                close_case(bench.work_as(ROSA), ref, reason)
    for _ in range(ENOUGH):
        close_case(bench.work_as(ROSA), arrived(bench, 6), CloseReason.MOVED)

    count = counted(bench)

    assert count.after_contact == {
        "close-reason.completed": ENOUGH,
        "close-reason.hurt-again": ENOUGH,
        "reach-ends.open": ENOUGH,
    }
    assert count.ended == {"close-reason.moved": ENOUGH}


def test_an_end_of_few_after_contact_takes_another_with_it(bench: Bench) -> None:
    for reason, people in ((CloseReason.IN_CUSTODY, 3), (CloseReason.PARTIAL, 12), (None, 15)):
        for _ in range(people):
            ref = arrived(bench, 6)
            tried(bench, ref, AttemptOutcome.ENGAGED, 3)
            if reason is not None:
                close_case(bench.work_as(ROSA), ref, reason)

    assert counted(bench).after_contact == {
        "close-reason.in-custody": None,
        "close-reason.partial": None,
        "reach-ends.open": 15,
    }

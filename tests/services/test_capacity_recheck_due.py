"""The time at which a person's capacity is to be looked at again: before it, at it, and after."""

from datetime import timedelta

import pytest

from desktop.records.episode import CloseReason
from desktop.records.room import CapacityResult
from desktop.services.close_case import close_case
from desktop.services.note_capacity import note_capacity
from desktop.services.person_steps import StepKind, StepState
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from tests.services.bench import ROSA, Bench, memory_bench

HOUR = 3600
"""Seconds."""


@pytest.fixture
def in_memory() -> Bench:
    """A bench on a store in memory: the time does not hang on the store."""
    return memory_bench()


def consent(bench: Bench, ref: EpisodeRef) -> tuple[StepState, str]:
    """State and words of the step."""
    steps = read_person(bench.work_as(ROSA), ref).steps
    step = next(one for one in steps if one.kind is StepKind.CONSENT)
    return step.state, step.summary_id.removeprefix("step-summary.consent.")


@pytest.mark.parametrize(
    ("passed", "says"),
    [(HOUR - 1, "capacity-absent"), (HOUR, "check-again"), (HOUR + 1, "check-again")],
)
def test_the_step_stays_locked_and_says_when_to_check_again(
    in_memory: Bench, passed: int, says: str
) -> None:
    ref, due = in_memory.new_case(), in_memory.clock.now() + timedelta(hours=1)
    note_capacity(in_memory.work_as(ROSA), ref, CapacityResult.ABSENT, due)

    in_memory.clock.advance(passed)

    assert consent(in_memory, ref) == (StepState.LOCKED, says)


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (CapacityResult.ABSENT, (StepState.LOCKED, "capacity-absent")),
        (CapacityResult.PRESENT, (StepState.NOT_STARTED, "not-asked")),
    ],
)
def test_a_newer_note_ends_it(
    in_memory: Bench, result: CapacityResult, expected: tuple[StepState, str]
) -> None:
    ref, due = in_memory.new_case(), in_memory.clock.now() + timedelta(hours=1)
    work = in_memory.work_as(ROSA)
    note_capacity(work, ref, CapacityResult.ABSENT, due)
    in_memory.clock.advance(2 * HOUR)
    note_capacity(work, ref, result)

    assert consent(in_memory, ref) == expected


def test_a_closed_case_asks_for_no_check(in_memory: Bench) -> None:
    ref, due = in_memory.new_case(), in_memory.clock.now() + timedelta(hours=1)
    work = in_memory.work_as(ROSA)
    in_memory.reach(ref)
    note_capacity(work, ref, CapacityResult.ABSENT, due)
    close_case(work, ref, CloseReason.COMPLETED)
    in_memory.clock.advance(2 * HOUR)

    assert consent(in_memory, ref) == (StepState.LOCKED, "capacity-absent")

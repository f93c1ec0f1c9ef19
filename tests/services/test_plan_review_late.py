"""The day on which a plan is to be gone over: before it, on it, after it, and once it was done."""

from datetime import date, timedelta

import pytest

from desktop.messages import sentence
from desktop.records.episode import CloseReason
from desktop.records.form_record import FormKind
from desktop.services.close_case import close_case
from desktop.services.complete_form import complete_form
from desktop.services.local_day import local_day
from desktop.services.open_form import open_form
from desktop.services.person_steps import Step, StepState
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from tests.services.bench import ROSA, Bench, memory_bench
from tests.services.filling import completed, say

REVIEW = "check-in.review-date"
DAY = 86_400
"""Seconds."""


@pytest.fixture
def in_memory() -> Bench:
    """A bench on a store in memory: the day does not hang on the store."""
    return memory_bench()


def planned(bench: Bench, days: int) -> tuple[EpisodeRef, date]:
    """A case with a safety plan that is to be gone over in so many days, and that day."""
    ref = bench.new_case()
    bench.reach(ref)
    work = bench.work_as(ROSA)
    day = local_day(work) + timedelta(days=days)
    completed(work, ref, FormKind.SAFETY_PLAN, **{REVIEW: day.isoformat()})
    return ref, day


def follow_up(bench: Bench, ref: EpisodeRef) -> Step:
    """The last step of the page."""
    return read_person(bench.work_as(ROSA), ref).steps[-1]


@pytest.mark.parametrize(
    ("passed", "state", "end"),
    [
        (6, StepState.PLANNED, "plan-review"),
        (7, StepState.WAITING, "plan-review-today"),
        (8, StepState.WAITING, "plan-review-late"),
    ],
)
def test_the_step_says_that_the_day_has_come_and_that_it_has_passed(
    in_memory: Bench, passed: int, state: StepState, end: str
) -> None:
    ref, day = planned(in_memory, 7)
    in_memory.clock.advance(passed * DAY)

    step = follow_up(in_memory, ref)

    assert (step.state, step.summary_id) == (state, f"step-summary.follow-up.{end}")
    assert step.params == {"day": day.isoformat()}


def test_going_over_the_plan_ends_the_lateness(in_memory: Bench) -> None:
    ref, day = planned(in_memory, 7)
    in_memory.clock.advance(9 * DAY)
    work = in_memory.work_as(ROSA)
    form = open_form(work, ref, FormKind.SAFETY_PLAN)
    later = day + timedelta(days=30)
    say(work, form, REVIEW, later.isoformat())
    complete_form(work, form.draft)

    step = follow_up(in_memory, ref)

    assert (step.state, step.params) == (StepState.PLANNED, {"day": later.isoformat()})


def test_a_closed_case_is_late_with_nothing(in_memory: Bench) -> None:
    ref, _ = planned(in_memory, 7)
    close_case(in_memory.work_as(ROSA), ref, CloseReason.COMPLETED)
    in_memory.clock.advance(9 * DAY)

    assert follow_up(in_memory, ref).state is StepState.PLANNED


@pytest.mark.parametrize(("language", "word"), [("en", "Late"), ("es", "retraso")])
def test_both_languages_say_that_it_is_late(language: str, word: str) -> None:
    said = sentence("step-summary.follow-up.plan-review-late", language, day="2026-03-16")

    assert word in said
    assert "2026-03-16" in said

"""No safety plan today: noted with a reason, seen by everybody who would miss the plan."""

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.form_record import FormKind
from desktop.records.no_plan import NoPlanReason
from desktop.services.draft_journal import draft_of_form
from desktop.services.note_no_plan import note_no_plan
from desktop.services.open_form import open_form
from desktop.services.open_visit import open_visit
from desktop.services.person_steps import StepKind, StepState
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from desktop.services.submit_visit import submit_visit
from tests.services.bench import NADIA, ROSA, Bench
from tests.services.filling import completed, say

PLAN = FormKind.SAFETY_PLAN


def plan_step_of(bench: Bench, ref: EpisodeRef) -> tuple[StepState, str]:
    """How the plan stands on the person page."""
    page = read_person(bench.work_as(ROSA), ref)
    step = next(one for one in page.steps if one.kind is StepKind.SAFETY_PLAN)
    return step.state, step.summary_id


def test_the_reason_stands_on_the_person_page_and_gives_the_draft_up(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case(ROSA)
    form = open_form(work, ref, PLAN)
    say(work, form, "skip.places", "the old corner")

    note_no_plan(work, ref, NoPlanReason.DECLINED, form.draft)

    assert plan_step_of(bench, ref) == (StepState.SAID_NO, "no-plan-today.declined")
    assert draft_of_form(work, ref, PLAN) is None
    assert AuditAction.NO_PLAN_NOTED in bench.actions()
    events = [entry.text_id for entry in read_person(work, ref).timeline]
    assert "no-plan-today.declined" in events


def test_a_plan_that_is_begun_later_takes_its_place(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case(ROSA)
    note_no_plan(work, ref, NoPlanReason.NOT_THE_MOMENT)

    say(work, open_form(work, ref, PLAN), "skip.places", "the old corner")

    assert plan_step_of(bench, ref)[0] is StepState.IN_PROGRESS


def test_a_later_reason_takes_the_place_of_the_first(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case(ROSA)
    note_no_plan(work, ref, NoPlanReason.NOT_THE_MOMENT)

    note_no_plan(work, ref, NoPlanReason.OTHER)

    assert plan_step_of(bench, ref) == (StepState.WAITING, "no-plan-today.other")


def test_the_reviewer_reads_why_a_visit_has_no_plan(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case(ROSA)
    completed(work, ref)
    note_no_plan(work, ref, NoPlanReason.DECLINED)
    visit = submit_visit(work, ref)

    page = open_visit(bench.work_as(NADIA), ref, visit.visit_id)

    assert page.no_plan is NoPlanReason.DECLINED


def test_a_completed_plan_stays(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case(ROSA)
    completed(work, ref, PLAN)

    with pytest.raises(KnownError) as refused:
        note_no_plan(work, ref, NoPlanReason.OTHER)

    assert refused.value.message_id == "no-plan.is-complete"

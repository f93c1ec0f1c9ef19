"""The clocks of a mandated report: 12 hours to the oral one, 48 from there to the written one."""

from collections.abc import Callable
from dataclasses import fields
from datetime import timedelta

import pytest

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.episode import CloseReason
from desktop.records.mandated_report import MandatedReport, ReportHours, ReportStage
from desktop.services.close_case import close_case
from desktop.services.mandated_report import (
    note_cause,
    note_told,
    note_written,
    take_step_back,
)
from desktop.services.ports import EpisodeRef, Setting
from desktop.services.read_person import read_person
from desktop.services.read_worklist import read_worklist
from desktop.services.work import Work
from tests.services.bench import ADMIN, NADIA, ROSA, Bench

HOURS = ReportHours(12, 48)


def test_each_step_starts_the_clock_of_the_next(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    begun = bench.clock.now()

    cause = note_cause(work, ref)
    bench.clock.advance(3 * 3600)
    told = note_told(work, ref)
    bench.clock.advance(20 * 3600)
    written = note_written(work, ref)

    assert (cause.stage, cause.due_at(HOURS)) == (
        ReportStage.ORAL,
        begun + timedelta(hours=12),
    )
    assert (told.stage, told.due_at(HOURS)) == (ReportStage.WRITTEN, begun + timedelta(hours=51))
    assert (written.stage, written.due_at(HOURS)) == (ReportStage.DONE, None)
    assert bench.actions()[-3:] == [
        AuditAction.REPORT_CAUSE_NOTED,
        AuditAction.REPORT_TOLD,
        AuditAction.REPORT_WRITTEN,
    ]


def test_times_and_who_are_all_that_is_kept() -> None:
    kept = {field.name for field in fields(MandatedReport)}

    assert kept == {"cause_at", "cause_by", "told_at", "told_by", "written_at", "written_by"}


def test_the_worklist_and_the_page_know_when_it_is_due(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    due = bench.clock.now() + timedelta(hours=12)

    note_cause(work, ref)

    (card,) = read_worklist(work).eligible
    assert (card.report_due, read_person(work, ref).card.report_due) == (due, due)


def test_who_signs_in_later_sees_on_the_worklist_that_it_is_due(sealed_work: Bench) -> None:
    rosa, ref = sealed_work.work_as(ROSA), sealed_work.new_case()
    due = sealed_work.clock.now() + timedelta(hours=12)
    note_cause(rosa, ref)
    read_worklist(rosa)

    (card,) = read_worklist(sealed_work.work_as(NADIA)).eligible

    assert card.report_due == due


def test_a_site_sets_its_own_hours_within_bounds(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    begun = bench.clock.now()
    note_cause(work, ref)
    site = bench.work_as(ADMIN).session.site

    site.change_setting(Setting("report-oral-hours", "24"))
    first = read_person(work, ref).card.report_due
    site.change_setting(Setting("report-oral-hours", "169"))
    second = read_person(work, ref).card.report_due

    assert first == begun + timedelta(hours=24)
    assert second == begun + timedelta(hours=12)


@pytest.mark.parametrize("step", [note_told, note_written, take_step_back])
def test_no_step_comes_before_the_cause(
    bench: Bench, step: Callable[[Work, EpisodeRef], object]
) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()

    with pytest.raises(KnownError, match=r"report\.not-begun"):
        step(work, ref)


def test_no_step_is_left_out_or_noted_twice(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    note_cause(work, ref)

    with pytest.raises(KnownError, match=r"report\.begun"):
        note_cause(work, ref)
    with pytest.raises(KnownError, match=r"report\.not-next"):
        note_written(work, ref)
    note_told(work, ref)
    with pytest.raises(KnownError, match=r"report\.not-next"):
        note_told(work, ref)


def test_a_time_before_the_step_before_or_still_to_come_is_refused(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    now = bench.clock.now()
    note_cause(work, ref)

    with pytest.raises(KnownError, match=r"report\.too-early"):
        note_told(work, ref, now - timedelta(minutes=1))
    with pytest.raises(KnownError, match=r"report\.in-future"):
        note_told(work, ref, now + timedelta(minutes=6))

    assert note_told(work, ref, now).told_at == now


def test_steps_are_taken_back_one_by_one_and_the_clock_runs_on(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    cause = note_cause(work, ref)
    note_told(work, ref)
    note_written(work, ref)

    first, second, third = (take_step_back(work, ref) for _ in range(3))

    assert first is not None
    assert first.stage is ReportStage.WRITTEN
    assert second == cause
    assert third is None
    assert read_person(work, ref).card.report is None


def test_after_the_last_step_another_one_can_begin(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    note_cause(work, ref)
    note_told(work, ref)
    note_written(work, ref)
    bench.clock.advance(86_400)

    assert note_cause(work, ref).cause_at == bench.clock.now()


def test_the_duty_goes_on_when_the_case_is_closed(bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    note_cause(work, ref)
    close_case(work, ref, CloseReason.TRANSFERRED)

    told = note_told(work, ref)

    assert told.stage is ReportStage.WRITTEN
    assert read_worklist(work).closed[0].report_due is not None


def test_only_who_writes_cases_may_note_it(bench: Bench) -> None:
    ref = bench.new_case()

    with pytest.raises(KnownError):
        note_cause(bench.work_as(ADMIN), ref)

    assert read_person(bench.work_as(NADIA), ref).card.report is None

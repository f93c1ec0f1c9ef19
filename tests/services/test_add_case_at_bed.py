"""A case whose talk begins at once: added and reached in one act."""

import pytest

from desktop.errors import KnownError
from desktop.records.attempt import AttemptMode, AttemptOutcome
from desktop.records.audit_event import AuditAction
from desktop.records.episode import CaseSource
from desktop.records.pathway import Pathway
from desktop.services.add_case import NewCase
from desktop.services.add_case_at_bed import add_case_at_bed
from desktop.services.read_person import read_person
from desktop.services.read_worklist import read_worklist
from tests.services.bench import ADMIN, ROSA, Bench


def at_the_bed(bench: Bench, place: str = "ED 7", pathway: Pathway | None = None) -> NewCase:
    """Somebody who came in a moment ago."""
    now = bench.work_as(ROSA).clock.now()
    return NewCase(place, CaseSource.TRAUMA_PAGE, now, alias="Maple 3", pathway=pathway)


def test_the_person_is_reached_the_moment_they_are_added(bench: Bench) -> None:
    work = bench.work_as(ROSA)

    card = add_case_at_bed(work, at_the_bed(bench))

    page = read_person(work, card.ref)
    assert page.card.reached_at == work.clock.now()
    (attempt,) = page.attempts
    assert (attempt.mode, attempt.outcome) == (AttemptMode.BEDSIDE, AttemptOutcome.ENGAGED)
    assert [one.alias for one in read_worklist(work).eligible] == []


def test_both_acts_are_in_the_trail(bench: Bench) -> None:
    work = bench.work_as(ROSA)

    add_case_at_bed(work, at_the_bed(bench))

    assert bench.actions()[-2:] == [AuditAction.CASE_ADDED, AuditAction.ATTEMPT_LOGGED]


def test_what_is_refused_keeps_nothing(bench: Bench) -> None:
    work = bench.work_as(ROSA)

    with pytest.raises(KnownError, match=r"episode\.no-place"):
        add_case_at_bed(work, at_the_bed(bench, place=" "))

    assert read_worklist(work).eligible == ()


def test_whom_another_program_takes_is_kept_and_not_begun(bench: Bench) -> None:
    work = bench.work_as(ROSA)

    card = add_case_at_bed(work, at_the_bed(bench, pathway=Pathway.SELF_HARM))

    assert card.is_closed
    assert card.reached_at is None


def test_only_who_writes_cases_may(bench: Bench) -> None:
    with pytest.raises(KnownError):
        add_case_at_bed(bench.work_as(ADMIN), at_the_bed(bench))

"""Off-site visits of the filled site: one that is planned, one under way, one that is missed."""

from dataclasses import replace
from datetime import timedelta

from desktop.records.attempt import AttemptMode, AttemptOutcome
from desktop.records.episode import CaseSource
from desktop.records.ids import RecordId
from desktop.records.kinds import OUTING
from desktop.records.outing import CallKind, Colleague, OutingCheck, OutingPlace
from desktop.services.add_case import NewCase, add_case
from desktop.services.log_attempt import NewAttempt, log_attempt
from desktop.services.outing_steps import note_call, note_left
from desktop.services.plan_outing import NewOuting, plan_outing
from desktop.services.ports import EpisodeRef
from tests.services.bench import NADIA, ROSA, TOMAS, Bench

PLANNED, OUT, MISSED, NO_VISIT = "Rowan 72", "Laurel 73", "Sumac 74", "Linden 75"
"""Aliases of the cases."""


def fill_outings(bench: Bench) -> None:
    """A case in each state; of the last one nobody has heard for half an hour."""
    _case(bench, NO_VISIT)
    _plan(bench, _case(bench, PLANNED), start=120)
    rosa = bench.work_as(ROSA)
    out, missed = _case(bench, OUT), _case(bench, MISSED)
    outing, late = _plan(bench, out), _plan(bench, missed)
    note_left(rosa, out, outing)
    note_call(rosa, out, outing, CallKind.CALLED_IN)
    left = note_left(rosa, missed, late)
    earlier = timedelta(hours=2)
    past = replace(
        left,
        start=left.start - earlier,
        left_at=left.start - earlier,
        expected_back=left.expected_back - earlier,
    )
    rosa.session.records.save(OUTING, missed.person_id, late, past, base=2)


def _case(bench: Bench, alias: str) -> EpisodeRef:
    rosa, at = bench.work_as(ROSA), bench.clock.now()
    ref = add_case(
        rosa, NewCase("ED 4", CaseSource.TRAUMA_PAGE, at, "en", age_years=24, alias=alias)
    ).ref
    log_attempt(rosa, ref, NewAttempt(AttemptMode.BEDSIDE, AttemptOutcome.ENGAGED))
    return ref


def _plan(bench: Bench, ref: EpisodeRef, *, start: int = 0) -> RecordId:
    rosa = bench.work_as(ROSA)
    begin = bench.clock.now() + timedelta(minutes=start)
    tomas, nadia = (bench.work_as(name).session.me.staff_id for name in (TOMAS, NADIA))
    new = NewOuting(
        OutingPlace.HOME,
        rosa.session.me.staff_id,
        Colleague(nadia),
        begin,
        begin + timedelta(minutes=90),
        Colleague(tomas),
        frozenset({OutingCheck.ANNOUNCED, OutingCheck.PHONE_CHARGED, OutingCheck.WAY_OUT}),
    )
    return plan_outing(rosa, ref, new).outing_id

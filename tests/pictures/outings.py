"""Off-site visits of the filled site, planned and under way; two debriefs that are wanted."""

from dataclasses import replace
from datetime import timedelta

from desktop.records.attempt import AttemptMode, AttemptOutcome
from desktop.records.debrief import HardEvent
from desktop.records.episode import CaseSource
from desktop.records.ids import RecordId
from desktop.records.kinds import OUTING
from desktop.records.outing import CallKind, Colleague, OutingCheck, OutingPlace, OutingState
from desktop.services.add_case import NewCase, add_case
from desktop.services.debriefs import ask_debrief
from desktop.services.late_outings import open_outings
from desktop.services.log_attempt import NewAttempt, log_attempt
from desktop.services.outing_steps import note_call, note_left
from desktop.services.plan_outing import NewOuting, plan_outing
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work
from tests.services.bench import NADIA, ROSA, TOMAS, Bench

PLANNED, OUT, NO_VISIT = "Quince 72", "Medlar 73", "Damson 75"
"""Aliases of the cases, of words that the app never offers: no other case can have one."""


def fill_outings(bench: Bench) -> None:
    """A case without a visit, one with a plan, and one of which somebody is out."""
    _case(bench, NO_VISIT)
    _plan(bench, _case(bench, PLANNED), start=120)
    rosa, out = bench.work_as(ROSA), _case(bench, OUT)
    outing = _plan(bench, out)
    note_left(rosa, out, outing)
    note_call(rosa, out, outing, CallKind.CALLED_IN)
    ask_debrief(rosa, HardEvent.THREAT, out)
    ask_debrief(bench.work_as(TOMAS), HardEvent.CLIENT_DIED)


def miss(work: Work) -> None:
    """Whoever is out should have been back half an hour ago."""
    late = next(one for one in open_outings(work)[0] if one.value.state is OutingState.OUT)
    past = work.clock.now() - timedelta(minutes=31)
    outing = replace(late.value, start=past, left_at=past, calls=(), expected_back=past)
    work.session.records.save(OUTING, late.person_id, late.record_id, outing, base=late.number)


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

"""Debriefs after a hard event: asked for by staff for themselves, noted by a supervisor.

They lie sealed in a folder of their own, which belongs to no patient: nothing that walks through
cases, prints them or hands them over finds it (``records.debrief``).
"""

from dataclasses import dataclass
from datetime import date, datetime

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.debrief import Debrief, DebriefState, HardEvent, Settled
from desktop.records.display import display_name
from desktop.records.ids import PersonId, RecordId
from desktop.records.kinds import DEBRIEF
from desktop.records.roles import Permission
from desktop.services.episode_records import episode_of
from desktop.services.local_day import local_day
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef, Revision
from desktop.services.readable import readable
from desktop.services.site_settings import site_number
from desktop.services.staff_names import staff_name
from desktop.services.work import Work

SHOWN_SETTING = "debrief-shown-days"
SHOWN_DAYS = 30
"""Days that a settled one is still shown; the number is ours, a site sets its own."""
SHOWN_BOUNDS_DAYS = (1, 365)


@dataclass(frozen=True, slots=True)
class DebriefRow:
    """One that is shown; ``alias`` is "" where it is about no case, or one that was erased."""

    debrief_id: RecordId
    event: HardEvent
    state: DebriefState
    who: str
    alias: str
    asked_at: datetime
    held_on: date | None
    is_mine: bool

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something."""
        return self.state in (DebriefState.ASKED, DebriefState.OFFERED)


def ask_debrief(work: Work, event: HardEvent, ref: EpisodeRef | None = None) -> Debrief:
    """For the signed-in person, about a case or none.

    KnownErrors ``debrief.open-already`` where the same is asked for already, those of
    ``need_case``.
    """
    if ref is None:
        work.need(Permission.WRITE_CASES)
    else:
        need_case(work, Permission.WRITE_CASES, ref)
    me, episode_id = work.session.me.staff_id, ref.episode_id if ref else None
    found, _ = _all(work)
    for one in found:
        is_same = (one.value.asked_by, one.value.event, one.value.episode_id) == (
            me,
            event,
            episode_id,
        )
        if is_same and one.value.settled is None:
            raise KnownError("debrief.open-already")
    debrief = Debrief(
        RecordId(work.ids.new_id()),
        event,
        me,
        work.clock.now(),
        ref.person_id if ref else None,
        episode_id,
    )
    folder = found[0].person_id if found else _new_folder(work)
    work.session.records.save(DEBRIEF, folder, debrief.debrief_id, debrief, base=0)
    work.audit(AuditAction.DEBRIEF_ASKED, debrief.debrief_id)
    return debrief


def read_debriefs(work: Work) -> tuple[DebriefRow, ...]:
    """Everybody's for a supervisor, else one's own: what is open first, then what was settled.

    One that was settled is shown for some days only.
    """
    work.need(Permission.READ_CASES)
    found, _ = _all(work)
    me, now = work.session.me, work.clock.now()
    days = site_number(work, SHOWN_SETTING, SHOWN_DAYS, SHOWN_BOUNDS_DAYS)
    shown = [
        one.value
        for one in found
        if one.value.is_shown(now, days)
        and (me.may(Permission.REVIEW) or one.value.asked_by == me.staff_id)
    ]
    if shown or work.listed.get(AuditAction.DEBRIEFS_READ):
        work.audit_list(AuditAction.DEBRIEFS_READ, len(shown))
    rows = [_row(work, one) for one in shown]
    return tuple(sorted(rows, key=lambda row: (not row.is_open, row.asked_at)))


def note_offered(work: Work, debrief_id: RecordId) -> Debrief:
    """By a supervisor. KnownErrors ``debrief.offered-already``, ``debrief.settled``."""
    work.need(Permission.REVIEW)
    found = work.session.records.load(DEBRIEF, debrief_id)
    offered = found.value.offer(work.clock.now(), work.session.me.staff_id)
    return _keep(work, found, offered, AuditAction.DEBRIEF_OFFERED)


def note_held(work: Work, debrief_id: RecordId, on: date) -> Debrief:
    """By a supervisor, with the day of the talk. KnownErrors ``debrief.settled``,
    ``debrief.day-to-come``, ``debrief.day-too-early`` (before it was asked for)."""
    work.need(Permission.REVIEW)
    found = work.session.records.load(DEBRIEF, debrief_id)
    if on > local_day(work):
        raise KnownError("debrief.day-to-come")
    if on < found.value.asked_at.astimezone().date():
        raise KnownError("debrief.day-too-early")
    settled = Settled(work.clock.now(), work.session.me.staff_id, on)
    return _keep(work, found, found.value.settle(settled), AuditAction.DEBRIEF_SETTLED)


def note_not_wanted(work: Work, debrief_id: RecordId) -> Debrief:
    """By a supervisor, or by who asked for it. KnownErrors ``debrief.settled``,
    ``work.not-allowed``."""
    work.need(Permission.WRITE_CASES)
    found, me = work.session.records.load(DEBRIEF, debrief_id), work.session.me
    if found.value.asked_by != me.staff_id:
        work.need(Permission.REVIEW)
    settled = Settled(work.clock.now(), me.staff_id)
    return _keep(work, found, found.value.settle(settled), AuditAction.DEBRIEF_SETTLED)


def _all(work: Work) -> tuple[list[Revision[Debrief]], int]:
    records = work.session.records
    return readable(records.everywhere(DEBRIEF), lambda one: records.load(DEBRIEF, one))


def _new_folder(work: Work) -> PersonId:
    """Nobody's: keys of its own, and never a case."""
    return work.session.records.create_person()


def _keep(work: Work, found: Revision[Debrief], debrief: Debrief, action: AuditAction) -> Debrief:
    records = work.session.records
    records.save(DEBRIEF, found.person_id, found.record_id, debrief, base=found.number)
    work.audit(action, found.record_id, debrief.state.value)
    return debrief


def _row(work: Work, one: Debrief) -> DebriefRow:
    return DebriefRow(
        one.debrief_id,
        one.event,
        one.state,
        staff_name(work, one.asked_by),
        _alias(work, one),
        one.asked_at,
        one.settled.held_on if one.settled else None,
        one.asked_by == work.session.me.staff_id,
    )


def _alias(work: Work, one: Debrief) -> str:
    if one.person_id is None or one.episode_id is None:
        return ""
    try:
        return display_name(episode_of(work, EpisodeRef(one.person_id, one.episode_id)).value)
    except KnownError:
        return ""  # erased, damaged, or at another workstation for good: the flag stays

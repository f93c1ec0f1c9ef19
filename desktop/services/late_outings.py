"""Of whom nobody has heard past their time: for everybody who sees cases, whoever's case it is."""

from dataclasses import dataclass
from datetime import datetime

from desktop.records.audit_event import AuditAction
from desktop.records.display import display_name
from desktop.records.ids import PersonId, RecordId
from desktop.records.kinds import OUTING
from desktop.records.outing import Outing, OutingState
from desktop.records.roles import Permission
from desktop.services.episode_records import episode_of
from desktop.services.outing_rules import outing_rules
from desktop.services.outings import outing_line
from desktop.services.ports import EpisodeRef, Revision
from desktop.services.readable import readable
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class LateOuting:
    """Who is missed, since when, and who waits for the call; of the case no more than its alias.

    ``was_noted`` is False where nobody noted that they left.
    """

    ref: EpisodeRef
    outing_id: RecordId
    alias: str
    goes: str
    second: str
    buddy: str
    expected_back: datetime
    was_noted: bool


@dataclass(frozen=True, slots=True)
class LateOutings:
    """``rows`` longest first; ``unreadable`` visits could not be opened to look."""

    rows: tuple[LateOuting, ...] = ()
    unreadable: int = 0


def late_outings(work: Work) -> LateOutings:
    """Everybody of whom nobody has heard past the expected time and the site's grace."""
    work.need(Permission.READ_CASES)
    found, lost = open_outings(work)
    now, grace = work.clock.now(), outing_rules(work).grace
    late = [one for one in found if one.value.is_late(now, grace)]
    rows, lost_cases = readable(late, lambda one: _row(work, one.person_id, one.value))
    if rows or work.listed.get(AuditAction.LATE_OUTINGS_READ):
        work.audit_list(AuditAction.LATE_OUTINGS_READ, len(rows))
    ordered = sorted(rows, key=lambda row: row.expected_back)
    return LateOutings(tuple(ordered), lost + lost_cases)


def open_outings(work: Work) -> tuple[list[Revision[Outing]], int]:
    """Planned or under way, of every case that is here, and how many could not be opened.

    One that ended stays ended, so each of those is opened once while somebody is signed in.
    """
    records, ended = work.session.records, work.ended_outings
    wanted = [one for one in records.everywhere(OUTING) if one not in ended]
    found, lost = readable(wanted, lambda one: records.load(OUTING, one))
    ended.update(one.record_id for one in found if not one.value.is_open)
    away = work.session.hand_over_desk.away()
    return [one for one in found if one.value.is_open and one.person_id not in away], lost


def somebody_is_out(work: Work, people: tuple[PersonId, ...]) -> bool:
    """Whether anybody is away on a visit of these people: without their records nobody here would
    miss whoever does not come back."""
    found, _ = open_outings(work)
    return any(one.person_id in people and one.value.state is OutingState.OUT for one in found)


def _row(work: Work, person_id: PersonId, outing: Outing) -> LateOuting:
    ref = EpisodeRef(person_id, outing.episode_id)
    line = outing_line(work, outing)
    return LateOuting(
        ref,
        outing.outing_id,
        display_name(episode_of(work, ref).value),
        line.goes,
        line.second,
        line.buddy,
        outing.expected_back,
        was_noted=outing.state is OutingState.OUT,
    )

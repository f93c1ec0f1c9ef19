"""Plan a visit away from the hospital, put it off, or cancel it before anybody leaves."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.ids import RecordId, StaffId
from desktop.records.kinds import OUTING
from desktop.records.outing import AloneReason, Colleague, Outing, OutingCheck, OutingPlace
from desktop.records.roles import Permission
from desktop.services.add_case import CLOCK_SLACK
from desktop.services.episode_records import one_of, open_episode_of
from desktop.services.outings import colleagues, is_first, outings_of
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work

LONGEST = timedelta(hours=24)
"""A visit that takes longer is a slip of the day: nobody would be missed in time."""
FURTHEST = timedelta(days=90)
"""A start that is further away is a slip of the month or the year."""
NAME_LETTERS = 80
"""Letters of the name of somebody who has no account here."""


@dataclass(frozen=True, slots=True)
class NewOuting:
    """A plan. ``alone_reason`` is asked for where one goes alone on the first visit of the case;
    it may be left out."""

    place: OutingPlace
    goes: StaffId
    buddy: Colleague
    start: datetime
    expected_back: datetime
    second: Colleague | None = None
    ticked: frozenset[OutingCheck] = frozenset()
    alone_reason: AloneReason | None = None


def plan_outing(work: Work, ref: EpisodeRef, new: NewOuting) -> Outing:
    """Keep the plan. One visit of a case is open at a time.

    KnownErrors ``outing.one-open``, ``outing.no-buddy``, ``outing.same-person`` (the three people
    of a visit are three), ``outing.unknown-colleague``, those of ``need_times`` and ``need_case``,
    ``episode.closed``.
    """
    access = need_case(work, Permission.WRITE_CASES, ref)
    open_episode_of(work, ref)
    before = outings_of(work, ref)
    if any(one.is_open for one in before):
        raise KnownError("outing.one-open")
    need_times(work, new.start, new.expected_back)
    second, buddy = _tidy(new.second), _tidy(new.buddy)
    if buddy is None:
        raise KnownError("outing.no-buddy")
    _need_people(work, new.goes, second, buddy)
    is_alone = second is None and is_first(before)
    outing = Outing(
        outing_id=RecordId(work.ids.new_id()),
        episode_id=ref.episode_id,
        place=new.place,
        goes=new.goes,
        buddy=buddy,
        start=new.start,
        expected_back=new.expected_back,
        planned_at=work.clock.now(),
        planned_by=work.session.me.staff_id,
        second=second,
        ticked=new.ticked,
        alone_reason=new.alone_reason if is_alone else None,
    )
    work.session.records.save(OUTING, ref.person_id, outing.outing_id, outing, base=0)
    work.audit(AuditAction.OUTING_PLANNED, ref.episode_id, access)
    return outing


def put_off_outing(
    work: Work, ref: EpisodeRef, outing_id: RecordId, start: datetime, expected_back: datetime
) -> Outing:
    """Another time, as long as nobody left. KnownErrors ``outing.left-already``,
    ``outing.ended``, those of ``need_times`` and ``need_case``."""
    access = need_case(work, Permission.WRITE_CASES, ref)
    found = one_of(work, OUTING, ref, outing_id)
    need_times(work, start, expected_back)
    later = found.value.put_off(start, expected_back)
    work.session.records.save(OUTING, ref.person_id, outing_id, later, base=found.number)
    work.audit(AuditAction.OUTING_PUT_OFF, ref.episode_id, access)
    return later


def cancel_outing(work: Work, ref: EpisodeRef, outing_id: RecordId) -> Outing:
    """Nobody goes. A case that was closed since takes it too. KnownErrors
    ``outing.left-already``, ``outing.ended``, those of ``need_case``."""
    access = need_case(work, Permission.WRITE_CASES, ref)
    found = one_of(work, OUTING, ref, outing_id)
    cancelled = found.value.cancel(work.clock.now(), work.session.me.staff_id)
    work.session.records.save(OUTING, ref.person_id, outing_id, cancelled, base=found.number)
    work.audit(AuditAction.OUTING_CANCELLED, ref.episode_id, access)
    return cancelled


def need_times(work: Work, start: datetime, expected_back: datetime) -> None:
    """KnownErrors ``outing.back-before-start``, ``outing.too-long``, ``outing.too-far``,
    ``outing.back-is-past`` (who is expected already would be late at once)."""
    now = work.clock.now()
    if expected_back <= start:
        raise KnownError("outing.back-before-start")
    if expected_back - start > LONGEST:
        raise KnownError("outing.too-long")
    if start > now + FURTHEST:
        raise KnownError("outing.too-far")
    if expected_back <= now:
        raise KnownError("outing.back-is-past")


def need_past(work: Work, at: datetime) -> None:
    """KnownError ``outing.in-future`` for what is still to come."""
    if at > work.clock.now() + CLOCK_SLACK:
        raise KnownError("outing.in-future")


def _tidy(one: Colleague | None) -> Colleague | None:
    """A colleague with one of id and name, None when neither was given."""
    if one is None:
        return None
    name = " ".join(one.name.split())[:NAME_LETTERS]
    if one.staff_id is not None:
        return Colleague(one.staff_id)
    return Colleague(name=name) if name else None


def _need_people(work: Work, goes: StaffId, second: Colleague | None, buddy: Colleague) -> None:
    known = {member.staff_id for member in colleagues(work)}
    named = [one.staff_id for one in (second, buddy) if one is not None and one.staff_id]
    if not known.issuperset([goes, *named]):
        raise KnownError("outing.unknown-colleague")
    people = [goes, *((one.staff_id or one.name.casefold()) for one in (second, buddy) if one)]
    if len(set(people)) < len(people):
        raise KnownError("outing.same-person")

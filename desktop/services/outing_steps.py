"""Note that they left, that they are safe, that they are back.

Whoever hears it notes it, in the own caseload or not: it tells nothing of the person who is
visited, and a call that waits for the right colleague is an alarm for nothing.
"""

from datetime import datetime

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.ids import RecordId
from desktop.records.kinds import OUTING
from desktop.records.outing import CallIn, CallKind, Outing
from desktop.records.roles import Permission
from desktop.services.episode_records import one_of
from desktop.services.outing_rules import outing_rules
from desktop.services.plan_outing import LONGEST, need_past, need_times
from desktop.services.ports import EpisodeRef, Revision
from desktop.services.work import Work


def note_left(
    work: Work,
    ref: EpisodeRef,
    outing_id: RecordId,
    at: datetime | None = None,
    expected_back: datetime | None = None,
) -> Outing:
    """They left ``at`` (now); ``expected_back`` None keeps the planned length from then on.

    KnownErrors ``outing.left-already``, ``outing.ended``, ``outing.in-future``, those of
    ``plan_outing.need_times``.
    """
    found = find_for_anybody(work, ref, outing_id)
    at, outing = at or work.clock.now(), found.value
    due = expected_back or at + (outing.expected_back - outing.start)
    need_past(work, at)
    left = outing.leave(at, due)
    need_times(work, at, due)
    return _keep(work, ref, found, left, AuditAction.OUTING_LEFT)


def note_call(
    work: Work,
    ref: EpisodeRef,
    outing_id: RecordId,
    kind: CallKind,
    at: datetime | None = None,
    expected_back: datetime | None = None,
) -> Outing:
    """They called in, or were reached, and are safe; ``expected_back`` None keeps a time that is
    still to come, else begins the usual length anew.

    KnownErrors ``outing.ended``, ``outing.too-early``, ``outing.in-future``, those of
    ``plan_outing.need_times``.
    """
    found = find_for_anybody(work, ref, outing_id)
    now, outing = work.clock.now(), found.value
    due = expected_back or (
        outing.expected_back if outing.expected_back > now else now + outing_rules(work).lasts
    )
    at = at or now
    need_past(work, at)
    called = outing.call_in(CallIn(kind, at, work.session.me.staff_id, due))
    if due <= now:
        raise KnownError("outing.back-is-past")
    if due - now > LONGEST:
        raise KnownError("outing.too-long")
    return _keep(work, ref, found, called, AuditAction.OUTING_CALL_NOTED, kind.value)


def note_back(
    work: Work,
    ref: EpisodeRef,
    outing_id: RecordId,
    at: datetime | None = None,
    *,
    left_unsafe: bool | None = None,
) -> Outing:
    """They are back, or home; whether they left early because it was not safe: yes or no.

    KnownErrors ``outing.ended``, ``outing.too-early``, ``outing.in-future``.
    """
    found = find_for_anybody(work, ref, outing_id)
    at = at or work.clock.now()
    need_past(work, at)
    back = found.value.back(at, work.session.me.staff_id, left_unsafe=left_unsafe)
    return _keep(work, ref, found, back, AuditAction.OUTING_BACK_NOTED)


def find_for_anybody(work: Work, ref: EpisodeRef, outing_id: RecordId) -> Revision[Outing]:
    """The visit, in or outside the own caseload; nothing else of the case is opened."""
    work.need(Permission.WRITE_CASES)
    return one_of(work, OUTING, ref, outing_id)


def _keep(
    work: Work,
    ref: EpisodeRef,
    found: Revision[Outing],
    outing: Outing,
    action: AuditAction,
    detail: str = "",
) -> Outing:
    work.session.records.save(OUTING, ref.person_id, found.record_id, outing, base=found.number)
    work.audit(action, ref.episode_id, detail)
    return outing

"""Note whether the person can decide now."""

from datetime import datetime

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.ids import RecordId
from desktop.records.kinds import CAPACITY
from desktop.records.roles import Permission
from desktop.records.room import CapacityBy, CapacityCheck, CapacityReason, CapacityResult
from desktop.services.episode_records import capacity_of, open_episode_of
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work


def note_capacity(
    work: Work,
    ref: EpisodeRef,
    result: CapacityResult,
    recheck_due: datetime | None = None,
    by: CapacityBy | None = None,
    reason: CapacityReason | None = None,
) -> CapacityCheck:
    """Keep the note as a new revision. KnownErrors ``capacity.recheck-in-past``,
    ``capacity.only-when-not`` (a reason with a yes)."""
    need_case(work, Permission.WRITE_CASES, ref)
    open_episode_of(work, ref)
    now = work.clock.now()
    if recheck_due is not None and recheck_due <= now:
        raise KnownError("capacity.recheck-in-past")
    if reason is not None and result is CapacityResult.PRESENT:
        raise KnownError("capacity.only-when-not")
    me = work.session.me.staff_id
    check = CapacityCheck(ref.episode_id, result, now, me, recheck_due, by, reason)
    before = capacity_of(work, ref)
    record_id = before.record_id if before else RecordId(work.ids.new_id())
    base = before.number if before else 0
    work.session.records.save(CAPACITY, ref.person_id, record_id, check, base=base)
    work.audit(AuditAction.CAPACITY_NOTED, ref.episode_id, result.value)
    return check

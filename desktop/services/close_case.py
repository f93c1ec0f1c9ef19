"""Close a case with a reason."""

from desktop.records.audit_event import AuditAction
from desktop.records.episode import CloseReason
from desktop.records.ids import RecordId
from desktop.records.kinds import EPISODE
from desktop.records.roles import Permission
from desktop.services.episode_records import episode_of
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work


def close_case(work: Work, ref: EpisodeRef, reason: CloseReason) -> None:
    """Close it; drafts and open alerts of a closed case stay on their lists."""
    need_case(work, Permission.WRITE_CASES, ref)
    revision = episode_of(work, ref)
    closed = revision.value.closed(reason, work.clock.now())
    work.session.records.save(
        EPISODE, ref.person_id, RecordId(ref.episode_id), closed, base=revision.number
    )
    work.audit(AuditAction.CASE_CLOSED, ref.episode_id, reason.value)

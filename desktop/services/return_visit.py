"""Return a visit to its author with the open comments."""

from desktop.records.audit_event import AuditAction
from desktop.records.ids import RecordId
from desktop.records.kinds import VISIT
from desktop.records.roles import Permission
from desktop.records.visit import Visit
from desktop.services.episode_records import one_of
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work


def return_visit(work: Work, ref: EpisodeRef, visit_id: RecordId) -> Visit:
    """Send it back. KnownErrors ``review.own-record``, ``review.return-needs-comment``,
    ``review.not-in-state.*``."""
    need_case(work, Permission.REVIEW, ref)
    revision = one_of(work, VISIT, ref, visit_id)
    visit = revision.value.returned(work.session.me.staff_id)
    work.session.records.save(VISIT, ref.person_id, visit_id, visit, base=revision.number)
    work.audit(AuditAction.VISIT_RETURNED, visit_id)
    return visit

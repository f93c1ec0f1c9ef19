"""Review the accesses of others: what was opened with a reason, and whether that was right."""

from desktop.records.audit_event import AuditAction
from desktop.records.break_glass import GlassOutcome
from desktop.records.roles import Permission
from desktop.services.work import Work


def review_access(work: Work, glass_id: str, outcome: GlassOutcome) -> None:
    """Record what was found. KnownErrors ``glass.yourself``, ``glass.reviewed``, ``...unknown``."""
    work.need(Permission.REVIEW_ACCESS)
    work.session.glass_desk.review(glass_id, outcome)
    work.audit(AuditAction.GLASS_REVIEWED, glass_id, outcome.value)

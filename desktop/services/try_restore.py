"""The restore drill: a backup brought back into a folder that is removed again."""

from pathlib import Path

from desktop.records.audit_event import AuditAction
from desktop.records.roles import Permission
from desktop.services.ports import DrillReport, Tell
from desktop.services.work import Work


def try_restore(work: Work, backup: Path, tell: Tell) -> DrillReport:
    """Check everything in it; on any thread. KnownErrors ``backup.changed``, ``store.*``."""
    work.need(Permission.SET_SITE)
    return work.session.backups.try_restore(backup, tell)


def note_drill(work: Work, drill: DrillReport) -> None:
    """Say in the audit trail that it was tried; on the storage worker."""
    detail = "whole" if drill.report.is_whole else "not whole"
    work.audit(AuditAction.RESTORE_TRIED, drill.backup.path.name, detail)

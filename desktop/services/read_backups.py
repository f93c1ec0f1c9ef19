"""What the desk of backups shows: the plan, what was tried, and what lies in the folder."""

from dataclasses import dataclass
from pathlib import Path

from desktop.records.roles import Permission
from desktop.services.backup_plan import backup_plan
from desktop.services.backup_rules import BackupPlan
from desktop.services.ports import Backup, BackupLog, KeptStore, RollbackAlarm
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class BackupOverview:
    """``is_folder_there`` is False while a chosen drive is not connected."""

    plan: BackupPlan
    log: BackupLog
    backups: tuple[Backup, ...] = ()
    is_folder_there: bool = False
    kept: tuple[KeptStore, ...] = ()
    """Older stores that restores moved aside."""
    alarm: RollbackAlarm | None = None
    """The store is older than what was seen of it: two people have to settle that."""


def read_backups(work: Work) -> BackupOverview:
    """Everything at once. KnownError ``work.not-allowed``."""
    work.need(Permission.SET_SITE)
    plan, desk, alarm = backup_plan(work), work.session.backups, work.session.rollback.alarm()
    kept = tuple(desk.kept())
    if not plan.folder:
        return BackupOverview(plan, desk.log(), kept=kept, alarm=alarm)
    folder = Path(plan.folder)
    backups = tuple(desk.backups(folder))
    return BackupOverview(plan, desk.log(), backups, folder.is_dir(), kept, alarm)

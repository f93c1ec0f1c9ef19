"""What the desk of backups shows: the plan, what was tried, and what lies in the folder."""

from dataclasses import dataclass
from pathlib import Path

from desktop.records.roles import Permission
from desktop.services.backup_plan import backup_plan
from desktop.services.backup_rules import BackupPlan
from desktop.services.ports import Backup, BackupLog
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class BackupOverview:
    """``is_folder_there`` is False while a chosen drive is not connected."""

    plan: BackupPlan
    log: BackupLog
    backups: tuple[Backup, ...] = ()
    is_folder_there: bool = False


def read_backups(work: Work) -> BackupOverview:
    """Everything at once. KnownError ``work.not-allowed``."""
    work.need(Permission.SET_SITE)
    plan, desk = backup_plan(work), work.session.backups
    if not plan.folder:
        return BackupOverview(plan, desk.log())
    folder = Path(plan.folder)
    return BackupOverview(plan, desk.log(), tuple(desk.backups(folder)), folder.is_dir())

"""Where and when backups are made: a signed setting of the site."""

from pathlib import Path

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.roles import Permission
from desktop.services.backup_rules import LAST_HOUR, SETTING, BackupPlan, plan_of
from desktop.services.ports import Setting
from desktop.services.work import Work


def backup_plan(work: Work) -> BackupPlan:
    """The site's plan."""
    return plan_of(work.session.site.settings().get(SETTING, ""))


def save_backup_plan(work: Work, plan: BackupPlan) -> BackupPlan:
    """Keep it from now on; the folder is tried by writing to it.

    KnownErrors ``backup.folder-*``, ``backup.hour-wrong``, ``work.not-allowed``.
    """
    work.need(Permission.SET_SITE)
    if not 0 <= plan.hour <= LAST_HOUR:
        raise KnownError("backup.hour-wrong")
    work.session.backups.check_folder(Path(plan.folder))
    state = "on" if plan.is_on else "off"
    work.session.site.change_setting(Setting(SETTING, f"{state};{plan.hour};{plan.folder}"))
    work.audit(AuditAction.SETTING_CHANGED, SETTING)
    return backup_plan(work)

"""Begin a backup by hand: an administrator's act."""

from pathlib import Path

from desktop.records.roles import Permission
from desktop.services.ports import BackupRun
from desktop.services.work import Work


def begin_backup(work: Work, folder: Path) -> BackupRun:
    """The run, driven slice by slice. KnownErrors ``backup.folder-*``, ``backup.disk-full``."""
    work.need(Permission.SET_SITE)
    return work.session.backups.begin(folder)

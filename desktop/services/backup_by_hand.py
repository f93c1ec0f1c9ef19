"""Backups by hand: an administrator's act."""

from desktop.records.roles import Permission
from desktop.services.ports import BackupDesk
from desktop.services.work import Work


def backup_by_hand(work: Work) -> BackupDesk:
    """The desk that makes them. KnownError ``work.not-allowed``."""
    work.need(Permission.SET_SITE)
    return work.session.backups

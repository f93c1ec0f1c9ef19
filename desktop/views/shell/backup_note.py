"""What the sign-in page says of the last backup, once that is worth saying."""

from typing import TYPE_CHECKING

from desktop.messages import sentence

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.views.shell.store_door import BackupStand


class BackupNote:
    """Nothing to say until the plan and what was tried were read."""

    def __init__(self) -> None:
        self._days: int | None = None
        self._had_backup = False

    def take(self, stand: "BackupStand", now: "datetime") -> None:
        """The plan and what was tried, as read just now."""
        from desktop.services.backup_rules import days_without

        self._days = days_without(stand.plan, stand.log, now)
        self._had_backup = stand.log.last_good is not None

    def words(self, language: str) -> str:
        """How many days ago the last one was, or that there is none; "" while all is well."""
        if self._days is None:
            return ""
        message_id = "entry.last-backup" if self._had_backup else "entry.no-backup"
        return sentence(message_id, language, days=self._days)

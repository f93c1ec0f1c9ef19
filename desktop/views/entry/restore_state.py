"""What the page that puts a backup back shows, as a frozen value."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from desktop.services.ports import Backup, Restored, RestoreLook


class RestoreState(NamedTuple):
    """One of: choosing a place, ``found`` backups, one that was looked at, ``restored``."""

    language: str
    is_busy: bool = False
    doing: str = ""
    """What is under way, in words."""
    error: str = ""
    note: str = ""
    """What happened that is no error."""
    found: "Sequence[Backup]" = ()
    look: "RestoreLook | None" = None
    restored: "Restored | None" = None

    @property
    def is_choosing(self) -> bool:
        """Whether no backup was looked at yet."""
        return self.look is None and self.restored is None

    @property
    def can_restore(self) -> bool:
        """Whether what was looked at holds."""
        return self.look is not None and self.look.report.is_whole and self.restored is None

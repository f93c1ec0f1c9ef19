"""Putting a backup in the place of a store that nobody has open: looked at first, then done."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from desktop.records.ids import StaffId
from desktop.services.ports.backup_desk import Backup, CarriedOver, Restored
from desktop.services.ports.store_report import StoreReport, Tell


class StoreHere(StrEnum):
    """What stands where the backup would go, as seen from the backup."""

    NONE = "none"
    LATER = "later"
    """The same store in a later state: what was signed since about people is taken over."""
    OTHER = "other"
    """A whole store that is not the one of the backup."""
    UNKNOWN = "unknown"
    """It does not open, or the backup is no earlier state of it: nothing can be taken over."""


@dataclass(frozen=True, slots=True)
class RestoreLook:
    """A backup that was checked and not used yet."""

    backup: Backup
    report: StoreReport
    hospital: str
    """"" when the backup does not hold."""
    workstation: str
    here: StoreHere
    carried: CarriedOver | None = None
    """What would be taken over, for ``LATER``."""


class RestoreDesk(Protocol):
    """Restores into one data folder. On the storage worker, with no store open there."""

    def find(self, place: Path) -> Sequence[Backup]:
        """The backups in a folder, of whichever store, newest first; or the one file itself.

        KnownErrors ``restore.nothing-there``, ``restore.no-backups``, ``backup.unreadable``.
        """
        ...

    def look(self, backup: Path, tell: Tell) -> RestoreLook:
        """Bring it into a folder that is removed again and check everything there.

        Nothing is changed. What ``tell`` raises stops it. KnownErrors ``restore.demo``,
        ``restore.not-the-demo``, ``restore.not-a-backup``, ``restore.damaged``,
        ``backup.changed``, ``backup.unreadable``, ``backup.no-room-here``, ``store.*``.
        """
        ...

    def restore(self, backup: Path, by: StaffId | None, tell: Tell) -> Restored:
        """Check it again and put it in place; what was there is kept aside.

        ``by`` gave the password for it, None when nobody was signed in. What ``tell`` raises stops
        it, and nothing was changed. KnownErrors as for :meth:`look`.
        """
        ...

"""Backups of the sealed store: a copy that was opened and checked before any older one goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from desktop.services.ports.store_report import StoreReport, Tell


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupFacts:
    """What stands beside a backup, readable without a key and without a secret in it."""

    store_id: str
    made_at: datetime
    records: int
    size_bytes: int
    sha256: str
    opened: int
    """Sealed values that were opened with somebody's keys; 0 for a check without keys."""
    copy_s: float
    verify_s: float
    restore_s: float
    """How long a restore takes, estimated from the two above: it copies and checks again."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup in a folder. ``facts`` is None when the small file beside it is missing."""

    path: Path
    made_at: datetime
    size_bytes: int
    facts: BackupFacts | None


@dataclass(frozen=True, slots=True)
class BackupDone:
    """A new backup that was checked, and the names of older ones that were rotated away."""

    backup: Backup
    facts: BackupFacts
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BackupTry:
    """One try as it is remembered beside the store. ``message_id`` is "" when it succeeded."""

    at: datetime
    message_id: str = ""
    records: int = 0
    size_bytes: int = 0
    seconds: float = 0.0

    @property
    def is_good(self) -> bool:
        """Whether it made a backup."""
        return not self.message_id


@dataclass(frozen=True, slots=True)
class BackupLog:
    """The latest tries, newest first, and the last good one however long ago it was."""

    tries: tuple[BackupTry, ...] = ()
    last_good: BackupTry | None = None
    failing_since: datetime | None = None
    """The first of the failures since the last good one; None when that was the latest."""


@dataclass(frozen=True, slots=True)
class DrillReport:
    """What trying a restore found; the store itself was not touched."""

    backup: Backup
    report: StoreReport
    seconds: float
    """How long copying back and checking took: what a restore takes."""


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """What people had signed after the backup was made, taken from the store that it replaced."""

    ended: int
    """Accounts that were closed again."""
    erased: int
    """People whose data keys were destroyed again."""


@dataclass(frozen=True, slots=True)
class Restored:
    """``moved_aside`` is the folder with what was there before, None when nothing was.

    ``carried`` is None when there was no store of which the backup is an earlier state: whoever
    was revoked or erased since is back.
    """

    backup: Backup
    report: StoreReport
    moved_aside: Path | None
    carried: CarriedOver | None = None


@dataclass(frozen=True, slots=True)
class KeptStore:
    """A whole older store that a restore moved aside. It holds the keys of whoever was erased
    since."""

    name: str
    """Of its folder in the data folder."""
    moved_at: datetime
    size_bytes: int


class BackupRun(Protocol):
    """One backup under way."""

    def copy_some(self) -> bool:
        """Copy a slice of the open store, a few milliseconds; True when all is copied.

        On the storage worker. KnownErrors ``backup.no-room-here``, ``backup.not-copied``.
        """
        ...

    def finish(self, tell: Tell) -> BackupDone:
        """Check the copy, bring it to its folder, read it back, rotate. On any thread.

        KnownErrors ``backup.not-whole``, ``backup.folder-*``, ``backup.disk-full``.
        """
        ...

    def stop(self) -> None:
        """Leave nothing behind. On the storage worker; safe after the end."""
        ...


class BackupDesk(Protocol):
    """Backups, as whoever is there may make and check them; keys are used where there are any."""

    def begin(self, folder: Path) -> BackupRun:
        """Begin a backup; the folder itself is not touched before ``finish``.

        On the storage worker. KnownErrors ``backup.under-way``, ``backup.no-room-here``.
        """
        ...

    def check_folder(self, folder: Path) -> None:
        """Return when a backup can go there; its last part is made when only that is missing.

        On any thread: a share that hangs must not hold up the store. KnownErrors
        ``backup.folder-is-data``, ``backup.folder-missing``, ``backup.folder-read-only``,
        ``backup.disk-full``.
        """
        ...

    def backups(self, folder: Path) -> Sequence[Backup]:
        """The backups of this store in a folder, newest first; none when it is not there."""
        ...

    def try_restore(self, backup: Path, tell: Tell) -> DrillReport:
        """Restore into a folder that is removed again, and check everything there.

        On any thread. KnownErrors ``backup.changed``, ``backup.unreadable``, ``store.*``.
        """
        ...

    def kept(self) -> Sequence[KeptStore]:
        """What restores moved aside, newest first."""
        ...

    def destroy_kept(self, name: str) -> None:
        """Destroy one of them for good; what is in it cannot be brought back.

        KnownErrors ``kept.gone``, ``store.read-only``, ``rollback.wait`` while nobody settled
        whether the older store is the right one.
        """
        ...

    def verify(self, tell: Tell) -> StoreReport:
        """Check the open store itself. On the storage worker."""
        ...

    def log(self) -> BackupLog:
        """What was tried, as remembered beside the store."""
        ...

    def remember(self, tried: BackupTry) -> None:
        """Add one try, to the audit trail too; a log that cannot be written is no failure.

        On the storage worker.
        """
        ...

"""The port ``BackupDesk``: backups of one open store, with somebody's keys or without any."""

from collections.abc import Sequence
from pathlib import Path
from secrets import token_hex
from time import perf_counter

from desktop.records.audit_event import BY_ITSELF, AuditAction, AuditEvent
from desktop.services.ports import (
    Backup,
    BackupLog,
    BackupTry,
    DrillReport,
    KeptStore,
    KeyringSaid,
    StoreReport,
    Tell,
)
from desktop.storage.backup_folder import need_room, prepare_folder, read_backups
from desktop.storage.backup_log import add_to_backup_log, read_backup_log
from desktop.storage.backup_run import SealedBackupRun
from desktop.storage.kept_outside import KeptOutside
from desktop.storage.kept_stores import destroy_kept, kept_stores
from desktop.storage.made_here import DRILL, private_folder
from desktop.storage.opened_store import OpenedStore
from desktop.storage.restore import check_backup
from desktop.storage.session_keys import SessionKeys
from desktop.storage.verify import verify_database


class SealedBackupDesk:
    """Backups as one signed-in person, or the app by itself, may make and check them."""

    def __init__(self, store: OpenedStore, keys: SessionKeys | None = None) -> None:
        self._store = store
        self._keys = keys
        self._data_dir = store.database.path.parent
        self._expired: list[str] = []
        """What a backup found too old to keep, until the audit trail has it."""

    def begin(self, folder: Path) -> SealedBackupRun:
        """Begin a backup; see the port."""
        return SealedBackupRun(self._store, self._twin(), folder, self._expired)

    def check_folder(self, folder: Path) -> None:
        """Return when backups can go there; see the port."""
        prepare_folder(folder, self._data_dir)
        need_room(folder, self._store.database.path.stat().st_size)

    def backups(self, folder: Path) -> Sequence[Backup]:
        """The backups of this store in a folder, newest first."""
        return read_backups(folder, self._store.site.store_id)

    def try_restore(self, backup: Path, tell: Tell) -> DrillReport:
        """Restore into a folder that is removed again; see the port."""
        started, keys = perf_counter(), self._twin()
        try:
            with private_folder(self._data_dir / f"{DRILL}-{token_hex(4)}") as here:
                found, report = check_backup(backup, here, keys, tell)
        finally:
            if keys is not None:
                keys.forget()
        return DrillReport(found, report, perf_counter() - started)

    def kept(self) -> Sequence[KeptStore]:
        """What restores moved aside; see the port."""
        return kept_stores(self._data_dir)

    def destroy_kept(self, name: str) -> None:
        """Destroy one of them; see the port."""
        self._store.watch.need_quiet()
        destroy_kept(self._data_dir, name)

    def verify(self, tell: Tell) -> StoreReport:
        """Check the open store itself, with the keys that are there."""
        watch = self._store.watch
        # Records that are missing are found by the check itself, each with its place.
        missed = None if watch.missed_records else watch.missed
        said = KeyringSaid.COMPARED if watch.is_anchored else KeyringSaid.NOT_USED
        found = KeptOutside((missed,) if missed is not None else (), said)
        return verify_database(self._store.database, self._keys, tell, ask=lambda _: found)

    def log(self) -> BackupLog:
        """What was tried."""
        return read_backup_log(self._data_dir)

    def remember(self, tried: BackupTry) -> None:
        """Add one try, to the audit trail too."""
        add_to_backup_log(self._data_dir, tried)
        actor = self._keys.me.staff_id if self._keys is not None else BY_ITSELF
        action = AuditAction.BACKUP_MADE if tried.is_good else AuditAction.BACKUP_FAILED
        event = AuditEvent(action, actor, tried.at, detail=tried.message_id)
        signer = self._keys.signing_while_open if self._keys is not None else None
        self._store.chain.append(event, signer)
        for name in self._expired:
            self._store.chain.append(
                AuditEvent(AuditAction.KEPT_STORE_DESTROYED, BY_ITSELF, tried.at, name)
            )
        self._expired.clear()

    def _twin(self) -> SessionKeys | None:
        return self._keys.twin() if self._keys is not None else None

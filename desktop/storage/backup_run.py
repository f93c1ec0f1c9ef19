"""One backup: a copy on the open connection, checked whole, brought to its folder, read back.

The slow and uncertain part, the folder (a USB drive, a network share), never holds up the store:
slices are copied to the store's own disk between other work, everything after that needs no
connection. Older backups are rotated away only when the new one is in place and read back, and not
while the store may be an older one put back: they may hold what it lacks.
"""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from shutil import rmtree
from time import perf_counter

from desktop.errors import KnownError
from desktop.services.ports import Backup, BackupDone, BackupFacts, NotWhole, StoreReport, Tell
from desktop.storage.backup_folder import (
    UNFINISHED,
    backup_name,
    clear_unfinished,
    need_room,
    prepare_folder,
    rotate,
    write_facts,
)
from desktop.storage.engine import Database
from desktop.storage.file_copy import copy_file, known_failure, sum_of_file, sync_names
from desktop.storage.kept_stores import expire_kept
from desktop.storage.made_here import SNAPSHOT, make_private
from desktop.storage.opened_store import OpenedStore
from desktop.storage.session_keys import SessionKeys
from desktop.storage.store_folder import create_private_file
from desktop.storage.verify import verify_database

COPYING, READING_BACK = "backup.step-copying", "backup.step-reading-back"


class SealedBackupRun:
    """The port ``BackupRun``. ``keys`` is a twin that this run forgets at its end; ``expired``
    gets the names of kept stores that went with the older backups."""

    def __init__(
        self,
        store: OpenedStore,
        keys: SessionKeys | None,
        folder: Path,
        expired: list[str] | None = None,
    ) -> None:
        self._expired = expired if expired is not None else []
        self._store_id = store.site.store_id
        self._clock = store.clock
        self._watch = store.watch
        self._keys = keys
        self._folder = folder
        self._made_at = store.clock.now()
        self._is_over = False
        self._database = store.database
        if self._database.is_backing_up:
            raise KnownError("backup.under-way")
        self._started = perf_counter()
        self._data_dir = store.database.path.parent
        self._here = self._data_dir / SNAPSHOT
        self._snapshot = self._here / "store.db"
        make_private(self._here)
        create_private_file(self._snapshot)
        self._copy = store.database.begin_copy(self._snapshot)
        self._database.is_backing_up = True

    def copy_some(self) -> bool:
        """One slice; see the port."""
        try:
            return self._copy.step().is_last
        except sqlite3.Error as error:
            self._clear()
            full = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL
            raise KnownError("backup.no-room-here" if full else "backup.not-copied") from None

    def finish(self, tell: Tell) -> BackupDone:
        """Check, bring there, read back, rotate; see the port."""
        try:
            copied_s = perf_counter() - self._started
            prepare_folder(self._folder, self._data_dir)
            need_room(self._folder, self._snapshot.stat().st_size)
            checked = perf_counter()
            report = self._check(tell)
            verify_s = perf_counter() - checked
            if self._keys is not None:
                # The folder may keep this waiting; keys are not kept as long.
                self._keys.forget()
            return self._bring(report, copied_s, verify_s, tell)
        finally:
            self._clear()

    def stop(self) -> None:
        """Leave nothing behind; safe after the end."""
        self._copy.stop()
        self._clear()

    def _check(self, tell: Tell) -> StoreReport:
        with closing(Database(self._snapshot)) as database:
            report = verify_database(database, self._keys, tell)
        if not report.is_whole:
            raise NotWhole(report.problems)
        return report

    def _bring(
        self, report: StoreReport, copied_s: float, verify_s: float, tell: Tell
    ) -> BackupDone:
        brought = perf_counter()
        path = self._free_name()
        unfinished = path.with_name(path.name + UNFINISHED)
        try:
            clear_unfinished(self._folder, self._store_id)
            try:
                sha256 = copy_file(self._snapshot, unfinished, tell, COPYING)
                if sum_of_file(unfinished, tell, READING_BACK) != sha256:
                    raise KnownError("backup.read-differently")
                took_s = perf_counter() - brought
                facts = BackupFacts(
                    store_id=self._store_id,
                    made_at=self._made_at,
                    records=report.records,
                    size_bytes=self._snapshot.stat().st_size,
                    sha256=sha256,
                    opened=report.opened,
                    copy_s=round(copied_s + took_s, 3),
                    verify_s=round(verify_s, 3),
                    restore_s=round(took_s + verify_s, 3),
                )
                write_facts(path, facts)
                unfinished.replace(path)
                sync_names(self._folder)
            finally:
                unfinished.unlink(missing_ok=True)
            is_quiet = self._watch.missed is None
            removed = rotate(self._folder, self._store_id, path) if is_quiet else ()
        except OSError as error:
            raise known_failure(error) from None
        if is_quiet:
            self._expired += expire_kept(self._data_dir, self._clock.now())
        backup = Backup(path, self._made_at, facts.size_bytes, facts)
        return BackupDone(backup, facts, removed)

    def _free_name(self) -> Path:
        """Two backups within a second do not replace each other."""
        while True:
            path = self._folder / backup_name(self._store_id, self._made_at)
            if not path.exists():
                return path
            self._made_at += timedelta(seconds=1)

    def _clear(self) -> None:
        if self._keys is not None:
            self._keys.forget()
        if not self._is_over:
            self._is_over = True
            rmtree(self._here, ignore_errors=True)
            self._database.is_backing_up = False

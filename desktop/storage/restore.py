"""Putting a backup in the place of a store. What was there is moved aside, never deleted.

At every moment there is a whole store of that name: the old one, or the new one that was checked.
"""

import os
import shutil
from contextlib import closing
from datetime import UTC
from pathlib import Path

from desktop.clock import Clock, RandomIds
from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction, AuditEvent
from desktop.records.ids import StaffId
from desktop.services.ports import Backup, NotWhole, Restored, StoreReport, Tell
from desktop.storage.backup_folder import read_backup
from desktop.storage.carried_over import carry_over
from desktop.storage.crypto.audit_chain import ChainHead
from desktop.storage.engine import Database
from desktop.storage.file_copy import copy_file, known_failure
from desktop.storage.kept_stores import new_kept_folder
from desktop.storage.made_here import RESTORE, private_folder
from desktop.storage.migrations import migrate
from desktop.storage.opened_store import open_store
from desktop.storage.rollback_watch import Anchor
from desktop.storage.session_keys import SessionKeys
from desktop.storage.store_folder import StoreFolder, sync_folder
from desktop.storage.structure import check_header, check_schema
from desktop.storage.verify import verify_database

BRINGING = "backup.step-bringing-back"
NOBODY = StaffId("restore")
"""Who put a store back is not known to it: whoever may write to the data folder could."""


def check_backup(
    path: Path, here: Path, keys: SessionKeys | None, tell: Tell
) -> tuple[Backup, StoreReport]:
    """Copy a backup into the folder ``here`` as ``store.db`` and check it there.

    An older format is brought up in the copy; the backup itself is only read. KnownErrors
    ``backup.unreadable``, ``backup.changed``, ``backup.no-room-here``, ``store.*``.
    """
    backup = read_backup(path)
    copy = here / "store.db"
    try:
        sha256 = copy_file(path, copy, tell, BRINGING)
    except OSError as error:
        full = known_failure(error).message_id == "backup.disk-full"
        message_id = "backup.no-room-here" if full else "backup.unreadable"
        raise KnownError(message_id, file=path.name) from None
    if backup.facts is not None and sha256 != backup.facts.sha256:
        raise KnownError("backup.changed", file=path.name)
    check_header(copy)
    with closing(Database(copy)) as database:
        report = verify_database(database, keys, tell)
    return backup, report


def restore_store(
    path: Path, data_dir: Path, clock: Clock, tell: Tell, *, by: StaffId = NOBODY
) -> Restored:
    """Check the backup at ``path``, move what is in ``data_dir`` aside, put the copy in place.

    The restored store says in its audit trail that it was restored, and remembers how long the
    trail of the store before it was: it is opened with the rollback alarm, until two people settle
    it. A keyring or a printed footer can raise it too. What was signed since about people, of staff
    and of record, is taken over where the store before can be read (:func:`carry_over`).

    KnownErrors ``backup.not-whole`` and those of :func:`check_backup`, ``store.in-use`` and what
    else can be wrong with a folder. Nothing was changed then.
    """
    folder = StoreFolder(data_dir)
    folder.has_store()
    folder.make()
    folder.lock()
    try:
        with private_folder(data_dir / RESTORE) as here:
            backup, report = check_backup(path, here, None, tell)
            if not report.is_whole:
                raise NotWhole(report.problems)
            carried = None
            if folder.database.exists():
                carried = carry_over(folder.database, here / "store.db", clock)
            seen = head_of(folder.database, clock)
            note_restore(here / "store.db", backup, clock, seen, by=by)
            aside = _move_aside(folder, clock)
            (here / "store.db").replace(folder.database)
            sync_folder(data_dir)
        return Restored(backup, report, aside, carried)
    finally:
        folder.unlock()


def note_restore(
    database_path: Path,
    backup: Backup,
    clock: Clock,
    seen: ChainHead | None,
    *,
    by: StaffId = NOBODY,
) -> None:
    """Add to the audit trail of a closed store that it came from this backup.

    ``seen`` is the head of the trail that it takes the place of: one that it lacks is an alarm.
    """
    with closing(Database(database_path)) as database:
        store = open_store(database, clock, RandomIds())
        if seen is not None:
            anchor = Anchor.of(seen)
            with database.transaction() as connection:
                if not store.watch.check(connection, store.trust, anchor):
                    store.watch.note(connection, anchor)
        made_at = backup.made_at.astimezone(UTC).isoformat(timespec="seconds")
        store.chain.append(AuditEvent(AuditAction.STORE_RESTORED, by, clock.now(), detail=made_at))
        database.truncate_log()


def head_of(database_path: Path, clock: Clock) -> ChainHead | None:
    """How long the audit trail of a closed store is; None when there is none that opens."""
    if not database_path.exists():
        return None
    try:
        check_header(database_path)
        with closing(Database(database_path)) as database:
            with database.transaction() as connection:
                migrate(connection)
                check_schema(connection)
            return open_store(database, clock, RandomIds()).chain.head()
    except KnownError:
        return None


def _move_aside(folder: StoreFolder, clock: Clock) -> Path | None:
    """Give the present store a second name; the first one is replaced in one step later."""
    if not folder.database.exists():
        return None
    aside = new_kept_folder(folder.path, clock)
    log = folder.path / "store.db-wal"
    kept_log = aside / log.name
    if log.exists():
        shutil.copy2(log, kept_log)
    if _takes_its_log_in(folder.database):
        kept_log.unlink(missing_ok=True)
    _second_name(folder.database, aside / "store.db")
    # A log left here would be read into the store that comes in its place.
    log.unlink(missing_ok=True)
    sync_folder(aside)
    return aside


def _takes_its_log_in(database_path: Path) -> bool:
    """A whole store becomes one file; a broken one stays as it is, for whoever looks into it."""
    try:
        check_header(database_path)
        with closing(Database(database_path)) as database:
            database.truncate_log()
    except KnownError:
        return False
    return True


def _second_name(path: Path, second: Path) -> None:
    try:
        os.link(path, second)
    except OSError:  # a file system without links
        shutil.copy2(path, second)

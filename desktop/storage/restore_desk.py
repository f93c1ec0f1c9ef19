"""The port ``RestoreDesk``: what is told of a backup before it takes the place of a store."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from desktop.clock import Clock, RandomIds
from desktop.errors import KnownError
from desktop.records.ids import StaffId
from desktop.services.ports import Backup, CarriedOver, Restored, RestoreLook, StoreHere, Tell
from desktop.storage.backup_folder import read_backup, read_backups
from desktop.storage.carried_over import carry_over
from desktop.storage.engine import Database
from desktop.storage.made_here import RESTORE, private_folder
from desktop.storage.migrations import migrate
from desktop.storage.opened_store import open_store
from desktop.storage.restore import NOBODY, check_backup, restore_store
from desktop.storage.site_facts import SiteStatement
from desktop.storage.store_folder import StoreFolder
from desktop.storage.structure import check_header, check_schema

_OF_A_BACKUP = {
    "store.not-a-store": "restore.not-a-backup",
    "store.damaged": "restore.damaged",
    "store.not-trusted": "restore.damaged",
    "backup.not-whole": "restore.damaged",
}


class SealedRestoreDesk:
    """Restores into one data folder that nobody has open."""

    def __init__(self, data_dir: Path, clock: Clock, *, is_demo: bool = False) -> None:
        self._data_dir = data_dir
        self._clock = clock
        self._is_demo = is_demo

    def find(self, place: Path) -> Sequence[Backup]:
        """What there is to choose from; see the port."""
        if place.is_file():
            return (read_backup(place),)
        if not place.is_dir():
            raise KnownError("restore.nothing-there")
        found = read_backups(place)
        if not found:
            raise KnownError("restore.no-backups")
        return found

    def look(self, backup: Path, tell: Tell) -> RestoreLook:
        """Check it and forget the copy; see the port."""
        folder = StoreFolder(self._data_dir)
        had_store, is_new = folder.has_store(), folder.make()
        folder.lock()
        try:
            with _about(backup), private_folder(self._data_dir / RESTORE) as copies:
                return self._look(backup, folder, copies / "store.db", tell)
        finally:
            if had_store:
                folder.unlock()
            else:
                folder.remove_lock()
            if is_new:
                folder.remove_if_empty()

    def restore(self, backup: Path, by: StaffId | None, tell: Tell) -> Restored:
        """Do it; see the port."""
        with _about(backup):
            return restore_store(backup, self._data_dir, self._clock, tell, by=by or NOBODY)

    def _look(self, path: Path, folder: StoreFolder, copy: Path, tell: Tell) -> RestoreLook:
        backup, report = check_backup(path, copy.parent, None, tell)
        if not report.is_whole:
            return RestoreLook(backup, report, "", "", StoreHere.UNKNOWN)
        site = _site_of(copy, self._clock)
        if site.is_demo != self._is_demo:
            raise KnownError("restore.demo" if site.is_demo else "restore.not-the-demo")
        here, carried = self._here(folder.database, copy, site.store_id)
        return RestoreLook(backup, report, site.hospital_name, site.workstation_name, here, carried)

    def _here(
        self, database: Path, copy: Path, store_id: str
    ) -> tuple[StoreHere, CarriedOver | None]:
        if not database.exists():
            return StoreHere.NONE, None
        carried = carry_over(database, copy, self._clock)
        if carried is not None:
            return StoreHere.LATER, carried
        try:
            is_other = _site_of(database, self._clock).store_id != store_id
        except KnownError:
            return StoreHere.UNKNOWN, None
        return StoreHere.OTHER if is_other else StoreHere.UNKNOWN, None


@contextmanager
def _about(backup: Path) -> Iterator[None]:
    """What is said of a store is here said of the file that was chosen."""
    try:
        yield
    except KnownError as error:
        message_id = _OF_A_BACKUP.get(error.message_id)
        if message_id is None:
            raise
        raise KnownError(message_id, file=backup.name) from None


def _site_of(database_path: Path, clock: Clock) -> SiteStatement:
    """Whose a closed store is. KnownErrors ``store.*``."""
    check_header(database_path)
    with closing(Database(database_path)) as database:
        with database.transaction() as connection:
            migrate(connection)
            check_schema(connection)
        return open_store(database, clock, RandomIds()).site

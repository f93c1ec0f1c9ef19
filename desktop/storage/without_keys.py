"""A closed store opened for what needs no key, not even that of the workstation's keyring."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from desktop.clock import Clock, RandomIds
from desktop.errors import KnownError
from desktop.storage.engine import Database
from desktop.storage.made_here import clear_left
from desktop.storage.migrations import migrate
from desktop.storage.opened_store import OpenedStore, open_store
from desktop.storage.store_folder import StoreFolder
from desktop.storage.structure import check_header, check_schema


@contextmanager
def opened_without_keys(data_dir: Path, clock: Clock) -> Iterator[OpenedStore]:
    """The store, until the block is left. KnownErrors ``store.*``."""
    folder = StoreFolder(data_dir)
    if not folder.has_store():
        raise KnownError("store.absent")
    check_header(folder.database)
    folder.lock()
    try:
        clear_left(data_dir)
        with closing(Database(folder.database)) as database:
            with database.transaction() as connection:
                migrate(connection)
                check_schema(connection)
            yield open_store(database, clock, RandomIds())
    finally:
        folder.unlock()

"""A disk that fails under the open file of a store: every write reports an error of the disk."""

import sqlite3
from typing import cast

from desktop.storage.engine import Database


class FailingDriver:
    """Stands in the place of the connection; what opens the file anew takes it away."""

    def __init__(self, code: int) -> None:
        self._code = code

    def execute(self, _statement: str, _values: object = ()) -> object:
        """Fail as SQLite does."""
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = self._code
        raise error


def fail_disk(database: Database) -> None:
    """From now on answers meet EIO, until the file is opened anew."""
    driver = FailingDriver(sqlite3.SQLITE_IOERR_FSYNC)
    database._driver = cast("sqlite3.Connection", driver)


def fill_disk(database: Database) -> None:
    """From now on answers meet a full disk, until :func:`make_room`."""
    database._driver = cast("sqlite3.Connection", FailingDriver(sqlite3.SQLITE_FULL))


def make_room(database: Database) -> None:
    """The real connection again."""
    database._driver = None

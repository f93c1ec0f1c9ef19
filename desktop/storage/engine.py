"""One SQLite connection with the settings that make a commit durable, and its failures in words."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

from sqlalchemy import URL, Connection, Engine, Select, create_engine, event, insert
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from desktop.errors import BugError, KnownError
from desktop.storage.ballast import Ballast
from desktop.storage.online_copy import OnlineCopy
from desktop.storage.schema import Base
from desktop.storage.triggers import SIGNED

PRAGMAS = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("temp_store", "MEMORY", 2),
    ("secure_delete", "ON", 1),
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", "0", 0),
)
"""Name, value to set, value that must read back (https://sqlite.org/pragma.html).

EXCLUSIVE comes first: then WAL needs no shared-memory file and no second process gets in.
"""

OPENED_AGAIN_AT_MOST = 3
"""Times that a failed file is opened anew while the app runs: a disk that goes on failing is left
alone."""
_BY_CODE = {
    sqlite3.SQLITE_FULL: "store.disk-full",
    sqlite3.SQLITE_READONLY: "store.read-only",
    sqlite3.SQLITE_IOERR: "store.disk-failed",
    sqlite3.SQLITE_CORRUPT: "store.damaged",
    sqlite3.SQLITE_NOTADB: "store.damaged",
    sqlite3.SQLITE_BUSY: "store.in-use",
    sqlite3.SQLITE_LOCKED: "store.in-use",
    sqlite3.SQLITE_CANTOPEN: "store.folder-unusable",
    sqlite3.SQLITE_PERM: "store.read-only",
}


Value = str | int | bytes | None
"""What a column can hold."""


@dataclass(frozen=True, slots=True)
class RowInsert:
    """An INSERT of one table, compiled once by SQLAlchemy."""

    sql: str
    columns: tuple[str, ...]

    @classmethod
    def into(cls, row: type[Base]) -> "RowInsert":
        """The INSERT of every column of ``row``."""
        compiled = insert(row).compile(dialect=SQLiteDialect_pysqlite())
        return cls(str(compiled), tuple(compiled.positiontup or ()))


@dataclass(frozen=True, slots=True)
class CompiledQuery:
    """A SELECT with its values, compiled once by SQLAlchemy."""

    sql: str
    names: tuple[str, ...]
    values: tuple[Value, ...]
    """By ``names``; None for what is given later."""

    @classmethod
    def of(cls, query: Select[*tuple[Any, ...]]) -> "CompiledQuery":
        """What SQLite is asked."""
        compiled = query.compile(dialect=SQLiteDialect_pysqlite())
        names = tuple(compiled.positiontup or ())
        return cls(str(compiled), names, tuple(compiled.params[name] for name in names))

    def given(self, name: str, value: Value) -> "CompiledQuery":
        """The same with the value of one parameter."""
        at = self.names.index(name)
        return CompiledQuery(
            self.sql, self.names, (*self.values[:at], value, *self.values[at + 1 :])
        )


class Database:
    """The open file. Every use is one transaction; a failed disk stops all further use.

    After ``store.disk-failed`` nothing is tried again on this connection: what fsync(2) reported
    once it may not report twice. The file is closed and opened anew, its log written into it and
    synced, and looked through, before anything else is done: not sooner than ``again_after_s``
    after the failure, and :data:`OPENED_AGAIN_AT_MOST` times; then only another start helps.
    """

    def __init__(self, path: Path, ballast: Ballast | None = None) -> None:
        self.path = path
        self.is_on_last_room = False
        """Set when the disk was full and the room held back was given up."""
        self._ballast = ballast
        self.is_backing_up = False
        """Set while a backup of this file is being made, from the first slice to the end."""
        self._copy: OnlineCopy | None = None
        self._engine = _make_engine(path)
        self._has_failed = False
        self.again_after_s = 5.0
        self._failed_at_s = 0.0
        self._times_left = OPENED_AGAIN_AT_MOST
        self._is_closed = False
        self._driver: sqlite3.Connection | None = None
        try:
            with self._engine.connect():
                pass
        except (DBAPIError, sqlite3.Error) as error:
            self._engine.dispose()
            raise self._known(error) from None
        except KnownError:
            self._engine.dispose()
            raise

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """BEGIN IMMEDIATE to COMMIT: durable when the block is left, nothing done if it raises."""
        self._check_usable()
        try:
            with self._engine.begin() as connection:
                yield connection
        except (DBAPIError, sqlite3.Error) as error:
            if self._has_freed_room(known := self._known(error)):
                raise KnownError("store.last-room") from None
            raise known from None

    def append(self, statement: RowInsert, values: Mapping[str, Value]) -> None:
        """One row as a transaction of its own, durable on return, past SQLAlchemy's bookkeeping.

        For the one path that runs at each answer; everything else uses :meth:`transaction`. On a
        full disk the room that was held back is given up and the row written again, once: SQLite
        says FULL before anything of the row is committed.
        """
        self._check_usable()
        row = [values[name] for name in statement.columns]
        try:
            self._raw().execute(statement.sql, row)
        except sqlite3.Error as error:
            if not self._has_freed_room(known := self._known(error)):
                raise known from None
            try:
                self._raw().execute(statement.sql, row)
            except sqlite3.Error as again:
                raise self._known(again) from None

    def _has_freed_room(self, error: Exception) -> bool:
        is_full = isinstance(error, KnownError) and error.message_id == "store.disk-full"
        if not is_full or self._ballast is None or not self._ballast.give_back():
            return False
        self.is_on_last_room = True
        return True

    def fetch_all(self, query: CompiledQuery) -> list[tuple[Any, ...]]:
        """All rows of one query by itself, past SQLAlchemy's transaction and row objects.

        Any, because SQLite says nothing of its columns' types: the caller knows the query.
        """
        self._check_usable()
        try:
            return self._raw().execute(query.sql, query.values).fetchall()
        except sqlite3.Error as error:
            raise self._known(error) from None

    @property
    def has_failed(self) -> bool:
        """Whether the disk reported an error and the file was not opened anew since."""
        return self._has_failed

    def _check_usable(self) -> None:
        if self._is_closed:
            raise BugError("the store is closed")
        if self._has_failed and not self._opens_again():
            raise KnownError("store.disk-failed")

    def _opens_again(self) -> bool:
        """Whether the file is whole on a new connection. Emptying the log writes all of it anew."""
        if self._times_left == 0 or monotonic() - self._failed_at_s < self.again_after_s:
            return False
        self._times_left -= 1
        self._failed_at_s = monotonic()
        if self._copy is not None:
            self._copy.stop()
        self._driver = None
        self._engine.dispose()
        self._engine = _make_engine(self.path)
        try:
            is_busy, *_ = self._raw().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            answers = self._raw().execute("PRAGMA quick_check").fetchall()
        except (DBAPIError, sqlite3.Error, KnownError):
            return False
        self._has_failed = bool(is_busy) or answers != [("ok",)]
        return not self._has_failed

    def _raw(self) -> sqlite3.Connection:
        if self._driver is None:
            with self._engine.connect() as connection:
                driver = connection.connection.driver_connection
            if not isinstance(driver, sqlite3.Connection):
                raise BugError("the store runs on sqlite3")
            self._driver = driver
        return self._driver

    def truncate_log(self) -> None:
        """Move everything into the main file and empty the WAL, so that deleted bytes are gone.

        KnownError ``store.log-not-emptied`` when something still reads: what was done before is
        durable, and the next start empties the log.
        """
        self._check_usable()
        try:
            busy, _, _ = self._raw().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise self._known(error) from None
            busy = 1
        except (DBAPIError, sqlite3.Error) as error:
            raise self._known(error) from None
        if busy:
            raise KnownError("store.log-not-emptied")

    def begin_copy(self, target: Path) -> OnlineCopy:
        """Begin a copy of the file as it is now; one at a time, called off by :meth:`close`.

        Its steps are for the thread that uses this database, between transactions.
        """
        self._check_usable()
        if self._copy is not None:
            self._copy.stop()
        try:
            self._copy = OnlineCopy(self._raw(), target)
        except sqlite3.Error as error:
            raise self._known(error) from None
        return self._copy

    def close(self) -> None:
        """Close the connection; safe to call twice."""
        if self._copy is not None:
            self._copy.stop()
            self._copy = None
        self._is_closed = True
        self._driver = None
        self._engine.dispose()

    def _known(self, error: Exception) -> Exception:
        """The user's sentence for a failure of the file, or a bug; never the statement's values."""
        cause = error.orig if isinstance(error, DBAPIError) else error
        code = getattr(cause, "sqlite_errorcode", None)
        if code == sqlite3.SQLITE_CONSTRAINT_TRIGGER and SIGNED in str(cause):
            return KnownError("store.signed")
        message_id = _BY_CODE.get(code & 0xFF) if isinstance(code, int) else None
        if message_id is None:
            return BugError(f"the store refused a statement: {type(cause).__name__} {code}")
        if message_id == "store.disk-failed":
            self._has_failed, self._failed_at_s = True, monotonic()
        return KnownError(message_id)


def _make_engine(path: Path) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=StaticPool,
        hide_parameters=True,
        connect_args={"check_same_thread": False, "timeout": 0.0},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def _prepare(raw: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    """Set every pragma and read it back: a setting that did not take would lose data silently."""
    raw.isolation_level = None  # BEGIN is ours; the driver's own hides when it happens
    for name, value, _expected in PRAGMAS:
        raw.execute(f"PRAGMA {name} = {value}").fetchall()
    for name, _value, expected in PRAGMAS:
        row = raw.execute(f"PRAGMA {name}").fetchone()
        # mmap_size gives no row where memory mapping was compiled out
        if row is not None and row[0] != expected:
            raise KnownError("store.not-durable-here")


def _begin_immediate(connection: Connection) -> None:
    """Straight to the driver: SQLAlchemy's own way to it costs more than many a transaction."""
    connection.connection.cursor().execute("BEGIN IMMEDIATE")

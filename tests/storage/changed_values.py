"""Every stored value of a file, changed one byte at a time, and what a check then names."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from desktop.clock import RandomIds, SystemClock
from desktop.services.ports import tell_nobody
from desktop.storage.engine import Database
from desktop.storage.opened_store import open_store
from desktop.storage.opening import Opening
from desktop.storage.session_keys import SessionKeys
from desktop.storage.verify import verify_database

Value = str | int | bytes | None
INTEGER_BYTES = 8


@dataclass(frozen=True, slots=True)
class Place:
    """One value: its table and column, the key columns of its row, their values."""

    table: str
    column: str
    key: tuple[str, ...]
    row: tuple[Value, ...]
    value: Value = field(repr=False)

    @property
    def size(self) -> int:
        """How many bytes there are to change; 1 where there is nothing yet."""
        if isinstance(self.value, int):
            return INTEGER_BYTES
        return max(1, len(self.value or b""))

    def changed(self, at: int) -> Value:
        """The value with one bit of byte ``at`` changed; in place of nothing, one byte."""
        if isinstance(self.value, int):
            return self.value ^ (1 << 8 * at)
        if isinstance(self.value, str):
            return self.value[:at] + chr(ord(self.value[at]) ^ 1) + self.value[at + 1 :]
        if not self.value:
            return 1 if self.column == "amends" else b"\1"
        return self.value[:at] + bytes([self.value[at] ^ 1]) + self.value[at + 1 :]


class ChangedFile:
    """An open file in which one value at a time is changed and put back; not durable."""

    def __init__(self, path: Path, keys: Sequence[SessionKeys]) -> None:
        self._database = Database(path)
        self._keys = keys
        self._raw = self._database._raw()
        self._raw.execute("PRAGMA synchronous = OFF")
        self._raw.execute("PRAGMA foreign_keys = OFF")

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def places(self) -> Iterator[Place]:
        """Every value of every row of every table."""
        tables = self._raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        for (table,) in tables.fetchall():
            columns = self._raw.execute(f"PRAGMA table_info({table})").fetchall()
            key = tuple(each[1] for each in columns if each[5])
            for column in (each[1] for each in columns):
                query = " ".join(("SELECT", ", ".join((*key, column)), "FROM", table))
                for row in self._raw.execute(query).fetchall():
                    yield Place(table, column, key, row[:-1], row[-1])

    def found(self) -> tuple[str, ...]:
        """The places that a check names: first without keys, then with each account's."""
        problems = list(verify_database(self._database).problems)
        if not problems:
            store = open_store(self._database, SystemClock(), RandomIds())
            for keys in self._keys:
                problems += Opening(store, keys.twin(), tell_nobody).problems()
        return tuple(problem.where for problem in problems)

    def opened(self) -> int:
        """How many sealed values open, over all accounts."""
        store = open_store(self._database, SystemClock(), RandomIds())
        total = 0
        for keys in self._keys:
            opening = Opening(store, keys.twin(), tell_nobody)
            list(opening.problems())
            total += opening.opened
        return total

    @contextmanager
    def changed(self, place: Place, at: int) -> Iterator[bool]:
        """One byte changed for a while; False when SQLite itself does not take such a value."""
        changed = place.changed(at)
        pairs = zip(place.key, place.row, strict=True)
        moved = tuple(changed if name == place.column else value for name, value in pairs)
        try:
            self._write(place, changed, place.row)
        except sqlite3.IntegrityError:
            yield False
            return
        try:
            yield True
        finally:
            self._write(place, place.value, moved)

    def _write(self, place: Place, value: Value, row: tuple[Value, ...]) -> None:
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
        triggers = self._raw.execute(query, (place.table,)).fetchall()
        where = " AND ".join(f"{name} = ?" for name in place.key)
        update = " ".join(("UPDATE", place.table, "SET", place.column, "= ? WHERE", where))
        for name, _ in triggers:
            self._raw.execute(f"DROP TRIGGER {name}")
        try:
            assert self._raw.execute(update, (value, *row)).rowcount == 1
        finally:
            for _, sql in triggers:
                self._raw.execute(sql)

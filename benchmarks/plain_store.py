"""What the sealed store is measured against: the same rows in SQLite, in the clear or SQLCipher."""

import os
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, event, text
from sqlalchemy.pool import StaticPool

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "locking_mode=EXCLUSIVE",
    "temp_store=MEMORY",
    "secure_delete=ON",
)


class PlainStore:
    """Journal, records and summaries, with the pragmas of the sealed store.

    ``driver`` is ``sqlite3`` or a module with its interface; ``key`` (hexadecimal) encrypts the
    whole file where the driver can.
    """

    def __init__(self, path: Path, driver: Any = sqlite3, key: str = "") -> None:
        self._connection = driver.connect(str(path), isolation_level=None)
        if key:
            self._connection.execute(f"PRAGMA key = \"x'{key}'\"")
        for pragma in PRAGMAS:
            self._connection.execute(f"PRAGMA {pragma}")
        for statement in (
            "CREATE TABLE journal (record TEXT, seq INTEGER, body BLOB, PRIMARY KEY (record, seq))"
            " WITHOUT ROWID",
            "CREATE TABLE records (record TEXT PRIMARY KEY, body BLOB)",
            "CREATE TABLE summaries (person TEXT PRIMARY KEY, body BLOB)",
        ):
            self._connection.execute(statement)
        self._seq = 0
        # The same layer as the app's: a query that is built once, a transaction, a row.
        self._engine = create_engine(
            "sqlite://", module=driver, creator=lambda: self._connection, poolclass=StaticPool
        )
        event.listen(self._engine, "begin", lambda begun: begun.exec_driver_sql("BEGIN IMMEDIATE"))
        self._load = text("SELECT body FROM records WHERE record = :record")

    def append(self, body: bytes) -> None:
        """One journal row, durable on return."""
        self._seq += 1
        self._connection.execute("BEGIN IMMEDIATE")
        row = (os.urandom(16).hex(), self._seq, body)
        self._connection.execute("INSERT INTO journal VALUES (?, ?, ?)", row)
        self._connection.execute("COMMIT")

    def keep_record(self, record: str, body: bytes) -> None:
        """One record."""
        self._connection.execute("INSERT INTO records VALUES (?, ?)", (record, body))

    def record(self, record: str) -> bytes:
        """Its bytes, through SQLAlchemy as the app reads."""
        with self._engine.begin() as connection:
            body: bytes = connection.execute(self._load, {"record": record}).one()[0]
        return body

    def keep_summaries(self, rows: Iterable[tuple[str, bytes]]) -> None:
        """One row a person, in one transaction."""
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.executemany("INSERT INTO summaries VALUES (?, ?)", rows)
        self._connection.execute("COMMIT")

    def summaries(self) -> list[bytes]:
        """The bytes of all."""
        return [body for (body,) in self._connection.execute("SELECT body FROM summaries")]

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

"""What the sealed store is measured against: the same rows in SQLite, in the clear or SQLCipher."""

import os
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event, insert
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.pool import StaticPool

from benchmarks import plain_summaries
from benchmarks.plain_tables import METADATA, RECORDS, REVISIONS, newest_revision
from desktop.records.case_summary import PersonSummary
from desktop.records.form_record import FormRecord
from desktop.records.ids import PersonId, RecordId, StaffId
from desktop.services.ports import Revision
from desktop.storage.codec import decode, encode

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "locking_mode=EXCLUSIVE",
    "temp_store=MEMORY",
    "secure_delete=ON",
)

_Row = tuple[str, str, str, str, int, int, int | None, str, str, bytes]


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
            "CREATE TABLE bodies (person TEXT PRIMARY KEY, body BLOB)",
        ):
            self._connection.execute(statement)
        self._seq = 0
        # The same layer as the app's: a query that is built once, a transaction, a row.
        self._engine = create_engine(
            "sqlite://", module=driver, creator=lambda: self._connection, poolclass=StaticPool
        )
        event.listen(self._engine, "begin", self._begin)
        with self._engine.begin() as connection:
            METADATA.create_all(connection)
        self._newest = newest_revision()
        self._newest_sql = str(self._newest.compile(dialect=SQLiteDialect_pysqlite()))

    def append(self, body: bytes) -> None:
        """One journal row, durable on return."""
        self._seq += 1
        self._connection.execute("BEGIN IMMEDIATE")
        row = (os.urandom(16).hex(), self._seq, body)
        self._connection.execute("INSERT INTO journal VALUES (?, ?, ?)", row)
        self._connection.execute("COMMIT")

    def keep_record(self, saved: Revision[FormRecord], body: bytes) -> None:
        """One record with its first revision."""
        with self._engine.begin() as connection:
            connection.execute(
                insert(RECORDS),
                {
                    "record_id": saved.record_id,
                    "person_id": saved.person_id,
                    "kind": "form",
                    "compartment": "CLIN",
                },
            )
            connection.execute(
                insert(REVISIONS),
                {
                    "record_id": saved.record_id,
                    "number": saved.number,
                    "schema_version": 1,
                    "amends": saved.amends,
                    "author": saved.author,
                    "at": saved.at.isoformat(),
                    "body": body,
                },
            )

    def load(self, record: RecordId) -> Revision[FormRecord]:
        """The newest revision with its value, by the query and the transaction of the app."""
        with self._engine.begin() as connection:
            row = connection.execute(self._newest, {"wanted": record}).one()
        return _revision(row._tuple())

    def load_raw(self, record: RecordId) -> Revision[FormRecord]:
        """The same past SQLAlchemy, by the statement that it compiled."""
        return _revision(self._connection.execute(self._newest_sql, (record, 1, 0)).fetchone())

    def _begin(self, _begun: Connection) -> None:
        self._connection.execute("BEGIN IMMEDIATE")

    def keep_summaries(self, people: Sequence[PersonSummary]) -> None:
        """Each summary as a row of columns, and once more as a row with one body."""
        with self._engine.begin() as connection:
            plain_summaries.keep(connection, people)
            bodies = [(each.person_id, encode(each)) for each in people]
            self._connection.executemany("INSERT INTO bodies VALUES (?, ?)", bodies)

    def summaries(self) -> dict[PersonId, PersonSummary]:
        """All of them from their columns, through SQLAlchemy."""
        with self._engine.begin() as connection:
            return plain_summaries.load(connection)

    def summaries_of_bodies(self) -> dict[PersonId, PersonSummary]:
        """All of them from their bodies, past SQLAlchemy."""
        rows = self._connection.execute("SELECT body FROM bodies")
        people = [decode(body, PersonSummary) for (body,) in rows]
        return {each.person_id: each for each in people}

    def truncate_log(self) -> None:
        """Everything into the main file, and the log empty."""
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def _revision(row: _Row) -> Revision[FormRecord]:
    record_id, person_id, _kind, _compartment, number, _schema, amends, author, at, body = row
    return Revision(
        person_id=PersonId(person_id),
        record_id=RecordId(record_id),
        number=number,
        author=StaffId(author),
        at=datetime.fromisoformat(at),
        value=decode(body, FormRecord),
        amends=amends,
    )

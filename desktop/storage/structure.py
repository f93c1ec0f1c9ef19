"""Whether a file is a store of ours, of a version we know, with exactly our tables and triggers."""

import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, column, select, table, text
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from desktop.errors import KnownError
from desktop.storage.journal_rows import JournalEntryRow
from desktop.storage.schema import APPLICATION_ID, FORMAT_VERSION
from desktop.storage.seal_rows import KeySealRow
from desktop.storage.triggers import trigger_statements

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
_READ_FIRST = ("store_meta", "certificates", "trust_log", "person_log", "compartments")
"""Small tables that are read before anybody signs in."""
_USER_VERSION_AT = 60
_APPLICATION_ID_AT = 68
"""Offsets in the database header (https://sqlite.org/fileformat2.html, section 1.3)."""


def check_header(path: Path) -> None:
    """Look at the first 100 bytes without opening the database.

    KnownErrors ``store.not-a-store``, ``store.newer-version``, ``store.folder-unusable``.
    """
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except OSError:
        raise KnownError("store.folder-unusable") from None
    if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC):
        raise KnownError("store.not-a-store")
    if _number(header, _APPLICATION_ID_AT) != APPLICATION_ID:
        raise KnownError("store.not-a-store")
    version = _number(header, _USER_VERSION_AT)
    if version > FORMAT_VERSION:
        raise KnownError("store.newer-version")
    if version < 1:
        raise KnownError("store.not-a-store")


def schema_statements() -> tuple[str, ...]:
    """Every CREATE statement of the store, tables first."""
    dialect = SQLiteDialect_pysqlite()
    modules = (KeySealRow, JournalEntryRow)  # they add their tables when they are imported
    tables = modules[0].metadata.sorted_tables
    indexes = [
        index for each in tables for index in sorted(each.indexes, key=lambda i: str(i.name))
    ]
    creates = [CreateTable(each).compile(dialect=dialect) for each in tables]
    creates_index = [CreateIndex(each).compile(dialect=dialect) for each in indexes]
    return (
        *(str(each).strip() for each in creates),
        *(str(each).strip() for each in creates_index),
        *trigger_statements(),
    )


def create_schema(connection: Connection) -> None:
    """Write the whole schema, the application id and the format version into an empty file."""
    for statement in schema_statements():
        connection.execute(text(statement))
    connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
    connection.execute(text(f"PRAGMA user_version = {FORMAT_VERSION}"))


def check_schema(connection: Connection) -> None:
    """KnownError ``store.damaged`` when a table or trigger was changed, removed or added."""
    if found_schema(connection) != expected_schema() or _owners(connection) != _expected_owners():
        raise KnownError("store.damaged")
    if not _are_trees_whole(connection):
        raise KnownError("store.damaged")


def found_schema(connection: Connection) -> dict[str, str]:
    """Name and statement of everything in the file's catalogue."""
    catalogue = table("sqlite_master", column("name"), column("sql"))
    query = select(catalogue.c.name, catalogue.c.sql).where(catalogue.c.sql.is_not(None))
    return dict(connection.execute(query).all())


def expected_schema() -> dict[str, str]:
    """The catalogue as SQLite itself writes it for our statements."""
    empty = sqlite3.connect(":memory:")
    try:
        for statement in schema_statements():
            empty.execute(statement)
        rows = empty.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return dict(rows.fetchall())
    finally:
        empty.close()


def _are_trees_whole(connection: Connection) -> bool:
    """Whether each object has pages of its own, and what is read first holds rows of its kind.

    A changed root page would hand the rows of one table to another. The rest is for the whole
    check: it takes as long as the file is large.
    """
    catalogue = table("sqlite_master", column("type"), column("rootpage"))
    roots = connection.execute(select(catalogue)).all()
    pages = [root for kind, root in roots if kind != "trigger"]
    if len(set(pages)) != len(pages) or any(root for kind, root in roots if kind == "trigger"):
        return False
    for name in _READ_FIRST:
        answers = connection.execute(text(f"PRAGMA integrity_check({name})")).scalars().all()
        if list(answers) != ["ok"]:
            return False
    return True


def _owners(connection: Connection) -> set[tuple[str, str, str]]:
    """Type, name and table of everything in the catalogue, SQLite's own indexes included."""
    catalogue = table("sqlite_master", column("type"), column("name"), column("tbl_name"))
    return {tuple(row) for row in connection.execute(select(catalogue))}


@cache
def _expected_owners() -> frozenset[tuple[str, str, str]]:
    with closing(sqlite3.connect(":memory:")) as empty:
        for statement in schema_statements():
            empty.execute(statement)
        return frozenset(empty.execute("SELECT type, name, tbl_name FROM sqlite_master"))


def _number(header: bytes, at: int) -> int:
    return int.from_bytes(header[at : at + 4], "big")

"""The rows of drafts, and where they lie: each draft's one after another in the file.

A row goes to the end of its draft's stretch of the one B-tree, so most commits write one page of
it. Kept by record and number they would write two to three: so few of these wide rows fit a page.
"""

from typing import NamedTuple

from sqlalchemy import (
    CheckConstraint,
    ColumnClause,
    ColumnElement,
    Connection,
    Index,
    delete,
    func,
    literal_column,
    select,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from desktop.errors import BugError
from desktop.storage.crypto.failures import Damaged
from desktop.storage.schema import Base

ROWS_OF_DRAFT = 1 << 20
"""Positions kept for one draft: its number times this, plus the number of the row from 1."""
_ONE: ColumnClause[int] = literal_column("1")
"""SQLite takes a partial index only for a constant that it can read, never for a parameter
(https://sqlite.org/partialindex.html, section 3)."""


class JournalEntryRow(Base):
    """One sealed change of a draft on (record, base). Author, time and content are sealed."""

    __tablename__ = "journal"
    __table_args__ = (
        CheckConstraint(f"position % {ROWS_OF_DRAFT} = seq", name="position"),
        Index("ix_journal_first", "record_id", "base", unique=True, sqlite_where=text("seq = 1")),
        {"sqlite_strict": True},
    )
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    record_id: Mapped[str]
    base: Mapped[int]
    seq: Mapped[int]
    person_id: Mapped[str]
    dek_version: Mapped[int]
    amends: Mapped[int | None]
    sealed: Mapped[bytes] = mapped_column(repr=False)


class StoredRow(NamedTuple):
    """One row as it was read."""

    position: int
    record_id: str
    base: int
    seq: int
    person_id: str
    dek_version: int
    amends: int | None
    sealed: bytes


_WHOLE = select(
    JournalEntryRow.position,
    JournalEntryRow.record_id,
    JournalEntryRow.base,
    JournalEntryRow.seq,
    JournalEntryRow.person_id,
    JournalEntryRow.dek_version,
    JournalEntryRow.amends,
    JournalEntryRow.sealed,
)


def first_position(connection: Connection, record_id: str, base: int) -> int | None:
    """Where the first row of a draft lies; None when it has none.

    KnownError ``store.damaged`` when there are rows of it and no first one.
    """
    query = select(JournalEntryRow.position).where(
        JournalEntryRow.record_id == record_id,
        JournalEntryRow.base == base,
        JournalEntryRow.seq == _ONE,
    )
    found = connection.execute(query).scalar()
    if found is None and _has_rows(connection, record_id, base):
        raise Damaged
    return found


def _has_rows(connection: Connection, record_id: str, base: int) -> bool:
    """By looking at every row: asked once, before a draft has its first."""
    query = select(JournalEntryRow.position).where(
        JournalEntryRow.record_id == record_id, JournalEntryRow.base == base
    )
    return connection.execute(query.limit(1)).first() is not None


def before_new_draft(connection: Connection) -> int:
    """The position before the first of another draft: behind all that are there."""
    newest = connection.execute(select(func.max(JournalEntryRow.position))).scalar() or 0
    return (newest // ROWS_OF_DRAFT + 1) * ROWS_OF_DRAFT


def next_position(position: int) -> int:
    """Behind a row of the same draft. BugError when a draft has a million rows."""
    if (position + 1) % ROWS_OF_DRAFT == 0:
        raise BugError("a draft has more rows than there is room for")
    return position + 1


def rows_of_draft(connection: Connection, record_id: str, base: int) -> list[StoredRow]:
    """Every row that lies where the draft's belong, in order. KnownError ``store.damaged``."""
    first = first_position(connection, record_id, base)
    if first is None:
        return []
    query = _WHOLE.where(of_draft(first)).order_by(JournalEntryRow.position)
    return [StoredRow(*row) for row in connection.execute(query)]


def last_row(connection: Connection, first: int) -> StoredRow:
    """The newest row of the draft whose first is there."""
    query = _WHOLE.where(of_draft(first)).order_by(JournalEntryRow.position.desc()).limit(1)
    return StoredRow(*connection.execute(query).one())


def of_draft(first: int) -> ColumnElement[bool]:
    """What lies where the rows of the draft belong whose first row is there."""
    return JournalEntryRow.position.between(first, first + ROWS_OF_DRAFT - 2)


def is_first() -> ColumnElement[bool]:
    """The first row of any draft."""
    return JournalEntryRow.seq == _ONE


def remove_drafts(connection: Connection, record_id: str) -> None:
    """Every row of every draft of one record."""
    firsts = select(JournalEntryRow.position).where(
        JournalEntryRow.record_id == record_id, is_first()
    )
    for first in connection.execute(firsts).scalars().all():
        connection.execute(delete(JournalEntryRow).where(of_draft(first)))

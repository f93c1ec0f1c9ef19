"""Bringing a store that an older version made up to this version's format, in one transaction."""

from sqlalchemy import Connection, text

from desktop.errors import KnownError
from desktop.storage.journal_rows import ROWS_OF_DRAFT
from desktop.storage.schema import FORMAT_VERSION
from desktop.storage.structure import expected_schema, found_schema

ADDED_IN = {
    2: (
        "trust_log",
        "trust_log_no_update",
        "trust_log_no_delete",
        "person_log",
        "ix_person_log_person_id",
        "person_log_no_update",
        "person_log_no_delete",
        "glass_log",
        "glass_log_no_update",
        "glass_log_no_delete",
        "lent_keys",
        "caseload_blocks",
        "caseload_members",
        "key_seals",
        "ix_caseload_members_block",
    ),
    3: ("ix_journal_first",),
}
"""Tables, indexes and triggers that each format added. No format has dropped one."""
_JOURNAL_BEFORE_3 = """CREATE TABLE journal (
\trecord_id TEXT NOT NULL, 
\tbase INTEGER NOT NULL, 
\tseq INTEGER NOT NULL, 
\tperson_id TEXT NOT NULL, 
\tdek_version INTEGER NOT NULL, 
\tamends INTEGER, 
\tsealed BLOB NOT NULL, 
\tCONSTRAINT pk_journal PRIMARY KEY (record_id, base, seq)
)
 WITHOUT ROWID,
 STRICT"""  # noqa: W291 (as SQLite keeps it)
_COLUMNS = "record_id, base, seq, person_id, dek_version, amends, sealed"
_MOVE_JOURNAL = (
    f"INSERT INTO journal (position, {_COLUMNS}) SELECT dense_rank() OVER"  # noqa: S608 (no value)
    f" (ORDER BY record_id, base) * {ROWS_OF_DRAFT} + seq, {_COLUMNS} FROM journal_before"
)


def migrate(connection: Connection) -> None:
    """Add what newer formats added; nothing when the store is of this format.

    KnownError ``store.damaged`` when the store is not exactly what its own version made.
    """
    version = connection.execute(text("PRAGMA user_version")).scalar_one()
    if version == FORMAT_VERSION:
        return
    expected = expected_schema()
    missing = [
        name for added, names in sorted(ADDED_IN.items()) if added > version for name in names
    ]
    older = {name: sql for name, sql in expected.items() if name not in missing}
    older["journal"] = _JOURNAL_BEFORE_3
    if found_schema(connection) != older:
        raise KnownError("store.damaged")
    _move_journal(connection, expected)
    for name in missing:
        connection.execute(text(expected[name]))
    connection.execute(text(f"PRAGMA user_version = {FORMAT_VERSION}"))


def _move_journal(connection: Connection, expected: dict[str, str]) -> None:
    """Format 3 keeps each draft's rows together. The guard comes after them: it is for new rows."""
    connection.execute(text("ALTER TABLE journal RENAME TO journal_before"))
    connection.execute(text(expected["journal"]))
    connection.execute(text(_MOVE_JOURNAL))
    connection.execute(text("DROP TABLE journal_before"))
    connection.execute(text(expected["journal_signed"]))

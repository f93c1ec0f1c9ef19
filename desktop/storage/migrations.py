"""Bringing a store that an older version made up to this version's format, in one transaction."""

from sqlalchemy import Connection, text

from desktop.errors import KnownError
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
}
"""Tables, indexes and triggers that each format added. No format has changed or dropped one."""


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
    if found_schema(connection) != older:
        raise KnownError("store.damaged")
    for name in missing:
        connection.execute(text(expected[name]))
    connection.execute(text(f"PRAGMA user_version = {FORMAT_VERSION}"))

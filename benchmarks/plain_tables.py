"""The tables of the yardstick: what the sealed store keeps, in columns and in the clear."""

from sqlalchemy import (
    Column,
    Integer,
    LargeBinary,
    MetaData,
    Select,
    Table,
    Text,
    bindparam,
    select,
)

METADATA = MetaData()

RECORDS = Table(
    "records",
    METADATA,
    Column("record_id", Text, primary_key=True),
    Column("person_id", Text),
    Column("kind", Text),
    Column("compartment", Text),
)
REVISIONS = Table(
    "revisions",
    METADATA,
    Column("record_id", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("schema_version", Integer),
    Column("amends", Integer),
    Column("author", Text),
    Column("at", Text),
    Column("body", LargeBinary),
)


def newest_revision() -> Select[str, str, str, str, int, int, int | None, str, str, bytes]:
    """The newest revision of ``wanted`` with its record, as the app asks for it."""
    return (
        select(
            RECORDS.c.record_id,
            RECORDS.c.person_id,
            RECORDS.c.kind,
            RECORDS.c.compartment,
            REVISIONS.c.number,
            REVISIONS.c.schema_version,
            REVISIONS.c.amends,
            REVISIONS.c.author,
            REVISIONS.c.at,
            REVISIONS.c.body,
        )
        .join_from(RECORDS, REVISIONS, REVISIONS.c.record_id == RECORDS.c.record_id)
        .where(RECORDS.c.record_id == bindparam("wanted"))
        .order_by(REVISIONS.c.number.desc())
        .limit(1)
    )

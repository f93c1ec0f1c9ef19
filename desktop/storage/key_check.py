"""Whether records have the data keys that they need, and nobody erased has any left."""

from collections.abc import Iterator

from sqlalchemy import Connection, exists, select

from desktop.storage.person_book import PersonBook
from desktop.storage.schema import DekWrapRow, JournalEntryRow, LentKeyRow, RecordRow, RevisionRow


def key_problems(connection: Connection, people: PersonBook) -> Iterator[tuple[str, str]]:
    """Place and message id of each finding."""
    for table in (DekWrapRow, JournalEntryRow, LentKeyRow):
        left = connection.execute(select(table.person_id).distinct()).scalars().all()
        for person_id in left:
            if person_id in people.erased:
                yield f"{table.__tablename__}/{person_id}", "verify.not-erased"
    wrap = exists().where(
        DekWrapRow.person_id == RecordRow.person_id,
        DekWrapRow.compartment == RecordRow.compartment,
        DekWrapRow.version == RevisionRow.dek_version,
    )
    lost = (
        select(RecordRow.person_id, RecordRow.compartment)
        .join_from(RecordRow, RevisionRow, RevisionRow.record_id == RecordRow.record_id)
        .where(~wrap)
        .distinct()
    )
    for person_id, compartment in connection.execute(lost):
        if person_id not in people.erased:
            yield f"dek_wraps/{compartment}/{person_id}", "verify.key-missing"

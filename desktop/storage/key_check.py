"""Whether records have the data keys that they need, and nobody erased has any left."""

from collections.abc import Iterator

from sqlalchemy import Connection, exists, select

from desktop.storage.journal_rows import JournalEntryRow
from desktop.storage.person_book import PersonBook
from desktop.storage.schema import DekWrapRow, LentKeyRow, RecordRow, RevisionRow
from desktop.storage.seal_rows import KeySealRow


def key_problems(connection: Connection, people: PersonBook) -> Iterator[tuple[str, str]]:
    """Place and message id of each finding."""
    for table in (DekWrapRow, JournalEntryRow, LentKeyRow, KeySealRow):
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
    missing = connection.execute(lost).all()
    for person_id, compartment in missing:
        if person_id not in people.erased:
            yield f"dek_wraps/{compartment}/{person_id}", "verify.key-missing"
    counted = exists().where(
        DekWrapRow.person_id == KeySealRow.person_id,
        DekWrapRow.compartment == KeySealRow.compartment,
        DekWrapRow.version == KeySealRow.version,
    )
    stray = select(KeySealRow.person_id, KeySealRow.compartment, KeySealRow.version)
    for person_id, compartment, version in connection.execute(stray.where(~counted)):
        if (person_id, compartment) not in missing:
            yield f"key_seals/{person_id}/{compartment}/{version}", "verify.place"

"""Stored revisions as they are read: the row, and the one way to open it."""

from dataclasses import dataclass, field
from typing import TypeVar

from sqlalchemy import Connection, Select, bindparam, func, select

from desktop.records.ids import PersonId, RecordId, StaffId
from desktop.records.kinds import Compartment, RecordKind
from desktop.services.ports import Revision
from desktop.storage.codec import decode_body
from desktop.storage.crypto.aead import open_sealed
from desktop.storage.crypto.failures import Damaged, NewerVersion, WrongKey
from desktop.storage.crypto.hashing import digest
from desktop.storage.engine import CompiledQuery, Database
from desktop.storage.places import Places, RevisionSlot
from desktop.storage.schema import RecordRow, RevisionRow
from desktop.storage.session_keys import DataKey, SessionKeys

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class StoredRevision:
    """One row of ``revisions`` with its record's row."""

    slot: RevisionSlot
    amends: int | None
    sealed: bytes = field(repr=False)

    @property
    def hash(self) -> bytes:
        """SHA-256 of the exact stored bytes."""
        return digest(self.sealed)


_COMPARTMENTS = {each.value: each for each in Compartment}
_Row = tuple[str, str, str, str, int, int, int, bytes, int | None, bytes]
RevisionQuery = Select[str, str, str, str, int, int, int, bytes, int | None, bytes]
"""A query whose rows this module can read."""


def revisions_query() -> RevisionQuery:
    """All revisions joined to their records; callers narrow and order it."""
    return select(
        RecordRow.person_id,
        RecordRow.record_id,
        RecordRow.kind,
        RecordRow.compartment,
        RevisionRow.number,
        RevisionRow.dek_version,
        RevisionRow.schema_version,
        RevisionRow.previous_hash,
        RevisionRow.amends,
        RevisionRow.sealed,
    ).join_from(RecordRow, RevisionRow, RevisionRow.record_id == RecordRow.record_id)


def newest_only(query: RevisionQuery) -> RevisionQuery:
    """Only the newest revision of each record."""
    other = select(func.max(RevisionRow.number)).where(RevisionRow.record_id == RecordRow.record_id)
    return query.where(RevisionRow.number == other.correlate(RecordRow).scalar_subquery())


def read_revisions(connection: Connection, query: RevisionQuery) -> list[StoredRevision]:
    """The rows of a query made with :func:`revisions_query`."""
    return [_stored(row) for row in connection.execute(query)]


# Built once: putting a query together costs SQLAlchemy more than SQLite needs to answer it.
_NEWEST = (
    revisions_query()
    .where(RecordRow.record_id == bindparam("wanted_record"))
    .order_by(RevisionRow.number.desc())
    .limit(1)
)
_NEWEST_BY_ITSELF = CompiledQuery.of(_NEWEST)
_NEWEST_OF_KIND = (
    newest_only(revisions_query())
    .where(
        RecordRow.person_id == bindparam("wanted_person"),
        RecordRow.kind == bindparam("wanted_kind"),
    )
    .order_by(RecordRow.seq)
)


def newest_revision(connection: Connection, record_id: RecordId) -> StoredRevision | None:
    """The newest revision of one record, still sealed."""
    row = connection.execute(_NEWEST, {"wanted_record": record_id}).first()
    return _stored(row) if row else None


def newest_by_itself(database: Database, record_id: RecordId) -> StoredRevision | None:
    """As :func:`newest_revision`, where nothing else is read or written with it."""
    rows = database.fetch_all(_NEWEST_BY_ITSELF.given("wanted_record", record_id))
    return _stored(rows[0]) if rows else None


def newest_of_kind(connection: Connection, person_id: PersonId, kind: str) -> list[StoredRevision]:
    """The newest revision of each record of a kind of one person, oldest record first."""
    wanted = {"wanted_person": person_id, "wanted_kind": kind}
    return [_stored(row) for row in connection.execute(_NEWEST_OF_KIND, wanted)]


def open_revision(
    connection: Connection, keys: SessionKeys, kind: RecordKind[T], stored: StoredRevision
) -> Revision[T]:
    """Check and open one revision.

    Raises KnownErrors ``store.no-key``, ``store.damaged`` (changed, moved or exchanged) and
    ``store.newer-version``.
    """
    need_kind(kind, stored)
    slot = stored.slot
    key = keys.data_key(connection, slot.person_id, slot.compartment, slot.dek_version)
    return open_with(key, keys.places, kind, stored)


def need_kind(kind: RecordKind[T], stored: StoredRevision) -> None:
    """KnownError ``store.damaged`` when the row is not of this kind."""
    if stored.slot.kind != kind.name or stored.slot.compartment is not kind.compartment:
        raise Damaged


def open_with(
    key: DataKey, places: Places, kind: RecordKind[T], stored: StoredRevision
) -> Revision[T]:
    """The second half of :func:`open_revision`."""
    slot = stored.slot
    try:
        plaintext = open_sealed(key.key, places.revision(slot), stored.sealed)
    except WrongKey:
        raise Damaged from None
    if slot.schema_version > kind.schema_version:
        raise NewerVersion
    body = decode_body(plaintext, kind.value_type)
    if body.amends != stored.amends:
        raise Damaged
    return Revision(
        person_id=slot.person_id,
        record_id=slot.record_id,
        number=slot.number,
        author=StaffId(body.author),
        at=body.at,
        value=body.value,
        amends=body.amends,
    )


def _stored(row: _Row) -> StoredRevision:
    person, record, kind, compartment, number, dek, schema, previous, amends, sealed = row
    if compartment not in _COMPARTMENTS:
        raise Damaged
    slot = RevisionSlot(
        person_id=PersonId(person),
        record_id=RecordId(record),
        kind=kind,
        compartment=_COMPARTMENTS[compartment],
        number=number,
        dek_version=dek,
        schema_version=schema,
        previous_hash=previous,
    )
    return StoredRevision(slot, amends, sealed)

"""The port ``AuditReader``: entries sealed to the auditor, opened with the auditor's key."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from desktop.errors import KnownError
from desktop.records.audit_event import AuditEvent
from desktop.records.ids import PersonId
from desktop.records.kinds import Compartment
from desktop.services.ports import AuditLine
from desktop.storage.codec import decode
from desktop.storage.crypto.hpke_wrap import open_from
from desktop.storage.opened_store import OpenedStore
from desktop.storage.schema import AuditRow, RecordRow
from desktop.storage.session_keys import SessionKeys

_AT_ONCE = 500
"""Ids in one question: SQLite takes at least 999 parameters (https://sqlite.org/limits.html)."""


class SealedAuditReader:
    """The trail as one signed-in person may read it."""

    def __init__(self, store: OpenedStore, keys: SessionKeys) -> None:
        self._store = store
        self._keys = keys

    def count(self) -> int:
        """How many entries there are."""
        return self._store.chain.head().count

    def read(self, first: int, last: int) -> Sequence[AuditLine]:
        """Open entries; KnownError ``store.no-key`` for anyone but the auditor."""
        if not self._keys.holds(Compartment.AUD):
            raise KnownError("store.no-key")
        workstation = self._store.chain.place.workstation
        query = (
            select(AuditRow.number, AuditRow.epoch, AuditRow.sealed, AuditRow.previous_hash)
            .where(AuditRow.workstation_id == workstation)
            .where(AuditRow.number.between(first, last))
            .order_by(AuditRow.number)
        )
        with self._store.database.transaction() as connection:
            rows = connection.execute(query).all()
        return tuple(AuditLine(row[0], self._opened(*row)) for row in rows)

    def persons_of(self, subjects: Sequence[str]) -> Mapping[str, PersonId]:
        """Records by their ids, persons as themselves; other subjects are left out."""
        wanted = sorted(set(subjects))
        found: dict[str, PersonId] = {}
        with self._store.database.transaction() as connection:
            for at in range(0, len(wanted), _AT_ONCE):
                part = wanted[at : at + _AT_ONCE]
                records = select(RecordRow.record_id, RecordRow.person_id)
                rows = connection.execute(records.where(RecordRow.record_id.in_(part)))
                found |= {record: PersonId(person) for record, person in rows}
                persons = select(RecordRow.person_id).where(RecordRow.person_id.in_(part))
                known = connection.execute(persons.distinct()).scalars()
                found |= {person: PersonId(person) for person in known}
        return found

    def _opened(
        self, number: int, epoch: int, sealed: bytes, previous_hash: bytes
    ) -> AuditEvent | None:
        workstation = self._store.chain.place.workstation
        context = self._store.places.audit_entry(workstation, number, previous_hash, epoch)
        try:
            pair = self._keys.pair(Compartment.AUD, epoch)
            return decode(open_from(pair, context, sealed), AuditEvent)
        except KnownError:
            return None

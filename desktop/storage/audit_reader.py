"""The port ``AuditReader``: entries sealed to the auditor, opened with the auditor's key."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from desktop.errors import KnownError
from desktop.records.audit_event import Vouched
from desktop.records.ids import PersonId
from desktop.records.kinds import Compartment
from desktop.services.ports import AuditLine
from desktop.storage.audit_entries import EntryReader
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
        self._entries = EntryReader(store, keys)

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
            .where(AuditRow.number.between(min(first, self._entries.seen_to + 1), last))
            .order_by(AuditRow.number)
        )
        with self._store.database.transaction() as connection:
            rows = connection.execute(query).all()
        lines = [self._line(*row) for row in rows]
        return tuple(line for line in lines if line.number >= first)

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

    def _line(self, number: int, epoch: int, sealed: bytes, previous_hash: bytes) -> AuditLine:
        try:
            event, vouched = self._entries.entry(number, epoch, previous_hash, sealed)
        except KnownError:
            return AuditLine(number, None, Vouched.FALSE)
        return AuditLine(number, event, vouched)

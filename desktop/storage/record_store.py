"""The port ``RecordStore``: append-only revisions, each sealed to its place."""

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import Connection, func, insert, select

from desktop.errors import BugError, KnownError
from desktop.records.ids import PersonId, RecordId
from desktop.records.kinds import Compartment, RecordKind
from desktop.services.ports import Revision
from desktop.storage.branch_marks import mark_branch
from desktop.storage.caseload import SUMMARISED, mark_stale
from desktop.storage.codec import RevisionBody, encode
from desktop.storage.compartment_rules import BY_NAME, may_hold
from desktop.storage.crypto.aead import seal
from desktop.storage.crypto.failures import Damaged
from desktop.storage.journal_rows import remove_drafts
from desktop.storage.opened_store import OpenedStore
from desktop.storage.places import RevisionSlot
from desktop.storage.revisions import (
    StoredRevision,
    need_kind,
    newest_by_itself,
    newest_of_kind,
    newest_revision,
    open_revision,
    open_with,
    read_revisions,
    revisions_query,
)
from desktop.storage.schema import DekWrapRow, RecordRow, RevisionRow
from desktop.storage.seal_counts import seals_of
from desktop.storage.session_keys import FIRST_DEK, SessionKeys
from desktop.storage.signature_guard import check_amends, signed_revision

T = TypeVar("T")
PERSON_COMPARTMENTS = (Compartment.ID, Compartment.CLIN)
"""Where each person has a data key of their own."""


class SealedRecordStore:
    """Revisions as one signed-in person may read and add them."""

    def __init__(self, store: OpenedStore, keys: SessionKeys) -> None:
        self._store = store
        self._keys = keys

    def create_person(self) -> PersonId:
        """A new person with fresh keys; durable on return. KnownError ``store.no-key``."""
        person_id = PersonId(self._store.ids.new_id())
        with self._store.database.transaction() as connection:
            for compartment in PERSON_COMPARTMENTS:
                self._keys.new_data_key(connection, person_id, compartment)
        for compartment in PERSON_COMPARTMENTS:
            self._store.seals.note_new((person_id, compartment, FIRST_DEK))
        self._store.moves.forget()
        self._store.summaries.note_stale(person_id)
        return person_id

    def persons(self) -> Sequence[PersonId]:
        """Everyone whose CLIN key this account holds."""
        if not self._keys.holds(Compartment.CLIN):
            return ()
        query = (
            select(DekWrapRow.person_id)
            .where(DekWrapRow.compartment == Compartment.CLIN.value)
            .distinct()
            .order_by(DekWrapRow.person_id)
        )
        with self._store.database.transaction() as connection:
            return tuple(PersonId(found) for found in connection.execute(query).scalars())

    def save(
        self,
        kind: RecordKind[T],
        person_id: PersonId,
        record_id: RecordId,
        value: T,
        *,
        base: int,
        amends: int | None = None,
        clears_journal: bool = False,
    ) -> Revision[T]:
        """Append revision ``base + 1``; see the port for what is refused."""
        self._store.need_here(person_id)
        mark_branch(self._store, self._keys, person_id, record_id)
        store, counts = self._store, self._store.seals
        with counts.counting(store.database, self._keys, person_id, kind.compartment) as connection:
            newest = newest_revision(connection, record_id)
            if newest is not None and newest.slot.person_id != person_id:
                raise BugError("a record never moves to another person")
            saved = self._retried(connection, kind, newest, base, value, amends)
            if saved is None:
                if base != (newest.slot.number if newest else 0):
                    raise KnownError("store.changed-meanwhile")
                check_amends(signed_revision(connection, record_id), amends)
                saved = Revision(
                    person_id=person_id,
                    record_id=record_id,
                    number=base + 1,
                    author=self._keys.me.staff_id,
                    at=self._store.clock.now(),
                    value=value,
                    amends=amends,
                )
                self._insert(connection, kind, saved, newest)
                if kind.name in SUMMARISED:
                    mark_stale(connection, person_id)
            if clears_journal:
                remove_drafts(connection, record_id)
        self._store.heads.forget(record_id)
        if kind.name in SUMMARISED:
            self._store.summaries.note_stale(person_id)
        return saved

    def load(self, kind: RecordKind[T], record_id: RecordId) -> Revision[T]:
        """The newest revision; KnownErrors ``store.no-such-record``, ``person.erased``."""
        newest = newest_by_itself(self._store.database, record_id)
        if newest is None:
            raise KnownError("store.no-such-record")
        slot, keys = newest.slot, self._keys
        key = keys.opened_data_key(slot.person_id, slot.compartment, slot.dek_version)
        if key is None:
            with self._store.database.transaction() as connection:
                return self._open(connection, kind, newest)
        self._need_allowed(kind, newest)
        return open_with(key, keys.places, kind, newest)

    def load_revision(self, kind: RecordKind[T], record_id: RecordId, number: int) -> Revision[T]:
        """One named revision; KnownError ``store.no-such-record``."""
        query = revisions_query().where(
            RecordRow.record_id == record_id, RevisionRow.number == number
        )
        with self._store.database.transaction() as connection:
            found = read_revisions(connection, query)
            if not found:
                raise KnownError("store.no-such-record")
            return self._open(connection, kind, found[0])

    def list_newest(self, kind: RecordKind[T], person_id: PersonId) -> Sequence[Revision[T]]:
        """Newest revision of each record of this kind of one person, oldest record first."""
        with self._store.database.transaction() as connection:
            return tuple(
                self._open(connection, kind, stored)
                for stored in newest_of_kind(connection, person_id, kind.name)
            )

    def everywhere(self, kind: RecordKind[T]) -> Sequence[RecordId]:
        """Every record of a kind, of everybody who is not erased, oldest first; opens nothing."""
        if not self._keys.holds(kind.compartment):
            return ()
        query = select(RecordRow.record_id, RecordRow.person_id).where(RecordRow.kind == kind.name)
        with self._store.database.transaction() as connection:
            rows = connection.execute(query.order_by(RecordRow.seq)).all()
        erased = self._store.people.erased
        return tuple(RecordId(record) for record, person in rows if person not in erased)

    def count(self, kind: RecordKind[T], person_id: PersonId) -> int:
        """How many records of this kind a person has; needs no key."""
        query = select(func.count()).select_from(RecordRow)
        query = query.where(RecordRow.person_id == person_id, RecordRow.kind == kind.name)
        with self._store.database.transaction() as connection:
            return connection.execute(query).scalar_one()

    def history(self, kind: RecordKind[T], record_id: RecordId) -> Sequence[Revision[T]]:
        """All revisions, oldest first; KnownError ``store.damaged`` when one is missing."""
        query = revisions_query().where(RecordRow.record_id == record_id)
        with self._store.database.transaction() as connection:
            rows = read_revisions(connection, query.order_by(RevisionRow.number))
            previous = b""
            for expected, stored in enumerate(rows, start=1):
                if stored.slot.number != expected or stored.slot.previous_hash != previous:
                    raise Damaged
                previous = stored.hash
            return tuple(self._open(connection, kind, row) for row in rows)

    def _open(
        self, connection: Connection, kind: RecordKind[T], stored: StoredRevision
    ) -> Revision[T]:
        self._need_allowed(kind, stored)
        return open_revision(connection, self._keys, kind, stored)

    def _need_allowed(self, kind: RecordKind[T], stored: StoredRevision) -> None:
        self._store.need_not_erased(stored.slot.person_id)
        self._need_named(kind.compartment)
        need_kind(kind, stored)

    def _need_named(self, compartment: Compartment) -> None:
        """Whoever is named no longer opens nothing more, also while still signed in."""
        me = self._keys.me.staff_id
        if compartment in BY_NAME and not may_hold(self._store.trust, me, compartment):
            raise KnownError("store.no-key")

    def _retried(
        self,
        connection: Connection,
        kind: RecordKind[T],
        newest: StoredRevision | None,
        base: int,
        value: T,
        amends: int | None,
    ) -> Revision[T] | None:
        """The stored revision when this very save was already done (and not acknowledged)."""
        if newest is None or newest.slot.number != base + 1:
            return None
        stored = open_revision(connection, self._keys, kind, newest)
        is_same = stored.amends == amends and encode(stored.value) == encode(value)
        return stored if is_same else None

    def _insert(
        self,
        connection: Connection,
        kind: RecordKind[T],
        revision: Revision[T],
        before: StoredRevision | None,
    ) -> None:
        if kind.compartment in BY_NAME:
            self._need_named(kind.compartment)
            self._keys.need_data_key(connection, revision.person_id, kind.compartment)
            self._store.moves.forget()
        plain = encode(RevisionBody(revision.author, revision.at, revision.amends, revision.value))
        key = self._store.seals.key_for(
            connection, self._keys, revision.person_id, kind.compartment, seals_of(plain)
        )
        slot = RevisionSlot(
            person_id=revision.person_id,
            record_id=revision.record_id,
            kind=kind.name,
            compartment=kind.compartment,
            number=revision.number,
            dek_version=key.version,
            schema_version=kind.schema_version,
            previous_hash=before.hash if before else b"",
        )
        if before is None:
            connection.execute(insert(RecordRow), _record_row(slot))
        row = {
            "record_id": slot.record_id,
            "number": slot.number,
            "dek_version": slot.dek_version,
            "schema_version": slot.schema_version,
            "amends": revision.amends,
            "previous_hash": slot.previous_hash,
            "sealed": seal(key.key, self._store.places.revision(slot), plain),
        }
        connection.execute(insert(RevisionRow), row)


def _record_row(slot: RevisionSlot) -> dict[str, str]:
    return {
        "record_id": slot.record_id,
        "person_id": slot.person_id,
        "kind": slot.kind,
        "compartment": slot.compartment.value,
    }

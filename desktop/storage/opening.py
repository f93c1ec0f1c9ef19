"""Opening everything that one person's keys may open: every tag is checked, nothing is kept."""

from collections.abc import Callable, Iterator
from functools import partial

from sqlalchemy import Connection, select

from desktop.errors import KnownError
from desktop.records.audit_event import Vouched
from desktop.records.ids import PacketId, PersonId
from desktop.records.kinds import Compartment
from desktop.services.ports import StoreProblem, Tell
from desktop.storage.audit_entries import EntryReader
from desktop.storage.caseload_check import damaged_places
from desktop.storage.codec import decode_body
from desktop.storage.crypto.aead import open_sealed
from desktop.storage.crypto.failures import Damaged
from desktop.storage.journal import SealedJournal
from desktop.storage.opened_store import OpenedStore
from desktop.storage.packet_facts import GONE
from desktop.storage.packet_store import SealedPacketStore
from desktop.storage.revisions import StoredRevision, read_revisions, revisions_query
from desktop.storage.schema import (
    AuditRow,
    DekWrapRow,
    PacketRow,
    RecordRow,
    RevisionRow,
    SignOffRow,
)
from desktop.storage.seal_counts import count_problems
from desktop.storage.session_keys import SessionKeys
from desktop.storage.sign_offs import author_of

OPENING = "backup.step-opening"
AT_ONCE = 200
"""Records read at once: between them somebody may stop the check."""


class Opening:
    """One pass over a store. ``opened`` counts what opened."""

    def __init__(self, store: OpenedStore, keys: SessionKeys, tell: Tell) -> None:
        self._store = store
        self._keys = keys
        self._tell = tell
        self._wraps: set[tuple[str, str, int]] = set()
        self.opened = 0

    def problems(self) -> Iterator[StoreProblem]:
        """What did not open though the key is there."""
        yield from self._data_keys()
        with self._store.database.transaction() as connection:
            yield from count_problems(connection, self._keys)
        yield from self._revisions()
        yield from self._own_sign_offs()
        yield from self._summaries()
        yield from self._drafts()
        yield from self._packets()
        yield from self._audit()

    def _try(
        self, where: str, message_id: str, act: Callable[[], object]
    ) -> Iterator[StoreProblem]:
        try:
            act()
        except KnownError:
            yield StoreProblem(where, message_id)
            return
        self.opened += 1

    def _data_keys(self) -> Iterator[StoreProblem]:
        query = select(
            DekWrapRow.person_id, DekWrapRow.compartment, DekWrapRow.version, DekWrapRow.epoch
        )
        with self._store.database.transaction() as connection:
            rows = connection.execute(query).all()
            for person_id, name, version, epoch in rows:
                if not self._may_open(name, epoch):
                    continue
                self._wraps.add((person_id, name, version))
                act = partial(
                    self._keys.data_key, connection, PersonId(person_id), Compartment(name), version
                )
                where = f"dek_wraps/{person_id}/{name}"
                yield from self._try(where, "verify.opened-key", act)

    def _revisions(self) -> Iterator[StoreProblem]:
        held = [each.value for each in Compartment if self._keys.holds(each)]
        query = select(RecordRow.seq).where(RecordRow.compartment.in_(held))
        with self._store.database.transaction() as connection:
            seqs = connection.execute(query.order_by(RecordRow.seq)).scalars().all()
        for start in range(0, len(seqs), AT_ONCE):
            self._tell(OPENING, start, len(seqs))
            some = revisions_query().where(RecordRow.seq.in_(seqs[start : start + AT_ONCE]))
            some = some.order_by(RecordRow.seq, RevisionRow.number)
            with self._store.database.transaction() as connection:
                for stored in read_revisions(connection, some):
                    if not self._has_key(stored):
                        continue
                    where = f"revisions/{stored.slot.record_id}/{stored.slot.number}"
                    act = partial(self._open_revision, connection, stored)
                    yield from self._try(where, "verify.opened-revision", act)

    def _open_revision(self, connection: Connection, stored: StoredRevision) -> None:
        slot = stored.slot
        key = self._keys.data_key(connection, slot.person_id, slot.compartment, slot.dek_version)
        plain = open_sealed(key.key, self._keys.places.revision(slot), stored.sealed)
        if decode_body(plain, object).amends != stored.amends:
            raise Damaged

    def _own_sign_offs(self) -> Iterator[StoreProblem]:
        """Who wrote a revision did not sign it."""
        query = select(SignOffRow.record_id, SignOffRow.revision, SignOffRow.signer)
        with self._store.database.transaction() as connection:
            for record_id, number, signer in connection.execute(query).all():
                place = (RecordRow.record_id == record_id, RevisionRow.number == number)
                for stored in read_revisions(connection, revisions_query().where(*place)):
                    if self._has_key(stored) and self._wrote(connection, stored) == signer:
                        yield StoreProblem(f"sign_offs/{record_id}", "verify.sign-off")

    def _wrote(self, connection: Connection, stored: StoredRevision) -> str:
        """Empty for a revision that does not open: that is said of the revision itself."""
        try:
            return author_of(connection, self._keys, stored)
        except KnownError:
            return ""

    def _summaries(self) -> Iterator[StoreProblem]:
        with self._store.database.transaction() as connection:
            for where, is_block in damaged_places(connection, self._keys, self._count):
                message_id = "verify.opened-summaries" if is_block else "verify.caseload"
                yield StoreProblem(where, message_id)

    def _count(self) -> None:
        self.opened += 1

    def _drafts(self) -> Iterator[StoreProblem]:
        journal = SealedJournal(self._store, self._keys)
        for draft in journal.drafts():
            self._tell(OPENING, 0, 0)
            where = f"journal/{draft.record_id}/{draft.base}"
            try:
                self.opened += len(journal.rows(draft))
            except KnownError:
                yield StoreProblem(where, "verify.opened-draft")

    def _packets(self) -> Iterator[StoreProblem]:
        if not self._keys.holds(Compartment.PKT):
            return
        query = select(PacketRow.packet_id).where(PacketRow.state.not_in(GONE))
        with self._store.database.transaction() as connection:
            found = connection.execute(query).scalars().all()
        packets = SealedPacketStore(self._store, self._keys)
        for packet_id in found:
            self._tell(OPENING, 0, 0)
            act = partial(packets.open, PacketId(packet_id))
            yield from self._try(f"packets/{packet_id}", "verify.opened-packet", act)

    def _audit(self) -> Iterator[StoreProblem]:
        if not self._keys.holds(Compartment.AUD):
            return
        workstation = self._store.chain.place.workstation
        query = (
            select(AuditRow.number, AuditRow.epoch, AuditRow.previous_hash, AuditRow.sealed)
            .where(AuditRow.workstation_id == workstation)
            .order_by(AuditRow.number)
        )
        entries = EntryReader(self._store, self._keys)
        with self._store.database.transaction() as connection:
            for number, epoch, before, sealed in connection.execute(query):
                if not self._may_open(Compartment.AUD.value, epoch):
                    continue
                where = f"audit/{workstation}/{number}"
                try:
                    _, vouched = entries.entry(number, epoch, before, sealed)
                except KnownError:
                    yield StoreProblem(where, "verify.opened-audit")
                    continue
                self.opened += 1
                if vouched is Vouched.FALSE:
                    yield StoreProblem(where, "verify.audit-forged")

    def _has_key(self, stored: StoredRevision) -> bool:
        """A data key that is gone is for the check without keys: it may have been destroyed."""
        slot = stored.slot
        return (slot.person_id, slot.compartment.value, slot.dek_version) in self._wraps

    def _may_open(self, name: str, epoch: int) -> bool:
        return name in list(Compartment) and epoch in self._keys.epochs_of(Compartment(name))

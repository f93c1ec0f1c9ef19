"""The Session ports in memory, with the rules of the sealed store: keys, bases, signatures."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar, cast

from desktop.clock import Clock, IdSource
from desktop.errors import BugError, KnownError
from desktop.records.audit_event import AuditEvent
from desktop.records.case_summary import PersonSummary
from desktop.records.ids import PacketId, PersonId, RecordId
from desktop.records.kinds import RecordKind
from desktop.records.roles import Role, StaffMember
from desktop.services.ports import (
    DraftRef,
    FormStand,
    JournalRow,
    LoadedCaseload,
    LoadedForm,
    PacketContent,
    PacketState,
    PacketStatus,
    Report,
    Revision,
    SignOff,
    StaffEntry,
    StaffStanding,
    TextApproval,
)
from tests.support.memory_quiet import MemoryGlassDesk, MemoryHandOverDesk, MemoryRollback
from tests.support.memory_site import MemoryForms, MemorySite

T = TypeVar("T")

CLINICAL_ROLES = frozenset({Role.SPECIALIST, Role.NURSE_MANAGER})


@dataclass(slots=True)
class StoredRecord:
    """All revisions of one record, with its journal and signatures."""

    kind_name: str
    person_id: PersonId
    revisions: list[Revision[object]] = field(default_factory=list)
    sign_offs: list[SignOff] = field(default_factory=list)

    def need_amendment(self, amends: int | None) -> None:
        """A record with a signature takes only what amends its newest signed revision."""
        signed = max((s.revision for s in self.sign_offs), default=None)
        if signed is None and amends is not None:
            raise BugError("an amendment names a signed revision")
        if amends != signed:
            raise KnownError("store.signed")


@dataclass(slots=True)
class StoredPacket:
    """A packet and what may be known of it; the content goes when it is deleted."""

    status: PacketStatus
    content: PacketContent | None


@dataclass(slots=True)
class MemoryStore:
    """One data folder's worth of content, shared by the sessions of several people."""

    clock: Clock
    ids: IdSource
    staff: Sequence[StaffMember]
    is_demo: bool = True
    persons: list[PersonId] = field(default_factory=list)
    records: dict[RecordId, StoredRecord] = field(default_factory=dict)
    journal: dict[RecordId, tuple[DraftRef, list[JournalRow]]] = field(default_factory=dict)
    packets: dict[PacketId, StoredPacket] = field(default_factory=dict)
    audit: list[AuditEvent] = field(default_factory=list)
    approvals: list[TextApproval] = field(default_factory=list)
    settings: dict[str, str] = field(default_factory=dict)
    forms: list[tuple[LoadedForm, bytes]] = field(default_factory=list)
    stands: list[FormStand] = field(default_factory=list)

    def sign_in(self, sign_in_name: str) -> "MemorySession":
        """The session of one of the staff."""
        for member in self.staff:
            if member.sign_in_name == sign_in_name:
                return MemorySession(self, member)
        raise KnownError("sign-in.wrong-password")


class MemoryRecords:
    """RecordStore in memory."""

    def __init__(self, store: MemoryStore, me: StaffMember) -> None:
        self._store = store
        self._me = me

    def create_person(self) -> PersonId:
        """A new person."""
        self._need_key()
        person_id = PersonId(self._store.ids.new_id())
        self._store.persons.append(person_id)
        return person_id

    def persons(self) -> Sequence[PersonId]:
        """Everyone for a clinical role, no one for the others."""
        return tuple(self._store.persons) if self._me.role in CLINICAL_ROLES else ()

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
        """Append a revision under the store's rules."""
        self._need_key()
        if person_id not in self._store.persons or not isinstance(value, kind.value_type):
            raise BugError("a record of no person or of the wrong type")
        record = self._store.records.get(record_id) or StoredRecord(kind.name, person_id)
        if record.kind_name != kind.name or record.person_id != person_id:
            raise BugError("a record never changes its kind or its person")
        newest = len(record.revisions)
        if newest == base + 1 and record.revisions[-1].value == value:
            return cast(Revision[T], record.revisions[-1])
        if base != newest:
            raise KnownError("store.changed-meanwhile")
        record.need_amendment(amends)
        revision = Revision(
            person_id,
            record_id,
            base + 1,
            self._me.staff_id,
            self._store.clock.now(),
            value,
            amends,
        )
        record.revisions.append(cast(Revision[object], revision))
        self._store.records[record_id] = record
        if clears_journal:
            self._store.journal.pop(record_id, None)
        return revision

    def load(self, kind: RecordKind[T], record_id: RecordId) -> Revision[T]:
        """The newest revision."""
        return self.history(kind, record_id)[-1]

    def load_revision(self, kind: RecordKind[T], record_id: RecordId, number: int) -> Revision[T]:
        """One named revision."""
        revisions = self.history(kind, record_id)
        if not 1 <= number <= len(revisions):
            raise KnownError("store.no-such-record")
        return revisions[number - 1]

    def list_newest(self, kind: RecordKind[T], person_id: PersonId) -> Sequence[Revision[T]]:
        """Newest revision of each record of this kind of one person, oldest record first."""
        self._need_key()
        return tuple(
            cast(Revision[T], record.revisions[-1])
            for record in self._store.records.values()
            if record.kind_name == kind.name and record.person_id == person_id
        )

    def everywhere(self, kind: RecordKind[T]) -> Sequence[RecordId]:
        """Every record of a kind, oldest first."""
        if self._me.role not in CLINICAL_ROLES:
            return ()
        records = self._store.records.items()
        return tuple(one for one, record in records if record.kind_name == kind.name)

    def count(self, kind: RecordKind[T], person_id: PersonId) -> int:
        """How many records of this kind a person has."""
        return sum(
            record.kind_name == kind.name and record.person_id == person_id
            for record in self._store.records.values()
        )

    def history(self, kind: RecordKind[T], record_id: RecordId) -> Sequence[Revision[T]]:
        """All revisions, oldest first."""
        self._need_key()
        record = self._store.records.get(record_id)
        if record is None or record.kind_name != kind.name:
            raise KnownError("store.no-such-record")
        return tuple(cast(Revision[T], revision) for revision in record.revisions)

    def _need_key(self) -> None:
        if self._me.role not in CLINICAL_ROLES:
            raise KnownError("store.no-key")


class MemoryJournal:
    """Journal in memory."""

    def __init__(self, store: MemoryStore, me: StaffMember) -> None:
        self._store = store
        self._me = me

    def append(self, draft: DraftRef, row: JournalRow) -> int:
        """Write one row; a signed record takes rows of an amendment only."""
        if self._me.role not in CLINICAL_ROLES:
            raise KnownError("store.no-key")
        record = self._store.records.get(draft.record_id)
        if record is not None:
            record.need_amendment(draft.amends)
        _, rows = self._store.journal.setdefault(draft.record_id, (draft, []))
        rows.append(row)
        return len(rows)

    def rows(self, draft: DraftRef) -> Sequence[JournalRow]:
        """All rows of the draft in order."""
        found = self._store.journal.get(draft.record_id)
        return tuple(found[1]) if found else ()

    def drafts(self) -> Sequence[DraftRef]:
        """Every draft that this account can open."""
        if self._me.role not in CLINICAL_ROLES:
            return ()
        return tuple(draft for draft, _ in self._store.journal.values())

    def discard(self, draft: DraftRef) -> None:
        """Remove the draft's rows."""
        self._store.journal.pop(draft.record_id, None)


class MemorySignOffs:
    """SignOffs in memory."""

    def __init__(self, store: MemoryStore, me: StaffMember) -> None:
        self._store = store
        self._me = me

    def sign(self, record_id: RecordId, revision: int) -> SignOff:
        """Sign that revision; signing the same one again gives the same signature."""
        record = self._store.records.get(record_id)
        if record is None or not 1 <= revision <= len(record.revisions):
            raise KnownError("store.no-such-record")
        if self._me.role is not Role.NURSE_MANAGER:
            raise KnownError("work.not-allowed")
        if record.revisions[revision - 1].author == self._me.staff_id:
            raise KnownError("review.own-record")
        for sign_off in record.sign_offs:
            if sign_off.revision == revision and sign_off.signer == self._me.staff_id:
                return sign_off
        made = SignOff(record_id, revision, self._me.staff_id, self._store.clock.now())
        record.sign_offs.append(made)
        return made

    def of(self, record_id: RecordId) -> Sequence[SignOff]:
        """Signatures, oldest first."""
        record = self._store.records.get(record_id)
        return tuple(record.sign_offs) if record else ()


class MemoryPackets:
    """PacketStore in memory: only the desk opens."""

    def __init__(self, store: MemoryStore, me: StaffMember) -> None:
        self._store = store
        self._me = me

    def put(self, packet_id: PacketId, content: PacketContent) -> None:
        """Keep a ready packet."""
        if hashlib.sha256(content.pdf).hexdigest() != content.sha256:
            raise BugError("a packet whose hash is not its own")
        now = self._store.clock.now()
        status = PacketStatus(packet_id, PacketState.READY, now, now)
        self._store.packets[packet_id] = StoredPacket(status, content)

    def statuses(self) -> Sequence[PacketStatus]:
        """All packets, newest first."""
        found = [packet.status for packet in self._store.packets.values()]
        return tuple(sorted(found, key=lambda status: status.made_at, reverse=True))

    def open(self, packet_id: PacketId) -> PacketContent:
        """Open one packet, for the desk only."""
        if self._me.role is not Role.PACKET_DESK:
            raise KnownError("store.no-key")
        content = self._packet(packet_id).content
        if content is None:
            raise KnownError("store.no-such-record")
        return content

    def mark(self, packet_id: PacketId, state: PacketState) -> None:
        """Move a packet on; a deleted one stays deleted."""
        packet = self._packet(packet_id)
        if packet.content is None:
            raise KnownError("store.no-such-record")
        packet.content = None if state.is_gone else packet.content
        packet.status = replace(packet.status, state=state, changed_at=self._store.clock.now())

    def delete(self, packet_id: PacketId) -> None:
        """Leave a tombstone."""
        packet = self._packet(packet_id)
        packet.content = None
        now = self._store.clock.now()
        packet.status = replace(packet.status, state=PacketState.DELETED, changed_at=now)

    def delete_older_than(self, moment: datetime) -> int:
        """Delete every packet made before ``moment`` that is still there."""
        old = [
            packet.status.packet_id
            for packet in self._store.packets.values()
            if packet.content is not None and packet.status.made_at < moment
        ]
        for packet_id in old:
            self.delete(packet_id)
        return len(old)

    def _packet(self, packet_id: PacketId) -> StoredPacket:
        packet = self._store.packets.get(packet_id)
        if packet is None:
            raise KnownError("store.no-such-record")
        return packet


class MemoryAudit:
    """AuditTrail in memory; tests read ``store.audit``."""

    def __init__(self, store: MemoryStore) -> None:
        self._store = store

    def record(self, event: AuditEvent) -> None:
        """Append one entry."""
        self._store.audit.append(event)


class MemoryCaseload:
    """Caseload that keeps nothing: every summary is made anew."""

    def __init__(self, records: MemoryRecords) -> None:
        self._records = records

    def load(self, report: Report | None = None) -> LoadedCaseload:
        """Everyone is stale."""
        return LoadedCaseload({}, tuple(self._records.persons()))

    def keep(self, fresh: Iterable[PersonSummary]) -> None:
        """Forget them."""


class MemoryStaffDesk:
    """StaffDesk in memory, to be read only: everybody is here."""

    def __init__(self, store: MemoryStore) -> None:
        self._store = store

    def people(self) -> Sequence[StaffEntry]:
        """Everyone, at work."""
        return tuple(StaffEntry(member, StaffStanding.ACTIVE) for member in self._store.staff)


class MemorySession:
    """One signed-in person's view of a MemoryStore."""

    def __init__(self, store: MemoryStore, me: StaffMember) -> None:
        self.me = me
        self._clock = store.clock
        self.is_on_last_room = False
        self.records = MemoryRecords(store, me)
        self.journal = MemoryJournal(store, me)
        self.sign_offs = MemorySignOffs(store, me)
        self.packets = MemoryPackets(store, me)
        self.audit = MemoryAudit(store)
        self.site = MemorySite(store)
        self.forms = MemoryForms(store, me)
        self.caseload = MemoryCaseload(self.records)
        self.rollback = MemoryRollback()
        self.staff_desk = MemoryStaffDesk(store)
        self.glass_desk = MemoryGlassDesk()
        self.hand_over_desk = MemoryHandOverDesk()

    def store_time(self) -> datetime:
        """The wall clock."""
        return self._clock.now()

    def check_pin(self, pin: str) -> bool:
        """The PIN of every test account is 246810."""
        return pin == "246810"

    def close(self) -> None:
        """Nothing to forget."""

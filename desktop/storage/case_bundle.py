"""Everything of a case that goes to another workstation, as it is stored; and collecting it.

The sealed rows travel as they are: each is bound to hospital, compartment, person, record and
revision, so it opens at the other workstation in the same place and nowhere else. Data keys are
wrapped anew under every compartment key that the sender holds, because the other workstation may
have renewed its own since the two parted: it takes the wrap that its people can open. Packets,
keys on loan, break-glass accesses and summaries stay.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, select

from desktop.records.ids import PersonId, RecordId
from desktop.records.kinds import Compartment
from desktop.storage.compartment_rules import may_hold
from desktop.storage.crypto.keywrap import wrap_key
from desktop.storage.crypto.symmetric_key import SymmetricKey
from desktop.storage.hand_over_book import letters_of
from desktop.storage.journal_rows import JournalEntryRow
from desktop.storage.opened_store import OpenedStore
from desktop.storage.revisions import read_revisions, revisions_query
from desktop.storage.schema import (
    DekWrapRow,
    RecordRow,
    RevisionRow,
    SignOffRow,
    TrustLogRow,
)
from desktop.storage.seal_rows import KeySealRow
from desktop.storage.session_keys import SessionKeys


@dataclass(frozen=True, slots=True)
class KeyCopy:
    """A data key under one epoch of its compartment's key."""

    person_id: str
    compartment: Compartment
    version: int
    epoch: int
    wrapped: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class CountCopy:
    """How often a data key sealed, under that key."""

    person_id: str
    compartment: Compartment
    version: int
    sealed: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class RevisionCopy:
    """One row of ``revisions``."""

    number: int
    dek_version: int
    schema_version: int
    amends: int | None
    previous_hash: bytes
    sealed: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, order=True)
class SignOffCopy:
    """One row of ``sign_offs``."""

    revision: int
    signer: str
    at: str
    signature: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class RecordCopy:
    """A record with all its revisions, oldest first, and all signatures."""

    record_id: str
    person_id: str
    kind: str
    compartment: Compartment
    revisions: tuple[RevisionCopy, ...]
    sign_offs: tuple[SignOffCopy, ...]


@dataclass(frozen=True, slots=True)
class DraftRowCopy:
    """One row of ``journal``."""

    record_id: str
    base: int
    seq: int
    person_id: str
    dek_version: int
    amends: int | None
    sealed: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseBundle:
    """The body of a hand-over file."""

    letter: str
    made_at: datetime
    person_ids: tuple[str, ...]
    keys: tuple[KeyCopy, ...]
    counts: tuple[CountCopy, ...]
    records: tuple[RecordCopy, ...]
    draft_rows: tuple[DraftRowCopy, ...]
    earlier: tuple[str, ...]
    """Every hand-over that the case has been through: one that went away comes back knowing it."""
    holds: tuple[bytes, ...]
    """Statements that set a legal hold, as they were signed."""
    has_restricted: bool
    """Whether treatment notes are in it: where not, what the other side has of them stays."""
    trust: tuple[tuple[str, bytes], ...] = field(repr=False)
    """The sender's trust log: who signed what is in here, up to the root."""

    @property
    def drafts(self) -> int:
        """How many drafts are in it."""
        return len({(row.record_id, row.base) for row in self.draft_rows})


def travelling(store: OpenedStore, keys: SessionKeys) -> tuple[Compartment, ...]:
    """What goes along: treatment notes only with whom an administrator named for them.

    KnownError ``store.no-key`` for whoever cannot open cases.
    """
    for compartment in (Compartment.ID, Compartment.CLIN):
        keys.secret(compartment, max(keys.epochs_of(compartment), default=0))
    is_named = keys.holds(Compartment.P2) and may_hold(
        store.trust, keys.me.staff_id, Compartment.P2
    )
    restricted = (Compartment.P2,) if is_named else ()
    return (Compartment.ID, Compartment.CLIN, *restricted)


def collect(
    connection: Connection,
    store: OpenedStore,
    keys: SessionKeys,
    people: Sequence[PersonId],
    *,
    letter: str,
    made_at: datetime,
) -> CaseBundle:
    """All of these people, as far as ``keys`` may. KnownErrors ``store.no-key``, ``..damaged``."""
    going = travelling(store, keys)
    names = [each.value for each in going]
    counts = select(KeySealRow.__table__).where(KeySealRow.person_id.in_(people))
    drafts = select(JournalEntryRow.__table__).where(JournalEntryRow.person_id.in_(people))
    drafts = drafts.order_by(JournalEntryRow.position)
    return CaseBundle(
        letter=letter,
        made_at=made_at,
        person_ids=tuple(people),
        keys=tuple(_keys(connection, keys, people, names)),
        counts=tuple(
            CountCopy(row.person_id, Compartment(row.compartment), row.version, row.sealed)
            for row in _rows(connection, counts)
            if row.compartment in names
        ),
        records=tuple(_records(connection, people, names)),
        draft_rows=tuple(
            DraftRowCopy(
                row.record_id,
                row.base,
                row.seq,
                row.person_id,
                row.dek_version,
                row.amends,
                row.sealed,
            )
            for row in _rows(connection, drafts)
        ),
        earlier=letters_of(store.people.taken_in, people),
        holds=tuple(
            store.people.hold_papers[each] for each in people if each in store.people.holds
        ),
        has_restricted=Compartment.P2 in going,
        trust=trust_log(connection),
    )


def trust_log(connection: Connection) -> tuple[tuple[str, bytes], ...]:
    """Kind and body of every statement about people and keys, in order."""
    log = select(TrustLogRow.kind, TrustLogRow.body).order_by(TrustLogRow.seq)
    return tuple((kind, body) for kind, body in connection.execute(log))


def _rows(connection: Connection, query: Select[Any]) -> list[Any]:
    """Rows by column; Any: SQLAlchemy's own word for them."""
    return list(connection.execute(query).all())


def _keys(
    connection: Connection, keys: SessionKeys, people: Sequence[PersonId], names: Sequence[str]
) -> list[KeyCopy]:
    query = select(DekWrapRow.person_id, DekWrapRow.compartment, DekWrapRow.version)
    query = query.where(DekWrapRow.person_id.in_(people), DekWrapRow.compartment.in_(names))
    query = query.order_by(DekWrapRow.person_id, DekWrapRow.compartment, DekWrapRow.version)
    copies = []
    for person, name, version in connection.execute(query).all():
        person_id, compartment = PersonId(person), Compartment(name)
        data_key = keys.data_key(connection, person_id, compartment, version)
        for epoch in keys.epochs_of(compartment):
            wrapping = SymmetricKey(keys.secret(compartment, epoch))
            place = keys.places.data_key(person_id, compartment, version, epoch)
            wrapped = wrap_key(wrapping, place, data_key.key)
            copies.append(KeyCopy(person, compartment, version, epoch, wrapped))
    return copies


def _records(
    connection: Connection, people: Sequence[PersonId], names: Sequence[str]
) -> list[RecordCopy]:
    query = select(RecordRow.record_id).order_by(RecordRow.seq)
    query = query.where(RecordRow.person_id.in_(people), RecordRow.compartment.in_(names))
    return [
        copy
        for record_id in connection.execute(query).scalars().all()
        if (copy := record_copy(connection, RecordId(record_id))) is not None
    ]


def record_copy(connection: Connection, record_id: RecordId) -> RecordCopy | None:
    """A record as it is stored here; None where there is none."""
    revisions = revisions_query().where(RecordRow.record_id == record_id)
    stored = read_revisions(connection, revisions.order_by(RevisionRow.number))
    if not stored:
        return None
    signed = select(
        SignOffRow.revision, SignOffRow.signer, SignOffRow.at, SignOffRow.signature
    ).where(SignOffRow.record_id == record_id)
    slot = stored[0].slot
    return RecordCopy(
        record_id,
        slot.person_id,
        slot.kind,
        slot.compartment,
        tuple(
            RevisionCopy(
                each.slot.number,
                each.slot.dek_version,
                each.slot.schema_version,
                each.amends,
                each.slot.previous_hash,
                each.sealed,
            )
            for each in stored
        ),
        tuple(sorted(SignOffCopy(*row) for row in connection.execute(signed))),
    )

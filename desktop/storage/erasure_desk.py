"""The port ``ErasureDesk``: legal holds, and destroying every key of one person."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, func, select

from desktop.errors import KnownError
from desktop.records.erasure import (
    Erased,
    ErasureAct,
    ErasureReason,
    ErasureWish,
    HoldAct,
    HoldReason,
    LegalHold,
    person_reference,
    same_reference,
)
from desktop.records.ids import PacketId, PersonId
from desktop.records.roles import Role
from desktop.storage.caseload import drop_people
from desktop.storage.crypto.person_statements import (
    ErasureStatement,
    LegalHoldStatement,
    Tombstone,
    trust_hash,
)
from desktop.storage.journal_rows import JournalEntryRow
from desktop.storage.opened_store import OpenedStore
from desktop.storage.packet_store import SealedPacketStore
from desktop.storage.person_book import ASKERS, GUARDS, as_erased, as_wish
from desktop.storage.person_writer import add_person_statement, person_act
from desktop.storage.schema import (
    DekWrapRow,
    LentKeyRow,
    RecordRow,
    RevisionRow,
    TrustLogRow,
)
from desktop.storage.seal_rows import KeySealRow
from desktop.storage.session_keys import SessionKeys


class SealedErasureDesk:
    """Holds and erasures as one signed-in person may see, ask for and do them."""

    def __init__(self, store: OpenedStore, keys: SessionKeys, packets: SealedPacketStore) -> None:
        self._store = store
        self._keys = keys
        self._packets = packets

    def find(self, reference: str) -> PersonId:
        """The person of a reference; see the port."""
        with self._store.database.transaction() as connection:
            known = connection.execute(select(RecordRow.person_id).distinct()).scalars().all()
        for each in known:
            if same_reference(reference, person_reference(PersonId(each))):
                return PersonId(each)
        raise KnownError("person.no-such-reference")

    def holds(self) -> Sequence[LegalHold]:
        """Everyone held, oldest hold first."""
        return sorted(self._store.people.holds.values(), key=lambda hold: hold.set_at)

    def set_hold(self, person_id: PersonId, reason: HoldReason) -> None:
        """Forbid that anything of the person is destroyed."""
        self._need(GUARDS, person_id)
        if person_id in self._store.people.holds:
            raise KnownError("hold.already")
        self._hold(person_id, HoldAct.SET, reason.value)

    def ask_to_end_hold(self, person_id: PersonId) -> None:
        """The first of two."""
        if self._held(person_id).end_asked_by is not None:
            raise KnownError("hold.end-asked")
        self._hold(person_id, HoldAct.END_ASKED)

    def end_hold(self, person_id: PersonId) -> None:
        """The second, somebody else than who asked."""
        if self._asked_to_end(person_id).end_asked_by == self._keys.me.staff_id:
            raise KnownError("hold.somebody-else")
        self._hold(person_id, HoldAct.ENDED)

    def keep_hold(self, person_id: PersonId) -> None:
        """The hold stays; whoever wants it ended asks anew."""
        self._asked_to_end(person_id)
        self._hold(person_id, HoldAct.END_REFUSED)

    def wishes(self) -> Sequence[ErasureWish]:
        """Who is to be erased, oldest wish first."""
        wishes = map(as_wish, self._store.people.wishes.values())
        return sorted(wishes, key=lambda wish: wish.asked_at)

    def ask(
        self,
        person_id: PersonId,
        reason: ErasureReason,
        packets: Sequence[PacketId],
        linked: Sequence[PersonId] = (),
    ) -> ErasureWish:
        """Ask that the person be erased; see the port."""
        people, book = (person_id, *linked), self._store.people
        for each in people:
            self._need(ASKERS, each)
        if any(each in book.holds for each in people):
            raise KnownError("erasure.held")
        if any(each in wish.person_ids for wish in book.wishes.values() for each in people):
            raise KnownError("erasure.already-asked")
        with person_act(self._store) as connection:
            statement = ErasureStatement(
                person_ids=people,
                act=ErasureAct.ASKED.value,
                reason=reason.value,
                signer_id=self._keys.me.staff_id,
                at=self._store.clock.now(),
                before=book.head,
                records=_records(connection, people),
                revisions=_revisions(connection, people),
                packets=tuple(packets),
            )
            add_person_statement(connection, self._store, self._keys, statement)
        return as_wish(statement)

    def drop(self, person_id: PersonId) -> None:
        """The person is not erased after all."""
        self._need(ASKERS | GUARDS, person_id)
        wish = self._wish(person_id)
        statement = ErasureStatement(
            person_ids=wish.person_ids,
            act=ErasureAct.DROPPED.value,
            reason=wish.reason,
            signer_id=self._keys.me.staff_id,
            at=self._store.clock.now(),
            before=self._store.people.head,
        )
        with person_act(self._store) as connection:
            add_person_statement(connection, self._store, self._keys, statement)

    def erase(self, person_id: PersonId) -> Erased:
        """Destroy every data key of the person in one transaction; see the port."""
        self._need(GUARDS, person_id)
        self._store.watch.need_quiet()
        if person_id in self._store.people.holds:
            raise KnownError("erasure.held")
        wish = self._wish(person_id)
        if any(each in self._store.people.holds for each in wish.person_ids):
            raise KnownError("erasure.held")
        with person_act(self._store) as connection:
            if _revisions(connection, wish.person_ids) != wish.revisions:
                raise KnownError("erasure.changed-since")
            tombstone = self._tombstone(connection, wish)
            add_person_statement(connection, self._store, self._keys, tombstone)
            _destroy_keys(connection, wish.person_ids)
            blocks = drop_people(connection, wish.person_ids)
            for packet_id in wish.packets:
                self._packets.destroy_within(connection, PacketId(packet_id))
            records = _record_ids(connection, wish.person_ids)
        self._store.heads.forget_all(records)
        self._store.moves.forget()
        self._store.summaries.note_destroyed(blocks)
        self._keys.forget_people(wish.person_ids)
        # Deleted bytes live on in the write-ahead log until it is emptied.
        self._store.database.truncate_log()
        return as_erased(tombstone)

    def erased(self) -> Sequence[Erased]:
        """Everyone erased, newest first."""
        tombstones = {each.person_ids: each for each in self._store.people.erased.values()}
        found = map(as_erased, tombstones.values())
        return sorted(found, key=lambda each: each.erased_at, reverse=True)

    def _tombstone(self, connection: Connection, wish: ErasureStatement) -> Tombstone:
        log = select(TrustLogRow.body).order_by(TrustLogRow.seq)
        trusted = connection.execute(log).scalars().all()
        wraps = select(func.count()).select_from(DekWrapRow)
        wraps = wraps.where(DekWrapRow.person_id.in_(wish.person_ids))
        return Tombstone(
            person_ids=wish.person_ids,
            act="erased",
            reason=wish.reason,
            signer_id=self._keys.me.staff_id,
            at=self._store.clock.now(),
            before=self._store.people.head,
            asked_by=wish.signer_id,
            records=_records(connection, wish.person_ids),
            keys=connection.execute(wraps).scalar_one(),
            trusted_count=len(trusted),
            trusted_hash=trust_hash(trusted),
        )

    def _hold(self, person_id: PersonId, act: HoldAct, reason: str = "") -> None:
        statement = LegalHoldStatement(
            person_ids=(person_id,),
            act=act.value,
            reason=reason,
            signer_id=self._keys.me.staff_id,
            at=self._store.clock.now(),
            before=self._store.people.head,
        )
        with person_act(self._store) as connection:
            add_person_statement(connection, self._store, self._keys, statement)

    def _need(self, roles: frozenset[Role], person_id: PersonId) -> None:
        if self._keys.me.role not in roles:
            raise KnownError("work.not-allowed")
        self._store.need_not_erased(person_id)

    def _held(self, person_id: PersonId) -> LegalHold:
        self._need(GUARDS, person_id)
        hold = self._store.people.holds.get(person_id)
        if hold is None:
            raise KnownError("hold.none")
        return hold

    def _asked_to_end(self, person_id: PersonId) -> LegalHold:
        hold = self._held(person_id)
        if hold.end_asked_by is None:
            raise KnownError("hold.end-not-asked")
        return hold

    def _wish(self, person_id: PersonId) -> ErasureStatement:
        wish = self._store.people.wishes.get(person_id)
        if wish is None:
            raise KnownError("erasure.not-asked")
        return wish


def _destroy_keys(connection: Connection, people: Sequence[str]) -> None:
    for table in (DekWrapRow, JournalEntryRow, LentKeyRow, KeySealRow):
        connection.execute(delete(table).where(table.person_id.in_(people)))


def _records(connection: Connection, people: Sequence[str]) -> int:
    query = select(func.count()).select_from(RecordRow).where(RecordRow.person_id.in_(people))
    return connection.execute(query).scalar_one()


def _revisions(connection: Connection, people: Sequence[str]) -> int:
    query = select(func.count()).select_from(RevisionRow)
    query = query.where(RevisionRow.record_id.in_(_record_ids(connection, people)))
    return connection.execute(query).scalar_one()


def _record_ids(connection: Connection, people: Sequence[str]) -> Sequence[str]:
    query = select(RecordRow.record_id).where(RecordRow.person_id.in_(people))
    return connection.execute(query).scalars().all()

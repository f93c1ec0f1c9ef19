"""The port ``PacketStore``: finished packets under keys of their own, sealed to the desk."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from desktop.errors import KnownError
from desktop.records.ids import PacketId
from desktop.records.kinds import Compartment
from desktop.services.ports import PacketContent, PacketState, PacketStatus
from desktop.storage.codec import decode, encode
from desktop.storage.crypto.aead import open_sealed, seal
from desktop.storage.crypto.failures import Damaged, WrongKey
from desktop.storage.crypto.framing import frame
from desktop.storage.crypto.hashing import digest
from desktop.storage.crypto.hpke_wrap import open_secret_from, seal_secret_to
from desktop.storage.crypto.symmetric_key import SymmetricKey
from desktop.storage.opened_store import OpenedStore
from desktop.storage.packet_facts import GONE, PacketFact, checked_fact, facts_query
from desktop.storage.schema import PacketRow
from desktop.storage.session_keys import SessionKeys
from desktop.storage.timestamps import to_text


class SealedPacketStore:
    """Packets as one signed-in person may make, see, open and delete them."""

    def __init__(self, store: OpenedStore, keys: SessionKeys) -> None:
        self._store = store
        self._keys = keys

    def put(self, packet_id: PacketId, content: PacketContent) -> None:
        """Seal a ready packet under a key of its own; doing it again replaces a ready one.

        KnownErrors ``store.changed-meanwhile`` when it is already printed, refused or deleted,
        ``rollback.wait``.
        """
        self._store.watch.need_quiet()
        public = self._store.publics[Compartment.PKT]
        places = self._store.places
        key = SymmetricKey.generate()
        sealed = seal(key, places.packet_content(packet_id, public.epoch), encode(content))
        sealed_key = seal_secret_to(
            public.key, places.packet_key(packet_id, public.epoch), key.material
        )
        fact = PacketFact(
            packet_id,
            public.epoch,
            PacketState.READY.value,
            to_text(self._store.time.now()),
            to_text(self._store.clock.now()),
            self._keys.me.staff_id,
            digest(frame(sealed_key, sealed)),
        )
        with self._store.database.transaction() as connection:
            known = self._find(connection, packet_id)
            if known is not None and known.state != PacketState.READY.value:
                raise KnownError("store.changed-meanwhile")
            values = self._columns(fact) | {"sealed_key": sealed_key, "content": sealed}
            statement = upsert(PacketRow).values(**values)
            connection.execute(
                statement.on_conflict_do_update(index_elements=["packet_id"], set_=values)
            )

    def statuses(self) -> Sequence[PacketStatus]:
        """All packets, newest first; needs no key. KnownError ``store.damaged``."""
        query = facts_query().order_by(PacketRow.made_at.desc(), PacketRow.packet_id)
        with self._store.database.transaction() as connection:
            rows = connection.execute(query).all()
        return tuple(checked_fact(row, self._store.trust).status() for row in rows)

    def open(self, packet_id: PacketId) -> PacketContent:
        """Open one packet.

        KnownErrors ``store.no-key`` for anyone but the desk, ``store.no-such-packet``,
        ``store.packet-gone`` after deletion, ``store.damaged``.
        """
        query = select(PacketRow.sealed_key, PacketRow.content)
        with self._store.database.transaction() as connection:
            fact = self._existing(connection, packet_id)
            pair = self._keys.pair(Compartment.PKT, fact.epoch)
            row = connection.execute(query.where(PacketRow.packet_id == packet_id)).one()
        sealed_key, content = row
        if sealed_key is None or content is None:
            raise Damaged
        if digest(frame(sealed_key, content)) != fact.content_hash:
            raise Damaged
        places = self._store.places
        try:
            place = places.packet_key(packet_id, fact.epoch)
            key = SymmetricKey(open_secret_from(pair, place, sealed_key))
            opened = open_sealed(key, places.packet_content(packet_id, fact.epoch), content)
        except WrongKey:
            raise Damaged from None
        return decode(opened, PacketContent)

    def mark(self, packet_id: PacketId, state: PacketState) -> None:
        """Move a packet on. KnownErrors ``store.no-such-packet``, ``store.packet-gone``.

        ``rollback.wait`` for one that destroys it.
        """
        if state is PacketState.DELETED:
            self.delete(packet_id)
            return
        if state.is_gone:
            self._store.watch.need_quiet()
        with self._store.database.transaction() as connection:
            fact = self._existing(connection, packet_id)
            if state.is_gone:
                self._destroy(connection, fact, state)
            else:
                self._write(connection, self._changed(fact, state))
        if state.is_gone:
            self._store.database.truncate_log()

    def delete(self, packet_id: PacketId) -> None:
        """Destroy the packet's key and content, leaving a tombstone; doing it twice is fine."""
        self._store.watch.need_quiet()
        with self._store.database.transaction() as connection:
            fact = self._find(connection, packet_id)
            if fact is None:
                raise KnownError("store.no-such-packet")
            if not fact.is_gone:
                self._destroy(connection, fact)
        self._store.database.truncate_log()

    def destroy_within(self, connection: Connection, packet_id: PacketId) -> None:
        """As :meth:`delete` inside a larger act, which empties the log itself."""
        fact = self._find(connection, packet_id)
        if fact is not None and not fact.is_gone:
            self._destroy(connection, fact)

    def delete_older_than(self, moment: datetime) -> int:
        """Delete every packet made before ``moment``; returns how many. None during an alarm."""
        if self._store.watch.missed is not None:
            return 0
        query = facts_query().where(
            PacketRow.made_at < to_text(moment), PacketRow.state.not_in(GONE)
        )
        with self._store.database.transaction() as connection:
            facts = [
                checked_fact(row, self._store.trust) for row in connection.execute(query).all()
            ]
            for fact in facts:
                self._destroy(connection, fact)
        if facts:
            self._store.database.truncate_log()
        return len(facts)

    def _find(self, connection: Connection, packet_id: PacketId) -> PacketFact | None:
        query = facts_query().where(PacketRow.packet_id == packet_id)
        row = connection.execute(query).first()
        return checked_fact(row, self._store.trust) if row else None

    def _existing(self, connection: Connection, packet_id: PacketId) -> PacketFact:
        fact = self._find(connection, packet_id)
        if fact is None:
            raise KnownError("store.no-such-packet")
        if fact.is_gone:
            raise KnownError("store.packet-gone")
        return fact

    def _changed(self, fact: PacketFact, state: PacketState) -> PacketFact:
        return replace(
            fact,
            state=state.value,
            changed_at=to_text(self._store.clock.now()),
            changed_by=self._keys.me.staff_id,
        )

    def _columns(self, fact: PacketFact) -> dict[str, str | int | bytes | None]:
        return {
            "packet_id": fact.packet_id,
            "epoch": fact.epoch,
            "state": fact.state,
            "made_at": fact.made_at,
            "changed_at": fact.changed_at,
            "changed_by": fact.changed_by,
            "content_hash": fact.content_hash,
            "signature": fact.sign(self._store.trust.hospital, self._keys.signing),
        }

    def _write(self, connection: Connection, fact: PacketFact) -> None:
        rows = update(PacketRow).where(PacketRow.packet_id == fact.packet_id)
        connection.execute(rows.values(**self._columns(fact)))

    def _destroy(
        self, connection: Connection, fact: PacketFact, end: PacketState = PacketState.DELETED
    ) -> None:
        self._write(connection, self._changed(fact, end))
        rows = update(PacketRow).where(PacketRow.packet_id == fact.packet_id)
        connection.execute(rows.values(sealed_key=None, content=None))

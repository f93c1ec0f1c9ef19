"""The port ``KeyDesk``: a holder's signed acts about the keys of compartments."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert as upsert

from desktop.errors import KnownError
from desktop.records.ids import StaffId
from desktop.records.kinds import Compartment
from desktop.records.roles import Role
from desktop.services.ports import PendingKey, RecoveryCodes, StaffStanding
from desktop.storage.compartment_rules import (
    FIRST_EPOCH,
    FOUNDED,
    KEY_PAIRS,
    may_grant,
    may_hold,
)
from desktop.storage.crypto.certificates import ROOT
from desktop.storage.crypto.grants import Grant, make_grant, open_grant
from desktop.storage.crypto.hpke_wrap import KeyPair, PublicKey
from desktop.storage.crypto.statements import Epoch
from desktop.storage.crypto.symmetric_key import SymmetricKey
from desktop.storage.crypto.trust_log import EPOCH
from desktop.storage.key_moving import KeyMoving
from desktop.storage.opened_store import ROOT_PUBLIC, OpenedStore, read_meta
from desktop.storage.schema import GrantRow
from desktop.storage.session_keys import SessionKeys, key_id_of_secret
from desktop.storage.staff_entries import read_entries
from desktop.storage.trust_writer import Signer, add_statement, root_from, root_signer


@dataclass(frozen=True, slots=True)
class _Giver:
    """Whose copies are handed on, by epoch, and who signs."""

    signer: Signer
    secrets: dict[int, bytes] = field(repr=False)


class SealedKeyDesk:
    """Compartment keys as one signed-in person may give and renew them."""

    def __init__(self, store: OpenedStore, keys: SessionKeys) -> None:
        self._store = store
        self._keys = keys
        self._moving = KeyMoving(store, keys)

    def pending(self) -> Sequence[PendingKey]:
        """Everyone who waits for a key, by name."""
        lost = self._lost() if self._keys.me.role is Role.ADMINISTRATOR else frozenset()
        return tuple(
            PendingKey(
                entry.member,
                compartment,
                entry.fingerprint,
                self._may_give(compartment),
                compartment.value in lost,
            )
            for entry in read_entries(self._store)
            if entry.standing is StaffStanding.WAITING
            for compartment in entry.missing
            if compartment in FOUNDED or self._newest(compartment) > 0
        )

    def hand_on(
        self, staff_id: StaffId, compartment: Compartment, codes: RecoveryCodes | None = None
    ) -> None:
        """Wrap every epoch of the key for that person; see the port."""
        trust = self._store.trust
        if not may_hold(trust, staff_id, compartment):
            raise KnownError("keys.not-for-role")
        receiver = trust.person(staff_id).exchange
        giver = self._giver(compartment, codes)
        with self._store.database.transaction() as connection:
            for epoch, secret in giver.secrets.items():
                self._grant(
                    connection, giver.signer, compartment, epoch, secret, staff_id, receiver
                )

    def owed(self) -> Sequence[Compartment]:
        """Compartments to be renewed, and P2 when it has a named user but no key yet."""
        trust = self._store.trust
        return tuple(each for each in Compartment if each.value in trust.owed)

    def renewable(self) -> Sequence[Compartment]:
        """Those of :meth:`owed` that I may renew without recovery codes."""
        return tuple(each for each in self.owed() if self._may_renew(each))

    def renew(self, compartment: Compartment, codes: RecoveryCodes | None = None) -> None:
        """A new key for everyone who may hold it and for the root; see the port."""
        signer = self._renewer(compartment, codes)
        is_pair = compartment in KEY_PAIRS
        secret = KeyPair.generate().private if is_pair else SymmetricKey.generate().material
        epoch = Epoch(
            compartment=compartment.value,
            epoch=self._newest(compartment) + 1,
            key_id=key_id_of_secret(compartment, secret),
            public=KeyPair(secret).public if is_pair else None,
            maker_id=signer.signer_id,
            made_at=self._store.clock.now(),
        )
        with self._store.database.transaction() as connection:
            add_statement(connection, self._store, EPOCH, epoch, signer.key)
            for receiver_id, receiver in self._receivers(connection, compartment):
                self._grant(
                    connection, signer, compartment, epoch.epoch, secret, receiver_id, receiver
                )
        if may_hold(self._store.trust, self._keys.me.staff_id, compartment):
            self._keys.keep(compartment, epoch.epoch, secret)

    def to_move(self) -> Mapping[Compartment, int]:
        """Data keys under older keys, by compartment, where I hold the newest."""
        found = {}
        with self._store.database.transaction() as connection:
            for compartment in (Compartment.ID, Compartment.CLIN, Compartment.P2):
                newest = self._newest(compartment)
                if newest not in self._keys.epochs_of(compartment):
                    continue
                count = self._moving.left(connection, compartment, newest)
                if count:
                    found[compartment] = count
        return found

    def rewrap(self, compartment: Compartment, at_most: int) -> int:
        """Move data keys under the newest key; returns how many are left."""
        return self._moving.move(compartment, self._newest(compartment), at_most)

    def _may_give(self, compartment: Compartment) -> bool:
        me = self._keys.me.staff_id
        return may_grant(self._store.trust, me, compartment) and self._keys.holds(compartment)

    def _lost(self) -> frozenset[str]:
        """Compartments whose key nobody who works here has and may give: only the root can."""
        with self._store.database.transaction() as connection:
            rows = connection.execute(select(GrantRow.compartment, GrantRow.staff_id)).all()
        known, trust = set(Compartment), self._store.trust
        given = {
            name
            for name, holder in rows
            if name in known and may_grant(trust, holder, Compartment(name))
        }
        return frozenset(name for name, holder in rows if holder == ROOT and name not in given)

    def _giver(self, compartment: Compartment, codes: RecoveryCodes | None) -> _Giver:
        if codes is not None:
            root = root_from(self._store, codes, self._keys.me.staff_id)
            return _Giver(root_signer(root), self._root_secrets(compartment, root.exchange))
        if not self._may_give(compartment):
            raise KnownError("keys.not-mine")
        secrets = {
            epoch: self._keys.secret(compartment, epoch)
            for epoch in self._keys.epochs_of(compartment)
        }
        return _Giver(self._me(), secrets)

    def _renewer(self, compartment: Compartment, codes: RecoveryCodes | None) -> Signer:
        if codes is not None:
            return root_signer(root_from(self._store, codes, self._keys.me.staff_id))
        if not self._may_renew(compartment):
            raise KnownError("keys.not-mine")
        return self._me()

    def _may_renew(self, compartment: Compartment) -> bool:
        may = may_grant(self._store.trust, self._keys.me.staff_id, compartment)
        return may and (self._keys.holds(compartment) or self._newest(compartment) == 0)

    def _me(self) -> Signer:
        return Signer(self._keys.me.staff_id, self._keys.signing)

    def _root_secrets(self, compartment: Compartment, pair: KeyPair) -> dict[int, bytes]:
        query = select(GrantRow.body).where(
            GrantRow.staff_id == ROOT, GrantRow.compartment == compartment.value
        )
        with self._store.database.transaction() as connection:
            stored = connection.execute(query).scalars().all()
        opened = [open_grant(body, self._store.trust, pair) for body in stored]
        return {grant.epoch: secret for grant, secret in opened}

    def _receivers(
        self, connection: Connection, compartment: Compartment
    ) -> list[tuple[str, PublicKey]]:
        """The root, and everyone who may hold the key and whose keys are not being renewed."""
        trust = self._store.trust
        root = PublicKey(read_meta(connection, ROOT_PUBLIC)[:32])
        people = [
            (subject, certificate.exchange)
            for subject, certificate in trust.certificates.items()
            if may_hold(trust, subject, compartment) and subject not in trust.invited
        ]
        return [(ROOT, root), *people]

    def _grant(
        self,
        connection: Connection,
        signer: Signer,
        compartment: Compartment,
        epoch: int,
        secret: bytes,
        receiver_id: str,
        receiver: PublicKey,
    ) -> None:
        grant = Grant(
            holder_id=signer.signer_id,
            person_id=receiver_id,
            compartment=compartment.value,
            epoch=epoch,
            granted_at=self._store.clock.now(),
        )
        body = make_grant(grant, secret, self._store.trust.hospital, receiver, signer.key)
        values = {
            "compartment": compartment.value,
            "epoch": epoch,
            "staff_id": receiver_id,
            "body": body,
        }
        statement = upsert(GrantRow).values(**values)
        connection.execute(
            statement.on_conflict_do_update(
                index_elements=["compartment", "epoch", "staff_id"], set_={"body": body}
            )
        )

    def _newest(self, compartment: Compartment) -> int:
        first = FIRST_EPOCH if compartment in FOUNDED else 0
        epochs = [n for name, n in self._store.trust.epochs if name == compartment.value]
        return max(epochs, default=first)

"""Data keys of one person on loan to a privacy officer: sealed, signed, gone after four hours."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from desktop.errors import KnownError
from desktop.records.break_glass import LASTS
from desktop.records.ids import PersonId, StaffId
from desktop.records.kinds import Compartment
from desktop.records.roles import Role
from desktop.services.ports import Loan, RecoveryCodes
from desktop.storage.compartment_rules import HOLDERS
from desktop.storage.crypto.certificates import ROOT
from desktop.storage.crypto.failures import Damaged, NotTrusted
from desktop.storage.crypto.glass_statements import LentKey
from desktop.storage.crypto.grants import open_grant
from desktop.storage.crypto.hpke_wrap import (
    KeyPair,
    PublicKey,
    open_secret_from,
    seal_secret_to,
)
from desktop.storage.crypto.keywrap import unwrap_key
from desktop.storage.crypto.symmetric_key import SymmetricKey
from desktop.storage.crypto.trust_book import TrustBook
from desktop.storage.opened_store import OpenedStore
from desktop.storage.schema import DekWrapRow, GrantRow, LentKeyRow
from desktop.storage.session_keys import DataKey, SessionKeys
from desktop.storage.trust_writer import Signer, root_from, root_signer

LENDABLE = (Compartment.ID, Compartment.CLIN)
"""P2 has named users of its own and is never lent."""


class Lending:
    """Loans as one signed-in person may make, take and end them."""

    def __init__(self, store: OpenedStore, keys: SessionKeys) -> None:
        self._store = store
        self._keys = keys

    def lend(self, person_id: PersonId, officer_id: StaffId, codes: RecoveryCodes | None) -> Loan:
        """Seal every version of the person's lendable data keys to that officer."""
        self._store.need_not_erased(person_id)
        trust = self._store.trust
        officer = trust.certificates.get(officer_id)
        is_officer = officer is not None and officer.role == Role.PRIVACY_OFFICER
        if officer is None or not is_officer or not trust.is_active(officer_id):
            raise KnownError("glass.not-an-officer")
        signer, data_keys = self._giver(person_id, codes)
        now = self._store.time.now()
        with self._store.database.transaction() as connection:
            for compartment, data_key in data_keys:
                lent = LentKey(
                    person_id=person_id,
                    compartment=compartment.value,
                    version=data_key.version,
                    officer_id=officer_id,
                    lender_id=signer.signer_id,
                    at=now,
                    until=now + LASTS,
                    sealed=b"",
                )
                _write(connection, self._store, signer, lent, data_key, officer.exchange)
        return Loan(person_id, officer_id, StaffId(signer.signer_id), now, now + LASTS)

    def loans(self) -> Sequence[Loan]:
        """What is lent now, newest first."""
        clear_over(self._store)
        with self._store.database.transaction() as connection:
            lent = _read(connection, self._store.trust)
        now = self._store.time.now()
        found = {
            Loan(
                PersonId(each.person_id),
                StaffId(each.officer_id),
                StaffId(each.lender_id),
                each.at,
                each.until,
            )
            for each in lent
            if each.at <= now < each.until
        }
        return sorted(found, key=lambda loan: loan.at, reverse=True)

    def take(self, person_id: PersonId) -> Loan | None:
        """Open what is lent to me of this person for as long as the loan lasts."""
        me = self._keys.me.staff_id
        mine = [
            each for each in self.loans() if (each.person_id, each.officer_id) == (person_id, me)
        ]
        if not mine:
            return None
        loan = mine[0]
        clock = self._store.clock
        over_at = clock.monotonic() + (loan.until - self._store.time.now()).total_seconds()
        with self._store.database.transaction() as connection:
            for lent in _read(connection, self._store.trust):
                if (lent.person_id, lent.officer_id) == (person_id, me):
                    key = open_secret_from(
                        self._keys.exchange, lent.context(self._store.trust.hospital), lent.sealed
                    )
                    self._keys.take_loan(
                        person_id,
                        Compartment(lent.compartment),
                        DataKey(lent.version, SymmetricKey(key)),
                        lambda: clock.monotonic() >= over_at,
                    )
        return loan

    def end(self, person_id: PersonId, officer_id: StaffId) -> None:
        """Destroy the loan."""
        _destroy(self._store, [(person_id, officer_id)])
        if officer_id == self._keys.me.staff_id:
            self._keys.end_loan(person_id)

    def _giver(
        self, person_id: PersonId, codes: RecoveryCodes | None
    ) -> tuple[Signer, list[tuple[Compartment, DataKey]]]:
        if codes is None:
            if any(not self._keys.holds(each) for each in LENDABLE):
                raise KnownError("keys.not-mine")
            with self._store.database.transaction() as connection:
                found = [
                    (compartment, self._keys.data_key(connection, person_id, compartment, version))
                    for compartment, version, _, _ in _wraps(connection, person_id)
                ]
            return Signer(self._keys.me.staff_id, self._keys.signing), found
        root = root_from(self._store, codes, self._keys.me.staff_id)
        with self._store.database.transaction() as connection:
            secrets = _root_secrets(connection, self._store.trust, root.exchange)
            found = []
            for compartment, version, epoch, wrapped in _wraps(connection, person_id):
                if (compartment, epoch) not in secrets:
                    raise Damaged
                place = self._store.places.data_key(person_id, compartment, version, epoch)
                wrapping = SymmetricKey(secrets[compartment, epoch])
                found.append((compartment, DataKey(version, unwrap_key(wrapping, place, wrapped))))
        return root_signer(root), found


def clear_over(store: OpenedStore) -> None:
    """Destroy what ran out; it needs nobody's key, so the opening of a store does it too.

    Not in an alarm: until it is settled nothing is deleted.
    """
    if store.watch.missed:
        return
    now = store.time.now()
    with store.database.transaction() as connection:
        over = [
            (PersonId(each.person_id), StaffId(each.officer_id))
            for each in _read(connection, store.trust)
            if not each.at <= now < each.until
        ]
    _destroy(store, over)


def _destroy(store: OpenedStore, loans: Iterable[tuple[PersonId, StaffId]]) -> None:
    gone = set(loans)
    if not gone:
        return
    with store.database.transaction() as connection:
        for person_id, officer_id in gone:
            rows = delete(LentKeyRow).where(
                LentKeyRow.person_id == person_id, LentKeyRow.staff_id == officer_id
            )
            connection.execute(rows)
    store.database.truncate_log()


def untrue_loans(connection: Connection, trust: TrustBook) -> list[str]:
    """Places of lent keys that nobody who may lend has signed."""
    query = select(LentKeyRow.person_id, LentKeyRow.staff_id, LentKeyRow.body)
    found = []
    for person_id, staff_id, body in connection.execute(query):
        try:
            _checked(body, trust)
        except KnownError:
            found.append(f"lent_keys/{person_id}/{staff_id}")
    return found


def _wraps(
    connection: Connection, person_id: PersonId
) -> list[tuple[Compartment, int, int, bytes]]:
    query = select(
        DekWrapRow.compartment, DekWrapRow.version, DekWrapRow.epoch, DekWrapRow.wrapped
    ).where(
        DekWrapRow.person_id == person_id,
        DekWrapRow.compartment.in_([each.value for each in LENDABLE]),
    )
    return [
        (Compartment(compartment), version, epoch, wrapped)
        for compartment, version, epoch, wrapped in connection.execute(query)
    ]


def _root_secrets(
    connection: Connection, trust: TrustBook, pair: KeyPair
) -> dict[tuple[Compartment, int], bytes]:
    query = select(GrantRow.body).where(
        GrantRow.staff_id == ROOT, GrantRow.compartment.in_([each.value for each in LENDABLE])
    )
    opened = [open_grant(body, trust, pair) for body in connection.execute(query).scalars()]
    return {(Compartment(grant.compartment), grant.epoch): secret for grant, secret in opened}


def _write(
    connection: Connection,
    store: OpenedStore,
    signer: Signer,
    lent: LentKey,
    data_key: DataKey,
    officer: PublicKey,
) -> None:
    hospital = store.trust.hospital
    sealed = seal_secret_to(officer, lent.context(hospital), data_key.key.material)
    body = replace(lent, sealed=sealed).issue(hospital, signer.key)
    at = {
        "person_id": lent.person_id,
        "compartment": lent.compartment,
        "version": lent.version,
        "staff_id": lent.officer_id,
    }
    statement = upsert(LentKeyRow).values(**at, body=body)
    connection.execute(
        statement.on_conflict_do_update(index_elements=list(at), set_={"body": body})
    )


def _read(connection: Connection, trust: TrustBook) -> list[LentKey]:
    """Every loan that holds, over or not."""
    found = []
    bodies: Sequence[object] = connection.execute(select(LentKeyRow.body)).scalars().all()
    for body in bodies:
        if not isinstance(body, bytes):  # a changed catalogue leads to another table's rows
            continue
        try:
            found.append(_checked(body, trust))
        except KnownError:
            continue
    return found


def _checked(body: bytes, trust: TrustBook) -> LentKey:
    """KnownErrors ``store.damaged``, ``store.not-trusted`` unless a holder or the root lent it."""
    lent = LentKey.read(body)
    is_short = lent.at < lent.until <= lent.at + LASTS
    if not is_short or lent.compartment not in [each.value for each in LENDABLE]:
        raise NotTrusted
    if lent.lender_id != ROOT:
        roles = HOLDERS[Compartment(lent.compartment)]
        left_at = trust.revoked.get(lent.lender_id)
        if trust.person(lent.lender_id).role not in roles or (left_at and lent.at > left_at):
            raise NotTrusted
    keys = trust.verify_keys(lent.lender_id)
    if not any(LentKey.is_signed(body, trust.hospital, key) for key in keys):
        raise NotTrusted
    return lent

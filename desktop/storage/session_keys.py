"""The keys that one signed-in person's password opened; forgotten when the session closes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection, insert, select

from desktop.errors import BugError, KnownError
from desktop.records.ids import PersonId
from desktop.records.kinds import Compartment
from desktop.records.roles import StaffMember
from desktop.storage.compartment_rules import KEY_PAIRS, is_grant_allowed
from desktop.storage.crypto.failures import Damaged, NotTrusted, WrongKey
from desktop.storage.crypto.grants import open_grant
from desktop.storage.crypto.hpke_wrap import KeyPair
from desktop.storage.crypto.identity import Identity
from desktop.storage.crypto.keywrap import unwrap_key, wrap_key
from desktop.storage.crypto.signing import SigningKey
from desktop.storage.crypto.symmetric_key import SymmetricKey
from desktop.storage.crypto.trust_book import TrustBook
from desktop.storage.places import Places
from desktop.storage.schema import DekWrapRow

FIRST_DEK = 1


@dataclass(frozen=True, slots=True)
class DataKey:
    """One person's key of one compartment."""

    version: int
    key: SymmetricKey = field(repr=False)


def key_id_of_secret(compartment: Compartment, secret: bytes) -> bytes:
    """What the trust log calls a compartment's key, secret or private half of a pair."""
    if compartment in KEY_PAIRS:
        return KeyPair(secret).public.key_id
    return SymmetricKey(secret).key_id


class SessionKeys:
    """What ``me`` may open: compartment keys by epoch, and data keys as they are needed."""

    def __init__(self, me: StaffMember, identity: Identity | None, places: Places) -> None:
        self.me = me
        self.places = places
        self._signing: SigningKey | None = identity.signing if identity else None
        self._exchange: KeyPair | None = identity.exchange if identity else None
        self._secrets: dict[tuple[Compartment, int], bytes] = {}
        self._data_keys: dict[tuple[PersonId, Compartment, int], DataKey] = {}
        self._newest: dict[tuple[PersonId, Compartment], DataKey] = {}
        self._loans: dict[
            tuple[PersonId, Compartment, int], tuple[DataKey, Callable[[], bool]]
        ] = {}

    def take_grants(self, stored: Iterable[bytes], trust: TrustBook, pair: KeyPair) -> None:
        """Open every grant made to me; one that nobody was allowed to make is refused.

        Raises KnownError ``store.not-trusted`` or ``store.damaged``.
        """
        for body in stored:
            grant, secret = open_grant(body, trust, pair)
            if grant.person_id != self.me.staff_id or not is_grant_allowed(grant, trust):
                raise NotTrusted
            compartment = Compartment(grant.compartment)
            known = trust.epochs.get((grant.compartment, grant.epoch))
            if known is not None and known.key_id != key_id_of_secret(compartment, secret):
                raise NotTrusted
            self._secrets[compartment, grant.epoch] = secret

    @property
    def signing(self) -> SigningKey:
        """My Ed25519 key; a bug when the session is closed."""
        if self._signing is None:
            raise BugError("the session is closed")
        return self._signing

    @property
    def signing_while_open(self) -> SigningKey | None:
        """As ``signing``; None once the session is closed, and of a twin."""
        return self._signing

    @property
    def exchange(self) -> KeyPair:
        """My X25519 pair: opens what is lent to me; a bug when the session is closed."""
        if self._exchange is None:
            raise BugError("the session is closed")
        return self._exchange

    def holds(self, compartment: Compartment) -> bool:
        """Whether I hold any epoch of this compartment's key."""
        return any(held is compartment for held, _ in self._secrets)

    def epochs_of(self, compartment: Compartment) -> tuple[int, ...]:
        """The epochs that I hold of this compartment's key, oldest first."""
        return tuple(sorted(epoch for held, epoch in self._secrets if held is compartment))

    def secret(self, compartment: Compartment, epoch: int) -> bytes:
        """A compartment's key, to hand on; KnownError ``store.no-key`` when it is not mine."""
        return self._secret(compartment, epoch)

    def keep(self, compartment: Compartment, epoch: int, secret: bytes) -> None:
        """A key that I made or was given while signed in."""
        self._secrets[compartment, epoch] = secret
        self._data_keys.clear()
        self._newest.clear()

    def pair(self, compartment: Compartment, epoch: int) -> KeyPair:
        """The key pair of PKT or AUD; KnownError ``store.no-key`` when it is not mine."""
        return KeyPair(self._secret(compartment, epoch))

    def new_data_key(
        self, connection: Connection, person_id: PersonId, compartment: Compartment
    ) -> None:
        """Make a person's first data key of one compartment, wrapped under the newest epoch."""
        self._make_data_key(connection, person_id, compartment, FIRST_DEK)

    def add_data_key(
        self, connection: Connection, person_id: PersonId, compartment: Compartment
    ) -> DataKey:
        """Make the key after the newest: what was sealed before stays under its own."""
        newest = self.newest_data_key(connection, person_id, compartment).version
        self._make_data_key(connection, person_id, compartment, newest + 1)
        self.forget_newest(person_id, compartment)
        return self.newest_data_key(connection, person_id, compartment)

    def forget_newest(self, person_id: PersonId, compartment: Compartment) -> None:
        """Look next time which key is the newest: the one that was may never have been stored."""
        known = self._newest.pop((person_id, compartment), None)
        if known is not None:
            self._data_keys.pop((person_id, compartment, known.version), None)

    def _make_data_key(
        self, connection: Connection, person_id: PersonId, compartment: Compartment, version: int
    ) -> None:
        epoch = max((e for held, e in self._secrets if held is compartment), default=0)
        wrapping = SymmetricKey(self._secret(compartment, epoch))
        place = self.places.data_key(person_id, compartment, version, epoch)
        row = {
            "person_id": person_id,
            "compartment": compartment.value,
            "version": version,
            "epoch": epoch,
            "wrapped": wrap_key(wrapping, place, SymmetricKey.generate()),
        }
        connection.execute(insert(DekWrapRow), row)

    def need_data_key(
        self, connection: Connection, person_id: PersonId, compartment: Compartment
    ) -> None:
        """Make the person's first data key of this compartment when there is none yet."""
        query = select(DekWrapRow.version).where(
            DekWrapRow.person_id == person_id, DekWrapRow.compartment == compartment.value
        )
        if connection.execute(query).first() is None:
            self.new_data_key(connection, person_id, compartment)

    def known_data_key(self, person_id: PersonId, compartment: Compartment) -> DataKey | None:
        """The newest data key if it was opened before: no reading."""
        return self._newest.get((person_id, compartment))

    def opened_data_key(
        self, person_id: PersonId, compartment: Compartment, version: int
    ) -> DataKey | None:
        """A data key of mine if it was opened before: no reading."""
        return self._data_keys.get((person_id, compartment, version))

    def newest_data_key(
        self, connection: Connection, person_id: PersonId, compartment: Compartment
    ) -> DataKey:
        """The key to seal with. KnownErrors ``store.no-key``, ``store.damaged``."""
        known = self._newest.get((person_id, compartment))
        if known is None and not self.holds(compartment):
            raise KnownError("store.no-key")  # what is lent is to read only
        if known is None:
            query = (
                select(DekWrapRow.version)
                .where(
                    DekWrapRow.person_id == person_id,
                    DekWrapRow.compartment == compartment.value,
                )
                .order_by(DekWrapRow.version.desc())
                .limit(1)
            )
            version = connection.execute(query).scalar() or 0
            known = self.data_key(connection, person_id, compartment, version)
            self._newest[person_id, compartment] = known
        return known

    def data_key(
        self, connection: Connection, person_id: PersonId, compartment: Compartment, version: int
    ) -> DataKey:
        """The key that something was sealed with. KnownErrors ``store.no-key``, ``...damaged``."""
        place = (person_id, compartment, version)
        if not self.holds(compartment):
            return self._lent(place)
        if place not in self._data_keys:
            query = select(DekWrapRow.epoch, DekWrapRow.wrapped).where(
                DekWrapRow.person_id == person_id,
                DekWrapRow.compartment == compartment.value,
                DekWrapRow.version == version,
            )
            row = connection.execute(query).first()
            if row is None:
                raise Damaged
            self._data_keys[place] = self._unwrap(place, row[0], row[1])
        return self._data_keys[place]

    def take_loan(
        self,
        person_id: PersonId,
        compartment: Compartment,
        key: DataKey,
        is_over: Callable[[], bool],
    ) -> None:
        """A data key that a holder lent; it opens nothing once ``is_over`` says so."""
        self._loans[person_id, compartment, key.version] = (key, is_over)

    def has_loan(self, person_id: PersonId) -> bool:
        """Whether any key of this person is lent to me now."""
        return any(at[0] == person_id and not over() for at, (_, over) in self._loans.items())

    def end_loan(self, person_id: PersonId) -> None:
        """Drop what was lent of this person."""
        self._loans = {at: loan for at, loan in self._loans.items() if at[0] != person_id}

    def forget_people(self, people: Iterable[str]) -> None:
        """Drop the data keys of people whose wraps were destroyed."""
        gone = set(people)
        self._loans = {at: loan for at, loan in self._loans.items() if at[0] not in gone}
        self._data_keys = {at: key for at, key in self._data_keys.items() if at[0] not in gone}
        self._newest = {at: key for at, key in self._newest.items() if at[0] not in gone}

    def twin(self) -> "SessionKeys":
        """The same compartment keys with caches of their own, for a check on another thread.

        It cannot sign, and has to be forgotten by itself.
        """
        twin = SessionKeys(self.me, None, self.places)
        twin._secrets = dict(self._secrets)
        return twin

    def forget(self) -> None:
        """Drop every key. Copies that Python made stay until the process ends."""
        self._signing = None
        self._exchange = None
        self._secrets.clear()
        self._data_keys.clear()
        self._newest.clear()
        self._loans.clear()

    def _lent(self, place: tuple[PersonId, Compartment, int]) -> DataKey:
        loan = self._loans.get(place)
        if loan is None or loan[1]():
            raise KnownError("store.no-key")
        return loan[0]

    def _unwrap(
        self, place: tuple[PersonId, Compartment, int], epoch: int, wrapped: bytes
    ) -> DataKey:
        person_id, compartment, version = place
        wrapping = SymmetricKey(self._secret(compartment, epoch))
        context = self.places.data_key(person_id, compartment, version, epoch)
        try:
            return DataKey(version, unwrap_key(wrapping, context, wrapped))
        except WrongKey:
            raise Damaged from None

    def _secret(self, compartment: Compartment, epoch: int) -> bytes:
        if (compartment, epoch) not in self._secrets:
            raise KnownError("store.no-key")
        return self._secrets[compartment, epoch]

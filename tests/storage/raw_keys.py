"""The file in hand and one person's own keys: everything they open, with no rule in between."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from desktop.errors import KnownError
from desktop.records.ids import PersonId, RecordId
from desktop.records.kinds import Compartment
from desktop.storage.compartment_rules import TRUST_RULES
from desktop.storage.crypto.aead import open_sealed
from desktop.storage.crypto.glass_statements import LentKey
from desktop.storage.crypto.grants import open_grant
from desktop.storage.crypto.hpke_wrap import KeyPair, open_from, open_secret_from
from desktop.storage.crypto.keywrap import unwrap_key
from desktop.storage.crypto.signing import VerifyKey
from desktop.storage.crypto.symmetric_key import SymmetricKey
from desktop.storage.crypto.trust_log import read_trust
from desktop.storage.crypto.user_blob import UserPlace
from desktop.storage.crypto.workstation_secret import WorkstationPlace
from desktop.storage.places import Places, RevisionSlot
from desktop.storage.trust_state import hospital_id_of
from tests.storage.raw_file import rows
from tests.support.store_fixture import PASSPHRASE, password_of


class RawKeys:
    """What one account's password opens in a copied file, tried on every sealed thing."""

    def __init__(self, database: Path, sign_in_name: str, passphrase: str = PASSPHRASE) -> None:
        self.database = database
        root_public = self._one("SELECT value FROM store_meta WHERE name = 'root-public'")
        self.hospital = hospital_id_of(root_public)
        self.places = Places(self.hospital)
        self.trust = read_trust(
            self.hospital,
            VerifyKey(root_public[32:]),
            [body for (body,) in rows(database, "SELECT body FROM certificates")],
            rows(database, "SELECT kind, body FROM trust_log ORDER BY seq"),
            TRUST_RULES,
        )
        self.user = next(
            each.subject_id
            for each in self.trust.certificates.values()
            if each.sign_in_name == sign_in_name
        )
        workstation = rows(database, "SELECT DISTINCT workstation_id FROM audit")[0][0]
        sealed = self._one("SELECT value FROM store_meta WHERE name = 'site-secret-passphrase'")
        place = WorkstationPlace(self.hospital, str(workstation), 1)
        secret = place.open_with_passphrase(sealed, passphrase, allow_weak=True)
        own = self._one("SELECT value FROM store_meta WHERE name = 'workstation-key'")
        self.workstation_key = place.open_key(secret, own)
        blob = self._one("SELECT blob FROM user_blobs WHERE staff_id = ?", self.user)
        user = UserPlace(self.hospital, self.user, secret)
        self.identity = user.open(password_of(sign_in_name), blob, allow_weak=True).identity

    def _one(self, query: str, *values: object) -> bytes:
        return bytes(rows(self.database, query, *values)[0][0])

    @cached_property
    def secrets(self) -> list[bytes]:
        """Every compartment key that any grant in the file gives up to this person's key."""
        found = []
        for (body,) in rows(self.database, "SELECT body FROM grants"):
            try:
                found.append(open_grant(body, self.trust, self.identity.exchange)[1])
            except KnownError:
                continue
        return found

    def opens(self) -> set[Compartment]:
        """Compartments of which anything at all opens."""
        found = {Compartment(name) for name in self._opened_revisions()}
        if any(self._opens_packet(*row) for row in rows(self.database, _PACKETS)):
            found.add(Compartment.PKT)
        if any(self._opens_audit(*row) for row in rows(self.database, _AUDIT)):
            found.add(Compartment.AUD)
        return found

    def _opened_revisions(self) -> Iterator[str]:
        for person, record, kind, compartment, number, dek, schema, previous, sealed in rows(
            self.database, _REVISIONS
        ):
            slot = RevisionSlot(
                person_id=PersonId(person),
                record_id=RecordId(record),
                kind=kind,
                compartment=Compartment(compartment),
                number=number,
                dek_version=dek,
                schema_version=schema,
                previous_hash=previous,
            )
            for key in self._data_keys(person, compartment, dek):
                try:
                    open_sealed(key, self.places.revision(slot), sealed)
                except KnownError:
                    continue
                yield compartment

    def _data_keys(self, person: str, compartment: str, version: int) -> Iterator[SymmetricKey]:
        """Unwrapped by whatever compartment key fits, or lent."""
        for epoch, wrapped in rows(self.database, _WRAPS, person, compartment, version):
            place = self.places.data_key(PersonId(person), Compartment(compartment), version, epoch)
            for secret in self.secrets:
                try:
                    yield unwrap_key(SymmetricKey(secret), place, wrapped)
                except KnownError:
                    continue
        for (body,) in rows(self.database, _LOANS, person, compartment, version):
            lent = LentKey.read(body)
            try:
                place = lent.context(self.hospital)
                yield SymmetricKey(open_secret_from(self.identity.exchange, place, lent.sealed))
            except KnownError:
                continue

    def _pairs(self) -> Iterator[KeyPair]:
        for secret in self.secrets:
            yield KeyPair(secret)

    def _opens_packet(self, packet: str, epoch: int, sealed_key: bytes, content: bytes) -> bool:
        for pair in self._pairs():
            try:
                key = open_secret_from(pair, self.places.packet_key(packet, epoch), sealed_key)
                place = self.places.packet_content(packet, epoch)
                open_sealed(SymmetricKey(key), place, content)
            except KnownError:
                continue
            return True
        return False

    def _opens_audit(
        self, workstation: str, number: int, epoch: int, previous: bytes, sealed: bytes
    ) -> bool:
        place = self.places.audit_entry(workstation, number, previous, epoch)
        for pair in self._pairs():
            try:
                open_from(pair, place, sealed)
            except KnownError:
                continue
            return True
        return False


_REVISIONS = (
    "SELECT r.person_id, r.record_id, r.kind, r.compartment, v.number, v.dek_version,"
    " v.schema_version, v.previous_hash, v.sealed FROM records r JOIN revisions v USING (record_id)"
)
_WRAPS = (
    "SELECT epoch, wrapped FROM dek_wraps WHERE person_id = ? AND compartment = ? AND version = ?"
)
_LOANS = "SELECT body FROM lent_keys WHERE person_id = ? AND compartment = ? AND version = ?"
_PACKETS = "SELECT packet_id, epoch, sealed_key, content FROM packets WHERE content IS NOT NULL"
_AUDIT = "SELECT workstation_id, number, epoch, previous_hash, sealed FROM audit"

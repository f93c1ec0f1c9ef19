"""The file in hand and one's own keys: the desk opens packets and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.ids import PacketId, PersonId, RecordId
from desktop.records.kinds import Compartment
from desktop.storage.crypto.aead import open_sealed
from desktop.storage.crypto.grants import open_grant
from desktop.storage.crypto.header import HEADER_BYTES
from desktop.storage.crypto.hpke_wrap import KeyPair, open_secret_from
from desktop.storage.crypto.keywrap import unwrap_key
from desktop.storage.crypto.signing import VerifyKey
from desktop.storage.crypto.symmetric_key import SymmetricKey
from desktop.storage.crypto.trust_log import read_trust
from desktop.storage.crypto.user_blob import UserPlace
from desktop.storage.crypto.workstation_secret import WorkstationPlace
from desktop.storage.places import Places, RevisionSlot, draft_start
from desktop.storage.trust_state import hospital_id_of
from tests.storage.cases import answer, new_case, new_form, packet_content
from tests.storage.raw_file import column, rows
from tests.support.store_fixture import (
    DESK,
    PASSPHRASE,
    SPECIALIST,
    STAFF,
    MadeStore,
    password_of,
)


class DeskThief:
    """Everything that the desk's password opens in a copied file, with no rule in between."""

    def __init__(self, database: Path) -> None:
        self.database = database
        root_public = self._one("SELECT value FROM store_meta WHERE name = 'root-public'")
        self.hospital = hospital_id_of(root_public)
        certificates = [body for (body,) in rows(database, "SELECT body FROM certificates")]
        self.trust = read_trust(self.hospital, VerifyKey(root_public[32:]), certificates)
        self.user = next(
            each.subject_id
            for each in self.trust.certificates.values()
            if each.sign_in_name == DESK
        )
        workstation = rows(database, "SELECT DISTINCT workstation_id FROM audit")[0][0]
        sealed = self._one("SELECT value FROM store_meta WHERE name = 'site-secret-passphrase'")
        place = WorkstationPlace(self.hospital, str(workstation), 1)
        self.site_secret = place.open_with_passphrase(sealed, PASSPHRASE, allow_weak=True)
        blob = self._one("SELECT blob FROM user_blobs WHERE staff_id = ?", self.user)
        user = UserPlace(self.hospital, self.user, self.site_secret)
        self.identity = user.open(password_of(DESK), blob, allow_weak=True).identity
        self.grants = [
            open_grant(body, self.trust, self.identity.exchange)
            for (body,) in rows(database, "SELECT body FROM grants WHERE staff_id = ?", self.user)
        ]

    def _one(self, query: str, *values: object) -> bytes:
        return bytes(rows(self.database, query, *values)[0][0])

    def secrets(self) -> Iterator[SymmetricKey]:
        """Every 32 secret bytes the desk has, tried as a key."""
        yield SymmetricKey(self.site_secret.material)
        yield SymmetricKey(self.identity.exchange.private)
        yield SymmetricKey(self.identity.signing.seed)
        for _, secret in self.grants:
            yield SymmetricKey(secret)

    def pairs(self) -> Iterator[KeyPair]:
        """The same bytes, tried as private keys."""
        for key in self.secrets():
            yield KeyPair(key.material)


@pytest.fixture
def thief(made: MadeStore) -> DeskThief:
    """A store with cases, drafts and one packet; its file copied by the desk."""
    session = made.sign_in(SPECIALIST)
    new_case(session, "c" * 32)
    draft = new_form(session, "f" * 32, response="private answers")
    session.journal.append(draft, answer('"private"'))
    session.packets.put(PacketId("a" * 32), packet_content())
    made.gate.close()
    return DeskThief(made.database)


def test_the_desk_was_given_the_packet_key_and_no_other(thief: DeskThief) -> None:
    given = [grant.compartment for grant, _ in thief.grants]

    assert given == ["PKT"]
    assert len(STAFF) == 5


def test_no_key_of_the_desk_opens_a_revision_even_at_its_right_place(thief: DeskThief) -> None:
    found = rows(
        thief.database,
        "SELECT r.person_id, r.record_id, r.kind, r.compartment, v.number, v.dek_version,"
        " v.schema_version, v.previous_hash, v.sealed"
        " FROM records r JOIN revisions v USING (record_id)",
    )
    assert {row[3] for row in found} == {"ID", "CLIN"}

    for person, record, kind, compartment, number, dek, schema, previous, sealed in found:
        slot = RevisionSlot(
            person_id=PersonId(str(person)),
            record_id=RecordId(str(record)),
            kind=str(kind),
            compartment=Compartment(str(compartment)),
            number=int(str(number)),
            dek_version=int(str(dek)),
            schema_version=int(str(schema)),
            previous_hash=bytes(previous),
        )
        for key in thief.secrets():
            with pytest.raises(KnownError):
                open_sealed(key, Places(thief.hospital).revision(slot), bytes(sealed))


def test_no_key_of_the_desk_unwraps_a_data_key_or_opens_a_draft(thief: DeskThief) -> None:
    places = Places(thief.hospital)
    wraps = rows(
        thief.database, "SELECT person_id, compartment, version, epoch, wrapped FROM dek_wraps"
    )
    drafts = rows(thief.database, "SELECT person_id, record_id, dek_version, sealed FROM journal")
    base = bytes(
        rows(thief.database, "SELECT sealed FROM revisions WHERE record_id = ?", "f" * 32)[0][0]
    )
    assert wraps
    assert drafts

    for key in thief.secrets():
        for person, compartment, version, epoch, wrapped in wraps:
            place = places.data_key(person, Compartment(compartment), version, epoch)
            with pytest.raises(KnownError):
                unwrap_key(key, place, wrapped)
        for person, record, version, sealed in drafts:
            before = draft_start(1, None, base)
            with pytest.raises(KnownError):
                open_sealed(key, places.journal_row(person, record, version, 1, before), sealed)


def test_no_grant_to_someone_else_opens_with_the_keys_of_the_desk(thief: DeskThief) -> None:
    others = rows(thief.database, "SELECT body FROM grants WHERE staff_id <> ?", thief.user)
    assert len(others) >= 8

    for (body,) in others:
        for pair in thief.pairs():
            with pytest.raises(KnownError):
                open_grant(bytes(body), thief.trust, pair)


def test_of_all_sealed_values_only_the_packet_names_a_key_that_the_desk_holds(
    thief: DeskThief,
) -> None:
    held = {key.key_id for key in thief.secrets()} | {pair.public.key_id for pair in thief.pairs()}
    sealed_columns = {
        "revisions": "sealed",
        "journal": "sealed",
        "dek_wraps": "wrapped",
        "audit": "sealed",
        "packets": "sealed_key",
    }

    opens = {
        table
        for table, name in sealed_columns.items()
        for value in column(thief.database, table, name)
        if bytes(value)[2:HEADER_BYTES] in held
    }

    assert opens == {"packets"}


def test_the_packet_itself_does_open(thief: DeskThief) -> None:
    packet_id, epoch, sealed_key, content = rows(
        thief.database, "SELECT packet_id, epoch, sealed_key, content FROM packets"
    )[0]
    places = Places(thief.hospital)
    pair = KeyPair(thief.grants[0][1])

    key = SymmetricKey(open_secret_from(pair, places.packet_key(packet_id, epoch), sealed_key))
    opened = open_sealed(key, places.packet_content(packet_id, epoch), content)

    assert b'"alias":"Maple 12"' in opened

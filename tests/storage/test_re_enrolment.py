"""A workstation whose key is gone comes back with two recovery codes, and loses no record."""

from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.kinds import EPISODE, Compartment
from desktop.services.ports import ReEnrolment, StoreGate
from desktop.storage.gate import open_gate
from desktop.storage.re_enrolment import re_enrol
from desktop.storage.verify import verify_store
from tests.storage.cases import new_case
from tests.storage.raw_file import rows
from tests.storage.test_staff_desk import id_of
from tests.support.fake_clock import CountingIds, FakeClock
from tests.support.fake_keyring import FakeKeyring
from tests.support.store_fixture import (
    ADMINISTRATOR,
    CHEAP_KDF,
    MANAGER,
    PIN,
    SPECIALIST,
    enrol_all,
    password_of,
    wanted_set_up,
)

NEW_PHRASE = "quince-harbor-3-thimble-lantern"


class Lost:
    """A store with one case whose keyring entry is gone."""

    def __init__(self, folder: Path, *, keeps_keyring: bool = False) -> None:
        self.folder, self.keyring = folder, FakeKeyring()
        self.clock, self.ids = FakeClock(), CountingIds()
        gate = self.gate()
        shown = gate.set_up(wanted_set_up(passphrase=None))
        enrol_all(gate, shown.enrolment_codes)
        session = gate.sign_in(SPECIALIST, password_of(SPECIALIST))
        self.person = new_case(session, "c" * 32)
        session.close()
        gate.close()
        self.codes = shown.recovery_codes
        if not keeps_keyring:
            self.keyring.entries.clear()

    def gate(self) -> StoreGate:
        return open_gate(
            self.folder, self.clock, self.ids, kdf=CHEAP_KDF, keyring=lambda: self.keyring
        )

    def enrol(self, wanted: ReEnrolment) -> str:
        made = re_enrol(
            self.folder, self.clock, wanted, keyring=lambda: self.keyring, allow_weak=True
        )
        return made.code


@pytest.fixture
def lost(tmp_path: Path) -> Lost:
    return Lost(tmp_path / "data")


def test_the_store_stays_closed_without_its_key(lost: Lost) -> None:
    with pytest.raises(KnownError) as caught:
        lost.gate().condition()

    assert caught.value.message_id == "keyring.entry-gone"


@pytest.mark.parametrize("passphrase", [None, NEW_PHRASE])
def test_two_codes_bring_everybody_back_to_every_record(lost: Lost, passphrase: str | None) -> None:
    code = lost.enrol(ReEnrolment(ADMINISTRATOR, (lost.codes[2], lost.codes[1]), passphrase))
    gate = lost.gate()
    gate.condition()
    if passphrase:
        gate.unlock(passphrase)
    lost.clock.advance(1)
    gate.enrol(ADMINISTRATOR, code, password_of("again"), PIN)
    administrator = gate.sign_in(ADMINISTRATOR, password_of("again"))
    manager_id = id_of(administrator, MANAGER)
    manager_code = administrator.staff_desk.renew(manager_id).code
    gate.enrol(MANAGER, manager_code, password_of(MANAGER), PIN)
    for compartment in (Compartment.ID, Compartment.CLIN):
        administrator.key_desk.hand_on(manager_id, compartment, lost.codes[:2])
    administrator.close()

    manager = gate.sign_in(MANAGER, password_of(MANAGER))

    (found,) = manager.records.list_newest(EPISODE, lost.person)
    assert found.value.alias == "Maple 12"
    manager.close()
    gate.close()
    assert verify_store(lost.folder).problems == ()


def test_no_old_password_and_no_old_grant_is_left(lost: Lost) -> None:
    lost.enrol(ReEnrolment(ADMINISTRATOR, lost.codes[:2]))

    database = lost.folder / "store.db"
    assert rows(database, "SELECT * FROM user_blobs") == []
    assert {row[0] for row in rows(database, "SELECT staff_id FROM grants")} == {"root"}
    gate = lost.gate()
    with pytest.raises(KnownError) as caught:
        gate.sign_in(SPECIALIST, password_of(SPECIALIST))
    assert caught.value.message_id == "sign-in.wrong-password"
    gate.close()


@pytest.mark.parametrize(
    ("change", "message_id"),
    [
        ({"administrator": MANAGER}, "recovery.not-administrator"),
        ({"administrator": "nobody"}, "recovery.not-administrator"),
        ({"passphrase": "short"}, "password.too-short"),
        ({"codes": ("", "")}, "code.wrong-length"),
    ],
)
def test_a_wrong_wish_changes_nothing(
    lost: Lost, change: dict[str, object], message_id: str
) -> None:
    before = (lost.folder / "store.db").read_bytes()
    wanted: dict[str, object] = {"administrator": ADMINISTRATOR, "codes": lost.codes[:2]}

    with pytest.raises(KnownError) as caught:
        lost.enrol(ReEnrolment(**(wanted | change)))

    assert caught.value.message_id == message_id
    assert (lost.folder / "store.db").read_bytes() == before
    assert lost.keyring.entries == {}


def test_a_keyring_that_keeps_nothing_is_refused_and_changes_nothing(lost: Lost) -> None:
    lost.keyring.is_null = True

    with pytest.raises(KnownError) as caught:
        lost.enrol(ReEnrolment(ADMINISTRATOR, lost.codes[:2]))

    assert caught.value.message_id == "keyring.not-keeping"
    assert len(rows(lost.folder / "store.db", "SELECT * FROM user_blobs")) == 5


def test_what_was_seen_of_the_audit_trail_is_not_forgotten_with_the_key(lost: Lost) -> None:
    code = lost.enrol(ReEnrolment(ADMINISTRATOR, lost.codes[:2]))
    gate = lost.gate()
    gate.enrol(ADMINISTRATOR, code, password_of("again"), PIN)
    gate.sign_in(ADMINISTRATOR, password_of("again")).close()
    gate.close()
    (seen,) = [each for name, each in lost.keyring.entries.items() if name.endswith("/anchor")]

    lost.enrol(ReEnrolment(ADMINISTRATOR, lost.codes[:2]))

    (kept,) = [each for name, each in lost.keyring.entries.items() if name.endswith("/anchor")]
    assert kept == seen


def test_an_enrolment_is_no_entry_that_nobody_wrote(tmp_path: Path) -> None:
    lost = Lost(tmp_path / "data", keeps_keyring=True)
    assert [name for name in lost.keyring.entries if name.endswith("/closed-at")]

    lost.enrol(ReEnrolment(ADMINISTRATOR, lost.codes[:2]))

    assert not [name for name in lost.keyring.entries if name.endswith("/closed-at")]

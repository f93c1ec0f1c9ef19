"""A further workstation made from a backup: the same hospital, no case, a life of its own."""

from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.kinds import Compartment
from desktop.storage.verify import verify_store
from tests.storage.backing_up import back_up
from tests.storage.cases import new_case
from tests.storage.raw_file import column
from tests.storage.two_workstations import SECOND_PHRASE, make_second, open_second
from tests.support.fake_keyring import FakeKeyring
from tests.support.store_fixture import MANAGER, SPECIALIST, MadeStore, password_of


@pytest.fixture
def backup(made: MadeStore, tmp_path: Path) -> Path:
    """Of a store with one case."""
    session = made.sign_in(SPECIALIST)
    new_case(session, "c" * 32)
    session.close()
    return back_up(made.gate.backups(), tmp_path / "usb").backup.path


def test_everybody_signs_in_with_the_password_they_have(
    made: MadeStore, backup: Path, tmp_path: Path
) -> None:
    make_second(made, backup, tmp_path / "second")

    second = open_second(made, tmp_path / "second")

    session = second.gate.sign_in(MANAGER, password_of(MANAGER))
    person = new_case(session, "d" * 32)
    assert list(session.records.persons()) == [person]
    assert second.gate.site_names()[1] == "Bedside Two"
    session.close()
    second.gate.close()
    assert verify_store(second.data_dir).problems == ()


def test_no_case_and_no_key_of_a_person_comes_along(
    made: MadeStore, backup: Path, tmp_path: Path
) -> None:
    make_second(made, backup, tmp_path / "second")

    database = tmp_path / "second" / "store.db"
    assert column(database, "records", "record_id") == []
    assert column(database, "revisions", "record_id") == []
    assert column(database, "journal", "record_id") == []
    assert column(database, "dek_wraps", "person_id") == []
    assert column(database, "caseload_blocks", "block") == []
    assert column(database, "packets", "packet_id") == []
    assert not list((tmp_path / "second").glob("*in-the-making*"))
    assert Compartment.CLIN.value in column(database, "grants", "compartment")


def test_it_has_ids_and_an_audit_chain_of_its_own(
    made: MadeStore, backup: Path, tmp_path: Path
) -> None:
    known = make_second(made, backup, tmp_path / "second")
    made.gate.close()

    first = set(column(made.database, "audit", "workstation_id"))
    second = set(column(tmp_path / "second" / "store.db", "audit", "workstation_id"))

    assert second == {known.workstation.workstation_id}
    assert not first & second


def test_the_first_workstation_lives_on(made: MadeStore, backup: Path, tmp_path: Path) -> None:
    make_second(made, backup, tmp_path / "second")

    session = made.sign_in(SPECIALIST)
    new_case(session, "e" * 32)
    session.close()
    made.gate.close()

    assert verify_store(made.data_dir).problems == ()


def test_with_a_keyring_it_opens_by_a_device_key_of_its_own(
    made: MadeStore, backup: Path, tmp_path: Path
) -> None:
    keyring = FakeKeyring()
    make_second(made, backup, tmp_path / "second", keyring=keyring)

    second = open_second(made, tmp_path / "second", keyring=keyring)

    session = second.gate.sign_in(SPECIALIST, password_of(SPECIALIST))
    assert session.records.persons() == ()
    session.close()
    second.gate.close()
    assert verify_store(second.data_dir).problems == ()


def test_one_code_is_not_enough_and_nothing_stays(
    made: MadeStore, backup: Path, tmp_path: Path
) -> None:
    keyring, code = FakeKeyring(), made.shown.recovery_codes[0]

    with pytest.raises(KnownError) as caught:
        make_second(made, backup, tmp_path / "second", keyring=keyring, codes=(code, code))

    assert caught.value.message_id == "recovery.same-code"
    assert not (tmp_path / "second").exists()
    assert keyring.entries == {}


def test_a_weak_passphrase_makes_nothing(made: MadeStore, backup: Path, tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        make_second(made, backup, tmp_path / "second", passphrase="short")

    assert caught.value.message_id == "password.too-short"
    assert not (tmp_path / "second").exists()


def test_a_changed_backup_makes_nothing(made: MadeStore, backup: Path, tmp_path: Path) -> None:
    content = bytearray(backup.read_bytes())
    content[len(content) // 2] ^= 1
    backup.write_bytes(content)

    with pytest.raises(KnownError) as caught:
        make_second(made, backup, tmp_path / "second")

    assert caught.value.message_id == "backup.changed"
    assert not (tmp_path / "second").exists()


def test_a_folder_with_a_store_is_left_alone(made: MadeStore, backup: Path) -> None:
    made.gate.close()
    before = made.database.read_bytes()

    with pytest.raises(KnownError) as caught:
        make_second(made, backup, made.data_dir)

    assert caught.value.message_id == "store.already-there"
    assert made.database.read_bytes() == before


def test_the_passphrase_of_the_first_does_not_open_the_second(
    made: MadeStore, backup: Path, tmp_path: Path
) -> None:
    make_second(made, backup, tmp_path / "second")

    with pytest.raises(KnownError) as caught:
        open_second(made, tmp_path / "second", passphrase="lantern-orbit-7-walrus-thimble")

    assert caught.value.message_id == "workstation.wrong-passphrase"
    assert SECOND_PHRASE

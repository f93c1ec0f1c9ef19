"""The door to a data folder: what it finds there, how a store is founded, what it refuses."""

import errno
import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.messages import explain
from desktop.records.roles import Role
from desktop.services.ports import NewStaff, StoreCondition, StoreGate
from desktop.storage.gate import open_gate
from desktop.storage.schema import FORMAT_VERSION
from tests.support.fake_clock import CountingIds, FakeClock
from tests.support.fake_keyring import FakeKeyring
from tests.support.store_fixture import (
    CHEAP_KDF,
    PASSPHRASE,
    SPECIALIST,
    STAFF,
    MadeStore,
    enrol_all,
    password_of,
    wanted_set_up,
)


def _gate(folder: Path, keyring: FakeKeyring | None = None) -> StoreGate:
    return open_gate(
        folder,
        FakeClock(),
        CountingIds(),
        keyring=(lambda: keyring) if keyring else None,
        kdf=CHEAP_KDF,
    )


def _refusal(folder: Path) -> str:
    gate = _gate(folder)
    with pytest.raises(KnownError) as caught:
        gate.condition()
    gate.close()
    assert explain(caught.value) != explain(caught.value, "es")
    return caught.value.message_id


def test_looking_at_an_empty_or_missing_folder_changes_nothing(tmp_path: Path) -> None:
    missing = tmp_path / "data"

    found = [_gate(missing).condition(), _gate(tmp_path).condition()]

    assert found == [StoreCondition.ABSENT] * 2
    assert list(tmp_path.iterdir()) == []


def test_a_new_store_is_open_and_a_reopened_one_is_locked_until_the_passphrase(
    made: MadeStore,
) -> None:
    first = made.gate.condition()
    made.gate.close()
    made.gate = _gate(made.data_dir)
    again = made.gate.condition()

    made.gate.unlock(PASSPHRASE)

    assert (first, again) == (StoreCondition.OPEN, StoreCondition.LOCKED)
    assert made.gate.condition() is StoreCondition.OPEN


def test_the_names_of_the_site_are_known_before_anybody_signs_in(made: MadeStore) -> None:
    made.gate.close()

    names = _gate(made.data_dir)

    assert names.site_names() == ("Invented General Hospital", "Bedside One", False)
    names.close()


def test_nobody_signs_in_while_the_store_is_locked(made: MadeStore) -> None:
    made.gate.close()
    made.gate = _gate(made.data_dir)

    with pytest.raises(KnownError) as caught:
        made.sign_in(SPECIALIST)

    assert caught.value.message_id == "store.locked"


def test_a_wrong_passphrase_is_named_and_the_right_one_still_works(made: MadeStore) -> None:
    made.gate.close()
    made.gate = _gate(made.data_dir)

    with pytest.raises(KnownError) as caught:
        made.gate.unlock("not the passphrase")
    made.gate.unlock(PASSPHRASE)

    assert caught.value.message_id == "workstation.wrong-passphrase"
    assert made.sign_in(SPECIALIST).me.role is Role.SPECIALIST


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")
def test_folder_and_files_are_for_their_owner_only(made: MadeStore) -> None:
    made.sign_in(SPECIALIST).records.create_person()

    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in made.data_dir.iterdir()}

    assert stat.S_IMODE(made.data_dir.stat().st_mode) == 0o700
    assert modes == {"store.db": 0o600, "store.db-wal": 0o600, "store.lock": 0o600}


def test_set_up_shows_three_codes_once_and_one_for_each_person(made: MadeStore) -> None:
    shown = made.shown

    assert len(set(shown.recovery_codes)) == 3
    assert set(shown.enrolment_codes) == {each.sign_in_name for each in STAFF}
    assert len(set(shown.enrolment_codes.values())) == len(STAFF)
    assert shown.recovery_codes[0] not in repr(shown)


def test_set_up_never_touches_a_store_that_is_there(made: MadeStore) -> None:
    before = made.gate.site_names()

    with pytest.raises(KnownError) as caught:
        made.gate.set_up(wanted_set_up())

    assert caught.value.message_id == "store.already-there"
    assert made.gate.site_names() == before
    assert made.sign_in(SPECIALIST)


@pytest.mark.parametrize(
    ("staff", "message_id"),
    [
        (STAFF[1:], "set-up.role-missing.administrator"),
        (STAFF[:3] + STAFF[4:], "set-up.role-missing.nurse-manager"),
        (STAFF[:4], "set-up.role-missing.packet-desk"),
        ((STAFF[0], *STAFF[3:]), "set-up.role-missing.specialist"),
        ((*STAFF, NewStaff("SOL ", "Sol Other", Role.SPECIALIST)), "set-up.name-twice"),
        ((*STAFF, NewStaff(" ", "Sol Other", Role.SPECIALIST)), "set-up.name-empty"),
    ],
)
def test_a_set_up_that_cannot_work_leaves_nothing(
    tmp_path: Path, staff: tuple[NewStaff, ...], message_id: str
) -> None:
    with pytest.raises(KnownError) as caught:
        _gate(tmp_path / "data").set_up(wanted_set_up(staff))

    assert caught.value.message_id == message_id
    assert explain(caught.value, "es")
    assert list(tmp_path.iterdir()) == []


def test_a_weak_workstation_passphrase_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        _gate(tmp_path / "data").set_up(wanted_set_up(passphrase="short"))

    assert caught.value.message_id == "password.too-short"
    assert list(tmp_path.iterdir()) == []


def test_a_set_up_that_fails_half_way_leaves_folder_and_keyring_as_they_were(
    tmp_path: Path,
) -> None:
    keyring = FakeKeyring()
    (tmp_path / "store.lock").mkdir()

    with pytest.raises(KnownError):
        _gate(tmp_path, keyring).set_up(wanted_set_up(passphrase=None))

    assert keyring.entries == {}
    assert [file.name for file in tmp_path.iterdir()] == ["store.lock"]


def test_what_a_killed_set_up_left_is_cleared_by_the_next(tmp_path: Path) -> None:
    (tmp_path / "set-up-0.db").write_bytes(b"half")
    gate = _gate(tmp_path)

    gate.set_up(wanted_set_up())
    gate.close()

    assert not list(tmp_path.glob("set-up-*"))


def test_with_a_keyring_the_store_opens_by_itself(tmp_path: Path) -> None:
    keyring = FakeKeyring()
    gate = _gate(tmp_path, keyring)
    enrol_all(gate, gate.set_up(wanted_set_up(passphrase=None)).enrolment_codes)
    gate.sign_in(SPECIALIST, password_of(SPECIALIST)).close()
    gate.close()

    again = _gate(tmp_path, keyring)

    assert again.condition() is StoreCondition.OPEN
    assert again.sign_in(SPECIALIST, password_of(SPECIALIST)).me.role is Role.SPECIALIST
    assert any("anchor" in name for name in keyring.entries)
    again.close()


@pytest.mark.parametrize(
    ("keyring", "message_id"),
    [
        (FakeKeyring(), "keyring.entry-gone"),
        (FakeKeyring(is_locked=True), "keyring.locked"),
        (None, "keyring.not-here"),
    ],
)
def test_a_keyring_that_lost_the_key_is_named(
    tmp_path: Path, keyring: FakeKeyring | None, message_id: str
) -> None:
    first = _gate(tmp_path, FakeKeyring())
    first.set_up(wanted_set_up(passphrase=None))
    first.close()

    again = _gate(tmp_path, keyring)
    with pytest.raises(KnownError) as caught:
        again.condition()
    again.close()

    assert caught.value.message_id == message_id


@pytest.mark.parametrize(
    ("keyring", "is_available"),
    [
        (FakeKeyring(), True),
        (FakeKeyring(is_null=True), False),
        (FakeKeyring(is_locked=True), False),
        (None, False),
    ],
)
def test_only_a_keyring_that_keeps_what_it_is_given_counts(
    tmp_path: Path, keyring: FakeKeyring | None, is_available: bool
) -> None:
    assert _gate(tmp_path, keyring).keyring_available() is is_available


def test_a_file_that_is_not_a_store_is_named_as_such(tmp_path: Path) -> None:
    file = tmp_path / "store.db"
    found = []
    for content in (b"", b"plain text, not a database" * 10):
        file.write_bytes(content)
        found.append(_refusal(tmp_path))
    file.unlink()
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("CREATE TABLE recipes (name TEXT)")
    found.append(_refusal(tmp_path))

    assert found == ["store.not-a-store"] * 3


def test_a_store_of_a_newer_version_is_named_as_newer(made: MadeStore) -> None:
    made.gate.close()
    with closing(sqlite3.connect(made.database)) as raw:
        raw.execute(f"PRAGMA user_version = {FORMAT_VERSION + 1}")

    assert _refusal(made.data_dir) == "store.newer-version"


@pytest.mark.parametrize("keep", [0.3, 0.9])
def test_a_store_that_was_cut_off_is_named_as_damaged(made: MadeStore, keep: float) -> None:
    made.gate.close()
    whole = made.database.read_bytes()
    made.database.write_bytes(whole[: int(len(whole) * keep)])

    assert _refusal(made.data_dir) == "store.damaged"


def test_a_second_process_is_told_that_the_store_is_in_use(made: MadeStore) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from desktop.clock import RandomIds, SystemClock\n"
        "from desktop.errors import KnownError\n"
        "from desktop.storage.gate import open_gate\n"
        "try:\n    open_gate(Path(sys.argv[1]), SystemClock(), RandomIds()).condition()\n"
        "except KnownError as error:\n    print(error.message_id)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", script, str(made.data_dir)],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == "store.in-use"
    assert made.sign_in(SPECIALIST)


def test_a_data_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "data"
    file.write_text("not a folder")

    assert _refusal(file) == "store.folder-unusable"


def test_a_store_that_cannot_be_asked_for_is_never_called_missing(
    made: MadeStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.gate.close()
    stat_of = Path.stat

    def refusing(path: Path, **more: bool) -> os.stat_result:
        if path.name == "store.db":
            raise PermissionError(errno.EACCES, "refused", str(path))
        return stat_of(path, **more)

    monkeypatch.setattr(Path, "stat", refusing)
    monkeypatch.setattr(Path, "exists", lambda _path: False)  # as Python 3.14 has it

    assert _refusal(made.data_dir) == "store.folder-unusable"


def test_a_folder_name_with_signs_of_its_own_is_just_a_name(tmp_path: Path) -> None:
    folder = tmp_path / ("a b#c%20é" if sys.platform == "win32" else "a b?c#d%20é")

    gate = _gate(folder)
    gate.set_up(wanted_set_up())
    gate.close()

    assert sorted(file.name for file in folder.iterdir()) == ["store.db", "store.lock"]


def test_closing_twice_is_safe(made: MadeStore) -> None:
    made.gate.close()
    made.gate.close()

    assert made.gate.condition() is StoreCondition.LOCKED

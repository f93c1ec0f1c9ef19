"""Enrolling a workstation again fails or is killed: what was known stays, and the store opens."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.services.ports import ReEnrolment, StoreCondition
from tests.storage.test_re_enrolment import Lost
from tests.support.file_keyring import FileKeyring
from tests.support.store_fixture import ADMINISTRATOR, PIN, SPECIALIST, password_of

ROOT = Path(__file__).parents[2]


class LockingKeyring(FileKeyring):
    """Locks itself before the key in use is replaced, as a keyring of a desktop may at any time."""

    def set(self, name: str, value: str) -> None:
        """Refuse that one."""
        if name.endswith("/device-key"):
            raise KnownError("keyring.locked")
        super().set(name, value)


@pytest.fixture
def kept(tmp_path: Path) -> Lost:
    """A store whose keyring entries are all there, with a failed try."""
    kept = Lost(tmp_path / "data", keeps_keyring=True)
    gate = kept.gate()
    with pytest.raises(KnownError):
        gate.sign_in(SPECIALIST, "not the password at all")
    gate.close()
    return kept


def wanted(lost: Lost) -> ReEnrolment:
    return ReEnrolment(ADMINISTRATOR, lost.codes[:2])


def names(kept: Lost) -> list[str]:
    """The entries of the keyring by their last word."""
    return sorted(name.rpartition("/")[2] for name in kept.keyring.entries)


def written(kept: Lost, file: Path) -> None:
    """The entries as a file, for another process."""
    keyring = FileKeyring(file)
    for name, value in kept.keyring.entries.items():
        keyring.set(name, value)


def test_an_enrolment_that_fails_leaves_every_entry_and_the_old_key_works(
    kept: Lost, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, told = dict(kept.keyring.entries), kept.clock.now
    moments = iter([told()])

    def now() -> object:
        """A clock that breaks while the file is being changed."""
        moment = next(moments, None)
        if moment is None:
            raise KnownError("store.disk-full")
        return moment

    monkeypatch.setattr(kept.clock, "now", now)
    with pytest.raises(KnownError, match=r"store\.disk-full"):
        kept.enrol(wanted(kept))
    monkeypatch.undo()

    assert kept.keyring.entries == before
    gate = kept.gate()
    assert gate.condition() is StoreCondition.OPEN
    gate.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.parametrize(("last", "is_changed"), [("device-key-next", False), ("device-key", True)])
def test_a_killed_enrolment_leaves_a_store_that_opens_and_an_anchor(
    kept: Lost, tmp_path: Path, last: str, is_changed: bool
) -> None:
    file = tmp_path / "keyring.json"
    written(kept, file)

    words = [sys.executable, "-m", "tests.storage.enrolling_child", str(kept.folder), str(file)]
    ran = subprocess.run([*words, *kept.codes[:2], last], cwd=ROOT, check=False, timeout=120)

    assert ran.returncode == -signal.SIGKILL
    kept.keyring.entries = FileKeyring(file).entries
    gate = kept.gate()
    assert gate.condition() is StoreCondition.OPEN
    assert {"anchor", "failed-tries"} <= set(names(kept))
    if is_changed:
        with pytest.raises(KnownError, match=r"sign-in\.wrong-password"):
            gate.sign_in(SPECIALIST, password_of(SPECIALIST))
    else:
        gate.sign_in(SPECIALIST, password_of(SPECIALIST)).close()
    gate.close()


def test_a_keyring_that_locks_itself_meanwhile_is_finished_by_the_next_start(
    kept: Lost, tmp_path: Path
) -> None:
    file, unlocked = tmp_path / "keyring.json", kept.keyring
    written(kept, file)
    kept.keyring = LockingKeyring(file)
    code = kept.enrol(wanted(kept))
    cut_off = names(kept)
    unlocked.entries = FileKeyring(file).entries
    kept.keyring = unlocked

    gate = kept.gate()
    gate.enrol(ADMINISTRATOR, code, password_of("again"), PIN)
    gate.sign_in(ADMINISTRATOR, password_of("again")).close()
    gate.close()

    assert cut_off == [
        "anchor",
        "closed-at",
        "device-key",
        "device-key-next",
        "failed-tries",
        "last-failure",
    ]
    assert names(kept) == ["anchor", "closed-at", "device-key", "failed-tries", "last-failure"]
    again = kept.gate()
    assert again.condition() is StoreCondition.OPEN
    again.close()


def test_a_prepared_key_of_an_enrolment_that_never_happened_opens_nothing_and_goes(
    kept: Lost,
) -> None:
    entry = next(name for name in kept.keyring.entries if name.endswith("/device-key"))
    kept.keyring.entries[f"{entry}-next"] = kept.keyring.entries[entry][::-1]

    gate = kept.gate()
    assert gate.condition() is StoreCondition.OPEN
    gate.close()
    kept.enrol(wanted(kept))

    assert f"{entry}-next" not in kept.keyring.entries


def test_the_failed_tries_of_others_are_still_known_after_an_enrolment(kept: Lost) -> None:
    [tries] = [one for name, one in kept.keyring.entries.items() if name.endswith("failed-tries")]

    kept.enrol(wanted(kept))

    [after] = [one for name, one in kept.keyring.entries.items() if name.endswith("failed-tries")]
    assert after == tries
    assert tries.endswith("=1")


def test_what_cannot_be_read_is_dropped_by_an_enrolment(kept: Lost) -> None:
    for name in kept.keyring.entries:
        if not name.endswith("device-key"):
            kept.keyring.entries[name] = "nonsense"

    kept.enrol(wanted(kept))

    assert names(kept) == ["device-key"]

"""Enrolling a workstation again fails or is cut off: what was known stays, and the store opens."""

from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.services.ports import ReEnrolment, StoreCondition
from desktop.storage import re_enrolment
from tests.storage.test_re_enrolment import Lost
from tests.support.store_fixture import ADMINISTRATOR, PIN, SPECIALIST, password_of


class Broken(Exception):
    """Something that nobody foresaw."""


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


def test_an_enrolment_that_fails_leaves_every_entry_and_the_old_key_works(
    kept: Lost, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dict(kept.keyring.entries)

    def fail(*_: object) -> None:
        raise Broken

    monkeypatch.setattr(re_enrolment, "_replace_secret", fail)
    with pytest.raises(Broken):
        kept.enrol(wanted(kept))

    assert kept.keyring.entries == before
    gate = kept.gate()
    assert gate.condition() is StoreCondition.OPEN
    gate.close()


def test_an_enrolment_cut_off_after_the_file_was_changed_is_finished_by_the_next_start(
    kept: Lost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(re_enrolment, "_take_prepared", lambda _entries: None)
    code = kept.enrol(wanted(kept))
    monkeypatch.undo()
    names = sorted(name.rpartition("/")[2] for name in kept.keyring.entries)

    gate = kept.gate()
    gate.enrol(ADMINISTRATOR, code, password_of("again"), PIN)
    gate.sign_in(ADMINISTRATOR, password_of("again")).close()
    gate.close()

    assert names == ["anchor", "device-key", "device-key-next", "failed-tries"]
    assert sorted(name.rpartition("/")[2] for name in kept.keyring.entries) == [
        "anchor",
        "device-key",
        "failed-tries",
    ]
    again = kept.gate()
    assert again.condition() is StoreCondition.OPEN
    again.close()


def test_a_keyring_that_locks_itself_meanwhile_loses_nothing(
    kept: Lost, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced = re_enrolment._replace_secret

    def replace_and_lock(*arguments: object) -> None:
        replaced(*arguments)  # type: ignore[arg-type]  # as it was called
        kept.keyring.is_locked = True

    monkeypatch.setattr(re_enrolment, "_replace_secret", replace_and_lock)
    code = kept.enrol(wanted(kept))
    kept.keyring.is_locked = False

    gate = kept.gate()
    gate.enrol(ADMINISTRATOR, code, password_of("again"), PIN)
    gate.close()


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

    assert [name.rpartition("/")[2] for name in kept.keyring.entries] == ["device-key"]

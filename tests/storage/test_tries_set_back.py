"""The count of failed sign-ins, set back by somebody who can write the file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.storage.crypto.keyring_port import StoreKeyring
from desktop.storage.throttle import STOP_AT
from desktop.storage.verify import verify_store
from tests.storage.raw_file import column, execute, rows
from tests.storage.station import Station
from tests.storage.test_staff_desk import id_of
from tests.support.fake_keyring import FakeKeyring
from tests.support.store_fixture import (
    ADMINISTRATOR,
    SPECIALIST,
    MadeStore,
    password_of,
)

WRONG = "not the password of anybody"
TRIES = 7


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    """A workstation with a keyring."""
    station = Station(tmp_path / "data")
    station.work_a_little()
    yield station
    station.gate.close()


def _fail(station: Station | MadeStore, times: int, name: str = SPECIALIST) -> None:
    for _ in range(times):
        station.clock.advance(1_000)
        with pytest.raises(KnownError):
            station.gate.sign_in(name, WRONG)


def _wait(station: Station | MadeStore) -> str:
    """What the next try is told, right after a start."""
    with pytest.raises(KnownError) as caught:
        station.gate.sign_in(SPECIALIST, WRONG)
    return caught.value.message_id


def _set_back(database: Path) -> None:
    execute(database, "DELETE FROM sign_in_throttle")


def test_a_count_set_back_in_the_file_lets_nobody_in_sooner(station: Station) -> None:
    _fail(station, TRIES)
    station.gate.close()
    _set_back(station.folder / "store.db")

    station.restart()

    assert _wait(station) == "sign-in.wait"


def test_an_account_that_was_stopped_stays_so_with_an_older_file(station: Station) -> None:
    copy = station.keep_copy()
    _fail(station, STOP_AT)

    station.put_back(copy)
    station.clock.advance(10_000)

    assert _wait(station) == "sign-in.stopped"


def test_the_start_puts_the_count_right_and_writes_down_that_it_was_set_back(
    station: Station,
) -> None:
    _fail(station, TRIES)
    station.gate.close()
    before = dict(
        rows(station.folder / "store.db", "SELECT account, failures FROM sign_in_throttle")
    )
    entries = len(column(station.folder / "store.db", "audit", "number"))
    _set_back(station.folder / "store.db")

    station.restart()

    station.gate.close()
    file = station.folder / "store.db"
    assert dict(rows(file, "SELECT account, failures FROM sign_in_throttle")) == before
    assert list(before.values()) == [TRIES]
    assert len(column(file, "audit", "number")) == entries + 1
    assert verify_store(station.folder, lambda: station.keyring).problems == ()


def test_a_check_names_the_account_whose_count_was_set_back(station: Station) -> None:
    _fail(station, TRIES)
    station.gate.close()
    _set_back(station.folder / "store.db")

    (problem,) = verify_store(station.folder, lambda: station.keyring).problems

    assert problem.message_id == "verify.tries"
    assert problem.where.startswith("sign_in_throttle/")


def test_a_store_with_a_passphrase_does_not_notice_it(made: MadeStore) -> None:
    """What docs/security.md says is not protected; the keyring above is what makes it so."""
    _fail(made, TRIES)
    made.gate.close()
    _set_back(made.database)

    made.reopen()

    assert _wait(made) == "sign-in.wrong-password"
    made.gate.close()
    assert verify_store(made.data_dir).problems == ()


def test_success_and_the_administrator_clear_the_count_in_the_keyring_too(
    station: Station,
) -> None:
    _fail(station, STOP_AT)
    administrator = station.gate.sign_in(ADMINISTRATOR, password_of(ADMINISTRATOR))
    administrator.staff_desk.clear_stop(id_of(administrator, SPECIALIST))
    administrator.close()
    station.restart()

    station.gate.sign_in(SPECIALIST, password_of(SPECIALIST)).close()

    assert all(entry.count("=") == 0 for name, entry in _tries(station.keyring))


def _tries(keyring: FakeKeyring) -> list[tuple[str, str]]:
    return [(name, entry) for name, entry in keyring.entries.items() if "failed-tries" in name]


def test_a_keyring_that_is_locked_keeps_nobody_out_and_loses_nothing(station: Station) -> None:
    _fail(station, 3)
    station.keyring.is_locked = True
    _fail(station, 2)
    station.keyring.is_locked = False

    station.restart()

    assert _wait(station) == "sign-in.wait"


def test_an_entry_that_is_not_ours_is_refused(station: Station) -> None:
    entries = StoreKeyring(station.keyring, "of-this-store")
    entries.keep_tries({"a" * 32: 7, "b" * 32: 0})
    kept = entries.tries()
    for wrong in ("another,aaaaaaaa=7", "of-this-store,aaaaaaaa=x", "of-this-store,aaaaaaaa"):
        station.keyring.entries["of-this-store/failed-tries"] = wrong
        with pytest.raises(KnownError) as caught:
            entries.tries()
        assert caught.value.message_id == "keyring.entry-damaged"

    assert kept == {"a" * 8: 7}


def test_the_longest_entry_is_one_that_every_keyring_takes() -> None:
    keyring = FakeKeyring()
    entries = StoreKeyring(keyring, "f" * 32)

    entries.keep_tries({f"{number:032x}": 100 for number in range(500)})

    (kept,) = keyring.entries.values()
    assert len(kept) <= 1_000
    assert len(entries.tries()) > 50

"""A check without an account asks the keyring, where the workstation has one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.services.ports import KeyringSaid, StoreReport, tell_nobody
from desktop.storage.verify import verify_store
from tests.storage.station import Station
from tests.support.fake_keyring import FakeKeyring
from tests.support.store_fixture import SPECIALIST, MadeStore, password_of


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    """A workstation whose keyring has seen one day's work."""
    station = Station(tmp_path / "data")
    station.work_a_little()
    yield station
    station.gate.close()


def _check(station: Station) -> StoreReport:
    station.gate.close()
    return verify_store(station.folder, lambda: station.keyring)


def test_a_store_that_its_keyring_knows_is_whole(station: Station) -> None:
    report = _check(station)

    assert report.problems == ()
    assert report.keyring is KeyringSaid.COMPARED


def test_a_check_without_an_account_names_the_older_copy_that_the_keyring_knows(
    station: Station,
) -> None:
    copy = station.keep_copy()
    station.work_a_little()
    station.put_back(copy)

    report = _check(station)

    assert [one.message_id for one in report.problems] == ["verify.rolled-back"]
    assert verify_store(station.folder).problems == ()


def test_a_keyring_that_says_nothing_is_told_of(station: Station) -> None:
    other_computer, locked = FakeKeyring(), FakeKeyring(is_locked=True)
    station.gate.close()

    said = [verify_store(station.folder, lambda at=at: at) for at in (other_computer, locked)]

    assert [report.keyring for report in said] == [KeyringSaid.SILENT] * 2
    assert all(report.is_whole for report in said)


def test_a_workstation_with_a_passphrase_asks_no_keyring(made: MadeStore) -> None:
    made.gate.close()

    report = verify_store(made.data_dir, lambda: FakeKeyring(is_locked=True))

    assert report.keyring is KeyringSaid.NOT_USED


def test_a_check_of_the_open_store_says_that_the_keyring_was_compared(station: Station) -> None:
    station.restart()
    session = station.gate.sign_in(SPECIALIST, password_of(SPECIALIST))

    report = session.backups.verify(tell_nobody)

    session.close()
    assert report.keyring is KeyringSaid.COMPARED

"""Backups of a workstation with a keyring: made without it, opened again with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.services.ports import tell_nobody
from desktop.storage.backup_desk import SealedBackupDesk
from desktop.storage.gate import open_gate
from desktop.storage.restore import restore_store
from desktop.storage.without_keys import opened_without_keys
from tests.storage.backing_up import back_up
from tests.storage.test_rollback import Station
from tests.support.fake_clock import CountingIds, FakeClock
from tests.support.store_fixture import CHEAP_KDF


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    """A workstation whose site secret is behind its keyring."""
    station = Station(tmp_path / "data")
    yield station
    station.gate.close()


def backed_up(station: Station) -> Path:
    """A backup made as a scheduled command makes it: nothing but the file."""
    station.gate.close()
    with opened_without_keys(station.folder, station.clock) as store:
        done = back_up(SealedBackupDesk(store), station.folder.with_name("usb"))
    station.restart()
    return done.backup.path


def test_a_backup_needs_no_keyring(station: Station) -> None:
    assert backed_up(station).exists()


def test_a_restored_store_opens_with_the_same_keyring_and_the_alarm(station: Station) -> None:
    backup = backed_up(station)
    station.work_a_little()
    station.gate.close()

    restore_store(backup, station.folder, station.clock, tell_nobody)

    station.restart()
    assert station.alarm() is not None


def test_restoring_what_was_there_a_moment_ago_is_no_alarm(station: Station) -> None:
    backup = backed_up(station)
    station.gate.close()

    restore_store(backup, station.folder, station.clock, tell_nobody)

    station.restart()
    assert station.alarm() is None


def test_on_another_computer_it_stays_closed_until_it_is_enrolled(
    station: Station, tmp_path: Path
) -> None:
    backup = backed_up(station)
    restore_store(backup, tmp_path / "other", station.clock, tell_nobody)
    gate = open_gate(tmp_path / "other", FakeClock(), CountingIds(), kdf=CHEAP_KDF)

    with pytest.raises(KnownError) as caught:
        gate.condition()

    assert caught.value.message_id == "keyring.not-here"

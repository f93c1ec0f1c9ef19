"""The drive: a folder that hangs holds up nothing else, and can be left behind."""

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.background.runner import BackgroundRunner
from desktop.errors import KnownError
from desktop.services.ports import (
    Backup,
    BackupLog,
    BackupRun,
    BackupTry,
    DrillReport,
    KeptStore,
    StoreReport,
    Tell,
)
from desktop.views.backups.backup_drive import BackupDrive
from tests.support.fake_clock import FakeClock


class HangingDesk:
    """A desk whose folder does not answer until it is told to, as a share that went away."""

    def __init__(self) -> None:
        self.answers = threading.Event()
        self.asked = threading.Event()
        self.remembered: list[BackupTry] = []

    def check_folder(self, folder: Path) -> None:
        """Asks, and waits."""
        self.asked.set()
        self.answers.wait(10)

    def begin(self, folder: Path) -> BackupRun:
        """Never reached in these tests."""
        raise AssertionError("the folder was left behind")

    def backups(self, folder: Path) -> Sequence[Backup]:
        """None."""
        return ()

    def try_restore(self, backup: Path, tell: Tell) -> DrillReport:
        """Never asked."""
        raise AssertionError(backup.name)

    def verify(self, tell: Tell) -> StoreReport:
        """Nothing to look at."""
        return StoreReport(0, ())

    def kept(self) -> Sequence[KeptStore]:
        """None."""
        return ()

    def destroy_kept(self, name: str) -> None:
        """Never asked."""
        raise AssertionError(name)

    def log(self) -> BackupLog:
        """Nothing yet."""
        return BackupLog()

    def remember(self, tried: BackupTry) -> None:
        """Noted."""
        self.remembered.append(tried)


@pytest.fixture
def storage() -> Iterator[BackgroundRunner]:
    """The storage worker."""
    runner = BackgroundRunner()
    yield runner
    runner.close()
    runner.deleteLater()


def test_while_a_folder_hangs_the_store_goes_on(
    qtbot: QtBot, storage: BackgroundRunner, tmp_path: Path
) -> None:
    desk, drive, saved = HangingDesk(), BackupDrive(storage, FakeClock()), []
    drive.back_up(desk, tmp_path)
    qtbot.waitUntil(desk.asked.is_set)

    storage.run(storage, lambda: "an answer", done=saved.append)

    qtbot.waitUntil(lambda: saved == ["an answer"])
    assert drive.is_busy
    desk.answers.set()
    drive.close()


def test_a_folder_that_hangs_can_be_called_off_at_once(
    qtbot: QtBot, storage: BackgroundRunner, tmp_path: Path
) -> None:
    desk, drive = HangingDesk(), BackupDrive(storage, FakeClock())
    drive.back_up(desk, tmp_path)
    qtbot.waitUntil(desk.asked.is_set)

    with qtbot.waitSignal(drive.stopped):
        drive.stop()

    assert not drive.is_busy
    desk.answers.set()
    drive.close()
    assert desk.remembered == []


def test_one_at_a_time(qtbot: QtBot, storage: BackgroundRunner, tmp_path: Path) -> None:
    desk, second = HangingDesk(), HangingDesk()
    drive = BackupDrive(storage, FakeClock())
    drive.back_up(desk, tmp_path)
    qtbot.waitUntil(desk.asked.is_set)

    drive.back_up(second, tmp_path)

    desk.answers.set()
    drive.stop()
    drive.close()
    assert not second.asked.is_set()


class GoneDesk(HangingDesk):
    """A desk whose folder is gone when it answers at last."""

    def check_folder(self, folder: Path) -> None:
        """Waits, and finds nothing."""
        super().check_folder(folder)
        raise KnownError("backup.folder-unusable")


def test_what_arrives_after_the_window_closed_asks_nothing_of_the_store(
    qtbot: QtBot, storage: BackgroundRunner, tmp_path: Path
) -> None:
    desk, drive = GoneDesk(), BackupDrive(storage, FakeClock())
    drive.back_up(desk, tmp_path)
    qtbot.waitUntil(desk.asked.is_set)
    storage.close()

    desk.answers.set()

    qtbot.waitUntil(lambda: not drive.is_busy)
    assert desk.remembered == []
    drive.close()

"""A workstation that lost its store, a backup on a drive, and a window that asks as a real one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.errors import KnownError
from desktop.records.ids import StaffId
from desktop.services.ports import Backup, Restored, RestoreDesk, RestoreLook, StoreGate, Tell
from desktop.storage.gate import open_gate
from desktop.storage.restore_desk import SealedRestoreDesk
from tests.services.bench import ROSA
from tests.storage.backing_up import back_up
from tests.support.store_fixture import CHEAP_KDF, PASSPHRASE
from tests.support.window_parts import OpenedWindow, Workstation


@dataclass
class HeldDesk:
    """The real desk; while ``go`` is cleared each step waits, so that a test can act meanwhile."""

    desk: SealedRestoreDesk
    go: Event

    def find(self, place: Path) -> Sequence[Backup]:
        """As the real one."""
        return self.desk.find(place)

    def look(self, backup: Path, tell: Tell) -> RestoreLook:
        """As the real one."""
        return self.desk.look(backup, self._held(tell))

    def restore(self, backup: Path, by: StaffId | None, tell: Tell) -> Restored:
        """As the real one."""
        return self.desk.restore(backup, by, self._held(tell))

    def _held(self, tell: Tell) -> Tell:
        def hold(what: str, done: int, total: int) -> None:
            tell(what, done, total)
            self.go.wait(10)
            tell(what, done, total)

        return hold


@dataclass
class LosingStation:
    """``backup`` has one case; whatever a test adds afterwards is newer."""

    station: Workstation
    bot: QtBot
    app: QApplication
    backup: Backup
    go: Event = field(default_factory=Event)

    @property
    def database(self) -> Path:
        """The store itself."""
        return self.station.made.database

    @property
    def rosa(self) -> StaffId:
        """The specialist of the fixtures, as the store calls her."""
        staff = self.station.bench.work_as(ROSA).session.site.staff()
        return next(one.staff_id for one in staff if one.sign_in_name == ROSA)

    def files(self) -> dict[str, bytes]:
        """Everything in the data folder, by name below it."""
        folder = self.database.parent
        return {
            str(path.relative_to(folder)): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }

    def lose(self) -> None:
        """The file is gone; lock and log of backups may be left."""
        self.station.leave_bench()
        for path in self.database.parent.glob("store.db*"):
            path.unlink()

    def damage(self) -> None:
        """The file is no store any more."""
        self.station.leave_bench()
        self.database.write_bytes(b"SQLite format 3\0" + b"\0" * 4096)

    def open(self, name: str, *, is_demo: bool = False, is_failing: bool = False) -> OpenedWindow:
        """A window, when something of this objectName may be used; of a demo its own gate opens
        without a question, and a failing disk does not give the store to any."""
        self.station.leave_bench()
        parts = self.station.parts(self.app)._replace(restore_desk=self._restore_desk)
        if is_demo:
            nowhere = self.station.root / "no-store-here"
            folder = self.database.parent
            parts = parts._replace(store_dir=nowhere, demo_dir=folder, prefer_demo=True)
        elif is_failing:
            parts = parts._replace(open_gate=_failing_disk)
        else:
            parts = parts._replace(open_gate=self._open_gate)
        opened = OpenedWindow(self.bot, self.app, self.station, parts)
        self.station.windows.append(opened)
        opened.begin()
        opened.until(lambda: opened.is_open(name))
        return opened

    def _restore_desk(self, folder: Path, is_demo: bool) -> RestoreDesk:
        desk = SealedRestoreDesk(folder, self.station.bench.clock, is_demo=is_demo)
        return HeldDesk(desk, self.go)

    def _open_gate(self, folder: Path) -> StoreGate:
        bench = self.station.bench
        return open_gate(folder, bench.clock, bench.ids, kdf=CHEAP_KDF)


def _failing_disk(_folder: Path) -> StoreGate:
    raise KnownError("store.disk-failed")


def losing(station: Workstation, bot: QtBot, app: QApplication, usb: Path) -> LosingStation:
    """One case, then a backup of it."""
    station.bench.new_case()
    backup = back_up(station.made.gate.backups(), usb).backup
    made = LosingStation(station, bot, app, backup)
    made.go.set()
    return made


def look_at(opened: OpenedWindow, place: Path) -> None:
    """Type where it is."""
    opened.until(lambda: opened.is_open("restore-place"))
    opened.line("restore-place").setText(str(place))
    QTest.keyClick(opened.line("restore-place"), Qt.Key.Key_Return)


def sign_in_again(opened: OpenedWindow, name: str) -> None:
    """From the end of a restore to the first desk."""
    opened.press("restore-on")
    unlock_and_sign_in(opened, name)


def unlock_and_sign_in(opened: OpenedWindow, name: str) -> None:
    """Over the passphrase to the first desk."""
    opened.until(lambda: opened.is_open("unlock-submit"))
    opened.line("unlock-passphrase").setText(PASSPHRASE)
    opened.press("unlock-submit")
    opened.sign_in(name)

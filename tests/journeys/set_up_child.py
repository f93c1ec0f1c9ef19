"""A process of its own that sets a workstation up, stops at one step, and waits to be killed.

Arguments: folder of the workstation, one of ``STEPS``, "keyring" or "passphrase". One line on
standard output says that the step is reached: the one-time codes by sign-in name, as JSON.
"""

import json
import sys
import threading
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.background.gui_collector import GuiCollector
from desktop.background.runner import BackgroundRunner
from desktop.clock import RandomIds, SystemClock
from desktop.services.ports import Session, StoreGate
from desktop.services.work import Work
from desktop.settings import SettingsFile
from desktop.start_window import make_application
from desktop.storage.gate import open_gate
from desktop.views.entry.code_groups import CodeGroups
from desktop.views.shell.main_window import MainWindow
from desktop.views.shell.parts import ShellParts
from desktop.views.theme.switcher import ThemeMode, ThemeSwitcher
from desktop.views.walkthrough.driver import Driver, Until
from desktop.views.walkthrough.hands import Hands
from tests.support.file_keyring import FileKeyring
from tests.support.store_fixture import CHEAP_KDF, PASSPHRASE

FORM, KEY, WRITING, CODES, CHECK, DONE = "form", "key", "writing", "codes", "check", "done"
STEPS = (FORM, KEY, WRITING, CODES, CHECK, DONE)
"""Filled in; key in the keyring; store half written; codes shown; typed again; all done."""

PEOPLE = {
    "administrator": "Ada Example",
    "specialist": "Sol Sample",
    "nurse-manager": "Max Specimen",
    "packet-desk": "Dot Placeholder",
}
PACKET_DESK = "dot.placeholder"
"""Whose code is the last on the page."""


def halt(codes: dict[str, str]) -> None:
    """Say that the step is reached and do nothing more on this thread."""
    sys.stdout.write(json.dumps(codes) + "\n")
    sys.stdout.flush()
    sys.stdin.read()


class HaltingClock(SystemClock):
    """Stops the worker when it asks for the time while a store is half written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def now(self) -> datetime:
        """The wall clock."""
        is_worker = threading.current_thread() is not threading.main_thread()
        if is_worker and any(file.stat().st_size for file in self._folder.glob("set-up-*.db")):
            halt({})
        return super().now()


class Founder:
    """Sets the workstation up at the window."""

    def __init__(self, root: Path, step: str, way: str, app: QApplication) -> None:
        self._root, self._step, self._way = root, step, way
        store = root / "store"
        self._clock = HaltingClock(store) if step == WRITING else SystemClock()
        self._keyring = FileKeyring(root / "keyring.json", self._kept)
        parts = ShellParts(
            runner=BackgroundRunner(app),
            clock=SystemClock(),
            settings=SettingsFile(root / "settings"),
            themes=ThemeSwitcher(app, mode=ThemeMode.LIGHT),
            store_dir=store,
            demo_dir=root / "demo",
            open_gate=self._open_gate,
            work_for=_no_work,
            make_demo=_no_demo,
            restart=_no_restart,
        )
        self._window = MainWindow(parts)
        self._hands = Hands(self._window)

    def _open_gate(self, folder: Path) -> StoreGate:
        return open_gate(
            folder, self._clock, RandomIds(), keyring=lambda: self._keyring, kdf=CHEAP_KDF
        )

    def _kept(self, name: str) -> None:
        if self._step == KEY and name.endswith("device-key"):
            halt({})

    def script(self) -> Iterator[Until]:
        """From the first start to the step."""
        self._window.show()
        self._window.start()
        yield from self._press("first-start-set-up")
        yield self._there("set-up-hospital")
        self._fill()
        if self._step == FORM:
            halt({})
        self._hands.press("set-up-submit")
        yield self._there("codes-recovery-1")
        yield self._there(f"codes-person-{PACKET_DESK}")
        recovery = [self._words(f"codes-recovery-{number}") for number in (1, 2, 3)]
        people = [name.lower().replace(" ", ".") for name in PEOPLE.values()]
        codes = {name: self._words(f"codes-person-{name}") for name in people}
        if self._step == CODES:
            halt(codes)
        self._hands.press("codes-written")
        yield self._there("codes-one")
        self._hands.write("codes-one", recovery[2])
        self._hands.write("codes-other", recovery[0])
        if self._step == CHECK:
            halt(codes)
        yield from self._press("codes-kept")
        yield self._there("sign-in-submit")
        halt(codes)

    def _fill(self) -> None:
        self._hands.write("set-up-hospital", "Invented General Hospital")
        self._hands.write("set-up-workstation", "Bedside One")
        for role, name in PEOPLE.items():
            self._hands.write(f"set-up-{role}-name", name)
        if self._way == "passphrase":
            self._hands.press("set-up-key-options-passphrase")
            self._hands.write("set-up-passphrase", PASSPHRASE)
            self._hands.write("set-up-passphrase-again", PASSPHRASE)

    def _words(self, name: str) -> str:
        found = self._hands.find(name)
        assert isinstance(found, CodeGroups)
        return found.text()

    def _press(self, name: str) -> Iterator[Until]:
        yield self._there(name)
        self._hands.press(name)

    def _there(self, name: str) -> Until:
        return partial(self._hands.sees, name)


def _no_work(_session: Session) -> Work:
    raise AssertionError("nobody signed in")


def _no_demo(folder: Path) -> None:
    raise AssertionError(f"no demo was asked for in {folder.name}")


def _no_restart(*, is_demo: bool, place: str) -> None:
    raise AssertionError("nobody locked the screen")


def main() -> None:
    """Run until somebody kills this process."""
    app = make_application()
    GuiCollector(app).start()
    founder = Founder(Path(sys.argv[1]), *sys.argv[2:4], app)
    driver = Driver(founder.script(), SystemClock(), app)
    driver.failed.connect(_fail)
    driver.start()
    app.exec()


def _fail(error: Exception) -> None:
    sys.stderr.write(f"{type(error).__name__}: {error}\n")
    QApplication.exit(1)


if __name__ == "__main__":
    main()

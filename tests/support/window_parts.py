"""The main window on a real sealed store: what the tests of the shell and of journeys open."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.background.runner import BackgroundRunner
from desktop.rendering.paper import ReportlabPaper
from desktop.resource_files import resources_dir
from desktop.services.library import Library
from desktop.services.ports import Session, StoreCondition, StoreGate
from desktop.services.work import Work
from desktop.settings import SettingsFile
from desktop.storage.gate import open_gate
from desktop.views.shell.main_window import MainWindow
from desktop.views.shell.parts import ShellParts
from desktop.views.shell.signed_in import SignedIn
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.switcher import ThemeMode, ThemeSwitcher
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import LIGHT
from tests.services.bench import Bench, sealed_bench
from tests.support.fake_printers import FakePrinters
from tests.support.listening_session import ListeningSession
from tests.support.store_fixture import CHEAP_KDF, PASSPHRASE, PIN, MadeStore, password_of

PATIENCE_MS = 10_000
WRONG_PIN = "000000"


@dataclass
class Workstation:
    """One computer with a sealed store; fill it through ``bench``, then open a window on it."""

    root: Path
    bench: Bench
    made: MadeStore
    printers: FakePrinters = field(default_factory=FakePrinters)
    restarts: list[str] = field(default_factory=list)
    """One entry per time that the process would have been replaced."""
    left_place: str = ""
    """What the last process that was replaced handed over."""
    sessions: list[Session] = field(default_factory=list)
    """Every session that the window was given."""
    windows: list["OpenedWindow"] = field(default_factory=list)

    def parts(self, app: QApplication) -> ShellParts:
        """Everything the shell needs: real store, paper and settings; fake clock and printers."""
        settings = SettingsFile(self.root / "settings")
        return ShellParts(
            runner=BackgroundRunner(),
            clock=self.bench.clock,
            settings=settings,
            themes=ThemeSwitcher(app, mode=ThemeMode.LIGHT, scale=settings.read().text_scale),
            store_dir=self.made.data_dir,
            demo_dir=self.root / "demo",
            open_gate=self._open_gate,
            work_for=self.work_for,
            make_demo=_no_demo,
            restart=self._restart,
            left_place=self.left_place,
        )

    def open_window(self, bot: QtBot, app: QApplication) -> "OpenedWindow":
        """Close what filled the store and show the window at its sign-in page."""
        self.leave_bench()
        opened = OpenedWindow(bot, app, self, self.parts(app))
        self.windows.append(opened)
        opened.start()
        return opened

    def leave_bench(self) -> None:
        """Nobody is signed in outside of the window any more."""
        for session in self.bench.sessions.values():
            session.close()
        self.bench.sessions.clear()
        self.made.gate.close()

    def close(self) -> None:
        """Close every window and the store."""
        for opened in self.windows:
            opened.close()
        self.leave_bench()

    def _open_gate(self, folder: Path) -> StoreGate:
        gate = open_gate(folder, self.bench.clock, self.bench.ids, kdf=CHEAP_KDF)
        if gate.condition() is StoreCondition.LOCKED:
            gate.unlock(PASSPHRASE)
        return gate

    def work_for(self, session: Session) -> Work:
        """What the use cases of a person signed in at the window need."""
        self.sessions.append(session)
        heard = ListeningSession(session, self.bench.heard)
        folder = resources_dir()
        library = Library(
            folder / "instruments", folder / "directory", session.site.is_demo, session.forms
        )
        return Work(
            heard, self.bench.clock, self.bench.ids, library, ReportlabPaper(), self.printers
        )

    def _restart(self, *, is_demo: bool, place: str) -> None:
        self.left_place = place
        self.restarts.append("restart of the demo" if is_demo else "restart")


@dataclass
class OpenedWindow:
    """The window with hands and eyes for the tests."""

    bot: QtBot
    app: QApplication
    station: Workstation
    parts: ShellParts
    window: MainWindow = field(init=False)

    def begin(self) -> None:
        """Show the first page."""
        self.window = MainWindow(self.parts)
        self.bot.addWidget(self.window)
        self.window.show()
        self.window.start()

    def start(self) -> None:
        """Show the first page and wait until the store behind it is open."""
        self.begin()
        self.until(lambda: self.is_open("sign-in-submit") or self.sees("first-start"))

    @property
    def signed_in(self) -> SignedIn:
        """What runs while somebody is signed in."""
        assert self.window.signed_in is not None
        return self.window.signed_in

    def sign_in(self, name: str) -> None:
        """Type name and password, and wait for the first desk."""
        self.until(lambda: self.is_open("sign-in-submit"))
        self.line("sign-in-name").setText(name)
        self.line("sign-in-password").setText(password_of(name))
        self.press("sign-in-submit")
        self.until_idle()
        assert self.window.signed_in is not None, self.shown_words()

    def enter_pin(self, pin: str = PIN) -> None:
        """Type a PIN on the cover and wait for the answer."""
        QTest.keyClicks(self.line("cover-pin"), pin)
        QTest.keyClick(self.line("cover-pin"), Qt.Key.Key_Return)
        self.until_idle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key at the window, as the keyboard does: shortcuts and filters see it."""
        handle = self.window.windowHandle()
        QTest.keyClick(handle, key, modifier or Qt.KeyboardModifier.NoModifier)

    def press(self, name: str) -> None:
        """Press a button by its objectName."""
        found = self.find(name)
        assert isinstance(found, QAbstractButton)
        found.click()

    def line(self, name: str) -> QLineEdit:
        """A visible field."""
        found = self.find(name)
        assert isinstance(found, QLineEdit)
        return found

    def find(self, name: str) -> QWidget:
        """The visible widget of this objectName."""
        found = [w for w in self.window.findChildren(QWidget, name) if w.isVisible()]
        assert found, f"nothing visible is called {name}"
        return found[0]

    def sees(self, name: str) -> bool:
        """Whether something of this objectName is visible."""
        return any(w.isVisible() for w in self.window.findChildren(QWidget, name))

    def is_open(self, name: str) -> bool:
        """Whether something of this objectName is visible and may be used."""
        found = self.window.findChildren(QWidget, name)
        return any(w.isVisible() and w.isEnabled() for w in found)

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for it."""
        self.bot.waitUntil(is_so, timeout=PATIENCE_MS)

    def until_idle(self) -> None:
        """Wait until no work is queued or running, and what waits for the next turn was drawn."""
        self.app.processEvents()
        self.bot.waitUntil(lambda: self.parts.runner.is_idle, timeout=PATIENCE_MS)

    def shown_words(self) -> str:
        """Every visible text of the window, its title included."""
        return "\n".join([self.window.windowTitle(), *_texts(self.window, only_visible=True)])

    def kept_words(self) -> str:
        """Every text that any widget of the window holds, visible or not."""
        return "\n".join([self.window.windowTitle(), *_texts(self.window, only_visible=False)])

    def message(self) -> str:
        """What the message bar says, "" when it is not there."""
        bar = self.signed_in.inside.message_bar
        return bar.accessibleName() if bar.isVisible() else ""

    def close(self) -> None:
        """Close the window as its user does, then what the start of the app closes."""
        if shiboken6.isValid(self.window):
            for translator in self.window.findChildren(QTranslator):
                QCoreApplication.removeTranslator(translator)  # the next window speaks for itself
        self.window.close()
        if self.window.backups is not None:
            self.window.backups.close()
        self.until_idle()
        self.parts.runner.close()
        self.window.close_store()
        self.parts.themes.deleteLater()
        apply_theme(self.app, Theme(LIGHT, 1.0))
        QLocale.setDefault(QLocale("en"))


def make_workstation(root: Path, *, is_demo: bool = False) -> Workstation:
    """A sealed store below ``root`` with the staff of the bench enrolled."""
    bench, made = sealed_bench(root / "store", is_demo)
    return Workstation(root, bench, made)


def is_closed(session: Session) -> bool:
    """Whether the keys of a session are forgotten."""
    try:
        session.check_pin(PIN)
    except Exception as refused:  # noqa: BLE001  (any refusal of a closed session will do)
        return "closed" in str(refused)
    return False


def _no_demo(folder: Path) -> None:
    raise AssertionError(f"no demo was asked for in {folder.name}")


def _texts(window: QWidget, *, only_visible: bool) -> list[str]:
    texts = []
    for widget in window.findChildren(QWidget):
        if only_visible and not widget.isVisible():
            continue
        if isinstance(widget, (QLabel, QAbstractButton, QLineEdit)):
            texts.append(widget.text())
        texts += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        plain = getattr(widget, "toPlainText", None)
        if plain is not None:
            texts.append(str(plain()))
    return [text for text in texts if text]

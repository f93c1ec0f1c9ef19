"""A workstation ready for a journey: texts approved, a window, somebody at it."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.approve_text import TEXT_NAMES, approve_text
from desktop.services.ports import Session
from desktop.services.work import Work
from desktop.views.walkthrough.hands import Hands
from tests.services.bench import ADMIN
from tests.support.store_fixture import password_of
from tests.support.window_parts import OpenedWindow, Workstation, make_workstation

SIGNATURE = ((0.2, 0.6), (0.3, 0.3), (0.4, 0.7), (0.5, 0.35), (0.65, 0.7), (0.8, 0.5))
"""A stroke that goes up and down, as shares of the pad."""


def make_journey_station(root: Path, *, is_demo: bool = False) -> Workstation:
    """A sealed store with everybody enrolled whose consent texts the site has approved."""
    station = make_workstation(root, is_demo=is_demo)
    for name in TEXT_NAMES:
        approve_text(station.bench.work_as(ADMIN), name, "Counsel of the invented hospital")
    return station


def open_traveller(station: Workstation, bot: QtBot, app: QApplication) -> "Traveller":
    """The window at its first page, with hands."""
    opened = station.open_window(bot, app)
    return Traveller(opened, Hands(opened.window))


@dataclass
class Traveller:
    """Whoever stands at the window: acts as a person does, and waits for what they would see."""

    opened: OpenedWindow
    hands: Hands

    @property
    def station(self) -> Workstation:
        """The workstation of the window."""
        return self.opened.station

    @property
    def work(self) -> Work:
        """What the signed-in person works with, to look behind the screen."""
        return self.opened.signed_in.shell.work

    @property
    def session(self) -> Session:
        """The session of the signed-in person."""
        return self.work.session

    def press(self, name: str) -> None:
        """Press a control once it is there and open, and wait until nothing runs."""
        self.opened.until(lambda: self.hands.sees(name))
        self.hands.press(name)
        self.opened.until_idle()

    def write(self, name: str, text: str) -> None:
        """Type into a field once it is there."""
        self.opened.until(lambda: self.hands.sees(name))
        self.hands.write(name, text)

    def pick(self, name: str, key: str) -> None:
        """Pick an entry of a list box by keyboard."""
        self.opened.until(lambda: self.hands.sees(name))
        self.hands.pick(name, key)

    def sees(self, words: str) -> bool:
        """Whether these words stand somewhere in the window."""
        return words in self.opened.shown_words()

    def until_seen(self, words: str) -> None:
        """Wait for words."""
        self.opened.until(lambda: self.sees(words))

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key at the window."""
        self.opened.key(key, modifier)
        self.opened.until_idle()

    def words_of(self, name: str) -> str:
        """The text and spoken name of one control."""
        return _words(self.hands.find(name))

    def words_in(self, name: str) -> str:
        """Every visible text inside of one part of the window."""
        part = self.hands.find(name)
        shown = [w for w in part.findChildren(QWidget) if w.isVisible()]
        return "\n".join(_words(each) for each in [part, *shown])

    def focus_name(self) -> str:
        """The objectName of what has the focus."""
        focus = QApplication.focusWidget()
        return focus.objectName() if focus is not None else ""

    def is_chosen(self, name: str) -> bool:
        """Whether a row, box or toggle is on."""
        found = self.hands.find(name)
        assert isinstance(found, QAbstractButton)
        return found.isChecked()

    def sign_in(self, name: str) -> None:
        """Type name and password at the sign-in page and come to the first desk."""
        self.opened.until(lambda: self.hands.sees("sign-in-submit"))
        self.write("sign-in-name", name)
        self.write("sign-in-password", password_of(name))
        self.hands.press("sign-in-submit")
        self.opened.until(lambda: self.opened.window.signed_in is not None)
        self.opened.until_idle()

    def confirm(self) -> None:
        """Type the password again where it is asked for."""
        self.write("confirm-password", password_of(self.session.me.sign_in_name))
        self.press("confirm-submit")

    def sign_out(self) -> None:
        """Cover the screen and let somebody else sign in."""
        self.key(Qt.Key.Key_F12)
        self.press("cover-other")
        self.opened.until(lambda: self.hands.sees("sign-in-name"))
        self.opened.until_idle()

    def change_to(self, name: str) -> None:
        """Sign out, and sign in as somebody else."""
        self.sign_out()
        self.sign_in(name)

    def close(self) -> None:
        """Close the window for good; the store is free then."""
        self.station.windows.remove(self.opened)
        self.opened.close()

    def draw_signature(self, name: str) -> None:
        """Draw with the mouse."""
        self.opened.until(lambda: self.hands.sees(name))
        self.hands.draw(name, SIGNATURE)


def _words(widget: QWidget) -> str:
    if isinstance(widget, (QLabel, QAbstractButton, QLineEdit)):
        return f"{widget.text()} {widget.accessibleName()}"
    return widget.accessibleName()

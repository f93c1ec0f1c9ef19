"""Page object of the consent screen: hands and eyes for the tests."""

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.background.runner import BackgroundRunner
from desktop.records.consent import Category, Purpose
from desktop.records.consent_gate import GateAnswer
from desktop.services.consents import ConsentCard, read_consents
from desktop.services.may_share import may_share
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work
from desktop.views.consent.consent_controller import ConsentController
from desktop.views.consent.consent_view import ConsentView
from desktop.views.screen import ScreenContext
from tests.services.bench import ROSA, Bench
from tests.support.noting_navigator import NotingNavigator
from tests.support.qt_audit import settle

W = TypeVar("W", bound=QWidget)
ELM = "Elm Street Mentors"
NAME = "Ferdinand Fictional"
SIZE = (1278, 736)
"""What a screen has inside the shell of a window of 1366 by 768."""
TALL = (1278, 4_000)
"""So tall that nothing scrolls: the audit then sees every control where it is read."""
_INK = ((0.2, 0.5), (0.4, 0.3), (0.5, 0.6), (0.7, 0.4))


@dataclass
class ConsentScreen:
    """One open consent screen."""

    bot: QtBot
    work: Work
    runner: BackgroundRunner
    navigator: NotingNavigator
    ref: EpisodeRef
    controller: ConsentController

    @property
    def view(self) -> ConsentView:
        """The screen."""
        view = self.controller.view
        assert isinstance(view, ConsentView)
        return view

    def find(self, name: str) -> QWidget:
        """The visible widget of this objectName."""
        found = [w for w in self.view.findChildren(QWidget, name) if w.isVisible()]
        assert found, f"nothing visible is called {name}"
        return found[0]

    def sees(self, name: str) -> bool:
        """Whether something of this objectName is visible."""
        return any(w.isVisible() for w in self.view.findChildren(QWidget, name))

    def is_open(self, name: str) -> bool:
        """Whether the control may be pressed."""
        return self.find(name).isEnabled()

    def words(self, name: str) -> str:
        """What a label or button says."""
        found = self.find(name)
        assert isinstance(found, (QLabel, QAbstractButton))
        return found.text()

    def all_words(self) -> str:
        """Every visible text."""
        labels = [w for w in self.view.findChildren(QLabel) if w.isVisible()]
        return "\n".join(label.text() for label in labels)

    def press(self, name: str) -> None:
        """Press a button with the mouse and wait for what follows."""
        found = self.find(name)
        assert found.isEnabled(), f"{name} is closed"
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)
        self.until_idle()

    def key(self, key: Qt.Key) -> None:
        """Press a key where the focus is and wait for what follows."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        self.until_idle()

    def tab_to(self, name: str) -> None:
        """Press Tab until the control has the focus; fail after one round."""
        for _ in range(30):
            if self.focused() == name:
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never reaches {name}")

    def focused(self) -> str:
        """The objectName of what has the focus."""
        focused = QApplication.focusWidget()
        return focused.objectName() if focused is not None else ""

    def write(self, name: str, text: str) -> None:
        """Type into a field."""
        field = self.find(name)
        assert isinstance(field, QLineEdit)
        QTest.keyClicks(field, text)

    def type_here(self, text: str) -> None:
        """Type where the focus is."""
        focused = QApplication.focusWidget()
        assert isinstance(focused, QLineEdit)
        QTest.keyClicks(focused, text)

    def draw(self) -> None:
        """Sign with the mouse (a finger comes as mouse events too)."""
        pad = self.find("consent-signature")
        points = [QPoint(round(x * pad.width()), round(y * pad.height())) for x, y in _INK]
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(pad, left, none, points[0])
        for point in points:
            QTest.mouseMove(pad, point)
        QTest.mouseRelease(pad, left, none, points[-1])
        self.until_idle()

    def draw_with_pen(self) -> None:
        """Sign with the pen of a tablet, with pressure."""
        pad = self.find("consent-signature")
        kinds = [QEvent.Type.TabletPress, *[QEvent.Type.TabletMove] * 2, QEvent.Type.TabletRelease]
        for kind, (x, y) in zip(kinds, _INK, strict=True):
            at = QPointF(x * pad.width(), y * pad.height())
            QApplication.sendEvent(pad, _pen_event(kind, at, pad))
        self.until_idle()

    def until_idle(self) -> None:
        """Wait until no work is queued or running, then for the layout."""
        self.bot.waitUntil(lambda: self.runner.is_idle, timeout=10_000)
        settle(self.view)

    def card(self, recipient: str = ELM) -> ConsentCard:
        """The consent as the store has it."""
        self.until_idle()
        cards = read_consents(self.work, self.ref).cards
        return next(card for card in cards if card.recipient == recipient)

    def gate(self, category: Category = Category.NEEDS) -> GateAnswer:
        """What the consent gate says about the mentors."""
        self.until_idle()
        return may_share(self.work, self.ref, ELM, Purpose.MENTORING, category)

    def close(self, _view: QWidget | None = None) -> None:
        """Stop the worker."""
        self.controller.flush()
        self.runner.close()


def open_screen(
    bot: QtBot,
    bench: Bench,
    *,
    language: str = "es",
    interface: str = "en",
    recipient: str = ELM,
    purpose: Purpose | None = None,
    ref: EpisodeRef | None = None,
    size: tuple[int, int] = SIZE,
) -> ConsentScreen:
    """Open the consents of a new case (or of ``ref``) in a shown window."""
    work = bench.work_as(ROSA)
    ref = ref or bench.new_case(language=language)
    runner, navigator = BackgroundRunner(), NotingNavigator()
    context = ScreenContext(work, runner, navigator, interface)
    controller = ConsentController(context, ref, recipient, purpose)
    screen = ConsentScreen(bot, work, runner, navigator, ref, controller)
    # With its window: a QObject that the collector finds on the worker thread would crash there.
    runner.setParent(controller.view)
    bot.addWidget(controller.view, before_close_func=screen.close)
    controller.view.resize(*size)
    controller.view.show()
    controller.view.activateWindow()
    controller.start()
    screen.until_idle()
    return screen


def _pen_event(kind: QEvent.Type, at: QPointF, pad: QWidget) -> QTabletEvent:
    return QTabletEvent(
        kind,
        QPointingDevice.primaryPointingDevice(),
        at,
        QPointF(pad.mapToGlobal(at.toPoint())),
        0.8,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        Qt.KeyboardModifier.NoModifier,
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
    )

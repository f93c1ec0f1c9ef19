"""A desk at work: real use cases in memory, a shown view, a navigator that notes its wishes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.background.runner import BackgroundRunner
from desktop.services.ports import EpisodeRef
from desktop.views.person.person_controller import PersonController
from desktop.views.screen import ScreenContext, Then
from desktop.views.worklist.worklist_controller import WorklistController
from tests.services.bench import ROSA, Bench
from tests.support.noting_navigator import NotingNavigator
from tests.support.qt_audit import settle

W = TypeVar("W", bound=QWidget)
FULL_PX = (1366, 736)


class Controller(Protocol):
    """What the desk needs of a screen."""

    @property
    def view(self) -> QWidget: ...
    def start(self) -> None: ...
    def flush(self) -> None: ...


@dataclass
class Desk:
    """One open screen with hands and eyes."""

    bot: QtBot
    bench: Bench
    runner: BackgroundRunner
    navigator: NotingNavigator
    controller: Controller

    @property
    def view(self) -> QWidget:
        """The screen."""
        return self.controller.view

    def find(self, name: str, kind: type[W]) -> W:
        """The widget with this objectName."""
        found = self.view.findChild(kind, name)
        assert found is not None, f"nothing is called {name}"
        return found

    def sees(self, name: str) -> bool:
        """Whether a widget with this name is shown."""
        found = self.view.findChild(QWidget, name)
        return found is not None and found.isVisible()

    def words(self, name: str) -> str:
        """The text of a label or button."""
        widget = self.find(name, QWidget)
        assert isinstance(widget, (QLabel, QAbstractButton))
        return widget.text()

    def press(self, name: str) -> None:
        """Press a button and wait for the store."""
        self.find(name, QAbstractButton).click()
        self.rest()

    def type(self, name: str, text: str) -> None:
        """Replace the text of a line by typing."""
        line = self.find(name, QLineEdit)
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the focus is, and wait for the store."""
        focused = self.view.window().focusWidget() or self.view
        QTest.keyClick(focused, key, modifier or Qt.KeyboardModifier.NoModifier)
        self.rest()

    def focus(self) -> str:
        """The name of what has the focus."""
        focused = self.view.window().focusWidget()
        return focused.objectName() if focused else ""

    def errors(self) -> list[str]:
        """Every sentence that is shown below a field."""
        return [
            label.text()
            for label in self.view.findChildren(QLabel)
            if label.isVisible() and label.parent() and _is_error(label)
        ]

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for it."""
        self.bot.waitUntil(is_so, timeout=10_000)

    def close(self, _view: QWidget | None = None) -> None:
        """End the worker before the view goes."""
        self.runner.close()

    def rest(self) -> None:
        """Wait until nothing is on its way to or from the store."""
        self.until(lambda: self.runner.is_idle)
        settle(self.view)


def _is_error(label: QLabel) -> bool:
    row = label.parentWidget()
    return row is not None and getattr(row, "error_label", None) is label


def open_worklist(
    bot: QtBot,
    bench: Bench,
    *,
    size: tuple[int, int] = FULL_PX,
    navigator: NotingNavigator | None = None,
    language: str = "en",
    who: str = ROSA,
) -> Desk:
    """The worklist of somebody in a shown window."""
    return _open(bot, bench, WorklistController, size, navigator, language, who)


def open_person(
    bot: QtBot,
    bench: Bench,
    ref: EpisodeRef,
    *,
    size: tuple[int, int] = FULL_PX,
    language: str = "en",
    who: str = ROSA,
    then: Then | None = None,
) -> Desk:
    """The page of one case in a shown window."""
    return _open(
        bot, bench, lambda context: PersonController(context, ref, then), size, None, language, who
    )


def _open(
    bot: QtBot,
    bench: Bench,
    make: Callable[[ScreenContext], Controller],
    size: tuple[int, int],
    navigator: NotingNavigator | None,
    language: str,
    who: str,
) -> Desk:
    runner, navigator = BackgroundRunner(), navigator or NotingNavigator()
    controller = make(ScreenContext(bench.work_as(who), runner, navigator, language))
    desk = Desk(bot, bench, runner, navigator, controller)
    runner.setParent(controller.view)
    navigator.setParent(controller.view)
    bot.addWidget(controller.view, before_close_func=desk.close)
    controller.view.resize(*size)
    controller.view.show()
    controller.view.activateWindow()
    controller.start()
    desk.rest()
    return desk

"""A packet screen at work in a shown window: real use cases, hands on the keyboard, eyes."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.background.runner import BackgroundRunner
from desktop.records.packet_record import PacketPart
from desktop.services.confirmations import ConfirmedAct
from desktop.services.ports import EpisodeRef
from desktop.views.packet.packet_controller import PacketController
from desktop.views.packet.packet_states import MadePages, PacketState
from desktop.views.packet.packet_view import PacketView
from desktop.views.screen import ScreenContext
from desktop.views.widgets.row_item import RowItem
from desktop.views.widgets.row_list import RowList
from tests.services.bench import ROSA, Bench, confirmed
from tests.support.noting_navigator import NotingNavigator
from tests.support.qt_audit import settle

V = TypeVar("V", bound=QWidget, covariant=True)
W = TypeVar("W", bound=QWidget)
FULL_PX = (1366, 704)


class Screen(Protocol[V]):
    """What a table needs of a controller."""

    @property
    def view(self) -> V: ...
    def start(self) -> None: ...
    def flush(self) -> None: ...


@dataclass
class Table(Generic[V]):
    """One open screen."""

    bot: QtBot
    bench: Bench
    runner: BackgroundRunner
    navigator: NotingNavigator
    screen: Screen[V]
    is_making: Callable[[], bool]

    @property
    def view(self) -> V:
        """The screen's view."""
        return self.screen.view

    def find(self, name: str, kind: type[W]) -> W:
        """The widget with this objectName."""
        found = self.view.findChild(kind, name)
        assert found is not None, f"nothing is called {name}"
        return found

    def sees(self, name: str) -> bool:
        """Whether a widget with this name is shown."""
        found = self.view.findChild(QWidget, name)
        return found is not None and found.isVisible()

    def press(self, name: str) -> None:
        """Press a button and wait for what it began."""
        self.find(name, QAbstractButton).click()
        self.rest()

    def type(self, name: str, text: str) -> None:
        """Replace the text of a box by typing, and leave it."""
        box = self.find(name, QWidget)
        assert isinstance(box, (QLineEdit, QPlainTextEdit))
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, text)
        self.screen.flush()
        self.rest()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the focus is."""
        focused = self.view.window().focusWidget() or self.view
        QTest.keyClick(focused, key, modifier or Qt.KeyboardModifier.NoModifier)
        self.rest()

    def focus(self) -> str:
        """The name of what has the focus."""
        focused = self.view.window().focusWidget()
        return focused.objectName() if focused else ""

    def item(self, rows: str, key: str) -> RowItem:
        """What a row of a list says."""
        return self.find(rows, RowList).row(key).item

    def save_to(self, dialog_name: str, path: Path) -> None:
        """Choose a file name in the open dialog."""
        dialog = self.find(dialog_name, QFileDialog)
        dialog.selectFile(str(path))
        self.bot.waitUntil(dialog.isVisible)
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        self.rest()

    def rest(self) -> None:
        """Wait until nothing is running and the pages are those of the choices."""
        self.bot.waitUntil(lambda: self.runner.is_idle and not self.is_making(), timeout=20_000)
        settle(self.view)

    def close(self, _view: QWidget | None = None) -> None:
        """End the worker before the view goes."""
        self.runner.close()


class PacketTable(Table[PacketView]):
    """The composer."""

    @property
    def state(self) -> PacketState:
        """What the composer shows."""
        assert self.view.state is not None
        return self.view.state

    @property
    def pages(self) -> MadePages:
        """The pages in the preview."""
        assert self.state.pages is not None
        return self.state.pages

    @property
    def text(self) -> str:
        """The text of the previewed pages, read back from their PDF."""
        return words_of(self.bench.paper.page_texts(self.pages.preview.rendered.pdf))

    def toggle(self, part: PacketPart | str) -> None:
        """Press a part's row."""
        self.press(f"packet-parts-{part}")


def open_composer(
    bot: QtBot,
    bench: Bench,
    ref: EpisodeRef,
    *,
    size: tuple[int, int] = FULL_PX,
    who: str = ROSA,
) -> PacketTable:
    """The composer of one case, with its first pages made."""
    runner, navigator = BackgroundRunner(), NotingNavigator()
    work = confirmed(bench.work_as(who), ConfirmedAct.EXPORT)
    context = ScreenContext(work, runner, navigator, "en")
    screen = PacketController(context, ref)

    def is_making() -> bool:
        return screen.view.state is not None and screen.view.state.is_making

    table = PacketTable(bot, bench, runner, navigator, screen, is_making)
    show(table, size)
    return table


def show(table: Table[V], size: tuple[int, int]) -> None:
    """Put the screen in a window and start it."""
    table.runner.setParent(table.view)
    table.bot.addWidget(table.view, before_close_func=table.close)
    table.view.resize(*size)
    table.view.show()
    table.view.activateWindow()
    table.screen.start()
    table.rest()


def words_of(pages: Sequence[str]) -> str:
    """The words of all pages, less what the footer says of the store.

    That grows with each entry of the audit trail, so that two prints of one packet differ in it.
    """
    return re.sub(r" · \d+(-[0-9A-Z]{4}){3}", "", " ".join(pages))

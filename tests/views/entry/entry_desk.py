"""The pages before sign-in as a person at the keyboard meets them."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.entry.entry_pages import EntryPages
from desktop.views.widgets.button import Button
from desktop.views.widgets.message_bar import MessageBar

W = TypeVar("W", bound=QWidget)


class EntryDesk:
    """One window with the pages."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.pages = EntryPages()
        qtbot.addWidget(self.pages)
        self.pages.resize(1366, 736)
        with qtbot.waitExposed(self.pages):
            self.pages.show()
        self.pages.activateWindow()
        qtbot.waitUntil(self.pages.isActiveWindow)

    def find(self, kind: type[W], name: str) -> W:
        """The widget of that objectName on the present page, else around it."""
        page = self.pages.page
        found = page.findChild(kind, name) if page is not None else None
        found = found or self.pages.findChild(kind, name)
        assert found is not None, name
        return found

    def line(self, name: str) -> QLineEdit:
        """A field."""
        return self.find(QLineEdit, name)

    def button(self, name: str) -> Button:
        """A button."""
        return self.find(Button, name)

    def message(self, name: str) -> str:
        """What a message bar says, "" when it is hidden."""
        bar = self.find(MessageBar, name)
        return bar.accessibleName() if bar.isVisible() else ""

    @property
    def focus(self) -> str:
        """The objectName of what has the focus."""
        widget = QApplication.focusWidget()
        return widget.objectName() if widget is not None else ""

    def type(self, text: str) -> None:
        """Type where the focus is."""
        widget = QApplication.focusWidget()
        assert widget is not None
        self.qtbot.keyClicks(widget, text)

    def key(self, key: Qt.Key) -> None:
        """Press one key where the focus is."""
        widget = QApplication.focusWidget()
        assert widget is not None
        self.qtbot.keyClick(widget, key)

    def tab_to(self, name: str) -> None:
        """Press Tab until the focus is there; at most 30 times."""
        for _press in range(30):
            if self.focus == name:
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never reaches {name}; it stays at {self.focus}")

    def fill(self, **texts: str) -> None:
        """Type into fields by objectName with _ for -, as a person would."""
        for name, text in texts.items():
            line = self.line(name.replace("_", "-"))
            line.setFocus()
            line.clear()
            self.qtbot.keyClicks(line, text)

"""Buttons below each other, one for each of some people."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space
from desktop.views.widgets.button import Button
from desktop.views.widgets.tab_order import keep_tab_order


class KeyButtons(QWidget):
    """Hidden while there is none. Signals: ``pressed(key)``."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, name: str, icon: Icon) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._icon = icon
        self._shown: dict[str, str] = {}
        self._buttons: list[Button] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self.hide()

    def set_margins(self, side: int, top: int, bottom: int) -> None:
        """Stand inside a panel that has no margins of its own; sizes of the spacing scale."""
        self._column.setContentsMargins(side, top, side, bottom)

    def show_buttons(self, words: Mapping[str, str]) -> None:
        """Show one button for each key; the same ones stay as they are."""
        self.setVisible(bool(words))
        if dict(words) == self._shown:
            return
        for old in self._buttons:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown, self._buttons = dict(words), []
        for key, text in words.items():
            button = Button(text, self, name=f"{self.objectName()}-{key}", icon=self._icon)
            button.setProperty("key", key)
            button.clicked.connect(self._press)
            self._column.addWidget(button)
            button.show()
            self._buttons.append(button)
        keep_tab_order(self, self._buttons)

    @Slot()
    def _press(self) -> None:
        self.pressed.emit(str(self.sender().property("key")))

"""A line of free text with usual words beside it: a press puts them in, nobody has to take one."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.theme.tokens import Space
from desktop.views.widgets.button import Button
from desktop.views.widgets.button_flow import ButtonFlow
from desktop.views.widgets.compound import Compound
from desktop.views.widgets.line_field import LineField


class OfferedLine(Compound):
    """``line`` holds the text, ``buttons`` put their words into it.

    ``is_joined`` adds a pressed word after what stands there; else it takes its place.
    """

    def __init__(
        self,
        offered: Sequence[str],
        parent: QWidget | None = None,
        *,
        name: str,
        is_joined: bool = False,
    ) -> None:
        super().__init__(parent)
        self._is_joined = is_joined
        self.line = LineField(self, name=name)
        self.buttons = tuple(
            Button(words, self, name=f"{name}-offer-{at}") for at, words in enumerate(offered)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.line)
        column.addWidget(ButtonFlow(self.buttons, self))
        for button in self.buttons:
            button.clicked.connect(self._take)
        self.lead_to(self.line)

    def value(self) -> str:
        """The text without spaces around it."""
        return self.line.value()

    def set_value(self, text: str) -> None:
        """Show a text without a signal."""
        self.line.set_value(text)

    @Slot()
    def _take(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.line.setText(self._with(button.text()))

    def _with(self, words: str) -> str:
        said = [part.strip() for part in self.value().split(",") if part.strip()]
        if not self._is_joined:
            return words
        return self.value() if words in said else ", ".join([*said, words])

"""One's own wish for a debrief: how it stands, and the way to ask."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.views.theme.icons import Icon
from desktop.views.widgets.button import Button
from desktop.views.widgets.button_flow import ButtonFlow
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.wrap_label import WrapLabel


class DebriefCard(Panel):
    """Signals: ``ask_requested()``; ``drop_requested()`` the newest open one is not wanted."""

    ask_requested = Signal()
    drop_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(sentence("debrief.title", language), parent, name="debrief-card")
        self._language = language
        self.words = WrapLabel("", self)
        self.words.setObjectName("debrief-card-words")
        self.ask_button = Button(
            sentence("debrief.ask", language), self, name="debrief-ask", icon=Icon.MESSAGE
        )
        self.drop_button = Button(
            sentence("debrief.drop", language), self, name="debrief-drop", icon=Icon.X
        )
        self._flow = ButtonFlow((self.ask_button, self.drop_button), self)
        self.body.addWidget(self.words)
        self.body.addWidget(self._flow)
        self.ask_button.clicked.connect(self._ask)
        self.drop_button.clicked.connect(self._drop)
        self.show_lines((), has_open=False)

    def show_lines(self, lines: Sequence[str], *, has_open: bool) -> None:
        """Show what one asked for; without anything what it is for."""
        none = (sentence("debrief.none", self._language),)
        self.words.setText("\n".join(lines or none))
        self.drop_button.setVisible(has_open)
        self._flow.arrange()

    @Slot()
    def _ask(self) -> None:
        self.ask_requested.emit()

    @Slot()
    def _drop(self) -> None:
        self.drop_requested.emit()

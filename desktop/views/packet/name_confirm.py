"""Asks once more before a paper bears the legal name of somebody of whom no caller is told."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.button_flow import ButtonFlow
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.panel import Panel


class NameConfirmPanel(Panel):
    """Hidden until ``ask``. Signals: ``confirmed()``; ``cancelled()``."""

    confirmed = Signal()
    cancelled = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        title = sentence("confidential.name.title", language)
        super().__init__(title, parent, name="packet-name")
        self._why = sentence("confidential.name.why", language)
        self.bar = MessageBar(self, name="packet-name-why", is_closable=False)
        self.keep = self._button("keep", Icon.X, language)
        self.go_on = self._button("go-on", Icon.CHECK, language)
        self.body.addWidget(self.bar)
        self.body.addWidget(ButtonFlow((self.keep, self.go_on), self))
        self.keep.clicked.connect(self._keep)
        self.go_on.clicked.connect(self._confirm)
        self.hide()

    def ask(self) -> None:
        """Say why it is asked; Enter and Esc leave the paper unmade."""
        self.bar.show_message(Tone.PRIVATE, self._why, icon=Icon.EAR_OFF)
        self.show()
        self.keep.setFocus()

    def _button(self, act: str, icon: Icon, language: str) -> Button:
        words = sentence(f"confidential.name.{act}", language)
        return Button(words, self, name=f"packet-name-{act}", icon=icon)

    @Slot()
    def _keep(self) -> None:
        self.hide()
        self.cancelled.emit()

    @Slot()
    def _confirm(self) -> None:
        self.hide()
        self.confirmed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self._keep()
        else:
            super().keyPressEvent(event)

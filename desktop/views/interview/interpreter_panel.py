"""How it is interpreted, over the questions: opened from the room bar, kept as it is said."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.records.interpreting import Interpreting
from desktop.views.person.interpreter_fields import InterpreterFields
from desktop.views.theme.icons import Icon
from desktop.views.widgets.button import Button
from desktop.views.widgets.panel import Panel


class InterpreterPanel(Panel):
    """The same fields as before the talk. Signals: ``changed()``; ``close_requested()``."""

    changed = Signal()
    close_requested = Signal()

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__("", parent, name="interview-interpreter")
        self.set_title(self.tr("How it is interpreted"))
        self.close_button = Button(
            self.tr("Close this panel"),
            self,
            name="interview-interpreter-close",
            icon=Icon.X,
            is_icon_only=True,
        )
        self.close_button.clicked.connect(self._close)
        self.head.addWidget(self.close_button)
        self.fields = InterpreterFields(language, self)
        self.fields.changed.connect(self.changed)
        self.body.addWidget(self.fields)
        self.hide()

    def begin(self, noted: Interpreting | None) -> None:
        """Show what is noted."""
        self.fields.show_interpreting(noted)

    @Slot()
    def _close(self) -> None:
        self.close_requested.emit()

"""A panel that stands in the place of the parts while one of them is changed; Esc or Done ends."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.views.theme.icons import Icon
from desktop.views.widgets.button import Button
from desktop.views.widgets.panel import Panel


class EditorPanel(Panel):
    """Signals: ``done()`` the user is finished here; ``unsaved_changed()`` when ``has_unsaved``
    may have."""

    done = Signal()
    unsaved_changed = Signal()

    def __init__(self, parent: QWidget, *, name: str, is_flush: bool = False) -> None:
        super().__init__("", parent, name=name, is_flush=is_flush)
        self.done_button = Button(
            self.tr("Back to the parts"), self, name=f"{name}-done", icon=Icon.ARROW_LEFT
        )
        self.head.addWidget(self.done_button)
        self.done_button.clicked.connect(self._finish)
        self.hide()

    @property
    def has_unsaved(self) -> bool:
        """Whether something is typed that is not in the packet; with fields it may be."""
        return False

    def flush(self) -> None:
        """Tell what is typed now; subclasses with fields do."""

    def focus_first(self) -> None:
        """Put the focus where the change begins."""
        self.done_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _finish(self) -> None:
        self.flush()
        self.done.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the parts."""
        if event.key() == Qt.Key.Key_Escape:
            self._finish()
        else:
            super().keyPressEvent(event)

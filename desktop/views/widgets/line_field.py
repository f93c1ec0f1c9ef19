"""One line of text that tells each keystroke at once and the answer when typing rests."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.tokens import TextStyle
from desktop.views.widgets.typed_text import TypedText
from desktop.views.widgets.undo_keys import leaves_undo


class LineField(QLineEdit):
    """A text box; empty means no answer.

    Signals: ``edited(text)`` at each change by the user; ``committed(text)`` after 800 ms of
    quiet, when the focus leaves, on Enter, or on ``flush()``, and only if the text changed;
    ``unsaved_changed()`` when ``has_unsaved`` did.
    """

    edited = Signal(str)
    committed = Signal(str)
    unsaved_changed = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        name: str,
        placeholder: str = "",
        is_patient_text: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setPlaceholderText(placeholder)
        self._style = TextStyle.ROW if is_patient_text else TextStyle.BODY
        self._typed = TypedText(self.value, self)
        self._typed.committed.connect(self.committed)
        self._typed.pending_changed.connect(self.unsaved_changed)
        self._is_showing = False
        # textChanged, not textEdited: what a screen reader sets emits no textEdited.
        self.textChanged.connect(self._edited)
        theme_holder().changed.connect(self._restyle)
        self._restyle()

    def value(self) -> str:
        """The text without spaces around it."""
        return self.text().strip()

    def set_value(self, text: str) -> None:
        """Show ``text`` without a signal; the caret stays when nothing changed."""
        self._typed.show(text)
        if text != self.text():
            self._is_showing = True
            self.setText(text)
            self._is_showing = False

    def flush(self) -> None:
        """Tell what was typed now (before cover, lock, leaving the page)."""
        self._typed.flush()

    @property
    def has_unsaved(self) -> bool:
        """Whether it shows something that was not told as an answer."""
        return self.has_pending

    @property
    def has_pending(self) -> bool:
        """Whether something typed is not yet committed."""
        return self._typed.is_pending

    @Slot(str)
    def _edited(self, text: str) -> None:
        if not self._is_showing:
            self._typed.touch()
            self.edited.emit(text)

    @Slot()
    def _restyle(self) -> None:
        self.setFont(current_theme().font(self._style))
        self.setMinimumHeight(current_theme().metrics.target)

    def event(self, event: QEvent) -> bool:
        """What there is nothing of here is undone by the screen."""
        if event.type() is QEvent.Type.ShortcutOverride and leaves_undo(event, self):
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving is the end of an answer."""
        super().focusOutEvent(event)
        self.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends an answer too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.flush()
        super().keyPressEvent(event)

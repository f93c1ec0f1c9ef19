"""Several lines of text that grow with what is typed; the contract of ``LineField``."""

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.tokens import Space, TextStyle
from desktop.views.widgets.typed_text import TypedText
from desktop.views.widgets.undo_keys import leaves_undo


class TextField(QPlainTextEdit):
    """A text box of at least ``lines`` lines; Tab leaves it.

    Signals: ``edited(text)`` at each change by the user; ``committed(text)`` after 800 ms of
    quiet, when the focus leaves, or on ``flush()``, and only if the text changed;
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
        lines: int = 3,
        is_patient_text: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._style = TextStyle.ROW if is_patient_text else TextStyle.BODY
        self._lines = lines
        self._typed = TypedText(self.value, self)
        self._typed.committed.connect(self.committed)
        self._typed.pending_changed.connect(self.unsaved_changed)
        self.textChanged.connect(self._edited)
        theme_holder().changed.connect(self._restyle)
        self._restyle()

    def value(self) -> str:
        """The text without spaces and empty lines around it."""
        return self.toPlainText().strip()

    def set_value(self, text: str) -> None:
        """Show ``text`` without a signal; the caret stays when nothing changed."""
        self._typed.show(text)
        if text != self.toPlainText():
            blocker = QSignalBlocker(self)
            self.setPlainText(text)
            blocker.unblock()
            self.updateGeometry()

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

    @Slot()
    def _edited(self) -> None:
        self._typed.touch()
        self.updateGeometry()
        self.edited.emit(self.toPlainText())

    @Slot()
    def _restyle(self) -> None:
        self.setFont(current_theme().font(self._style))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the text, between ``lines`` and twice as many lines."""
        line = current_theme().line_height(self._style)
        shown = min(max(self.document().size().height(), self._lines), 2 * self._lines)
        return QSize(super().sizeHint().width(), round(shown * line) + 2 * Space.M)

    def minimumSizeHint(self) -> QSize:
        """The height of the hint; any width."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """What there is nothing of here is undone by the screen."""
        if event.type() is QEvent.Type.ShortcutOverride and leaves_undo(event, self.document()):
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving is the end of an answer."""
        super().focusOutEvent(event)
        self.flush()

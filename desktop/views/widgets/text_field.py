"""Several lines of text that grow with what is typed; the contract of ``LineField``."""

from PySide6.QtCore import QSignalBlocker, QSize, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.tokens import Space, TextStyle
from desktop.views.widgets.quiet_timer import QuietTimer


class TextField(QPlainTextEdit):
    """A text box of at least ``lines`` lines; Tab leaves it.

    Signals: ``edited(text)`` at each change by the user; ``committed(text)`` after 800 ms of
    quiet, when the focus leaves, or on ``flush()``, and only if the text changed.
    """

    edited = Signal(str)
    committed = Signal(str)

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
        self._said = ""
        self._quiet = QuietTimer(self)
        self._quiet.quiet.connect(self._commit)
        self.textChanged.connect(self._edited)
        theme_holder().changed.connect(self._restyle)
        self._restyle()

    def value(self) -> str:
        """The text without spaces and empty lines around it."""
        return self.toPlainText().strip()

    def set_value(self, text: str) -> None:
        """Show ``text`` without a signal; the caret stays when nothing changed."""
        self._quiet.drop()
        self._said = text.strip()
        if text != self.toPlainText():
            blocker = QSignalBlocker(self)
            self.setPlainText(text)
            blocker.unblock()
            self.updateGeometry()

    def flush(self) -> None:
        """Tell what was typed now (before cover, lock, leaving the page)."""
        self._quiet.flush()

    @property
    def has_pending(self) -> bool:
        """Whether something typed is not yet committed."""
        return self._quiet.is_waiting

    @Slot()
    def _edited(self) -> None:
        self._quiet.touch()
        self.updateGeometry()
        self.edited.emit(self.toPlainText())

    @Slot()
    def _commit(self) -> None:
        if self.value() != self._said:
            self._said = self.value()
            self.committed.emit(self._said)

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

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving is the end of an answer."""
        super().focusOutEvent(event)
        self.flush()

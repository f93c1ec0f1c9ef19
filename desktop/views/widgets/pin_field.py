"""The six digits that open the cover screen and end the patient-facing mode."""

from PySide6.QtCore import QRegularExpression, Qt, Signal, Slot
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.views.theme.holder import current_theme, theme_holder

PIN_DIGITS = 6


class PinField(QLineEdit):
    """Hidden digits, at most six.

    Signals: ``filled()`` when the sixth digit is there; ``edited()`` at each digit.
    """

    filled = Signal()
    edited = Signal()

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(PIN_DIGITS)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData
        )
        digits = QRegularExpression(r"[0-9]*")
        self.setValidator(QRegularExpressionValidator(digits, self))
        self.textEdited.connect(self._edited)
        theme_holder().changed.connect(self._resize)
        self._resize()

    def value(self) -> str:
        """The digits typed."""
        return self.text()

    @property
    def is_filled(self) -> bool:
        """Whether all six digits are there."""
        return len(self.text()) == PIN_DIGITS

    @Slot()
    def _resize(self) -> None:
        self.setMinimumHeight(current_theme().metrics.target)

    @Slot(str)
    def _edited(self, _text: str) -> None:
        self.edited.emit()
        if self.is_filled:
            self.filled.emit()

"""A password with a button that shows it while held."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space
from desktop.views.widgets.button import Button
from desktop.views.widgets.compound import Compound


class PasswordField(Compound):
    """Hidden text and Show; Space on Show works while held too.

    Signals: ``edited()``; ``submitted()`` on Enter.
    """

    edited = Signal()
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None, *, name: str, placeholder: str = "") -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}-password")
        self.line = QLineEdit(self)
        self.line.setObjectName(name)
        self.line.setPlaceholderText(placeholder)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.show_button = Button(self.tr("Show"), self, name=f"{name}-show", icon=Icon.EYE)
        self.show_button.setAccessibleDescription(self.tr("Shows the password while pressed"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.line, 1)
        row.addWidget(self.show_button)
        self.lead_to(self.line)
        self.line.textEdited.connect(self._edited)
        self.line.returnPressed.connect(self.submitted)
        self.show_button.pressed.connect(self._reveal)
        self.show_button.released.connect(self._hide_text)
        theme_holder().changed.connect(self._resize)
        self._resize()

    def value(self) -> str:
        """What was typed, spaces included."""
        return self.line.text()

    def clear(self) -> None:
        """Empty it."""
        self.line.clear()

    @Slot()
    def _resize(self) -> None:
        self.line.setMinimumHeight(current_theme().metrics.target)

    @Slot(str)
    def _edited(self, _text: str) -> None:
        self.edited.emit()

    @Slot()
    def _reveal(self) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal)

    @Slot()
    def _hide_text(self) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Password)

"""Choosing a password, a passphrase or a PIN: typed twice, with the rule shown while typing."""

import unicodedata

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop.views.theme.holder import current_theme
from desktop.views.theme.tokens import Space, Width
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.password_field import PasswordField
from desktop.views.widgets.pin_field import PinField

LEAST_CHARACTERS = 15
"""NIST SP 800-63B-4 3.1.1.2: the least length of a password that is the only factor."""


def length_of(secret: str) -> int:
    """Characters as they are counted for the rule: Unicode, after NFKC."""
    return len(unicodedata.normalize("NFKC", secret))


class NewPassword(QWidget):
    """A new password or passphrase, twice. Signals: ``submitted()`` on Enter in the second."""

    submitted = Signal()

    def __init__(
        self, label: str, again_label: str, parent: QWidget | None = None, *, name: str
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}-new")
        self.first = PasswordField(self, name=name)
        self.second = PasswordField(self, name=f"{name}-again")
        self.first_row = FieldRow(label, self.first, self)
        self.second_row = FieldRow(again_label, self.second, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.first_row)
        column.addWidget(self.second_row)
        self.first.edited.connect(self._follow)
        self.second.edited.connect(self._follow_again)
        self.first.submitted.connect(self._go_on)
        self.second.submitted.connect(self.submitted)
        self._say_rule()

    def value(self) -> str:
        """The first of the two."""
        return self.first.value()

    def check(self) -> QWidget | None:
        """Show what is wrong below the fields; the field to go to, or None when all is well."""
        problem = again = ""
        if length_of(self.value()) < LEAST_CHARACTERS:
            problem = self._rule_words()
        elif self.second.value() != self.value():
            again = self.tr("This differs from the line above. Type it once more.")
        self.first_row.set_error(problem)
        self.second_row.set_error(again)
        if problem:
            return self.first.line
        return self.second.line if again else None

    def _rule_words(self) -> str:
        return self.tr("At least {least} characters. Spaces and several words are welcome.").format(
            least=LEAST_CHARACTERS
        )

    def _say_rule(self) -> None:
        count = length_of(self.value())
        if count == 0:
            self.first_row.set_help(self._rule_words())
        elif count < LEAST_CHARACTERS:
            words = self.tr("{count} of {least} characters. Spaces and several words are welcome.")
            self.first_row.set_help(words.format(count=count, least=LEAST_CHARACTERS))
        else:
            self.first_row.set_help(self.tr("{count} characters: long enough.").format(count=count))

    @Slot()
    def _follow(self) -> None:
        self.first_row.set_error("")
        self._say_rule()

    @Slot()
    def _follow_again(self) -> None:
        self.second_row.set_error("")

    @Slot()
    def _go_on(self) -> None:
        self.second.line.setFocus(Qt.FocusReason.TabFocusReason)


class NewPin(QWidget):
    """A new PIN, twice. Signals: ``submitted()`` on Enter in the second."""

    submitted = Signal()

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}-new")
        self.first = PinField(self, name=name)
        self.second = PinField(self, name=f"{name}-again")
        self.first_row = FieldRow(
            self.tr("PIN for the cover screen"),
            self.first,
            self,
            help_text=self.tr("Six digits, not all alike, not in a row."),
        )
        self.second_row = FieldRow(self.tr("PIN again"), self.second, self)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.setSpacing(Space.M)
        for row in (self.first_row, self.second_row):
            self._pair.addWidget(row, 1, Qt.AlignmentFlag.AlignTop)
        self.first.edited.connect(self._follow)
        self.second.edited.connect(self._follow_again)
        self.first.returnPressed.connect(self._go_on)
        self.second.returnPressed.connect(self.submitted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Below each other when the text is large for the width."""
        super().resizeEvent(event)
        is_narrow = self.width() < current_theme().metrics.scaled(2 * Width.PICTURE)
        self._pair.setDirection(
            QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        )

    def value(self) -> str:
        """The first of the two."""
        return self.first.value()

    def check(self) -> QWidget | None:
        """Show what is wrong below the fields; the field to go to, or None when all is well."""
        problem = again = ""
        if not self.first.is_filled:
            problem = self.tr("A PIN has six digits.")
        elif self.second.value() != self.value():
            again = self.tr("This differs from the PIN above. Type it once more.")
        self.first_row.set_error(problem)
        self.second_row.set_error(again)
        if problem:
            return self.first
        return self.second if again else None

    @Slot()
    def _follow(self) -> None:
        self.first_row.set_error("")

    @Slot()
    def _follow_again(self) -> None:
        self.second_row.set_error("")

    @Slot()
    def _go_on(self) -> None:
        self.second.setFocus(Qt.FocusReason.TabFocusReason)

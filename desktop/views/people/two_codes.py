"""Two of the three printed recovery codes: what concerns an administrator needs them."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.ports import RecoveryCodes
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.wrap_label import WrapLabel


class TwoCodes(QWidget):
    """Hidden until it is needed; ``value`` is None while it is hidden."""

    def __init__(self, parent: QWidget | None = None, *, name: str, why: str = "") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        why = why or self.tr(
            "An administrator is made and ended by two of the three recovery codes, so that no"
            " single person decides it. Ask two colleagues for their sheets."
        )
        self.one = LineField(self, name=f"{name}-one")
        self.other = LineField(self, name=f"{name}-other")
        self.one_row = FieldRow(
            self.tr("Recovery code from one sheet"),
            self.one,
            self,
            help_text=self.tr("Eight groups of five; capitals, spaces and hyphens do not matter."),
        )
        self.other_row = FieldRow(self.tr("Recovery code from another sheet"), self.other, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(WrapLabel(why, self, tone=Tone.MUTED))
        column.addWidget(self.one_row)
        column.addWidget(self.other_row)
        self.one.edited.connect(self.one_row.clear_error)
        self.other.edited.connect(self.other_row.clear_error)
        self.hide()

    def ask(self, *, is_needed: bool) -> None:
        """Show it empty, or hide it."""
        for field, row in ((self.one, self.one_row), (self.other, self.other_row)):
            field.set_value("")
            row.set_error("")
        self.setVisible(is_needed)

    def value(self) -> RecoveryCodes | None:
        """As typed; None when they are not asked for."""
        return None if self.isHidden() else (self.one.value(), self.other.value())

    def check(self) -> QWidget | None:
        """The field to go to, or None when both hold something."""
        if self.isHidden():
            return None
        for field, row in ((self.one, self.one_row), (self.other, self.other_row)):
            if not field.value():
                row.set_error(self.tr("Type the code from the sheet."))
                return field
        return None

    def show_problem(self, message_id: str, words: str) -> bool:
        """A code that does not fit is said below the two fields."""
        if self.isHidden() or not message_id.startswith(("recovery.", "code.")):
            return False
        self.other_row.set_error(words)
        self.one.setFocus()
        return True

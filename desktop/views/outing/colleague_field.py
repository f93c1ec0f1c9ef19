"""A colleague: picked from those who have an account here, or by name."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.records.ids import StaffId
from desktop.records.outing import Colleague
from desktop.records.roles import StaffMember
from desktop.services.plan_outing import NAME_LETTERS
from desktop.views.theme.tokens import Space
from desktop.views.widgets.compound import Compound
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.picker import Picker

BY_NAME, NOBODY = "by-name", "nobody"


class ColleagueField(Compound):
    """``can_be_nobody`` offers that first; nobody is picked until somebody does.

    Signals: ``changed()`` after the user picked.
    """

    changed = Signal()

    def __init__(
        self,
        question: str,
        language: str,
        parent: QWidget | None = None,
        *,
        name: str,
        can_be_nobody: bool = False,
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._can_be_nobody = can_be_nobody
        self.picker = Picker(self, name=name, placeholder=sentence("outing.choose", language))
        self.row = FieldRow(question, self.picker, self)
        self.line = LineField(self, name=f"{name}-name")
        self.line.setMaxLength(NAME_LETTERS)
        self.line_row = FieldRow(sentence("outing.name", language), self.line, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.row)
        column.addWidget(self.line_row)
        self.lead_to(self.picker)
        self.picker.picked.connect(self._picked)

    def begin(self, colleagues: Sequence[StaffMember], picked: str = "") -> None:
        """Offer these; ``picked`` is a staff id, "" for none yet."""
        choices = [(one.staff_id, one.display_name) for one in colleagues]
        by_name = (BY_NAME, sentence("outing.by-name", self._language))
        nobody = (NOBODY, sentence("outing.nobody", self._language))
        first = [nobody] if self._can_be_nobody else []
        self.picker.set_choices([*first, *choices, by_name])
        self.picker.show_picked(picked)
        self.line.set_value("")
        self._clear()

    @property
    def is_said(self) -> bool:
        """Whether somebody is named, or nobody was picked on purpose."""
        key = self.picker.picked_key()
        return bool(key) and (key != BY_NAME or bool(self.line.value()))

    @property
    def is_nobody(self) -> bool:
        """Whether nobody was picked on purpose."""
        return self.picker.picked_key() == NOBODY

    def colleague(self) -> Colleague | None:
        """Who was named; None for nobody, and while nothing is said."""
        key = self.picker.picked_key()
        if not self.is_said or key == NOBODY:
            return None
        return Colleague(name=self.line.value()) if key == BY_NAME else Colleague(StaffId(key))

    def need(self, words: str) -> bool:
        """Whether it is said; else ``words`` are shown below and the focus goes there."""
        self.row.set_error("")
        self.line_row.set_error("")
        if self.is_said:
            return True
        self.refuse(words)
        return False

    def refuse(self, words: str) -> None:
        """Show ``words`` below what they are about, with the focus there."""
        is_by_name = self.picker.picked_key() == BY_NAME
        (self.line_row if is_by_name else self.row).set_error(words)
        (self.line if is_by_name else self.picker).setFocus()

    def _clear(self) -> None:
        self.row.set_error("")
        self.line_row.set_error("")
        self.line_row.setVisible(self.picker.picked_key() == BY_NAME)

    @Slot(str)
    def _picked(self, _key: str) -> None:
        self._clear()
        self.changed.emit()

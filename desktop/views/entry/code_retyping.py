"""The check that codes are on paper: two different recovery codes are typed again."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.records.base32 import plain
from desktop.views.entry.code_check import code_number, groups_of, wrong_group
from desktop.views.theme.tokens import Space
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField


class CodeRetyping(QWidget):
    """Signals: ``changed()`` after each keystroke."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("codes-retyping")
        self._codes: tuple[str, ...] = ()
        self.one = LineField(self, name="codes-one")
        self.other = LineField(self, name="codes-other")
        self.one_row = FieldRow(self.tr("A code from one paper"), self.one, self)
        self.other_row = FieldRow(self.tr("A code from another paper"), self.other, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.one_row)
        column.addWidget(self.other_row)
        self.one.edited.connect(self._follow)
        self.other.edited.connect(self._follow)

    def show_codes(self, codes: tuple[str, ...]) -> None:
        """Compare with these from now on."""
        self._codes = codes
        self._follow()

    @property
    def is_right(self) -> bool:
        """Whether both fields hold a code, and not the same one twice."""
        one, other = (code_number(field.value(), self._codes) for field in (self.one, self.other))
        return one is not None and other is not None and one != other

    @Slot()
    def _follow(self) -> None:
        one, other = (code_number(field.value(), self._codes) for field in (self.one, self.other))
        self._say(self.one_row, self.one, one)
        self._say(self.other_row, self.other, other)
        if one is not None and one == other:
            self.other_row.set_error(self.tr("This is the same code as above. Take another paper."))
        self.changed.emit()

    def _say(self, row: FieldRow, field: LineField, number: int | None) -> None:
        if number is not None:
            row.set_error("")
            row.set_help(self.tr("This is code {number}.").format(number=number))
            return
        row.set_help(self.tr("Capitals, spaces and hyphens do not matter."))
        is_whole = len(plain(field.value())) >= self._whole_length()
        row.set_error(self._wrong_words(field.value()) if is_whole else "")

    def _wrong_words(self, typed: str) -> str:
        group = wrong_group(typed, self._codes)
        if group is None:
            return self.tr("This is none of the three codes. Compare it group by group.")
        return self.tr("Group {group} is not right. Compare it with the paper.").format(group=group)

    def _whole_length(self) -> int:
        return max((len("".join(groups_of(code))) for code in self._codes), default=1)

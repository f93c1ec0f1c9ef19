"""The unit of a measured amount: one of the form's, or in one's own words where it is open."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.forms.answers import Coding
from desktop.views.editors.choices import unit_text
from desktop.views.theme.tokens import Space
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.picker import Picker

_OWN = "-own-"


class UnitBox(QWidget):
    """A list of units; with ``is_open`` a line for another one (SDC unitOpen), which
    ``name_unit`` makes a unit of.

    Signals: ``unit_chosen(Coding)``.
    """

    unit_chosen = Signal(object)

    def __init__(
        self,
        units: Sequence[Coding],
        name_unit: Callable[[str], Coding],
        parent: QWidget | None = None,
        *,
        name: str,
        is_open: bool,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}-unit-box")
        self._units = tuple(units)
        self._name_unit = name_unit
        self.line = LineField(self, name=f"{name}-own-unit")
        self.picker = Picker(self, name=f"{name}-unit", placeholder=self.tr("Choose a unit"))
        choices = [(unit.code or unit.display, unit_text(unit)) for unit in self._units]
        if is_open:
            choices.append((_OWN, self.tr("Another unit")))
        self.picker.set_choices(choices)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        self._list_row = FieldRow(self.tr("Unit"), self.picker, self)
        self._own_row = FieldRow(self.tr("Another unit"), self.line, self)
        column.addWidget(self._list_row)
        column.addWidget(self._own_row)
        self._list_row.setVisible(bool(self._units))
        self._own_row.setVisible(not self._units)
        self.picker.picked.connect(self._picked)
        self.line.committed.connect(self._typed)

    def show_unit(self, unit: Coding) -> None:
        """Show a unit without a signal; one that is not listed stands in the line."""
        known = any(_same(one, unit) for one in self._units)
        is_own = not known and bool(unit.display or unit.code)
        if known:
            self.picker.show_picked(unit.code or unit.display)
        elif is_own:
            self.picker.show_picked(_OWN)
        if not self.line.has_pending:
            self.line.set_value(unit_text(unit) if is_own else "")
        self._own_row.setVisible(not self._units or is_own or self.picker.picked_key() == _OWN)

    @Slot(str)
    def _picked(self, key: str) -> None:
        self._own_row.setVisible(key == _OWN or not self._units)
        if key == _OWN:
            self.line.setFocus()
            return
        unit = next((one for one in self._units if (one.code or one.display) == key), None)
        if unit is not None:
            self.unit_chosen.emit(unit)

    @Slot(str)
    def _typed(self, text: str) -> None:
        self.unit_chosen.emit(self._name_unit(text))


def _same(one: Coding, other: Coding) -> bool:
    if one.code and other.code:
        return one.code == other.code
    return unit_text(one) == unit_text(other)

"""Whole numbers, decimals and measured amounts; empty until somebody typed."""

from decimal import Decimal
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.forms.answers import Answered, AnswerValue, Coding, Quantity, Unanswered
from desktop.forms.questionnaire import ItemType
from desktop.forms.session import ItemState
from desktop.forms.unit_naming import named_unit
from desktop.views.editors.choices import unit_text
from desktop.views.editors.editor import Editor
from desktop.views.editors.language_mode import LanguageMode, one_text
from desktop.views.editors.unit_box import UnitBox
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.number_field import NumberField


class NumberEditor(Editor):
    """One number as typed; a quantity with several units, or an open one, adds a box for them.

    Limits of the form are told by the form's own problems, below the question.
    Signals: those of Editor.
    """

    def __init__(self, state: ItemState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        item = state.item
        is_quantity = item.type is ItemType.QUANTITY
        self._unit = item.unit or (item.unit_options[0] if item.unit_options else Coding(""))
        has_units = is_quantity and (len(item.unit_options) > 1 or item.unit_is_open)
        self.field = NumberField(
            self,
            name=self.name,
            is_whole=item.type is ItemType.INTEGER,
            unit="" if has_units else unit_text(self._unit),
        )
        self.number_row = FieldRow(self.question(), self.field, self, is_label_hidden=True)
        self.column.addWidget(self.number_row)
        self.watch(self.field)
        self.field.value_committed.connect(self._committed)
        self.field.problem_found.connect(self.problem_found)
        self.units: UnitBox | None = None
        if has_units:
            naming = partial(named_unit, item)
            self.units = UnitBox(
                item.unit_options, naming, self, name=self.name, is_open=item.unit_is_open
            )
            self.units.show_unit(self._unit)
            self.units.unit_chosen.connect(self._unit_chosen)
            self.watch(self.units.line)
            self.column.addWidget(self.units)

    def show_state(self, state: ItemState, mode: LanguageMode) -> None:
        """Show the number as it was typed."""
        super().show_state(state, mode)
        self.number_row.set_label(self.question())
        self.field.setPlaceholderText(one_text(state.item.presentation.entry_format, mode))
        if self.beside.unit and self.units is None and not unit_text(self._unit):
            self.field.set_unit(self.beside.unit)
        value = self.values[0] if self.values else None
        if isinstance(value, Quantity):
            self._unit = Coding(value.code, value.system, value.unit)
            if self.units is not None:
                self.units.show_unit(self._unit)
            value = value.value
        if not self.field.has_pending and (value is not None or self.field.value() == ""):
            self.field.show_value(value)
        elif not self.field.has_pending and not self.number_row.error:
            self.field.show_value(None)

    def set_spoken(self, description: str) -> None:
        """The unit is read with the box."""
        unit = unit_text(self._unit) or self.beside.unit
        self.field.setAccessibleDescription(" ".join(each for each in (unit, description) if each))

    def focus_target(self) -> QWidget | None:
        """The box."""
        return self.field

    def flush(self) -> None:
        """Tell what was typed now."""
        self.field.flush()
        if self.units is not None:
            self.units.line.flush()

    @Slot(object)
    def _committed(self, value: object) -> None:
        if not isinstance(value, Decimal):
            self.tell(Unanswered())
            return
        kept: AnswerValue = value
        if self.state.item.type is ItemType.INTEGER:
            kept = int(value)
        elif self.state.item.type is ItemType.QUANTITY:
            unit = self._unit
            kept = Quantity(value, unit_text(unit), unit.system, unit.code)
        self.tell(Answered((kept,)))

    @Slot(object)
    def _unit_chosen(self, unit: Coding) -> None:
        self._unit = unit
        value = self.values[0] if self.values else None
        if isinstance(value, Quantity):
            self._committed(value.value)

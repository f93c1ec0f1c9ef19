"""Whole numbers, decimals and measured amounts; empty until somebody typed."""

from decimal import Decimal

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.forms.answers import Answered, AnswerValue, Coding, Quantity, Unanswered
from desktop.forms.questionnaire import ItemType
from desktop.forms.session import ItemState
from desktop.views.editors.editor import Editor
from desktop.views.editors.language_mode import LanguageMode, one_text
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.number_field import NumberField
from desktop.views.widgets.picker import Picker


class NumberEditor(Editor):
    """One number as typed; a quantity with several units adds a list of them.

    Limits of the form are told by the form's own problems, below the question.
    Signals: those of Editor.
    """

    def __init__(self, state: ItemState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        item = state.item
        self._unit = item.unit or (item.unit_options[0] if item.unit_options else Coding(""))
        has_units = len(item.unit_options) > 1
        self.field = NumberField(
            self,
            name=self.name,
            is_whole=item.type is ItemType.INTEGER,
            unit="" if has_units else _unit_text(self._unit),
        )
        self._row = FieldRow(self.question(), self.field, self, is_label_hidden=True)
        self.column.addWidget(self._row)
        self.watch(self.field)
        self.field.value_committed.connect(self._committed)
        self.field.problem_found.connect(self.problem_found)
        self._units: Picker | None = None
        if has_units:
            choices = [(unit.code, _unit_text(unit)) for unit in item.unit_options]
            self._units = Picker(self, name=f"{self.name}-unit", choices=choices)
            self._units.show_picked(self._unit.code)
            self._units.picked.connect(self._unit_picked)
            self.column.addWidget(FieldRow(self.tr("Unit"), self._units, self))

    def show_state(self, state: ItemState, mode: LanguageMode) -> None:
        """Show the number as it was typed."""
        super().show_state(state, mode)
        self._row.set_label(self.question())
        self.field.setPlaceholderText(one_text(state.item.presentation.entry_format, mode))
        value = self.values[0] if self.values else None
        if isinstance(value, Quantity):
            self._unit = Coding(value.code, value.system, value.unit)
            if self._units is not None:
                self._units.show_picked(value.code)
            value = value.value
        if not self.field.has_pending and (value is not None or self.field.value() == ""):
            self.field.show_value(value)
        elif not self.field.has_pending and not self._row.error:
            self.field.show_value(None)

    def focus_target(self) -> QWidget | None:
        """The box."""
        return self.field

    def flush(self) -> None:
        """Tell what was typed now."""
        self.field.flush()

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
            kept = Quantity(value, unit.display or unit.code, unit.system, unit.code)
        self.tell(Answered((kept,)))

    @Slot(str)
    def _unit_picked(self, code: str) -> None:
        units = self.state.item.unit_options
        self._unit = next((unit for unit in units if unit.code == code), self._unit)
        value = self.values[0] if self.values else None
        if isinstance(value, Quantity):
            self._committed(value.value)


def _unit_text(unit: Coding) -> str:
    return unit.display or unit.code

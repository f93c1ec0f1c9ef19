"""A number chosen on a scale; empty until it is touched."""

from decimal import Decimal

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.forms.answers import Answered, AnswerValue, Quantity, Unanswered
from desktop.forms.questionnaire import ItemType
from desktop.forms.session import ItemState
from desktop.views.editors.choices import unit_text
from desktop.views.editors.editor import Editor
from desktop.views.editors.language_mode import LanguageMode
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.announce import announce
from desktop.views.widgets.button import Button
from desktop.views.widgets.slider import NullableSlider
from desktop.views.widgets.wrap_label import WrapLabel

MOST_STEPS = 1_000
"""A finer scale than this cannot be hit; the number is typed instead."""


def scale_of(state: ItemState) -> tuple[Decimal, Decimal, Decimal] | None:
    """Lowest value, step and highest value; None where the question gives no usable scale.

    Without limits a scale runs from 0 to 100, as in LHC-Forms and the SDC examples.
    """
    least = number_of(state.limits.min_value) or Decimal(0)
    most = number_of(state.limits.max_value)
    most = Decimal(100) if most is None else most
    step = state.item.presentation.slider_step or Decimal(1)
    if most <= least or (most - least) / step > MOST_STEPS:
        return None
    return least, step, most


class SliderEditor(Editor):
    """The scale with its ends in words and the value beside it. Signals: those of Editor."""

    def __init__(self, state: ItemState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self._scale = scale_of(state) or (Decimal(0), Decimal(1), Decimal(100))
        self.slider = NullableSlider(self._steps(), self, name=self.name)
        self.slider.position_chosen.connect(self._chosen)
        self.value = WrapLabel("", self, style=TextStyle.ROW_STRONG)
        self.value.setObjectName(f"{self.name}-value")
        self.clear = Button(self.tr("Clear"), self, name=f"{self.name}-clear", icon=Icon.ERASER)
        self.clear.clicked.connect(self._clear)
        self.column.addWidget(self.slider)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        self.ends = (WrapLabel("", self, tone=Tone.MUTED), WrapLabel("", self, tone=Tone.MUTED))
        row.addWidget(self.ends[0])
        row.addStretch(1)
        row.addWidget(self.value)
        row.addWidget(self.clear)
        row.addStretch(1)
        row.addWidget(self.ends[1])
        self.column.addLayout(row)

    def show_state(self, state: ItemState, mode: LanguageMode) -> None:
        """Show where the handle stands."""
        super().show_state(state, mode)
        self._scale = scale_of(state) or self._scale
        self.slider.set_steps(self._steps())
        value = self.values[0] if self.values else None
        number = number_of(value)
        self.slider.show_position(self._position(number))
        self.slider.setAccessibleName(self.question())
        self.value.setText(self._words(number))
        self.clear.setVisible(number is not None)
        ends = ((self._scale[0], self.beside.lower), (self._scale[2], self.beside.upper))
        for label, (end, words) in zip(self.ends, ends, strict=True):
            label.setText(f"{end:f} {words}".strip())
        self.set_spoken("")

    def set_spoken(self, description: str) -> None:
        """Value and range are read with the control."""
        spread = self.tr("from {least} to {most}").format(
            least=self.ends[0].text(), most=self.ends[1].text()
        )
        words = (self.value.text(), spread, description)
        self.slider.setAccessibleDescription(", ".join(each for each in words if each))

    def focus_target(self) -> QWidget | None:
        """The scale."""
        return self.slider

    def _steps(self) -> int:
        least, step, most = self._scale
        return int((most - least) / step)

    def _words(self, number: Decimal | None) -> str:
        if number is None:
            return self.tr("No value yet")
        unit = self.state.item.unit
        return f"{number:f} {unit_text(unit) if unit is not None else ''}".strip()

    def _position(self, number: Decimal | None) -> int | None:
        if number is None:
            return None
        least, step, _ = self._scale
        return min(max(round((number - least) / step), 0), self.slider.maximum())

    @Slot(object)
    def _chosen(self, position: object) -> None:
        if not isinstance(position, int):
            self.tell(Unanswered())
            return
        least, step, _ = self._scale
        number = least + step * position
        kept: AnswerValue = number
        if self.state.item.type is ItemType.INTEGER:
            kept = int(number)
        elif self.state.item.type is ItemType.QUANTITY:
            unit = self.state.item.unit
            parts = (unit_text(unit), unit.system, unit.code) if unit is not None else ()
            kept = Quantity(number, *parts)
        self.tell(Answered((kept,)))
        announce(self.slider, self.value.text())

    @Slot()
    def _clear(self) -> None:
        self.slider.setFocus()
        self.slider.setValue(-1)


def number_of(value: AnswerValue | None) -> Decimal | None:
    """A limit as a number; None where it is none."""
    if isinstance(value, Quantity):
        return value.value
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return Decimal(value)
    return None

"""A line of text that stands for a value: number, date, time; empty is no answer."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.text_block import natural_width


class NotReadable(ValueError):
    """What was typed is no value; the text of the exception is a sentence for the user."""


class ParsedField(LineField):
    """Reads the text with ``parse`` and shows a value with ``show_as``.

    Signals, besides those of LineField: ``value_committed(value)`` the value, None when
    emptied; ``problem_found(sentence)`` when the text is no value, "" when that is over.
    """

    value_committed = Signal(object)
    problem_found = Signal(str)

    def __init__(
        self,
        parse: Callable[[str], object],
        show_as: Callable[[object], str],
        parent: QWidget | None = None,
        *,
        name: str,
        placeholder: str = "",
        unit: str = "",
    ) -> None:
        super().__init__(parent, name=name, placeholder=placeholder)
        self._parse = parse
        self._show_as = show_as
        self._unit = unit
        self._has_problem = False
        self.setAccessibleDescription(unit)
        # A slot of its own: Qt does not let go of a connected slot that a subclass overrides.
        theme_holder().changed.connect(self._make_room)
        self._make_room()
        self.committed.connect(self._read)
        self.edited.connect(self._forget_problem)

    def set_unit(self, unit: str) -> None:
        """Show another unit inside at the right."""
        if unit != self._unit:
            self._unit = unit
            self._make_room()
            self.update()

    @property
    def has_unsaved(self) -> bool:
        """Text that is no value is not told either."""
        return self.has_pending or self._has_problem

    def typed_value(self) -> object:
        """The value of the text, None when empty; raises NotReadable."""
        return self._parse(self.value()) if self.value() else None

    def show_value(self, value: object) -> None:
        """Show a value, None for no answer, without a signal."""
        had_problem, self._has_problem = self._has_problem, False
        self.set_value("" if value is None else self._show_as(value))
        if had_problem:
            self.unsaved_changed.emit()

    def enter_value(self, value: object) -> None:
        """As if the user had typed it (Now, the calendar)."""
        self.setText(self._show_as(value))
        self.flush()

    @Slot(str)
    def _read(self, _text: str) -> None:
        try:
            value = self.typed_value()
        except NotReadable as problem:
            self._has_problem = True
            self.problem_found.emit(str(problem))
            return
        if value is not None:
            self.set_value(self._show_as(value))
        self._forget_problem("")
        self.value_committed.emit(value)

    @Slot(str)
    def _forget_problem(self, _text: str) -> None:
        if self._has_problem:
            self._has_problem = False
            self.problem_found.emit("")

    @Slot()
    def _make_room(self) -> None:
        font = current_theme().font(TextStyle.BODY)
        width = natural_width(self._unit, font) if self._unit else 0
        self.setTextMargins(0, 0, width + Space.S if width else 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The unit stands at the right, inside."""
        super().paintEvent(event)
        if self._unit:
            painter = QPainter(self)
            painter.setFont(current_theme().font(TextStyle.BODY))
            painter.setPen(current_theme().ink(Tone.MUTED))
            box = QRectF(self.rect()).adjusted(0, 0, -Space.M, 0)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, int(flags), self._unit)
            painter.end()

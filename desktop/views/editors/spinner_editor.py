"""A number that is typed, or stepped with two buttons or the arrow keys (itemControl spinner)."""

from decimal import Decimal

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.forms.session import ItemState
from desktop.views.editors.language_mode import LanguageMode
from desktop.views.editors.number_editor import NumberEditor
from desktop.views.editors.slider_editor import number_of
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space
from desktop.views.widgets.announce import announce
from desktop.views.widgets.button import Button
from desktop.views.widgets.parsed_field import NotReadable

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class SpinnerEditor(NumberEditor):
    """Empty until somebody types or steps: the first step gives the lowest number, or 0.

    A step keeps within the limits of the question. Signals: those of Editor.
    """

    def __init__(self, state: ItemState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self.less = self._button("less", Icon.MINUS)
        self.more = self._button("more", Icon.PLUS)
        self.less.clicked.connect(self._step_down)
        self.more.clicked.connect(self._step_up)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.number_row, 1)
        for button in (self.less, self.more):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.column.insertLayout(0, row)
        self.field.installEventFilter(self)

    def show_state(self, state: ItemState, mode: LanguageMode) -> None:
        """Show the number, and name the buttons by their question."""
        super().show_state(state, mode)
        self.less.setAccessibleName(self.tr("Less: {question}").format(question=self.question()))
        self.more.setAccessibleName(self.tr("More: {question}").format(question=self.question()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down step while the box has the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            direction = _STEPS.get(Qt.Key(event.key()))
            if direction is not None and not event.modifiers():
                self._step(direction)
                return True
        return super().eventFilter(watched, event)

    def _button(self, name: str, icon: Icon) -> Button:
        words = {"less": self.tr("Less"), "more": self.tr("More")}[name]
        return Button(words, self, name=f"{self.name}-{name}", icon=icon, is_icon_only=True)

    @Slot()
    def _step_up(self) -> None:
        self._step(1)

    @Slot()
    def _step_down(self) -> None:
        self._step(-1)

    def _step(self, direction: int) -> None:
        try:
            typed = self.field.typed_value()
        except NotReadable:
            return  # the sentence about it stands below the box
        limits = self.state.limits
        least, most = number_of(limits.min_value), number_of(limits.max_value)
        by = self.state.item.presentation.slider_step or Decimal(1)
        start = Decimal(0) if least is None else least
        number = typed + direction * by if isinstance(typed, Decimal) else start
        number = number if least is None else max(number, least)
        number = number if most is None else min(number, most)
        if number != typed:
            self.field.enter_value(number)
            announce(self.field, self.field.text())

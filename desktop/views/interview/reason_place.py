"""Where a card has its reasons for no answer: the toggles below a rule, or the room for them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QSpacerItem, QVBoxLayout, QWidget

from desktop.views.theme.holder import current_theme
from desktop.views.theme.tokens import Shape, Space
from desktop.views.widgets.reason_row import ReasonItem, ReasonRow
from desktop.views.widgets.surface import Rule


class ReasonPlace:
    """The place in ``column`` over ``below``; ``row`` is what stands there, None for nothing.

    A row is a fifth of what a card costs and is needed after the words: room can be kept first.
    """

    def __init__(self, card: QWidget, column: QVBoxLayout, below: QWidget, name: str) -> None:
        self._card = card
        self._column = column
        self._below = below
        self._name = name
        self.row: ReasonRow | None = None
        self._rule: Rule | None = None
        self._room: QSpacerItem | None = None

    @property
    def is_room(self) -> bool:
        """Whether the room is kept for a row that is to come."""
        return self._room is not None

    def make(self, items: Sequence[ReasonItem]) -> ReasonRow:
        """A new row, in the place of what was there."""
        self.drop()
        self._rule = Rule(self._card)
        self.row = ReasonRow(self._card, name=self._name, reasons=items)
        at = self._column.indexOf(self._below)
        self._column.insertWidget(at, self._rule)
        self._column.insertWidget(at + 1, self.row)
        return self.row

    def keep_room(self) -> None:
        """As much room as a row takes that does not wrap."""
        self.drop()
        height = Space.M + Shape.EDGE + Space.M + current_theme().metrics.target
        self._room = QSpacerItem(0, height)
        self._column.insertItem(self._column.indexOf(self._below), self._room)

    def drop(self) -> None:
        """Nothing stands there any more."""
        if self._room is not None:
            self._column.removeItem(self._room)
            self._room = None
        for widget in (self.row, self._rule):
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.row = self._rule = None

    def show(self, *, is_shown: bool) -> None:
        """Hide the row, or show it again."""
        for widget in (self.row, self._rule):
            if widget is not None:
                widget.setVisible(is_shown)

    def settle(self) -> None:
        """Show a row that came late at once, as wide as it will be: Tab may go there now."""
        self.show(is_shown=True)
        self._column.activate()

    def hide_rule(self) -> None:
        """Nothing between the answer and the reasons (a cell of a table)."""
        if self._rule is not None:
            self._rule.hide()

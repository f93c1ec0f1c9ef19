"""Answers to one question side by side: in columns, or in as many as fit."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from desktop.views.theme.tokens import Space
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem

COLUMNS_MOST = 12
"""More columns than this are no longer read as one question."""


class OptionGrid(OptionGroup):
    """An OptionGroup in ``columns`` columns (0: as many as fit), fewer where the width is short.

    ``is_across`` fills line by line, otherwise column by column. Signals: those of OptionGroup.
    """

    def __init__(
        self,
        question: str,
        options: Sequence[OptionItem],
        parent: QWidget | None = None,
        *,
        name: str,
        is_multiple: bool = False,
        columns: int = 0,
        is_across: bool = True,
    ) -> None:
        self._wanted = min(columns, COLUMNS_MOST)
        self._is_across = is_across
        self._placed: tuple[int, int] = (0, 0)
        self._grid = QGridLayout()
        super().__init__(question, options, parent, name=name, is_multiple=is_multiple)

    def _make_layout(self) -> QLayout:
        self.setLayout(self._grid)
        return self._grid

    @property
    def columns(self) -> int:
        """How many columns there are now."""
        return max(self._placed[0], 1)

    def set_options(self, options: Sequence[OptionItem]) -> None:
        """Show these answers and place them."""
        super().set_options(options)
        self._placed = (0, 0)
        self._place()

    def set_stacked(self, is_stacked: bool) -> None:
        """Put the second language under the first in every row."""
        super().set_stacked(is_stacked)
        self._place()

    def minimumSizeHint(self) -> QSize:
        """One column: the others move below when the width is short."""
        least = max((row.minimumSizeHint().width() for row in self.rows()), default=0)
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place what no longer fits, or fits again."""
        super().resizeEvent(event)
        self._place()

    def _fitting(self) -> int:
        rows = self.rows()
        # Wide enough for the words on one line, or for the longest word where columns are fixed.
        widths = [
            (row.minimumSizeHint() if self._wanted else row.sizeHint()).width() for row in rows
        ]
        each = max(widths, default=1) + Space.S
        fits = max(1, (self.width() + Space.S) // each)
        return min(fits, self._wanted or COLUMNS_MOST, max(len(rows), 1))

    def _place(self) -> None:
        rows, columns = self.rows(), self._fitting()
        if self._placed == (columns, len(rows)):
            return
        self._placed = (columns, len(rows))
        lines = -(-len(rows) // columns)
        for row in rows:
            self._grid.removeWidget(row)
        for at, row in enumerate(rows):
            line, column = divmod(at, columns) if self._is_across else divmod(at, lines)[::-1]
            self._grid.addWidget(row, line, column)
        for column in range(COLUMNS_MOST):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self.updateGeometry()

"""How wide the columns of a table are, and whether it fits at all."""

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from desktop.views.interview.layouts.parts import Table
from desktop.views.theme.holder import current_theme
from desktop.views.theme.tokens import Shape, Space, TextStyle
from desktop.views.widgets.text_block import longest_word_width

_WHOLE = 100


class Least(IntEnum):
    """Least widths of columns in pixels at 100 % text; ``MARK_MOST`` where there is room."""

    MARK = 72
    MARK_MOST = 112
    REASON = 168
    LABEL = 140
    FIELD = 156


@dataclass(frozen=True, slots=True)
class TableSizes:
    """Pixels: the words at the left, each column, and the reasons at the right (matrix only).

    ``columns`` has one for each column where the form gives them different widths.
    """

    label: int
    column: int
    reasons: int
    columns: tuple[int, ...] = ()

    def width_at(self, place: int) -> int:
        """Of the column at ``place``, from 0."""
        return self.columns[place] if self.columns else self.column


def sizes_for(table: Table, width: int, *, is_stacked: bool) -> TableSizes | None:
    """The widths within ``width`` pixels; None where the table is too wide and rows are better."""
    if is_stacked or width <= 0:
        return None
    metrics, count = current_theme().metrics, len(table.columns)
    # The width is that inside a card; the table's own frame is where the card's would be.
    inside = width + 2 * (Space.L - Space.M) - 2 * Shape.EDGE
    if table.is_matrix:
        font = current_theme().font(TextStyle.BODY_STRONG)
        words = max(longest_word_width(one, font) for one in table.columns) + Space.L
        reasons = metrics.scaled(Least.REASON)
        # The words at the left keep two fifths where the columns do not need them.
        spare = min(inside * 3 // 5 - reasons, count * metrics.scaled(Least.MARK_MOST)) // count
        column = max(metrics.scaled(Least.MARK), words, spare)
        label = inside - count * column - reasons - 2 * Space.S
        return TableSizes(label, column, reasons) if label >= metrics.scaled(Least.LABEL) else None
    has_labels = any(line.head is None and line.title for line in table.lines)
    label = metrics.scaled(Least.LABEL) if has_labels and len(table.lines) > 1 else 0
    gaps = Space.S * (count if label else count - 1)
    column = (inside - label - gaps) // count
    if column < metrics.scaled(Least.FIELD):
        return None
    return TableSizes(label, column, 0, _asked_widths(table, inside - label - gaps))


def _asked_widths(table: Table, room: int) -> tuple[int, ...]:
    """What the form asks for (SDC width, in % of the columns or in pixels); the others share what
    is left. None where it asks for nothing, or for more than there is: all are then the same."""
    metrics = current_theme().metrics
    least = metrics.scaled(Least.FIELD)
    asked = [_pixels(one, room) for one in table.widths]
    fixed = [max(one, least) for one in asked if one is not None]
    free = len(asked) - len(fixed)
    left = room - sum(fixed)
    if not fixed or left < free * least:
        return ()
    return tuple(left // free if one is None else max(one, least) for one in asked)


def _pixels(width: tuple[Decimal, str] | None, room: int) -> int | None:
    match width:
        case (value, "%") if value <= _WHOLE:
            return int(room * value / _WHOLE)
        case (value, "px" | "[px]" | "{pixels}" | "pixels"):
            return current_theme().metrics.scaled(int(value))
    return None

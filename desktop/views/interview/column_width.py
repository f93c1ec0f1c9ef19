"""How wide the columns beside the questions are."""

from enum import IntEnum


class ColumnWidth(IntEnum):
    """Side columns in pixels at 100 % text."""

    SECTIONS = 248
    SCORE = 296
    PLAN_PARTS = 288
    PLAN_PAPER = 320


NO_LIMIT = 16_777_215
"""Qt's own QWIDGETSIZE_MAX."""


def column_widths(*, is_plan: bool) -> tuple[int, int]:
    """Left and right of the questions, or of the parts of a safety plan."""
    if is_plan:
        return ColumnWidth.PLAN_PARTS, ColumnWidth.PLAN_PAPER
    return ColumnWidth.SECTIONS, ColumnWidth.SCORE

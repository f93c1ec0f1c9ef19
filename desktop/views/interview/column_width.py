"""How wide the side columns of the interview screen are."""

from enum import IntEnum


class ColumnWidth(IntEnum):
    """Pixels at 100 % text."""

    SECTIONS = 248
    SCORE = 296
    PLAN_PARTS = 288
    PLAN_PAPER = 320

"""Wallet cards of 3.5 by 2 inches, side by side between dashed cut lines.

In large print a card is twice as high and folded to that size.
"""

from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from desktop.packets.packet import PhoneLine, WalletCard
from desktop.rendering.fonts import BOLD, REGULAR
from desktop.rendering.paper_style import INK, INK_MUTED

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

CARD_WIDTH, CARD_HEIGHT = 3.5 * 72, 2 * 72
"""A business card, in points: it fits a wallet or a shoe."""

_PADDING = 12.0
_TITLE_POINTS = 12.0
_LABEL_POINTS = 10.0
_NUMBER_POINTS = 13.0
_SMALLEST_POINTS = 6.0
_COLUMN_GAP = 8.0
_LARGE_TITLE, _LARGE_LABEL, _LARGE_NUMBER = 16.0, 14.0, 20.0
"""Points in large print, where each number stands alone below its label."""
_ABOVE_FOLD = 2
"""Lines of the upper half, below the title; the fold runs through none."""


class WalletCards(Flowable):
    """All copies of one card in one row; cutting one line frees two cards."""

    def __init__(self, card: WalletCard) -> None:
        super().__init__()
        self._card = card

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """Width and height in points."""
        return (CARD_WIDTH * self._card.copies, _height(self._card))

    def draw(self) -> None:
        """Each copy with its text, then the cut lines."""
        draw = _draw_large if self._card.is_large else _draw_card
        for index in range(self._card.copies):
            draw(self.canv, self._card, index * CARD_WIDTH)
        _draw_cut_lines(self.canv, self._card)


def _height(card: WalletCard) -> float:
    return CARD_HEIGHT * 2 if card.is_large else CARD_HEIGHT


def _draw_cut_lines(canvas: "Canvas", card: WalletCard) -> None:
    copies, height = card.copies, _height(card)
    canvas.saveState()
    canvas.setStrokeColor(INK_MUTED)
    canvas.setLineWidth(0.8)
    canvas.setDash(3, 3)
    canvas.rect(0, 0, CARD_WIDTH * copies, height)
    for index in range(1, copies):
        canvas.line(index * CARD_WIDTH, 0, index * CARD_WIDTH, height)
    if card.is_large:
        canvas.setDash(1, 4)
        canvas.line(0, CARD_HEIGHT, CARD_WIDTH * copies, CARD_HEIGHT)
    canvas.restoreState()


def _draw_large(canvas: "Canvas", card: WalletCard, left: float) -> None:
    """Title and two lines over the fold, the others below it."""
    canvas.saveState()
    canvas.setFillColor(INK)
    canvas.setFont(BOLD, _LARGE_TITLE)
    top = 2 * CARD_HEIGHT - _PADDING - _LARGE_TITLE * 0.8
    canvas.drawString(left + _PADDING, top, card.title)
    pitch = (top - CARD_HEIGHT - _PADDING) / _ABOVE_FOLD
    for row, line in enumerate(card.lines[:_ABOVE_FOLD], start=1):
        _draw_large_line(canvas, line, left + _PADDING, top - row * pitch)
    below = card.lines[_ABOVE_FOLD:]
    pitch = (CARD_HEIGHT - _PADDING) / max(len(below), 3)
    for row, line in enumerate(below, start=1):
        _draw_large_line(canvas, line, left + _PADDING, CARD_HEIGHT - row * pitch)
    canvas.restoreState()


def _draw_large_line(canvas: "Canvas", line: PhoneLine, left: float, baseline: float) -> None:
    """Label over number; either shrinks so that nothing is cut."""
    width = CARD_WIDTH - 2 * _PADDING
    label_at = baseline + _LARGE_NUMBER * 1.05 if line.number else baseline
    canvas.setFont(REGULAR, _fitting(line.label, REGULAR, _LARGE_LABEL, width))
    canvas.drawString(left, label_at, line.label)
    canvas.setFont(BOLD, _fitting(line.number, BOLD, _LARGE_NUMBER, width))
    canvas.drawString(left, baseline, line.number)


def _draw_card(canvas: "Canvas", card: WalletCard, left: float) -> None:
    canvas.saveState()
    canvas.setFillColor(INK)
    canvas.setFont(BOLD, _TITLE_POINTS)
    top = CARD_HEIGHT - _PADDING - _TITLE_POINTS * 0.8
    canvas.drawString(left + _PADDING, top, card.title)
    pitch = (top - _PADDING) / max(len(card.lines), 4)
    for row, line in enumerate(card.lines, start=1):
        _draw_line(canvas, line, left + _PADDING, top - row * pitch)
    canvas.restoreState()


def _draw_line(canvas: "Canvas", line: PhoneLine, left: float, baseline: float) -> None:
    """Label at the left, number at the right; a long label shrinks so that nothing is cut."""
    width = CARD_WIDTH - 2 * _PADDING
    number_points = _fitting(line.number, BOLD, _NUMBER_POINTS, width * 0.6)
    number_width = stringWidth(line.number, BOLD, number_points)
    room = width - number_width - _COLUMN_GAP
    canvas.setFont(REGULAR, _fitting(line.label, REGULAR, _LABEL_POINTS, room))
    canvas.drawString(left, baseline, line.label)
    canvas.setFont(BOLD, number_points)
    canvas.drawRightString(left + width, baseline, line.number)


def _fitting(words: str, font: str, points: float, room: float) -> float:
    """The size at which the words fit into ``room``, at most ``points``, at least 6."""
    width: float = stringWidth(words, font, points)
    return points if width <= room else max(_SMALLEST_POINTS, points * room / width)

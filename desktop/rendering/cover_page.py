"""The cover: a neutral outside that folds across the middle of the sheet."""

from typing import TYPE_CHECKING

from desktop.packets.packet import Cover
from desktop.rendering.fonts import BOLD, REGULAR
from desktop.rendering.paper_style import INK, INK_MUTED, MARGIN, PAGE_HEIGHT, PAGE_WIDTH

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_TITLE_POINTS = 34.0
_NOTE_POINTS = 15.0
_FOLD_POINTS = 11.0
_CENTRE = PAGE_WIDTH / 2
_FOLD_AT = PAGE_HEIGHT / 2
_TITLE_BASELINE = PAGE_HEIGHT * 0.70


def draw_cover(canvas: "Canvas", cover: Cover) -> None:
    """Draw the whole page; folded along the dashed line, the title faces out."""
    canvas.saveState()
    _draw_sunrise(canvas, _TITLE_BASELINE + 62)
    canvas.setFillColor(INK)
    canvas.setFont(BOLD, _TITLE_POINTS)
    canvas.drawCentredString(_CENTRE, _TITLE_BASELINE, cover.title)
    canvas.setFillColor(INK_MUTED)
    canvas.setFont(REGULAR, _NOTE_POINTS)
    canvas.drawCentredString(_CENTRE, _TITLE_BASELINE - 30, cover.note)
    canvas.setStrokeColor(INK_MUTED)
    canvas.setLineWidth(0.8)
    canvas.setDash(4, 4)
    canvas.line(MARGIN, _FOLD_AT, PAGE_WIDTH - MARGIN, _FOLD_AT)
    canvas.setFont(REGULAR, _FOLD_POINTS)
    canvas.drawCentredString(_CENTRE, _FOLD_AT - 18, cover.fold_note)
    canvas.restoreState()


def _draw_sunrise(canvas: "Canvas", horizon: float) -> None:
    """A half disc over two lines; it stands for nothing but a morning."""
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(2.4)
    radius = 26.0
    canvas.arc(_CENTRE - radius, horizon - radius, _CENTRE + radius, horizon + radius, 0, 180)
    canvas.line(_CENTRE - 52, horizon - 1, _CENTRE + 52, horizon - 1)
    canvas.line(_CENTRE - 33, horizon - 12, _CENTRE + 33, horizon - 12)

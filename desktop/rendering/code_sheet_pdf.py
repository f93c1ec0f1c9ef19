"""A sheet with one code as PDF bytes: large groups, and a QR code of the same. In memory only."""

from io import BytesIO
from typing import TYPE_CHECKING, Any

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from desktop.rendering.fonts import BOLD, REGULAR, register_fonts
from desktop.rendering.paper_style import (
    BODY_WIDTH,
    FOOTER_SIZE,
    INK,
    LINE,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
)

if TYPE_CHECKING:
    from desktop.packets.code_sheet import CodeSheet

_TITLE_POINTS, _TEXT_POINTS, _CODE_POINTS = 24.0, 13.0, 26.0
_LEADING = 1.4
_GROUPS_PER_LINE = 4
_QR_SIDE = 150.0
"""Points: 5 cm, so that a telephone reads it from a hand's breadth."""


def code_sheet_pdf(sheet: "CodeSheet") -> bytes:
    """One US Letter page; neutral properties, the same bytes for the same content."""
    register_fonts()
    buffer = BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        invariant=1,
        lang=sheet.language,
        initialFontName=REGULAR,  # type: ignore[arg-type]  # the stubs name a number
        initialFontSize=FOOTER_SIZE,
    )
    canvas.setTitle("")
    canvas.setFillColor(INK)
    top = PAGE_HEIGHT - MARGIN
    top = _words(canvas, sheet.title, top, BOLD, _TITLE_POINTS)
    for line in sheet.lines:
        top = _words(canvas, line, top - _TEXT_POINTS * 0.6, REGULAR, _TEXT_POINTS)
    top = _code(canvas, sheet.code, top - _CODE_POINTS)
    top = _square(canvas, sheet.code, top)
    for line in sheet.keep:
        top = _words(canvas, line, top - _TEXT_POINTS * 0.6, REGULAR, _TEXT_POINTS)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _words(canvas: Canvas, words: str, top: float, font: str, points: float) -> float:
    """Draw below ``top``; returns the new top."""
    canvas.setFont(font, points)
    for line in simpleSplit(words, font, points, BODY_WIDTH):
        top -= points * _LEADING
        canvas.drawString(MARGIN, top, line)
    return top


def _code(canvas: Canvas, code: str, top: float) -> float:
    """The groups in columns, between two lines."""
    groups = code.split("-")
    pitch = BODY_WIDTH / _GROUPS_PER_LINE
    canvas.setStrokeColor(LINE)
    canvas.line(MARGIN, top, MARGIN + BODY_WIDTH, top)
    canvas.setFont(BOLD, _CODE_POINTS)
    for at, group in enumerate(groups):
        if at % _GROUPS_PER_LINE == 0:
            top -= _CODE_POINTS * 1.7
        canvas.drawString(MARGIN + at % _GROUPS_PER_LINE * pitch, top, group)
    top -= _CODE_POINTS
    canvas.line(MARGIN, top, MARGIN + BODY_WIDTH, top)
    return top


def _square(canvas: Canvas, code: str, top: float) -> float:
    """The same code to be scanned; error correction M is enough for clean paper."""
    widget: Any = QrCodeWidget(code, barLevel="M")  # the stubs know no count of modules
    left, bottom, right, upper = widget.getBounds()
    scale = _QR_SIDE / max(right - left, upper - bottom)
    drawing = Drawing(_QR_SIDE, _QR_SIDE, transform=(scale, 0, 0, scale, 0, 0))
    drawing.add(widget)
    widget.qr.make()
    # The code begins where the text does; the margin is as quiet as its own white edge.
    modules = widget.qr.getModuleCount() + 2 * widget.barBorder
    quiet = _QR_SIDE * widget.barBorder / modules
    renderPDF.draw(drawing, canvas, MARGIN - quiet, top - _QR_SIDE - _TEXT_POINTS)
    return top - _QR_SIDE - _TEXT_POINTS

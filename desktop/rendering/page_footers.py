"""Footers that count the pages: drawn at the end, when the number of pages is known."""

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate

from desktop.rendering.fonts import REGULAR
from desktop.rendering.paper_style import (
    FOOTER_BASELINE,
    FOOTER_SIZE,
    INK_MUTED,
    PAGE_HEIGHT,
    PAGE_WIDTH,
)


def place_footer(canvas: Canvas, _document: BaseDocTemplate) -> None:
    """Leave a place for the footer of this page."""
    canvas.doForm(f"footer-{canvas.getPageNumber()}")


def canvas_with_footers(footer: str) -> type[Canvas]:
    """A canvas that fills ``{page}`` and ``{pages}`` of ``footer`` before it saves."""

    class FooterCanvas(Canvas):
        """Fills in the footer of each page before it saves."""

        def save(self) -> None:
            """Draw the footers, then finish the document."""
            pages = self.getPageNumber() - 1
            for page in range(1, pages + 1):
                self.beginForm(f"footer-{page}", 0, 0, PAGE_WIDTH, PAGE_HEIGHT)
                self.setFont(REGULAR, FOOTER_SIZE)
                self.setFillColor(INK_MUTED)
                words = footer.format(page=page, pages=pages)
                self.drawCentredString(PAGE_WIDTH / 2, FOOTER_BASELINE, words)
                self.endForm()
            super().save()

    return FooterCanvas

"""Text on US Letter pages with a footer on each: what reports and papers to keep are made of."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    Table,
    TableStyle,
)

from desktop.rendering.fonts import REGULAR
from desktop.rendering.page_footers import canvas_with_footers, place_footer
from desktop.rendering.paper_style import (
    BODY_BOTTOM,
    BODY_WIDTH,
    FOOTER_SIZE,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PaperStyle,
)

WHOLE = (0, 0), (-1, -1)
"""Every cell of a table."""
PLAIN = TableStyle(
    [
        ("FONTNAME", *WHOLE, REGULAR),  # a table's own default is Helvetica, not embedded
        ("LEFTPADDING", *WHOLE, 0),
        ("RIGHTPADDING", *WHOLE, 10),
        ("VALIGN", *WHOLE, "TOP"),
    ]
)
_FACT_WIDTHS = (BODY_WIDTH * 0.27, BODY_WIDTH * 0.73)


class LaidOut(NamedTuple):
    """``pdf`` with its pages; ``last_used`` is the share of the last page that holds words."""

    pdf: bytes
    pages: int
    last_used: float


def letter_pdf(title: str, language: str, footer: str, story: list[Flowable]) -> bytes:
    """PDF bytes, the same for the same content, fonts embedded. Nothing touches the disk."""
    return lay_out(title, language, footer, story).pdf


def lay_out(title: str, language: str, footer: str, story: list[Flowable]) -> LaidOut:
    """As ``letter_pdf``, with how far it came."""
    buffer = BytesIO()
    document = BaseDocTemplate(
        buffer,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        title=title,
        author="",
        subject="",
        creator="",
        producer="",
        lang=language,
        invariant=1,
        initialFontName=REGULAR,
        initialFontSize=FOOTER_SIZE,
        displayDocTitle=1,
    )
    height = PAGE_HEIGHT - MARGIN - BODY_BOTTOM
    frame = Frame(MARGIN, BODY_BOTTOM, BODY_WIDTH, height, 0, 0, 0, 0)
    document.addPageTemplates([PageTemplate(id="page", frames=[frame], onPage=place_footer)])
    document.build(story, canvasmaker=canvas_with_footers(footer))
    filled: Any = frame  # how far it is, reportlab tells nowhere else
    used = (PAGE_HEIGHT - MARGIN - float(filled._y)) / height
    return LaidOut(buffer.getvalue(), document.page, used)


def facts_table(facts: Sequence[tuple[str, str]], style: PaperStyle) -> Table:
    """A label and what it says, line by line."""
    lines = [
        [Paragraph(escape(label), style.muted), Paragraph(escape(value), style.body)]
        for label, value in facts
    ]
    table = Table(lines, colWidths=_FACT_WIDTHS, hAlign="LEFT")
    table.setStyle(PLAIN)
    table.setStyle([("TOPPADDING", *WHOLE, 1), ("BOTTOMPADDING", *WHOLE, 1)])
    return table

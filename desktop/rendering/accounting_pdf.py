"""An accounting of disclosures as PDF bytes: US Letter, fonts embedded, page numbers."""

from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from desktop.packets.accounting import Accounting
from desktop.records.packet_record import PaperSize
from desktop.rendering.fonts import REGULAR, register_fonts
from desktop.rendering.page_footers import canvas_with_footers, place_footer
from desktop.rendering.paper_style import (
    BODY_BOTTOM,
    BODY_WIDTH,
    FOOTER_SIZE,
    INK,
    LINE,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PaperStyle,
)

_WIDTHS = tuple(BODY_WIDTH * share for share in (0.2, 0.27, 0.27, 0.26))
_FACT_WIDTHS = (BODY_WIDTH * 0.27, BODY_WIDTH * 0.73)


_WHOLE = (0, 0), (-1, -1)
_PLAIN = TableStyle(
    [
        ("FONTNAME", *_WHOLE, REGULAR),  # a table's own default is Helvetica, not embedded
        ("LEFTPADDING", *_WHOLE, 0),
        ("RIGHTPADDING", *_WHOLE, 10),
        ("VALIGN", *_WHOLE, "TOP"),
    ]
)


def accounting_pdf(accounting: Accounting) -> bytes:
    """The whole report. Nothing touches the disk."""
    register_fonts()
    buffer = BytesIO()
    document = BaseDocTemplate(
        buffer,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        title=accounting.title,
        author="",
        subject="",
        creator="",
        producer="",
        lang=accounting.language,
        invariant=1,
        initialFontName=REGULAR,
        initialFontSize=FOOTER_SIZE,
        displayDocTitle=1,
    )
    height = PAGE_HEIGHT - MARGIN - BODY_BOTTOM
    frame = Frame(MARGIN, BODY_BOTTOM, BODY_WIDTH, height, 0, 0, 0, 0)
    document.addPageTemplates([PageTemplate(id="page", frames=[frame], onPage=place_footer)])
    document.build(_story(accounting), canvasmaker=canvas_with_footers(accounting.footer))
    return buffer.getvalue()


def _story(accounting: Accounting) -> list[Flowable]:
    style = PaperStyle.of(PaperSize.NORMAL)
    gap = Spacer(1, style.base * 0.9)
    story: list[Flowable] = [
        Paragraph(escape(accounting.title), style.heading),
        gap,
        Paragraph(escape(accounting.intro), style.body),
        gap,
        _facts(accounting, style),
        gap,
    ]
    if accounting.warning:
        story += [Paragraph(escape(accounting.warning), style.boxed), gap]
    if accounting.rows:
        story.append(_rows(accounting, style))
    else:
        story.append(Paragraph(escape(accounting.nothing), style.subheading))
    notes: list[Flowable] = [Paragraph(escape(note), style.muted) for note in accounting.notes]
    return [*story, gap, KeepTogether(notes)]


def _facts(accounting: Accounting, style: PaperStyle) -> Table:
    lines = [
        [Paragraph(escape(label), style.muted), Paragraph(escape(value), style.body)]
        for label, value in accounting.facts
    ]
    table = Table(lines, colWidths=_FACT_WIDTHS, hAlign="LEFT")
    table.setStyle(_PLAIN)
    table.setStyle([("TOPPADDING", *_WHOLE, 1), ("BOTTOMPADDING", *_WHOLE, 1)])
    return table


def _rows(accounting: Accounting, style: PaperStyle) -> Table:
    heads = [Paragraph(escape(head), style.subheading) for head in accounting.heads]
    rows = [
        [Paragraph(escape(cell), style.body) for cell in row.cells()] for row in accounting.rows
    ]
    table = Table([heads, *rows], colWidths=_WIDTHS, repeatRows=1, hAlign="LEFT")
    table.setStyle(_PLAIN)
    table.setStyle(
        [
            ("LINEBELOW", (0, 0), (-1, 0), 1.6, INK),
            ("LINEBELOW", (0, 1), (-1, -1), 0.6, LINE),
            ("TOPPADDING", *_WHOLE, style.base * 0.4),
            ("BOTTOMPADDING", *_WHOLE, style.base * 0.5),
        ]
    )
    return table

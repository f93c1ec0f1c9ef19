"""An accounting of disclosures as PDF bytes: US Letter, fonts embedded, page numbers."""

from xml.sax.saxutils import escape

from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer, Table

from desktop.packets.accounting import Accounting
from desktop.records.packet_record import PaperSize
from desktop.rendering.fonts import register_fonts
from desktop.rendering.letter_pages import PLAIN, WHOLE, facts_table, letter_pdf
from desktop.rendering.paper_style import BODY_WIDTH, INK, LINE, PaperStyle

_WIDTHS = tuple(BODY_WIDTH * share for share in (0.2, 0.27, 0.27, 0.26))


def accounting_pdf(accounting: Accounting) -> bytes:
    """The whole report. Nothing touches the disk."""
    register_fonts()
    return letter_pdf(accounting.title, accounting.language, accounting.footer, _story(accounting))


def _story(accounting: Accounting) -> list[Flowable]:
    style = PaperStyle.of(PaperSize.NORMAL)
    gap = Spacer(1, style.base * 0.9)
    story: list[Flowable] = [
        Paragraph(escape(accounting.title), style.heading),
        gap,
        Paragraph(escape(accounting.intro), style.body),
        gap,
        facts_table(accounting.facts, style),
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


def _rows(accounting: Accounting, style: PaperStyle) -> Table:
    heads = [Paragraph(escape(head), style.subheading) for head in accounting.heads]
    rows = [
        [Paragraph(escape(cell), style.body) for cell in row.cells()] for row in accounting.rows
    ]
    table = Table([heads, *rows], colWidths=_WIDTHS, repeatRows=1, hAlign="LEFT")
    table.setStyle(PLAIN)
    table.setStyle(
        [
            ("LINEBELOW", (0, 0), (-1, 0), 1.6, INK),
            ("LINEBELOW", (0, 1), (-1, -1), 0.6, LINE),
            ("TOPPADDING", *WHOLE, style.base * 0.4),
            ("BOTTOMPADDING", *WHOLE, style.base * 0.5),
        ]
    )
    return table

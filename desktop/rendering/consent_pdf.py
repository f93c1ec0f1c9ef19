"""The paper of a consent as PDF bytes: text, ink, and who gave it when."""

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

from desktop.packets.consent_paper import ConsentPaper
from desktop.records.packet_record import PaperSize
from desktop.records.signature import Point
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

_INK_WIDTH = BODY_WIDTH * 0.45
_INK_HEIGHT = _INK_WIDTH * 0.25
_PEN = 1.6
_WIDTHS = (BODY_WIDTH * 0.3, BODY_WIDTH * 0.7)
_WHOLE = (0, 0), (-1, -1)


def consent_pdf(paper: ConsentPaper) -> bytes:
    """The same bytes for the same consent. Nothing touches the disk."""
    register_fonts()
    buffer = BytesIO()
    document = BaseDocTemplate(
        buffer,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        title=paper.title,
        author="",
        subject="",
        creator="",
        producer="",
        lang=paper.language,
        invariant=1,
        initialFontName=REGULAR,
        initialFontSize=FOOTER_SIZE,
        displayDocTitle=1,
    )
    height = PAGE_HEIGHT - MARGIN - BODY_BOTTOM
    frame = Frame(MARGIN, BODY_BOTTOM, BODY_WIDTH, height, 0, 0, 0, 0)
    document.addPageTemplates([PageTemplate(id="page", frames=[frame], onPage=place_footer)])
    document.build(_story(paper), canvasmaker=canvas_with_footers(paper.footer))
    return buffer.getvalue()


def _story(paper: ConsentPaper) -> list[Flowable]:
    style = PaperStyle.of(PaperSize.NORMAL)
    gap = Spacer(1, style.base * 0.7)
    story: list[Flowable] = [Paragraph(escape(paper.title), style.heading), gap]
    for paragraph in paper.paragraphs:
        story += [Paragraph(escape(paragraph), style.body), gap]
    signed: list[Flowable] = []
    if paper.strokes:
        signed += [Paragraph(escape(paper.signature_label), style.muted), Ink(paper.strokes), gap]
    signed.append(_facts(paper, style))
    return [*story, KeepTogether(signed)]


def _facts(paper: ConsentPaper, style: PaperStyle) -> Table:
    lines = [
        [Paragraph(escape(label), style.muted), Paragraph(escape(value), style.body)]
        for label, value in paper.facts
    ]
    table = Table(lines, colWidths=_WIDTHS, hAlign="LEFT")
    plain = [
        ("FONTNAME", *_WHOLE, REGULAR),  # a table's own default is Helvetica, not embedded
        ("LEFTPADDING", *_WHOLE, 0),
        ("TOPPADDING", *_WHOLE, 1),
        ("BOTTOMPADDING", *_WHOLE, 1),
        ("VALIGN", *_WHOLE, "TOP"),
    ]
    table.setStyle(TableStyle(plain))
    return table


class Ink(Flowable):
    """A drawn signature over its line."""

    def __init__(self, strokes: tuple[tuple[Point, ...], ...]) -> None:
        super().__init__()
        self.width, self.height = _INK_WIDTH, _INK_HEIGHT
        self._strokes = strokes

    def draw(self) -> None:
        """The strokes as they lie on the pad: x and y run from 0 to 1, y from the top."""
        pen = self.canv
        pen.setStrokeColor(LINE)
        pen.setLineWidth(0.8)
        pen.line(0, 0, self.width, 0)
        pen.setStrokeColor(INK)
        pen.setLineWidth(_PEN)
        pen.setLineCap(1)
        pen.setLineJoin(1)
        for stroke in self._strokes:
            path = pen.beginPath()
            for at, (x, y, _ms, _pressure) in enumerate(stroke):
                step = path.moveTo if at == 0 else path.lineTo
                step(x * self.width, (1.0 - y) * self.height)
            pen.drawPath(path)

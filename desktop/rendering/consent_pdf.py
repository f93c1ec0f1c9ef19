"""The paper of a consent as PDF bytes: text, ink, and who gave it when."""

from xml.sax.saxutils import escape

from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer

from desktop.packets.consent_paper import ConsentPaper
from desktop.records.packet_record import PaperSize
from desktop.records.signature import Point
from desktop.rendering.fonts import register_fonts
from desktop.rendering.letter_pages import facts_table, letter_pdf
from desktop.rendering.paper_style import BODY_WIDTH, INK, LINE, PaperStyle

_INK_WIDTH = BODY_WIDTH * 0.45
_INK_HEIGHT = _INK_WIDTH * 0.25
_PEN = 1.6


def consent_pdf(paper: ConsentPaper) -> bytes:
    """The same bytes for the same consent. Nothing touches the disk."""
    register_fonts()
    return letter_pdf(paper.title, paper.language, paper.footer, _story(paper))


def _story(paper: ConsentPaper) -> list[Flowable]:
    style = PaperStyle.of(PaperSize.NORMAL)
    gap = Spacer(1, style.base * 0.7)
    story: list[Flowable] = [Paragraph(escape(paper.title), style.heading), gap]
    for paragraph in paper.paragraphs:
        story += [Paragraph(escape(paragraph), style.body), gap]
    signed: list[Flowable] = []
    if paper.strokes:
        signed += [Paragraph(escape(paper.signature_label), style.muted), Ink(paper.strokes), gap]
    signed.append(facts_table(paper.facts, style))
    return [*story, KeepTogether(signed)]


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

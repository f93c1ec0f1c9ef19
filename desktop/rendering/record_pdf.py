"""A completed form for the staff as PDF bytes."""

from xml.sax.saxutils import escape

from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer

from desktop.packets.record_paper import RecordPaper
from desktop.records.packet_record import PaperSize
from desktop.rendering.fonts import register_fonts
from desktop.rendering.letter_pages import LaidOut, facts_table, lay_out
from desktop.rendering.paper_style import PaperStyle

_LEAST_LAST = 0.12
"""Of the last page: with less on it the lines stand closer, so that no page holds one alone."""
_CLOSER = (0.7, 0.4, 0.2)


def record_pdf(paper: RecordPaper) -> bytes:
    """The same bytes for the same record. Nothing touches the disk."""
    register_fonts()
    plain = _laid_out(paper, 1.0)
    if plain.pages == 1 or plain.last_used > _LEAST_LAST:
        return plain.pdf
    closer = (_laid_out(paper, spacing) for spacing in _CLOSER)
    return next((one for one in closer if one.pages < plain.pages), plain).pdf


def _laid_out(paper: RecordPaper, spacing: float) -> LaidOut:
    return lay_out(paper.title, paper.language, paper.footer, _story(paper, spacing))


def _story(paper: RecordPaper, spacing: float) -> list[Flowable]:
    style = PaperStyle.of(PaperSize.NORMAL)
    gap, small = Spacer(1, style.base * 0.7 * spacing), Spacer(1, style.base * 0.3 * spacing)
    story: list[Flowable] = [
        Paragraph(escape(paper.title), style.heading),
        Paragraph(escape(paper.warning), style.muted),
        gap,
        facts_table(paper.facts, style),
    ]
    for heading, lines in paper.parts:
        # A heading never stands alone at the foot of a page, nor a question without its answer.
        begun: list[Flowable] = [gap, Paragraph(escape(heading), style.subheading), small]
        for question, answer in lines:
            words = "<br/>".join(map(escape, answer.splitlines()))
            begun += [Paragraph(escape(question), style.muted), Paragraph(words, style.body), small]
            story.append(KeepTogether(begun))
            begun = []
    if paper.told:
        told = [Paragraph(escape(line), style.body) for line in paper.told]
        over = Paragraph(escape(paper.told_heading), style.subheading)
        story.append(KeepTogether([gap, over, small, *told]))
    story += [gap, *(Paragraph(escape(line), style.muted) for line in paper.notes)]
    return story

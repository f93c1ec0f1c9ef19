"""A completed form for the staff as PDF bytes."""

from xml.sax.saxutils import escape

from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer

from desktop.packets.record_paper import RecordPaper
from desktop.records.packet_record import PaperSize
from desktop.rendering.fonts import register_fonts
from desktop.rendering.letter_pages import facts_table, letter_pdf
from desktop.rendering.paper_style import PaperStyle


def record_pdf(paper: RecordPaper) -> bytes:
    """The same bytes for the same record. Nothing touches the disk."""
    register_fonts()
    return letter_pdf(paper.title, paper.language, paper.footer, _story(paper))


def _story(paper: RecordPaper) -> list[Flowable]:
    style = PaperStyle.of(PaperSize.NORMAL)
    gap, small = Spacer(1, style.base * 0.7), Spacer(1, style.base * 0.3)
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

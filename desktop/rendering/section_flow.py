"""Sections of a packet as reportlab flowables, each question or place kept together."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    HRFlowable,
    KeepTogether,
    PageBreak,
    Paragraph,
    Spacer,
    Table,
)

from desktop.packets.packet import (
    AppointmentEntry,
    AppointmentsSection,
    LetterSection,
    PhoneLine,
    PlanSection,
    ResourceEntry,
    ResourcesSection,
    Section,
    StepsSection,
)
from desktop.rendering.fonts import BOLD, REGULAR
from desktop.rendering.number_mark import NumberMark
from desktop.rendering.paper_style import BODY_WIDTH, INK, LINE, PAGE_HEIGHT, PaperStyle

_LEAST_ROOM = PAGE_HEIGHT / 4
"""A section that starts lower on the page than this moves to the next page."""
_LONGEST_KEPT = 900
"""Letters of an answer that is not broken over two pages: half a page in large print."""


def section_flow(section: Section, style: PaperStyle) -> list[Flowable]:
    """The flowables of one section, in reading order."""
    match section:
        case StepsSection():
            return _steps(section, style)
        case AppointmentsSection():
            return _appointments(section, style)
        case ResourcesSection():
            return _resources(section, style)
        case PlanSection():
            return _plan(section, style)
        case LetterSection():
            return _letter(section, style)


def heading(words: str, style: PaperStyle) -> list[Flowable]:
    """A section's title over a strong line."""
    line = HRFlowable(width="100%", thickness=1.6, color=INK, spaceBefore=style.base * 0.5)
    line.spaceAfter = style.base * 0.9
    return [_text(words, style.heading), line]


def note(words: str, style: PaperStyle) -> list[Flowable]:
    """A line of explanation under a title, when there is one."""
    return [_text(words, style.muted), _gap(style, 0.9)] if words else []


def _text(words: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(escape(words), style)


def _gap(style: PaperStyle, lines: float) -> Spacer:
    return Spacer(1, style.base * lines)


class Between(HRFlowable):
    """A thin line over what follows; at the head of a page there is nothing to part."""

    def __init__(self, style: PaperStyle) -> None:
        super().__init__(
            width="100%",
            thickness=0.6,
            color=LINE,
            spaceBefore=style.base * 0.6,
            spaceAfter=style.base * 0.9,
        )
        self._is_first = False

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Its size; none as the first of a page."""
        self._is_first = bool(getattr(getattr(self, "_frame", None), "_atTop", False))
        wide, high = super().wrap(width, height)
        return (wide, 0.0) if self._is_first else (wide, high)

    def getSpaceAfter(self) -> float:
        """No room below a line that is not there."""
        return 0.0 if self._is_first else float(super().getSpaceAfter())

    def draw(self) -> None:
        """The line, between two blocks."""
        if not self._is_first:
            super().draw()


def _divider(style: PaperStyle) -> HRFlowable:
    return Between(style)


def _divided(blocks: Sequence[list[Flowable]], style: PaperStyle) -> list[Flowable]:
    """Blocks that stay together, with a thin line between two of one page."""
    flow: list[Flowable] = []
    for index, block in enumerate(blocks):
        line = [_divider(style)] if index else []
        flow.append(KeepTogether([*line, *block]))
    return flow


def _steps(section: StepsSection, style: PaperStyle) -> list[Flowable]:
    flow = heading(section.heading, style)
    for number, step in enumerate(section.steps, start=1):
        block: list[Flowable] = [NumberMark(number, style), _text(step.text, style.step)]
        block.append(_text(step.phone, style.step_phone) if step.phone else _gap(style, 0.9))
        flow += [KeepTogether(block), _gap(style, 1.2)]
    helpers: list[list[Flowable]] = []
    if section.contact is not None:
        helpers.append(_calls(section.contact_heading, (section.contact,), style))
    if section.hotlines:
        helpers.append(_calls(section.help_heading, section.hotlines, style))
    if section.steps and helpers:
        flow.append(_divider(style))
    return flow + _divided(helpers, style)


def _calls(title: str, lines: Sequence[PhoneLine], style: PaperStyle) -> list[Flowable]:
    """A title and one column for each number, with its label above it."""
    title_line = _text(title, style.subheading)
    if len(lines) == 1:
        (line,) = lines
        return [title_line, _text(line.label, style.body), _text(line.number, style.phone)]
    cells = [[_text(line.label, style.body), _text(line.number, style.phone)] for line in lines]
    table = Table([cells], colWidths=[BODY_WIDTH / len(cells)] * len(cells), hAlign="LEFT")
    whole = (0, 0), (-1, -1)
    table.setStyle(
        [
            ("FONTNAME", *whole, REGULAR),  # a table's own default is Helvetica, not embedded
            ("LEFTPADDING", *whole, 0),
            ("VALIGN", *whole, "BOTTOM"),
        ]
    )
    return [title_line, table]


def _appointments(section: AppointmentsSection, style: PaperStyle) -> list[Flowable]:
    flow: list[Flowable] = [_gap(style, 1.2), CondPageBreak(_LEAST_ROOM)]
    flow += heading(section.heading, style)
    flow += _divided([_appointment(one, style) for one in section.appointments], style)
    return [*flow, _gap(style, 0.8), *note(section.note, style)]


def _appointment(entry: AppointmentEntry, style: PaperStyle) -> list[Flowable]:
    block: list[Flowable] = [_text(entry.when, style.subheading), _text(entry.what, style.body)]
    if entry.where:
        block.append(_text(entry.where, style.muted))
    if entry.phone:
        block.append(_text(entry.phone, style.phone))
    return block


def _resources(section: ResourcesSection, style: PaperStyle) -> list[Flowable]:
    flow: list[Flowable] = [PageBreak(), *heading(section.heading, style)]
    flow += note(section.note, style)
    return flow + _divided([_resource(one, style) for one in section.entries], style)


def _resource(entry: ResourceEntry, style: PaperStyle) -> list[Flowable]:
    block: list[Flowable] = [_text(entry.name, style.subheading)]
    if entry.organization:
        block.append(_text(entry.organization, style.muted))
    for line in entry.phones:
        block.append(_text(line.number, style.phone))
        if line.label:
            block.append(_text(line.label, style.muted))
    block.append(_text(entry.call_first, style.boxed) if entry.call_first else _gap(style, 0.3))
    if entry.description:
        block.append(_text(entry.description, style.body))
    block += [_labelled(label, value, style) for label, value in entry.details]
    return [*block, _text(entry.checked, style.muted)] if entry.checked else block


def _labelled(label: str, value: str, style: PaperStyle) -> Paragraph:
    words = f'<font name="{BOLD}">{escape(label)}:</font> {escape(value)}'
    return Paragraph(words, style.body)


def _plan(section: PlanSection, style: PaperStyle) -> list[Flowable]:
    flow: list[Flowable] = [PageBreak(), *heading(section.heading, style)]
    flow += note(section.note, style)
    for question, answer in section.answers:
        flow += [*_plan_answer(question, answer, style), _gap(style, 1.0)]
    return [*flow, *(_text(words, style.muted) for words in section.form_notes)]


def _plan_answer(question: str, answer: Sequence[str], style: PaperStyle) -> list[Flowable]:
    """Kept together; a long answer begins below the one before and runs over the page's end."""
    words = [_text(paragraph, style.body) for paragraph in answer]
    if sum(map(len, answer)) <= _LONGEST_KEPT:
        return [KeepTogether([_text(question, style.question), *words])]
    # Kept with its whole answer, the question would leave the rest of its page empty.
    loose = ParagraphStyle("loose-question", parent=style.question, keepWithNext=0)
    return [CondPageBreak(_LEAST_ROOM), _text(question, loose), *words]


def _letter(section: LetterSection, style: PaperStyle) -> list[Flowable]:
    flow: list[Flowable] = [PageBreak(), *heading(section.heading, style)]
    for label, value in section.facts:
        flow += [_labelled(label, value, style), _gap(style, 0.25)]
    flow.append(_divider(style))
    for paragraph in section.paragraphs:
        flow += [_text(paragraph, style.body), _gap(style, 0.7)]
    if section.closing:
        flow += [_gap(style, 0.4), _text(section.closing, style.subheading)]
    return flow

"""Sizes, colours and paragraph styles on paper, for normal (12 pt) and large (16 pt) text."""

from dataclasses import dataclass
from functools import cached_property

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle

from desktop.records.packet_record import PaperSize
from desktop.rendering.fonts import BOLD, REGULAR

PAGE_WIDTH, PAGE_HEIGHT = LETTER
"""US Letter in points (1/72 inch)."""
MARGIN = 54.0
BODY_BOTTOM = 66.0
FOOTER_BASELINE = 38.0
FOOTER_SIZE = 10.0
BODY_WIDTH = PAGE_WIDTH - 2 * MARGIN

INK = HexColor("#17212b")
INK_MUTED = HexColor("#4a5866")
LINE = HexColor("#9aa7b3")
"""Darker than on screen: pale lines vanish on hospital printers."""

_BASE_POINTS = {PaperSize.NORMAL: 12.0, PaperSize.LARGE: 16.0}
_LEADING = 1.4


@dataclass(frozen=True)
class PaperStyle:
    """All styles of one text size; lengths are multiples of ``base`` (points)."""

    base: float

    @classmethod
    def of(cls, size: PaperSize) -> "PaperStyle":
        """The styles for a paper size."""
        return cls(_BASE_POINTS[size])

    @property
    def step_indent(self) -> float:
        """Room for the numbered circle before a step."""
        return self.base * 3.2

    @cached_property
    def heading(self) -> ParagraphStyle:
        """Title of a section."""
        return self._style("heading", 1.75, bold=True, leading=1.2)

    @cached_property
    def subheading(self) -> ParagraphStyle:
        """Title inside a section."""
        return self._style("subheading", 1.15, bold=True)

    @cached_property
    def question(self) -> ParagraphStyle:
        """A question over its answer; never the last line of a page."""
        style = self._style("question", 1.15, bold=True)
        style.keepWithNext = 1
        return style

    @cached_property
    def step(self) -> ParagraphStyle:
        """A next step."""
        return self._style("step", 1.25, indent=self.step_indent, leading=1.3)

    @cached_property
    def step_phone(self) -> ParagraphStyle:
        """The number of a next step."""
        return self._style("step-phone", 1.75, bold=True, indent=self.step_indent, leading=1.3)

    @cached_property
    def phone(self) -> ParagraphStyle:
        """A phone number: the largest text of its block."""
        return self._style("phone", 1.75, bold=True, leading=1.25)

    @cached_property
    def body(self) -> ParagraphStyle:
        """Running text."""
        return self._style("body", 1.0)

    @cached_property
    def muted(self) -> ParagraphStyle:
        """Second lines."""
        return self._style("muted", 1.0, color=INK_MUTED)

    @cached_property
    def boxed(self) -> ParagraphStyle:
        """A notice in a box; meaning is carried by its words and the box, not by colour."""
        style = self._style("boxed", 1.0, bold=True, indent=self.base * 0.6)
        style.borderWidth = 1.2
        style.borderColor = INK
        style.borderPadding = self.base * 0.45
        style.rightIndent = self.base * 0.6
        style.spaceBefore = self.base * 0.9
        style.spaceAfter = self.base * 0.9
        return style

    def _style(
        self,
        name: str,
        size: float,
        *,
        bold: bool = False,
        color: Color = INK,
        indent: float = 0.0,
        leading: float = _LEADING,
    ) -> ParagraphStyle:
        points = self.base * size
        font = BOLD if bold else REGULAR
        return ParagraphStyle(
            name,
            fontName=font,
            bulletFontName=font,
            fontSize=points,
            leading=points * leading,
            textColor=color,
            leftIndent=indent,
            splitLongWords=1,
            allowWidows=0,
            allowOrphans=0,
        )

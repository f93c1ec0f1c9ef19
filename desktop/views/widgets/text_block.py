"""Lays out and draws wrapped text, so that what is measured is exactly what is painted."""

import re
from collections.abc import Callable
from math import ceil
from typing import Generic, TypeVar

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

T = TypeVar("T")

MEASURES_KEPT = 12
"""Widths that a layout asks about before it settles, in two weights."""


def without_mnemonic(text: str) -> tuple[str, int]:
    """The text without its ``&`` and the index of the underlined letter (-1: none)."""
    plain, index, at = "", -1, 0
    while at < len(text):
        if text[at] == "&" and at + 1 < len(text):
            at += 1
            if text[at] != "&":
                index = len(plain)
        plain += text[at]
        at += 1
    return plain, index


class TextBlock:
    """``text`` in ``font`` wrapped to ``width`` pixels; a word longer than a line is broken.

    ``line_factor`` is the line height as a multiple of the font's own (1.0 or more).
    """

    def __init__(
        self,
        text: str,
        font: QFont,
        width: float,
        *,
        line_factor: float = 1.0,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        underlined_at: int = -1,
    ) -> None:
        self._layout = QTextLayout(text.replace("\n", "\u2028"), font)
        option = QTextOption(align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        if underlined_at >= 0:
            self._layout.setFormats([_underline(underlined_at)])
        self.width = 0.0
        self.lines = 0
        self.height = self._fill(max(width, 1.0), line_factor) if text else 0

    def _fill(self, width: float, line_factor: float) -> int:
        bottom = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            extra = line.height() * (line_factor - 1.0)
            line.setPosition(QPointF(0, bottom + extra / 2))
            bottom += line.height() + extra
            self.width = max(self.width, line.naturalTextWidth())
            self.lines += 1
        self._layout.endLayout()
        return round(bottom + 0.49)

    def draw(self, painter: QPainter, left: float, top: float, color: QColor) -> None:
        """Paint the lines with their top left corner at ``left``, ``top``."""
        painter.setPen(color)
        self._layout.draw(painter, QPointF(left, top))


class KeptBlocks(Generic[T]):
    """What one widget laid out last, so that nothing unchanged is laid out twice.

    ``of(content)`` forgets everything when the content (words, theme) is another one: no words
    stay longer than they are shown.
    """

    def __init__(self) -> None:
        self._content: tuple[object, ...] = ()
        self._made: dict[object, T] = {}

    def of(self, content: tuple[object, ...], measure: object, make: Callable[[], T]) -> T:
        """What ``make`` makes of this content for this width or style, made once."""
        if content != self._content or len(self._made) > MEASURES_KEPT:
            self._content = content
            self._made = {}
        if measure not in self._made:
            self._made[measure] = make()
        return self._made[measure]


def _underline(at: int) -> QTextLayout.FormatRange:
    from PySide6.QtGui import QTextCharFormat  # the first page has no mnemonic to draw

    look = QTextCharFormat()
    look.setFontUnderline(True)
    found = QTextLayout.FormatRange()
    found.start = at
    found.length = 1
    found.format = look
    return found


def natural_width(text: str, font: QFont) -> int:
    """Width of the longest line when nothing wraps."""
    return max((_advance(line, font) for line in text.split("\n")), default=0)


_BREAKS = re.compile(r"[^\S\u00a0\u202f\u2060]+")
"""White space where a line may break; a no-break space holds its words together."""
WHOLE_WORD = 22
"""Letters of a word that always stay together; a longer one is broken where it must be."""


def longest_word_width(text: str, font: QFont, whole: int = WHOLE_WORD) -> int:
    """Width below which a word of up to ``whole`` letters would have to be broken."""
    words = _BREAKS.split(text)
    return max((_advance(word[:whole], font) for word in words if word), default=0)


def _advance(text: str, font: QFont) -> int:
    # A text layout adds the right bearing of the last letter, up to one pixel more.
    return ceil(QFontMetricsF(font).horizontalAdvance(text)) + 2 if text else 0

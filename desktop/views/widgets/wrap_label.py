"""A label that wraps and tells its true height, in one text style and one tone."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import LINE_FACTOR_LONG, MEASURE_CHARACTERS, TextStyle, Tone
from desktop.views.widgets.text_block import (
    MEASURES_KEPT,
    KeptBlocks,
    TextBlock,
    longest_word_width,
    natural_width,
    without_mnemonic,
)

if TYPE_CHECKING:
    from desktop.views.widgets.rich_block import RichBlock


class WrapLabel(QLabel):
    """Plain text; ``&`` marks the mnemonic of its buddy. ``is_long`` opens the lines to 1.4.

    A QLabel for screen readers (static text), but painted here, because QLabel reports a wrong
    height for a width.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        style: TextStyle = TextStyle.BODY,
        tone: Tone = Tone.PLAIN,
        is_long: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._tone = tone
        self._is_long = is_long
        self._align = align
        self._laid_width = 0
        self._is_on_paper = False
        self._kept: KeptBlocks[TextBlock | RichBlock] = KeptBlocks()
        self._rich = ""
        self._widths: dict[Callable[[str, QFont], int], int] = {}
        self._heights: dict[int, int] = {}
        self._measured_in: Theme | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setWordWrap(True)
        self.setText(text)
        theme_holder().changed.connect(self._restyle)
        self._restyle()

    def setText(self, text: str) -> None:
        """Say something else."""
        self._forget_measures()
        super().setText(text)

    def setBuddy(self, buddy: QWidget) -> None:
        """Name a control: from now on ``&`` marks its mnemonic."""
        self._forget_measures()
        super().setBuddy(buddy)

    def set_tone(self, tone: Tone) -> None:
        """Say it in another colour."""
        if tone != self._tone:
            self._tone = tone
            self.update()

    def set_style(self, style: TextStyle) -> None:
        """Say it in another size or weight."""
        self._style = style
        self._restyle()

    def set_rich(self, html: str) -> None:
        """Paint this sanitised text instead; the plain words stay for screen readers."""
        if html != self._rich:
            self._rich = html
            self._restyle()

    def set_on_paper(self) -> None:
        """Use the inks of paper, which stay dark in the dark theme."""
        self._is_on_paper = True
        self.update()

    @Slot()
    def _restyle(self) -> None:
        self._forget_measures()
        self.setFont(current_theme().font(self._style))
        self.updateGeometry()
        self.update()

    def _forget_measures(self) -> None:
        self._measured_in = None

    def _theme_of_measures(self) -> Theme:
        """The look in force. While another is put on, layouts ask before :meth:`_restyle` is told,
        and heights of two looks beside each other let a scroll area turn its bar on and off."""
        theme = current_theme()
        if self._measured_in is not theme:
            self._widths.clear()
            self._heights.clear()
            self._measured_in = theme
        return theme

    def _words(self) -> tuple[str, int]:
        text = self.text()
        return without_mnemonic(text) if self.buddy() is not None else (text, -1)

    def _block(self, inner: int) -> "TextBlock | RichBlock":
        words, underlined_at = self._words()
        theme = current_theme()
        if self._rich:
            return self._kept.of(
                (theme, self._style, self._rich), inner, lambda: self._rich_block(inner)
            )
        return self._kept.of(
            (theme, self._style, words, underlined_at),
            inner,
            lambda: TextBlock(
                words,
                theme.font(self._style),
                inner,
                line_factor=LINE_FACTOR_LONG / 1.25 if self._is_long else 1.0,
                align=self._align,
                underlined_at=underlined_at,
            ),
        )

    def _rich_block(self, width: int) -> "TextBlock | RichBlock":
        from desktop.views.widgets.rich_block import RichBlock  # the first page has none

        return RichBlock(self._rich, current_theme().font(self._style), width)

    def hasHeightForWidth(self) -> bool:
        """Always: the text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The exact height of the wrapped text."""
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return self._height_within(inner) + margins.top() + margins.bottom()

    def _height_within(self, inner: int) -> int:
        # A layout asks for one height again and again: 178 times on the sign-in page.
        theme = self._theme_of_measures()
        if inner not in self._heights:
            if len(self._heights) > MEASURES_KEPT:
                self._heights.clear()
            line = theme.line_height(self._style)
            self._heights[inner] = max(self._block(inner).height, line)
        return self._heights[inner]

    def _width_of(self, measure: Callable[[str, QFont], int]) -> int:
        theme = self._theme_of_measures()
        if measure not in self._widths:
            self._widths[measure] = measure(self._words()[0], theme.font(self._style))
        return self._widths[measure]

    def sizeHint(self) -> QSize:
        """One line, at most 72 characters wide."""
        margins = self.contentsMargins()
        width = min(self._width_of(natural_width), self._width_of(_measure_width))
        width += margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word, at the height that the present width needs."""
        margins = self.contentsMargins()
        width = self._width_of(longest_word_width) + margins.left() + margins.right()
        return QSize(width, self.heightForWidth(self._laid_width or self.sizeHint().width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the layout when another width needs another height."""
        super().resizeEvent(event)
        if self._laid_width != self.width():
            self._laid_width = self.width()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the same block that was measured."""
        theme = current_theme()
        color = theme.ink(self._tone)
        if self._is_on_paper:
            muted = self._tone == Tone.MUTED
            color = theme.paper_ink(is_muted=muted)
        area = self.contentsRect()
        block = self._block(area.width())
        top = area.top() + max(0, (area.height() - block.height) // 2)
        if self.alignment() & Qt.AlignmentFlag.AlignTop:
            top = area.top()
        painter = QPainter(self)
        block.draw(painter, area.left(), top, color)
        painter.end()


def _measure_width(_text: str, font: QFont) -> int:
    """The longest line that reads well."""
    return QFontMetrics(font).averageCharWidth() * MEASURE_CHARACTERS

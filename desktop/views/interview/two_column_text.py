"""A question or a line of text in one language or two, lined up with the option rows below it."""

from html import escape

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.columns import Columns, language_columns
from desktop.views.widgets.rich_block import RichBlock
from desktop.views.widgets.text_block import (
    KeptBlocks,
    TextBlock,
    longest_word_width,
    natural_width,
)


class TwoColumnText(QLabel):
    """Number or icon at the left, then one or two columns of wrapped text.

    ``second_tone`` mutes the other language of a heading. Screen readers read number and text.
    A number that is too wide for its place, or has marks, stands before the words.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        name: str,
        style: TextStyle = TextStyle.ROW,
        is_indented: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._style = style
        self._number = ""
        self._second = ""
        self._rich = ""
        self._rich_number = ""
        self._inside = ""
        self._icon: Icon | State | None = None
        self._shown: tuple[object, ...] = ()
        self._tone = Tone.PLAIN
        self._is_stacked = False
        self._is_indented = is_indented
        self._laid_width = 0
        self._kept: KeptBlocks[tuple[Columns, TextBlock | RichBlock, TextBlock]] = KeptBlocks()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme_holder().changed.connect(self._restyle)

    def show_texts(
        self,
        first: str,
        second: str = "",
        *,
        number: str = "",
        icon: Icon | State | None = None,
        tone: Tone = Tone.PLAIN,
        rich: str = "",
        rich_number: str = "",
    ) -> None:
        """Show these words; ``rich`` is the first text with its marks, already sanitised, and
        ``rich_number`` the number."""
        shown = (first, second, rich, rich_number, number, icon, tone)
        if shown == self._shown:
            return
        was_inside = self._inside
        is_same_size = shown[:4] == self._shown[:4]
        self._shown, self._rich, self._rich_number = shown, rich, rich_number
        self._number, self._second, self._icon, self._tone = number, second, icon, tone
        self.setAccessibleName(" ".join(part for part in (number, first) if part))
        self._inside = number if self._is_number_inside() else ""
        if is_same_size and self._inside == was_inside:
            # Number and mark have their own place beside the words.
            self.update()
            return
        self.setText(first)
        self.setAccessibleDescription(second)
        self._restyle()

    @property
    def is_rich(self) -> bool:
        """Whether the first text is painted with its marks."""
        return bool(self._rich)

    def font_weight(self) -> int:
        """The weight it is written in, 400 to 700."""
        return current_theme().font(self._style).weight()

    def set_style(self, style: TextStyle) -> None:
        """Say it in another size or weight."""
        if style is not self._style:
            self._style = style
            self._restyle()

    def set_stacked(self, is_stacked: bool) -> None:
        """Put the second language under the first."""
        if is_stacked != self._is_stacked:
            self._is_stacked = is_stacked
            self._restyle()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _columns(self, width: int) -> Columns:
        has_second = bool(self._second)
        if self._is_indented:
            return language_columns(width, has_second=has_second, is_stacked=self._is_stacked)
        if not has_second or self._is_stacked:
            return Columns(0, max(width, 1))
        half = max((width - Space.L) // 2, 1)
        return Columns(0, half, half + Space.L, half)

    def _blocks(self, width: int) -> tuple[Columns, TextBlock | RichBlock, TextBlock]:
        content = (current_theme(), self._shown[:4], self._inside, self._is_stacked)
        return self._kept.of(content, width, lambda: self._blocks_for(width))

    def _blocks_for(self, width: int) -> tuple[Columns, TextBlock | RichBlock, TextBlock]:
        font = current_theme().font(self._style)
        columns = self._columns(width)
        second_width = columns.second_width or columns.first_width
        number = f"{self._inside} " if self._inside else ""
        first: TextBlock | RichBlock = TextBlock(number + self.text(), font, columns.first_width)
        if self._rich or self._rich_number:
            lead = f"{self._rich_number} " if self._rich_number else escape(number)
            html = lead + (self._rich or escape(self.text()))
            first = RichBlock(html, self._rich_font(), columns.first_width)
        return columns, first, TextBlock(self._second, font, second_width)

    def _is_number_inside(self) -> bool:
        """Whether the number stands before the words: its own place is narrow."""
        if not self._number or self._rich_number or self._icon is not None:
            return bool(self._number)
        room = self._columns(1).first_left - Space.L
        return natural_width(self._number, current_theme().font(TextStyle.ROW)) > room

    def _rich_font(self) -> QFont:
        """A text with bold parts of its own is plain around them."""
        has_bold = "<b>" in self._rich or "<h4>" in self._rich
        return current_theme().font(TextStyle.ROW if has_bold else self._style)

    def hasHeightForWidth(self) -> bool:
        """Always: the text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for both languages."""
        columns, first, second = self._blocks(width)
        least = current_theme().line_height(self._style)
        if columns.are_side_by_side:
            return max(first.height, second.height, least)
        gap = Space.XS if self._second else Space.NONE
        return max(first.height + second.height + gap, least)

    def sizeHint(self) -> QSize:
        """As wide as it may be."""
        width = self._laid_width or 2 * self.minimumSizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word in each column, at the height that the present width needs."""
        font = current_theme().font(self._style)
        left = self._columns(1).first_left
        word = longest_word_width(f"{self.text()} {self._second}", font)
        halves = 2 if self._second and not self._is_stacked else 1
        width = left + halves * word + Space.L * halves
        return QSize(width, self.heightForWidth(self._laid_width or 2 * width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the layout when another width needs another height."""
        super().resizeEvent(event)
        if self._laid_width != self.width():
            self._laid_width = self.width()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Mark, first column, second column."""
        theme = current_theme()
        painter = QPainter(self)
        columns, first, second = self._blocks(self.width())
        ink = theme.ink(self._tone)
        self._paint_mark(painter, columns.first_left)
        first.draw(painter, columns.first_left, 0, ink)
        if columns.are_side_by_side:
            second.draw(painter, columns.second_left, 0, ink)
        elif self._second:
            second.draw(painter, columns.first_left, first.height + Space.XS, ink)
        painter.end()

    def _paint_mark(self, painter: QPainter, left: int) -> None:
        theme = current_theme()
        line = theme.line_height(self._style)
        if self._icon is not None:
            side = theme.metrics.icon_medium
            box = QRectF(Space.L, (line - side) / 2, side, side)
            theme.draw_icon(painter, box, self._icon, theme.ink(self._tone))
        elif self._number and not self._inside:
            painter.setFont(theme.font(TextStyle.ROW))
            painter.setPen(theme.ink(Tone.MUTED))
            box = QRectF(0, 0, left - Space.L, line)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignRight), self._number)

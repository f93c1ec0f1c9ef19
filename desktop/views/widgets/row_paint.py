"""Measures and paints one list row; what is measured is exactly what is painted."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from desktop.views.theme.holder import current_theme
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Height, Shape, Space, TextStyle, Tone
from desktop.views.widgets.chip import chip_width, paint_chip
from desktop.views.widgets.edge import Edge, draw_edge, empty_track
from desktop.views.widgets.option_mark import draw_check_box
from desktop.views.widgets.row_item import Bar, Cell, RowItem
from desktop.views.widgets.text_block import TextBlock, longest_word_width, natural_width

WHOLE_IN_A_ROW = 12
"""Letters of a word that a narrow list never breaks."""


class RowPaint:
    """One row ``width`` wide; ``stretches`` are the shares of title and cells (empty: no cells).

    With ``is_stacked`` the cells stand under the title. ``right_room`` keeps space for a button.
    """

    def __init__(
        self,
        item: RowItem,
        width: int,
        *,
        stretches: tuple[int, ...] = (),
        is_stacked: bool = False,
        right_room: int = 0,
        is_chosen: bool = False,
    ) -> None:
        self.item = item
        self._is_marked = is_chosen and item.is_quiet
        self._theme = current_theme()
        metrics = self._theme.metrics
        self._width = width
        self._pad = Space.XL if item.is_large else Space.L
        has_mark = item.icon is not None or item.is_checked is not None
        gap = Space.L if item.is_large else Space.M
        self.text_left = self._pad + (metrics.icon_medium + gap if has_mark else 0)
        self._right_room = right_room
        self._is_stacked = is_stacked
        self._stretches = stretches
        right = self._right_width()
        rest = max(width - self.text_left - Space.L - (right + Space.L if right else 0), 1)
        self.lefts, self.widths = self._columns(rest)
        self._blocks = self._title_blocks(self.widths[0])
        self._cells = [
            _CellPaint(cell, wide) for cell, wide in zip(item.cells, self.widths[1:], strict=False)
        ]
        self.height = self._measure()

    def _columns(self, rest: int) -> tuple[list[int], list[int]]:
        count = len(self.item.cells)
        if not count or self._is_stacked:
            return [self.text_left] * (count + 1), [rest] * (count + 1)
        shares = [*self._stretches, *([1] * (count + 1))][: count + 1]
        unit = (rest - Space.M * count) / sum(shares)
        lefts, widths, left = [], [], float(self.text_left)
        for share in shares:
            lefts.append(round(left))
            widths.append(int(unit * share))
            left += unit * share + Space.M
        return lefts, widths

    def _title_blocks(self, width: int) -> list[tuple[TextBlock, Tone]]:
        theme, item = self._theme, self.item
        strong = TextStyle.ROW_STRONG if item.is_large else TextStyle.BODY_STRONG
        style = TextStyle.BODY if item.is_quiet and not self._is_marked else strong
        tone = Tone.MUTED if item.is_muted or item.is_closed else Tone.PLAIN
        tone = Tone.ACCENT if self._is_marked else tone
        blocks = [(TextBlock(item.title, theme.font(style), width), tone)]
        if item.second:
            font = theme.font(TextStyle.BODY)
            blocks.append((TextBlock(item.second, font, width), item.second_tone))
        return blocks

    def _right_width(self) -> int:
        item, theme = self.item, self._theme
        width = self._right_room
        if item.has_chevron:
            width += theme.metrics.icon_small + (Space.L if width else 0)
        if item.right:
            width += natural_width(item.right, self._right_font_of(item)) + (
                Space.L if width else 0
            )
        if item.chip is not None:
            width += chip_width(item.chip.text, has_icon=item.chip.icon is not None) + (
                Space.L if width else 0
            )
        return width

    def _right_font_of(self, item: RowItem) -> QFont:
        is_strong = item.is_right_strong or self._is_marked
        style = TextStyle.BODY_STRONG if is_strong else TextStyle.BODY
        return self._theme.font(style)

    def least_width(self) -> int:
        """The width below which a word would be broken; a very long one is, in a narrow list."""
        font = self._theme.font(TextStyle.BODY_STRONG)
        words = longest_word_width(self.item.title, font, WHOLE_IN_A_ROW)
        right = self._right_width()
        return self.text_left + words + Space.L + (right + Space.L if right else 0)

    def _left_height(self) -> int:
        height = sum(block.height for block, _tone in self._blocks)
        if self.item.chips:
            height += self._theme.metrics.chip + Space.XS
        return height

    def _measure(self) -> int:
        metrics = self._theme.metrics
        heights = [cell.height for cell in self._cells]
        if self._is_stacked:
            content = self._left_height() + sum(heights)
        else:
            content = max([self._left_height(), *heights])
        pad = Space.L if self.item.is_large else Height.ROW_PAD
        return max(metrics.step if self.item.is_large else metrics.row, content + 2 * pad)

    def paint(self, painter: QPainter) -> None:
        """Mark, title, cells and what stands at the right; the ground is the row's."""
        self._paint_mark(painter)
        stacked = sum(cell.height for cell in self._cells) if self._is_stacked else 0
        top = (self.height - self._left_height() - stacked) / 2
        for block, tone in self._blocks:
            block.draw(painter, self.text_left, top, self._theme.ink(tone))
            top += block.height
        if self.item.chips:
            top = self._paint_chips(painter, top + Space.XS)
        for cell, left in zip(self._cells, self.lefts[1:], strict=False):
            at = top if self._is_stacked else (self.height - cell.height) / 2
            cell.paint(painter, left, at)
            top += cell.height if self._is_stacked else 0
        self._paint_right(painter)

    def _paint_mark(self, painter: QPainter) -> None:
        side = self._theme.metrics.icon_medium
        box = QRectF(self._pad, round((self.height - side) / 2), side, side)
        if self.item.is_checked is not None:
            draw_check_box(
                painter, box, is_checked=self.item.is_checked, is_enabled=not self.item.is_closed
            )
        elif self.item.icon is not None:
            self._theme.draw_icon(
                painter, box, self.item.icon, self._theme.ink(self.item.icon_tone)
            )

    def _paint_chips(self, painter: QPainter, top: float) -> float:
        left, height = self.text_left, self._theme.metrics.chip
        for chip in self.item.chips:
            width = chip_width(chip.text, has_icon=chip.icon is not None)
            paint_chip(painter, QRectF(left, top, width, height), chip.text, chip.tone, chip.icon)
            left += width + Space.S
        return top + height

    def _paint_right(self, painter: QPainter) -> None:
        item, theme = self.item, self._theme
        right = self._width - Space.L
        if self._right_room:
            right -= self._right_room + Space.L
        if item.has_chevron:
            side = theme.metrics.icon_small
            box = QRectF(right - side, round((self.height - side) / 2), side, side)
            theme.draw_icon(painter, box, Icon.CHEVRON_RIGHT)
            right -= side + Space.L
        if item.right:
            font = self._right_font_of(item)
            width = natural_width(item.right, font)
            block = TextBlock(item.right, font, width + 1)
            top = (self.height - block.height) / 2
            tone = Tone.ACCENT if self._is_marked else item.right_tone
            block.draw(painter, right - width, top, theme.ink(tone))
            right -= width + Space.L
        if item.chip is not None:
            chip, height = item.chip, theme.metrics.chip
            width = chip_width(chip.text, has_icon=chip.icon is not None)
            box = QRectF(right - width, (self.height - height) / 2, width, height)
            paint_chip(painter, box, chip.text, chip.tone, chip.icon)


def paint_heads(
    painter: QPainter, box: QRectF, sample: RowItem, titles: list[str], stretches: tuple[int, ...]
) -> None:
    """Column heads over rows like ``sample``, in the muted ink."""
    theme = current_theme()
    row = RowPaint(sample, int(box.width()), stretches=stretches)
    for title, left, width in zip(titles, row.lefts, row.widths, strict=False):
        block = TextBlock(title, theme.font(TextStyle.BODY), width)
        block.draw(painter, left, (box.height() - block.height) / 2, theme.ink(Tone.MUTED))


class _CellPaint:
    """One cell at one width."""

    def __init__(self, cell: Cell, width: int) -> None:
        theme = current_theme()
        self._cell = cell
        self._width = width
        strong, plain = theme.font(TextStyle.BODY_STRONG), theme.font(TextStyle.BODY)
        note = natural_width(cell.note, plain) + Space.S if cell.note else 0
        self._first = TextBlock(cell.text, strong if cell.is_strong else plain, width - note)
        self._note = TextBlock(cell.note, plain, max(note, 1))
        second_font = strong if cell.is_second_strong else plain
        self._second = TextBlock(cell.second, second_font, width)
        bar = Height.METER + Space.S if cell.bar else 0
        self.height = self._first.height + self._second.height + bar

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        theme, cell = current_theme(), self._cell
        self._first.draw(painter, left, top, theme.ink(cell.tone))
        if cell.note:
            at = left + self._width - self._note.width
            self._note.draw(painter, at, top, theme.ink(cell.note_tone))
        top += self._first.height
        self._second.draw(painter, left, top, theme.ink(cell.second_tone))
        if cell.bar is not None:
            box = QRectF(left, top + self._second.height + Space.XS, self._width, Height.METER)
            paint_bar(painter, box, cell.bar)


def paint_bar(painter: QPainter, box: QRectF, bar: Bar) -> None:
    """A thin bar with its filled part and the mark of the target."""
    theme = current_theme()
    radius = Height.METER // 2
    draw_edge(painter, box, empty_track(radius=radius))
    part = min(max(bar.part, 0.0), 1.0)
    if part > 0:
        filled = QRectF(box.left(), box.top(), max(box.width() * part, box.height()), box.height())
        draw_edge(painter, filled, Edge(theme.ink(bar.tone), radius=radius))
    if bar.target is not None:
        at = round(box.left() + box.width() * bar.target)
        mark = QRectF(at, box.top() - Shape.RING_GAP - 1, Shape.RING, box.height() + Space.S - 2)
        painter.fillRect(mark, theme.ink(Tone.PLAIN))

"""One answer: a painted radio button or check box with one or two language columns."""

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.tokens import Shape, Space, TextStyle
from desktop.views.widgets.columns import Columns, language_columns
from desktop.views.widgets.edge import Edge, draw_edge
from desktop.views.widgets.option_item import OptionItem
from desktop.views.widgets.option_mark import draw_mark_of
from desktop.views.widgets.painted_later import PaintedLater
from desktop.views.widgets.text_block import (
    KeptBlocks,
    TextBlock,
    longest_word_width,
    natural_width,
)

__all__ = ["BoxRow", "OptionItem", "OptionRow", "RadioRow"]

if TYPE_CHECKING:
    from desktop.views.widgets.rich_block import RichBlock


class OptionRow(PaintedLater):
    """What ``RadioRow`` and ``BoxRow`` share: screen readers tell a radio button from a box.

    Signals: ``toggled(bool)`` of the button; ``moved(int)`` for an arrow key (-1 or 1);
    ``digit_pressed(int)`` for 1 to 9.
    """

    moved = Signal(int)
    digit_pressed = Signal(int)

    def set_up(self, item: OptionItem, name: str, *, is_flat: bool) -> None:
        """Used by the two classes' constructors."""
        self.item = item
        self._reason = ""
        self._is_stacked = False
        self._is_flat = is_flat
        self._laid_width = 0
        self._kept: KeptBlocks[tuple[Columns, TextBlock | RichBlock, TextBlock]] = KeptBlocks()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme_holder().changed.connect(self._restyle)
        self.show_item(item)

    def show_item(self, item: OptionItem) -> None:
        """Word the row anew (language change)."""
        self.item = item
        self.setAccessibleName(", ".join(part for part in (item.text, item.note) if part))
        self.set_closed(item.closed_reason)

    def set_stacked(self, is_stacked: bool) -> None:
        """Put the second language under the first."""
        self._is_stacked = is_stacked
        self._restyle()

    def set_closed(self, reason: str) -> None:
        """Close the row and say why in it, or open it with ""."""
        self._reason = reason
        self.setEnabled(not reason)
        self.setAccessibleDescription(reason or self.item.hint)
        self._restyle()

    @property
    def is_box(self) -> bool:
        """Whether it is a check box."""
        return isinstance(self, QCheckBox)

    @property
    def is_flat(self) -> bool:
        """Whether it has no edge of its own (check lists)."""
        return self._is_flat

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _first(self) -> str:
        text = self.item.text
        return (
            self.tr("{answer}: {reason}").format(answer=text, reason=self._reason)
            if (self._reason)
            else text
        )

    def _blocks(
        self, width: int, style: TextStyle
    ) -> "tuple[Columns, TextBlock | RichBlock, TextBlock]":
        content = (current_theme(), self.item, self._reason, self._is_stacked)
        return self._kept.of(content, (width, style), lambda: self._lay_out(width, style))

    def _lay_out(
        self, width: int, style: TextStyle
    ) -> "tuple[Columns, TextBlock | RichBlock, TextBlock]":
        theme = current_theme()
        font = theme.font(style)
        note = natural_width(self.item.note, theme.font(style)) if self.item.note else 0
        columns = language_columns(
            width, has_second=bool(self.item.second), is_stacked=self._is_stacked, note=note
        )
        second_width = columns.second_width or columns.first_width
        hint = self._hint()
        second = (
            TextBlock(hint, theme.font(TextStyle.BODY), columns.first_width)
            if hint
            else TextBlock(self.item.second, font, second_width)
        )
        return columns, self._first_block(font, columns.first_width), second

    def _hint(self) -> str:
        """In the place of the second language, where there is none and the row is open."""
        return "" if self.item.second or self._reason else self.item.hint

    def _first_block(self, font: QFont, width: int) -> "TextBlock | RichBlock":
        if not self.item.rich or self._reason:
            return TextBlock(self._first(), font, width)
        from desktop.views.widgets.rich_block import RichBlock  # most options are plain

        return RichBlock(self.item.rich, font, width)

    def _content_height(self, width: int) -> int:
        columns, first, second = self._blocks(width, TextStyle.ROW_STRONG)
        if columns.are_side_by_side:
            return max(first.height, second.height)
        return first.height + second.height

    def hasHeightForWidth(self) -> bool:
        """Always: the text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for the text in its bold form, so that choosing never moves the page."""
        metrics = current_theme().metrics
        least = metrics.target if self._is_flat else metrics.option
        pad = Space.S if self._is_flat else Space.M
        return max(least, self._content_height(width) + self._picture_height() + 2 * pad)

    def _picture_height(self) -> int:
        picture = self.item.picture
        return picture.height() + Space.S if picture is not None else 0

    def sizeHint(self) -> QSize:
        """One line where that fits a column."""
        font = current_theme().font(TextStyle.ROW_STRONG)
        words = natural_width(self._first(), font)
        if self.item.second:
            other = natural_width(self.item.second, font)
            words = max(words, other) if self._is_stacked else 2 * max(words, other) + Space.L
        note = natural_width(self.item.note, font) + Space.L if self.item.note else 0
        width = words + note + 3 * Space.L + current_theme().metrics.icon_medium
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word at the height that the present width needs."""
        font = current_theme().font(TextStyle.ROW_STRONG)
        words = longest_word_width(self._first(), font)
        if self.item.second:
            other = longest_word_width(self.item.second, font)
            words = max(words, other) if self._is_stacked else 2 * max(words, other) + Space.L
        width = words + 3 * Space.L + current_theme().metrics.icon_medium
        return QSize(width, self.heightForWidth(self._laid_width or self.sizeHint().width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the layout when another width needs another height."""
        super().resizeEvent(event)
        if self._laid_width != self.width():
            self._laid_width = self.width()
            self.updateGeometry()

    def hitButton(self, pos: QPoint) -> bool:
        """The whole row can be pressed."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and digits are for the group; Space is the button's own."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        digit = event.key() - Qt.Key.Key_0
        if key in steps:
            self.moved.emit(steps[key])
        elif 1 <= digit <= 9 and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.digit_pressed.emit(digit)
        else:
            super().keyPressEvent(event)

    def edge(self) -> Edge:
        """The box for the present state."""
        theme = current_theme()
        tokens = theme.tokens
        color = theme.color
        if self._is_flat:
            return Edge(color(tokens.hover)) if self.underMouse() and self.isEnabled() else Edge()
        if not self.isEnabled():
            return Edge(None, color(tokens.border), is_dashed=True)
        if self.isChecked():
            return Edge(color(tokens.accent_soft), color(tokens.accent), Shape.EDGE_CHOSEN)
        is_touched = self.underMouse() or self.isDown()
        return Edge(color(tokens.hover if is_touched else tokens.surface), color(tokens.border))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Box, mark, words, note."""
        painter = QPainter(self)
        theme = current_theme()
        draw_edge(painter, QRectF(self.rect()), self.edge())
        side = theme.metrics.icon_medium
        mark = QRectF(Space.L, round((self.height() - side) / 2), side, side)
        draw_mark_of(painter, mark, self)
        ink = theme.color(theme.tokens.text if self.isEnabled() else theme.tokens.text_muted)
        self._paint_words(painter, ink)
        painter.end()

    def _paint_words(self, painter: QPainter, ink: QColor) -> None:
        is_strong = self.isChecked() and not self._is_flat
        style = TextStyle.ROW_STRONG if is_strong else TextStyle.ROW
        columns, first, second = self._blocks(self.width(), style)
        height = self.height() - self._picture_height()
        if self.item.picture is not None:
            painter.drawImage(columns.first_left, height - Space.S, self.item.picture)
        if columns.are_side_by_side:
            first.draw(painter, columns.first_left, (height - first.height) / 2, ink)
            second.draw(painter, columns.second_left, (height - second.height) / 2, ink)
        else:
            top = (height - first.height - second.height) / 2
            first.draw(painter, columns.first_left, top, ink)
            if self._hint():
                ink = current_theme().color(current_theme().tokens.text_muted)
            second.draw(painter, columns.first_left, top + first.height, ink)
        if self.item.note:
            painter.setFont(current_theme().font(style))
            box = QRectF(self.rect()).adjusted(0, 0, -Space.L, 0)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, int(flags), self.item.note)


class RadioRow(OptionRow, QRadioButton):
    """One of several; a second press by hand or Space clears it."""

    def __init__(self, item: OptionItem, parent: QWidget | None = None, *, name: str) -> None:
        QRadioButton.__init__(self, parent)
        self.set_up(item, name, is_flat=False)

    def clear(self) -> None:
        """Uncheck; Qt forbids that to an exclusive button, so it is lifted for a moment.

        What follows the answer may end this row.
        """
        self.setAutoExclusive(False)
        self.setChecked(False)
        if shiboken6.isValid(self):
            self.setAutoExclusive(True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A second press clears."""
        is_second = self.isDown() and self.isChecked()
        super().mouseReleaseEvent(event)
        if is_second and shiboken6.isValid(self):
            self.clear()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space on the chosen row clears."""
        is_second = self.isDown() and self.isChecked()
        super().keyReleaseEvent(event)
        if is_second and shiboken6.isValid(self) and not event.isAutoRepeat():
            self.clear()


class BoxRow(OptionRow, QCheckBox):
    """One of several that may be chosen together; ``is_flat`` for check lists without edges."""

    def __init__(
        self, item: OptionItem, parent: QWidget | None = None, *, name: str, is_flat: bool = False
    ) -> None:
        QCheckBox.__init__(self, parent)
        self.set_up(item, name, is_flat=is_flat)

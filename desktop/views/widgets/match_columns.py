"""Columns in a list of matches: their places, their heads, and how a row paints its cells."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.views.theme.holder import current_theme
from desktop.views.theme.tokens import Space, TextStyle, Tone

LEAST_LETTERS = 8
"""Average letters of a column; below it the columns stand as one line of words."""
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_PAD = Space.M


@dataclass(frozen=True, slots=True)
class MatchColumns:
    """``heads`` stand over the columns ("" for none), ``shares`` divide the width, ``cells_of``
    gives the cells of a row by its key."""

    heads: tuple[str, ...]
    shares: tuple[int, ...]
    cells_of: Callable[[str], tuple[str, ...]]

    def boxes(self, area: QRect) -> list[QRect]:
        """The place of each column in ``area``; none where one of them would be too narrow."""
        inner = area.adjusted(_PAD, 0, -_PAD, 0)
        room = inner.width() - Space.M * (len(self.shares) - 1)
        letter = QFontMetrics(current_theme().font(TextStyle.ROW)).averageCharWidth()
        boxes, left = [], inner.left()
        for share in self.shares:
            width = room * share // sum(self.shares)
            if width < LEAST_LETTERS * letter:
                return []
            boxes.append(QRect(left, inner.top(), width, inner.height()))
            left += width + Space.M
        return boxes


class MatchHeads(QWidget):
    """The heads over a list; hidden while it has none or is too narrow for columns."""

    def __init__(self, parent: QWidget, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._columns: MatchColumns | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def has_heads(self) -> bool:
        """Whether any column has one."""
        return self._columns is not None and any(self._columns.heads)

    def show_columns(self, columns: MatchColumns) -> None:
        """Stand over these."""
        self._columns = columns
        self.update()

    def sizeHint(self) -> QSize:
        """One line of text."""
        return QSize(0, current_theme().line_height(TextStyle.BODY) + Space.S)

    def minimumSizeHint(self) -> QSize:
        """As the hint."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Each head over its column; what a screen reader needs of them is in each row."""
        super().paintEvent(event)
        if self._columns is None:
            return
        theme = current_theme()
        painter = QPainter(self)
        painter.setFont(theme.font(TextStyle.BODY))
        painter.setPen(theme.ink(Tone.MUTED))
        for box, head in zip(self._columns.boxes(self.rect()), self._columns.heads, strict=False):
            _draw(painter, box, head)
        painter.end()


class ColumnDelegate(QStyledItemDelegate):
    """Paints a row as its cells; as one line of words where the columns do not fit."""

    def __init__(self, columns: MatchColumns, view: QAbstractItemView, key_role: int) -> None:
        super().__init__(view)
        self._columns = columns
        self._view = view
        self._key_role = key_role

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The ground of the row as ever, then the cells."""
        cells = self._columns.cells_of(str(index.data(self._key_role)))
        boxes = self._columns.boxes(option.rect) if any(cells) else []
        if not boxes:
            super().paint(painter, option, index)
            return
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        style = self._view.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, self._view)
        is_marked = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if is_marked else QPalette.ColorRole.Text
        painter.save()
        painter.setFont(ground.font)
        painter.setPen(ground.palette.color(role))
        for box, cell in zip(boxes, cells, strict=False):
            _draw(painter, box, cell)
        painter.restore()


def _draw(painter: QPainter, box: QRect, text: str) -> None:
    metrics = QFontMetrics(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(_MIDDLE), shown)

"""The column heads of a row list, lined up with its cells."""

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.tokens import Shape, Space
from desktop.views.widgets.row_item import Column, RowItem
from desktop.views.widgets.row_paint import paint_heads


class RowHead(QWidget):
    """Painted heads; screen readers get them with each row's words."""

    def __init__(self, columns: tuple[Column, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._sample: RowItem | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_holder().changed.connect(self._restyle)

    def follow(self, item: RowItem) -> None:
        """Line up with rows like ``item``."""
        self._sample = item
        self.update()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One line of text."""
        return QSize(0, current_theme().metrics.body_px + Space.L)

    def minimumSizeHint(self) -> QSize:
        """As the hint."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """A sunken strip with the heads."""
        theme = current_theme()
        painter = QPainter(self)
        box = QRectF(self.rect())
        painter.fillRect(box, theme.color(theme.tokens.sunken))
        line = QRectF(0, box.height() - Shape.EDGE, box.width(), Shape.EDGE)
        painter.fillRect(line, theme.color(theme.tokens.line))
        if self._sample is not None and self._columns:
            paint_heads(
                painter,
                box,
                self._sample,
                [column.title for column in self._columns],
                tuple(column.stretch for column in self._columns),
            )
        painter.end()

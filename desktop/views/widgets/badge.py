"""A count in a round badge; on the rail in the accent colour."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.tokens import Space, TextStyle
from desktop.views.widgets.edge import Edge, draw_edge
from desktop.views.widgets.text_block import natural_width


def badge_size(text: str) -> QSize:
    """Room that a badge with this text takes."""
    theme = current_theme()
    width = natural_width(text, theme.font(TextStyle.BODY_STRONG)) + 2 * Space.S
    return QSize(max(width, theme.metrics.badge), theme.metrics.badge)


def paint_badge(painter: QPainter, box: QRectF, text: str, *, is_accent: bool) -> None:
    """Paint a badge into ``box``."""
    theme = current_theme()
    tokens = theme.tokens
    fill = theme.color(tokens.accent if is_accent else tokens.sunken)
    draw_edge(painter, box, Edge(fill, radius=int(box.height() / 2)))
    painter.setFont(theme.font(TextStyle.BODY_STRONG))
    painter.setPen(theme.color(tokens.on_accent if is_accent else tokens.text))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)


class Badge(QLabel):
    """A count beside a title; ``words`` say it to a screen reader ("5 people")."""

    def __init__(self, count: int = 0, parent: QWidget | None = None, *, words: str = "") -> None:
        super().__init__(str(count), parent)
        self.setAccessibleName(words or str(count))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme_holder().changed.connect(self._restyle)

    def show_count(self, count: int, words: str = "") -> None:
        """Show another count."""
        self.setText(str(count))
        self.setAccessibleName(words or str(count))
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A circle that grows with the digits."""
        return badge_size(self.text())

    def minimumSizeHint(self) -> QSize:
        """As the hint."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """The count on its fill."""
        painter = QPainter(self)
        paint_badge(painter, QRectF(self.rect()), self.text(), is_accent=False)
        painter.end()

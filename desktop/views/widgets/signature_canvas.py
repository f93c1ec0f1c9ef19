"""The paper of the signature pad: takes strokes from mouse, finger and stylus and paints them."""

from itertools import pairwise
from math import hypot

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QInputEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTabletEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.records.signature import SHORTEST_INK, Point
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.tokens import Height, Shape, Space
from desktop.views.widgets.edge import Edge, draw_edge

Stroke = tuple[Point, ...]
_PEN_LEAST, _PEN_MOST = 1.6, 3.4
"""Width of the ink in pixels, from no to full pressure."""
_MOUSE_PRESSURE = 0.5


class SignatureCanvas(QWidget):
    """Signals: ``strokes_changed()``; ``keyboard_used()`` Enter or Space: a pen cannot be used."""

    strokes_changed = Signal()
    keyboard_used = Signal()

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Signature"))
        self.setAccessibleDescription(
            self.tr("Sign with pen, finger or mouse. Press Enter when the person cannot sign.")
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._strokes: list[Stroke] = []
        self._drawing: list[Point] | None = None
        self._begun_ms: int | None = None
        self._is_read_only = False
        theme_holder().changed.connect(self._restyle)

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """Points as (x, y, t_ms, pressure): shares of the pad, time since the first stroke."""
        return tuple(self._strokes)

    @property
    def is_empty(self) -> bool:
        """True for nothing, a dot or a slip: less ink than a signature or a mark needs."""
        ink = sum(
            hypot(b[0] - a[0], b[1] - a[1]) for stroke in self._strokes for a, b in pairwise(stroke)
        )
        return ink < SHORTEST_INK

    def show_strokes(self, strokes: tuple[Stroke, ...], *, is_read_only: bool) -> None:
        """Show strokes without a signal; read-only takes no more."""
        self._strokes = list(strokes)
        self._drawing = None
        self._is_read_only = is_read_only
        self.setCursor(Qt.CursorShape.ArrowCursor if is_read_only else Qt.CursorShape.CrossCursor)
        self.update()

    def undo_stroke(self) -> None:
        """Take the last stroke away."""
        if self._strokes and not self._is_read_only:
            self._strokes.pop()
            self._changed()

    def clear(self) -> None:
        """Take every stroke away."""
        if self._strokes and not self._is_read_only:
            self._strokes.clear()
            self._changed()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _changed(self) -> None:
        if not self._strokes:
            self._begun_ms = None
        self.update()
        self.strokes_changed.emit()

    def sizeHint(self) -> QSize:
        """Room for a name."""
        step = current_theme().metrics.scaled(Height.STEP)
        return QSize(5 * step, 2 * step)

    def minimumSizeHint(self) -> QSize:
        """Still room for a name."""
        step = Height.STEP
        return QSize(3 * step, round(1.5 * step))

    def _point(self, at: QPointF, event: QInputEvent, pressure: float) -> Point:
        now = event.timestamp()
        if self._begun_ms is None:
            self._begun_ms = now
        x = min(max(at.x() / max(self.width(), 1), 0.0), 1.0)
        y = min(max(at.y() / max(self.height(), 1), 0.0), 1.0)
        return (x, y, max(now - self._begun_ms, 0), pressure)

    def _begin(self, point: Point) -> None:
        self._drawing = [point]
        self.update()

    def _go_on(self, point: Point) -> None:
        if self._drawing is not None:
            self._drawing.append(point)
            self.update()

    def _finish(self) -> None:
        if self._drawing is not None:
            self._strokes.append(tuple(self._drawing))
            self._drawing = None
            self._changed()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A stroke begins; fingers come as mouse events too."""
        super().mousePressEvent(event)
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton and not self._is_read_only:
            self._begin(self._point(event.position(), event, _MOUSE_PRESSURE))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A stroke goes on."""
        super().mouseMoveEvent(event)
        event.accept()
        self._go_on(self._point(event.position(), event, _MOUSE_PRESSURE))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A stroke ends."""
        super().mouseReleaseEvent(event)
        event.accept()
        self._finish()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """The pen of a tablet, with its pressure; accepted, so no mouse event follows."""
        event.accept()
        if self._is_read_only:
            return
        if event.type() == QTabletEvent.Type.TabletPress:
            self._begin(self._point(event.position(), event, event.pressure()))
        elif event.type() == QTabletEvent.Type.TabletMove:
            self._go_on(self._point(event.position(), event, event.pressure()))
        else:
            self._finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo, Delete, and Enter or Space for whoever cannot use a pen."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_stroke()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.keyboard_used.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paper, cross and base line, ink."""
        tokens = current_theme().tokens
        painter = QPainter(self)
        line = QColor(tokens.border)
        edge = Edge(QColor(tokens.paper), line, is_dashed=self._is_read_only)
        draw_edge(painter, QRectF(self.rect()), edge)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_base(painter, QColor(tokens.ink_muted))
        for stroke in self._strokes:
            self._paint_stroke(painter, stroke, QColor(tokens.ink))
        if self._drawing:
            self._paint_stroke(painter, tuple(self._drawing), QColor(tokens.ink))
        painter.end()

    def _paint_base(self, painter: QPainter, color: QColor) -> None:
        base = round(self.height() * 0.76)
        left = Space.XL
        painter.setPen(QPen(color, Shape.EDGE))
        painter.drawLine(QPointF(left, base), QPointF(self.width() - left, base))
        painter.setPen(QPen(color, Shape.EDGE_CHOSEN))
        arm, x, y = Space.XS + 1, left + Space.S, base - Space.M
        painter.drawLine(QPointF(x - arm, y - arm), QPointF(x + arm, y + arm))
        painter.drawLine(QPointF(x - arm, y + arm), QPointF(x + arm, y - arm))

    def _paint_stroke(self, painter: QPainter, stroke: Stroke, color: QColor) -> None:
        pen = QPen(color, _PEN_LEAST, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        for a, b in pairwise(stroke):
            pen.setWidthF(_PEN_LEAST + (_PEN_MOST - _PEN_LEAST) * (a[3] + b[3]) / 2)
            painter.setPen(pen)
            painter.drawLine(self._place(a), self._place(b))
        if len(stroke) == 1:
            painter.setPen(pen)
            painter.drawPoint(self._place(stroke[0]))

    def _place(self, point: Point) -> QPointF:
        return QPointF(point[0] * self.width(), point[1] * self.height())

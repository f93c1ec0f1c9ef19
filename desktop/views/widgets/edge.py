"""Draws the box of a control or panel: fill, edge, corners, and the bar at its left."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.views.theme.holder import current_theme
from desktop.views.theme.tokens import Shape


class Edge(NamedTuple):
    """How a box looks; ``fill`` or ``line`` None means not drawn."""

    fill: QColor | None = None
    line: QColor | None = None
    width: int = Shape.EDGE
    is_dashed: bool = False
    radius: int = Shape.RADIUS
    bar: QColor | None = None
    """A 4 px bar at the left, inside the box."""


class Sides(NamedTuple):
    """Which sides of a box are round, and whether its left edge belongs to a neighbour."""

    is_left_round: bool = True
    is_right_round: bool = True
    is_left_open: bool = False


def box_path(box: QRectF, radius: float, sides: Sides) -> QPainterPath:
    """The outline of a box with round or square corners on either side."""
    left = radius if sides.is_left_round else 0.0
    right = radius if sides.is_right_round else 0.0
    path = QPainterPath()
    path.moveTo(box.left() + left, box.top())
    path.lineTo(box.right() - right, box.top())
    if right:
        path.arcTo(box.right() - 2 * right, box.top(), 2 * right, 2 * right, 90, -90)
        path.arcTo(box.right() - 2 * right, box.bottom() - 2 * right, 2 * right, 2 * right, 0, -90)
    else:
        path.lineTo(box.bottomRight())
    path.lineTo(box.left() + left, box.bottom())
    if left:
        path.arcTo(box.left(), box.bottom() - 2 * left, 2 * left, 2 * left, 270, -90)
        path.arcTo(box.left(), box.top(), 2 * left, 2 * left, 180, -90)
    else:
        path.lineTo(box.bottomLeft())
        path.lineTo(box.topLeft())
    path.closeSubpath()
    return path


def draw_edge(painter: QPainter, box: QRectF, edge: Edge, sides: Sides | None = None) -> None:
    """Draw ``edge`` just inside ``box``, crisp on whole pixels."""
    sides = sides or Sides()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = edge.width / 2
    inner = box.adjusted(-half if sides.is_left_open else half, half, -half, -half)
    path = box_path(inner, max(edge.radius - half, 0), sides)
    if sides.is_left_open:
        painter.setClipRect(box)
    painter.fillPath(path, edge.fill or Qt.GlobalColor.transparent)
    if edge.bar is not None:
        _draw_bar(painter, box, edge.bar, path)
    if edge.line is not None:
        pen = QPen(edge.line, edge.width)
        if edge.is_dashed:
            pen.setDashPattern([3.0 / edge.width, 3.0 / edge.width])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawPath(path)
    painter.restore()


def empty_track(*, radius: int) -> Edge:
    """The unfilled part of a bar: a pale fill, in high contrast an outline."""
    theme = current_theme()
    tokens = theme.tokens
    if theme.is_high_contrast:
        return Edge(theme.color(tokens.surface), theme.color(tokens.text), radius=radius)
    return Edge(theme.color(tokens.line), radius=radius)


def _draw_bar(painter: QPainter, box: QRectF, color: QColor, path: QPainterPath) -> None:
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.fillRect(QRectF(box.left(), box.top(), Shape.BAR, box.height()), color)
    painter.restore()

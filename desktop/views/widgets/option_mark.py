"""The mark at the left of an option: a radio ring or a check box."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox

from desktop.views.theme.holder import current_theme
from desktop.views.theme.tokens import Shape

_GRID = 24.0


def draw_mark_of(painter: QPainter, box: QRectF, button: QAbstractButton) -> None:
    """Draw the mark of ``button`` into the square ``box``."""
    if isinstance(button, QCheckBox):
        draw_check_box(painter, box, is_checked=button.isChecked(), is_enabled=button.isEnabled())
    else:
        _draw_radio(painter, box, is_checked=button.isChecked(), is_enabled=button.isEnabled())


def _begin(painter: QPainter, box: QRectF) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / _GRID, box.height() / _GRID)


def _draw_radio(painter: QPainter, box: QRectF, *, is_checked: bool, is_enabled: bool) -> None:
    tokens = current_theme().tokens
    _begin(painter, box)
    line = QColor(tokens.accent if is_checked and is_enabled else tokens.border)
    pen = QPen(line, Shape.EDGE_CHOSEN)
    if not is_enabled:
        pen.setDashPattern([2.1, 1.9])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(QColor(tokens.surface) if is_enabled else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QRectF(1, 1, 22, 22))
    if is_checked:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(line)
        painter.drawEllipse(QRectF(6, 6, 12, 12))
    painter.restore()


def draw_check_box(
    painter: QPainter, box: QRectF, *, is_checked: bool, is_enabled: bool = True
) -> None:
    """Draw a check box into the square ``box``; list rows with a box use this too."""
    tokens = current_theme().tokens
    _begin(painter, box)
    line = QColor(tokens.accent if is_checked and is_enabled else tokens.border)
    pen = QPen(line, Shape.EDGE_CHOSEN)
    if not is_enabled:
        pen.setDashPattern([2.1, 1.9])
    painter.setPen(pen)
    fill = QColor(tokens.accent if is_checked else tokens.surface)
    painter.setBrush(fill if is_enabled else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(1, 1, 22, 22), 4, 4)
    if is_checked:
        tick = QPen(QColor(tokens.on_accent if is_enabled else tokens.text_muted), 2.0)
        tick.setCapStyle(Qt.PenCapStyle.RoundCap)
        tick.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(tick)
        painter.drawPolyline([QPointF(6.5, 12.4), QPointF(10.2, 16.1), QPointF(17.5, 8.2)])
    painter.restore()

"""The ten state icons and the mark, painted on a 24 px grid with a stroke of 2."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.views.theme.tokens import Tokens

_GRID = 24.0
_RING = QRectF(3, 3, 18, 18)


class State(StrEnum):
    """Where a section, a step or a person stands; shape, colour and word say it together."""

    DONE = "done"
    IN_PROGRESS = "in_progress"
    NOT_STARTED = "not_started"
    PLANNED = "planned"
    WAITING = "waiting"
    SAID_NO = "said_no"
    LATER = "later"
    LOCKED = "locked"
    LOOK_HERE = "look_here"
    DANGER = "danger"


def state_color(state: State, tokens: Tokens) -> str:
    """The colour of a state icon and of the word beside it."""
    return {
        State.DONE: tokens.success,
        State.IN_PROGRESS: tokens.accent,
        State.NOT_STARTED: tokens.border,
        State.PLANNED: tokens.border,
        State.WAITING: tokens.warning,
        State.SAID_NO: tokens.text_muted,
        State.LATER: tokens.text_muted,
        State.LOCKED: tokens.private,
        State.LOOK_HERE: tokens.warning,
        State.DANGER: tokens.danger,
    }[state]


def _pen(color: QColor, width: float = 2.0) -> QPen:
    return QPen(
        color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )


def _done(painter: QPainter, color: QColor, inside: QColor) -> None:
    painter.setBrush(color)
    painter.drawEllipse(_RING)
    painter.setPen(_pen(inside))
    painter.drawPolyline([QPointF(8, 12.2), QPointF(10.9, 15.1), QPointF(16, 9.4)])


def _in_progress(painter: QPainter, color: QColor, _inside: QColor) -> None:
    painter.drawEllipse(_RING)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPie(QRectF(6, 6, 12, 12), -90 * 16, 180 * 16)


def _not_started(painter: QPainter, _color: QColor, _inside: QColor) -> None:
    painter.drawEllipse(_RING)


def _planned(painter: QPainter, color: QColor, _inside: QColor) -> None:
    pen = _pen(color)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1.9, 1.63])
    painter.setPen(pen)
    painter.drawEllipse(_RING)


def _waiting(painter: QPainter, _color: QColor, _inside: QColor) -> None:
    painter.drawEllipse(_RING)
    painter.drawLine(QPointF(10, 9), QPointF(10, 15))
    painter.drawLine(QPointF(14, 9), QPointF(14, 15))


def _said_no(painter: QPainter, _color: QColor, _inside: QColor) -> None:
    painter.drawEllipse(_RING)
    painter.drawLine(QPointF(8.5, 12), QPointF(15.5, 12))


def _later(painter: QPainter, _color: QColor, _inside: QColor) -> None:
    painter.drawEllipse(_RING)
    painter.drawPolyline([QPointF(12, 7), QPointF(12, 12), QPointF(15, 13.6)])


def _locked(painter: QPainter, color: QColor, _inside: QColor) -> None:
    painter.drawEllipse(_RING)
    painter.setPen(_pen(color, 1.6))
    painter.drawArc(QRectF(9.6, 7, 4.8, 6.4), 0, 180 * 16)
    painter.setBrush(color)
    painter.drawRoundedRect(QRectF(8.6, 10.8, 6.8, 5), 1, 1)


def _triangle() -> QPainterPath:
    path = QPainterPath(QPointF(12, 3.6))
    path.lineTo(21.4, 20)
    path.lineTo(2.6, 20)
    path.closeSubpath()
    return path


def _exclamation(painter: QPainter, color: QColor) -> None:
    painter.setPen(_pen(color))
    painter.drawLine(QPointF(12, 10), QPointF(12, 13.6))
    painter.drawPoint(QPointF(12, 17))


def _look_here(painter: QPainter, color: QColor, _inside: QColor) -> None:
    painter.drawPath(_triangle())
    _exclamation(painter, color)


def _danger(painter: QPainter, color: QColor, inside: QColor) -> None:
    painter.setBrush(color)
    painter.drawPath(_triangle())
    _exclamation(painter, inside)


def _painter_of(state: State) -> Callable[[QPainter, QColor, QColor], None]:
    return {
        State.DONE: _done,
        State.IN_PROGRESS: _in_progress,
        State.NOT_STARTED: _not_started,
        State.PLANNED: _planned,
        State.WAITING: _waiting,
        State.SAID_NO: _said_no,
        State.LATER: _later,
        State.LOCKED: _locked,
        State.LOOK_HERE: _look_here,
        State.DANGER: _danger,
    }[state]


def _enter_grid(painter: QPainter, box: QRectF) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / _GRID, box.height() / _GRID)


def draw_state(painter: QPainter, box: QRectF, state: State, tokens: Tokens) -> None:
    """Draw a state icon into ``box`` (square)."""
    color = QColor(state_color(state, tokens))
    _enter_grid(painter, box)
    painter.setPen(_pen(color))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _painter_of(state)(painter, color, QColor(tokens.surface))
    painter.restore()


def draw_mark(painter: QPainter, box: QRectF, sun: QColor, horizon: QColor) -> None:
    """Draw the mark, a half disc on a horizon, into ``box`` (square)."""
    _enter_grid(painter, box)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(sun)
    painter.drawChord(QRectF(5.2, 4.2, 13.6, 13.6), 0, 180 * 16)
    painter.setBrush(horizon)
    painter.drawRoundedRect(QRectF(1, 12.6, 22, 2.2), 1.1, 1.1)
    painter.drawRoundedRect(QRectF(5.6, 17, 12.8, 2.2), 1.1, 1.1)
    painter.restore()

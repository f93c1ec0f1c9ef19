"""One tick per question and n of m in words."""

from collections.abc import Sequence
from enum import StrEnum
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.tokens import Height, Shape, Space
from desktop.views.widgets.edge import Edge, draw_edge


class Tick(StrEnum):
    """What one question looks like."""

    ANSWERED = "answered"
    REASON = "reason"
    HERE = "here"
    OPEN = "open"
    ALERT = "alert"


MOST = 24
"""Ticks that stand beside each other at the least; more questions share them where it is narrow."""
_LEAST = int(Space.S)
"""Pixels of the narrowest tick with its gap."""
_FIRST = (Tick.ALERT, Tick.HERE, Tick.OPEN, Tick.REASON, Tick.ANSWERED)
"""What a shared tick looks like: the first of these that any of its questions does."""


class Ticks(QLabel):
    """Filled answered, dashed reason, soft here, empty open, danger alert. A picture beside the
    words "6 of 9 answered", which are its name."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._ticks: tuple[Tick, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_holder().changed.connect(self._restyle)

    def show_ticks(self, ticks: Sequence[Tick], words: str = "") -> None:
        """Show one tick each; ``words`` replace "n of m answered" as the name."""
        is_other = self._ticks != tuple(ticks)
        self._ticks = tuple(ticks)
        answered = sum(tick in (Tick.ANSWERED, Tick.ALERT) for tick in ticks)
        plain = self.tr("{answered} of {count} answered")
        self.setAccessibleName(words or plain.format(answered=answered, count=len(ticks)))
        if is_other:
            self.update()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A strip as high as a tick."""
        height = current_theme().metrics.scaled(Height.TICK)
        return QSize(min(max(len(self._ticks), 1), MOST) * Space.XL, height)

    def minimumSizeHint(self) -> QSize:
        """Narrow ticks."""
        count = min(max(len(self._ticks), 1), MOST)
        return QSize(count * _LEAST, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Ticks of equal width."""
        if not self._ticks:
            return
        painter = QPainter(self)
        ticks = fitting(self._ticks, self.width() // _LEAST)
        count = len(ticks)
        gap = Space.XS if self.width() / count > Space.L else Shape.RING_GAP
        width = (self.width() - gap * (count - 1)) / count
        theme = current_theme()
        for at, tick in enumerate(ticks):
            left = round(at * (width + gap))
            box = QRectF(left, 0, round(at * (width + gap) + width) - left, self.height())
            theme.draw_once(painter, box, (Tick, tick), partial(draw_tick, tick=tick))
        painter.end()


def fitting(ticks: Sequence[Tick], most: int) -> tuple[Tick, ...]:
    """At most so many ticks (at least one), each for as many questions as the others."""
    most = max(most, 1)
    if len(ticks) <= most:
        return tuple(ticks)
    ends = [at * len(ticks) // most for at in range(most + 1)]
    shares = [ticks[start:end] for start, end in pairwise(ends)]
    return tuple(next(tick for tick in _FIRST if tick in share) for share in shares)


def draw_tick(painter: QPainter, box: QRectF, tick: Tick) -> None:
    """One tick that fills a box."""
    draw_edge(painter, box, _edge_of(tick))


def _edge_of(tick: Tick) -> Edge:
    theme = current_theme()
    tokens = theme.tokens
    color = theme.color
    wide, radius = int(Shape.EDGE_CHOSEN), int(Shape.BAR) - 1
    match tick:
        case Tick.ANSWERED:
            return Edge(color(tokens.accent), color(tokens.accent), radius=radius)
        case Tick.REASON:
            return Edge(None, color(tokens.border), wide, is_dashed=True, radius=radius)
        case Tick.HERE:
            return Edge(color(tokens.accent_soft), color(tokens.accent), wide, radius=radius)
        case Tick.OPEN:
            return Edge(color(tokens.surface), color(tokens.border), wide, radius=radius)
        case Tick.ALERT:
            return Edge(color(tokens.danger), color(tokens.danger), radius=radius)

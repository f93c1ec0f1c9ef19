"""The parts that make a safety plan line concrete; a part fills when it holds something."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Height, Space, TextStyle, Tone
from desktop.views.widgets.edge import draw_edge, empty_track
from desktop.views.widgets.text_block import natural_width


@dataclass(frozen=True, slots=True)
class MeterPart:
    """One named part (Who, How to reach, When, They know)."""

    text: str
    is_filled: bool


class Meter(QLabel):
    """Named parts side by side, in two or more lines where they do not fit; no score, no red.

    Its name for screen readers lists what is there and what is not yet.
    """

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._parts: tuple[MeterPart, ...] = ()
        self._laid_width = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme_holder().changed.connect(self._restyle)

    def show_parts(self, parts: Sequence[MeterPart]) -> None:
        """Show the parts."""
        self._parts = tuple(parts)
        there, missing = self.tr("{part}: there"), self.tr("{part}: not yet")
        said = [(there if part.is_filled else missing).format(part=part.text) for part in parts]
        self.setAccessibleName(", ".join(said))
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _least_part(self) -> int:
        theme = current_theme()
        font = theme.font(TextStyle.BODY)
        words = max((natural_width(part.text, font) for part in self._parts), default=0)
        return words + theme.metrics.icon_small + Space.S

    def _line_height(self) -> int:
        metrics = current_theme().metrics
        return Height.METER + Space.S + max(metrics.body_px, metrics.icon_small) + Space.XS

    def _per_line(self, width: int) -> int:
        fits = (width + Space.XS) // (self._least_part() + Space.XS)
        return min(max(fits, 1), max(len(self._parts), 1))

    def hasHeightForWidth(self) -> bool:
        """Parts go to further lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the parts need."""
        lines = -(-len(self._parts) // self._per_line(width))
        return self._line_height() * max(lines, 1)

    def sizeHint(self) -> QSize:
        """All parts on one line."""
        return QSize(
            (self._least_part() + Space.XS) * max(len(self._parts), 1), self._line_height()
        )

    def minimumSizeHint(self) -> QSize:
        """One part a line, at the height that the present width needs."""
        width = self._laid_width or self.sizeHint().width()
        return QSize(self._least_part(), self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the layout when another width needs another height."""
        super().resizeEvent(event)
        if self._laid_width != self.width():
            self._laid_width = self.width()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """A bar and a marked word for each part."""
        painter = QPainter(self)
        count = self._per_line(self.width())
        width = (self.width() - Space.XS * (count - 1)) / count
        for at, part in enumerate(self._parts):
            left = round((at % count) * (width + Space.XS))
            top = (at // count) * self._line_height()
            self._paint_part(painter, part, QRectF(left, top, round(width), self._line_height()))
        painter.end()

    def _paint_part(self, painter: QPainter, part: MeterPart, box: QRectF) -> None:
        theme = current_theme()
        side = theme.metrics.icon_small
        bar = QRectF(box.left(), box.top(), box.width(), Height.METER)
        if part.is_filled:
            painter.fillRect(bar, theme.ink(Tone.SUCCESS))
        else:
            draw_edge(painter, bar, empty_track(radius=0))
        top = box.top() + Height.METER + Space.S
        icon = Icon.CHECK if part.is_filled else Icon.CIRCLE
        tone = Tone.SUCCESS if part.is_filled else Tone.MUTED
        theme.draw_icon(painter, QRectF(box.left(), top, side, side), icon, theme.ink(tone))
        painter.setFont(theme.font(TextStyle.BODY))
        painter.setPen(theme.ink(Tone.PLAIN if part.is_filled else Tone.MUTED))
        words = box.adjusted(side + Space.S, Height.METER + Space.S, 0, 0)
        painter.drawText(words, 0, part.text)

"""What happened in the case, one line each; turning points are bold with a filled dot."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.views.theme.holder import current_theme
from desktop.views.theme.tokens import Height, Shape, Space, TextStyle, Tone
from desktop.views.widgets.painted_square import PaintedSquare
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.wrap_label import WrapLabel


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """One event in words; ``is_day`` heads the events of an earlier day."""

    time: str
    text: str
    is_strong: bool = False
    is_day: bool = False


class TimelinePanel(Panel):
    """Shows lines oldest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name="person-timeline")
        self.set_title(self.tr("Today"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.setColumnStretch(2, 1)
        self.body.addLayout(self._grid)
        self._widgets: list[QWidget] = []

    def show_lines(self, title: str, lines: Sequence[TimelineLine]) -> None:
        """Replace all lines."""
        self.set_title(title)
        for widget in self._widgets:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._widgets = []
        for row, line in enumerate(lines):
            if line.is_day:
                day = WrapLabel(line.text, self, tone=Tone.MUTED)
                self._grid.addWidget(day, row, 0, 1, 3)
                self._widgets.append(day)
                continue
            style = TextStyle.BODY_STRONG if line.is_strong else TextStyle.BODY
            time_tone = Tone.PLAIN if line.is_strong else Tone.MUTED
            time = WrapLabel(line.time, self, tone=time_tone)
            dot = _Dot(self, is_filled=line.is_strong)
            text = WrapLabel(line.text, self, style=style)
            for column, widget in enumerate((time, dot, text)):
                self._grid.addWidget(widget, row, column)
                self._widgets.append(widget)
        for widget in self._widgets:
            widget.show()


class _Dot(PaintedSquare):
    def __init__(self, parent: QWidget, *, is_filled: bool) -> None:
        super().__init__(parent, side_px=Height.TICK)
        self._is_filled = is_filled

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """A ring, or a disc in the accent colour."""
        theme = current_theme()
        ink = theme.color(theme.tokens.accent if self._is_filled else theme.tokens.border)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink, Shape.EDGE_CHOSEN))
        if self._is_filled:
            painter.setBrush(ink)
        inset = Shape.EDGE_CHOSEN
        painter.drawEllipse(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))
        painter.end()

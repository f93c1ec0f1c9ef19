"""A slider that is empty until it is touched, painted from tokens, driven by keys and readers."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.tokens import Shape, Space

MOST_TICKS = 21
"""More steps than this are not marked one by one."""


class NullableSlider(QSlider):
    """Positions 0 to ``steps``; the position before 0 means empty and is not on the scale.

    Arrows move one step, Page Up and Down a tenth, Home and End to the ends, Delete empties.
    Signals: ``position_chosen(object)`` an int, None when emptied.
    """

    position_chosen = Signal(object)

    def __init__(self, steps: int, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName(name)
        self._is_showing = False
        self.setRange(-1, steps)
        self.setSingleStep(1)
        self.setPageStep(max(1, steps // 10))
        self.setValue(-1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # valueChanged: a screen reader's SetValue and Increase end here too.
        self.valueChanged.connect(self._changed)
        theme_holder().changed.connect(self._restyle)

    def set_steps(self, steps: int) -> None:
        """Another scale, without a signal (its limits may be computed)."""
        if steps != self.maximum():
            self._is_showing = True
            self.setRange(-1, steps)
            self.setPageStep(max(1, steps // 10))
            self._is_showing = False

    @property
    def position(self) -> int | None:
        """The step chosen, None while empty."""
        return None if self.value() < 0 else self.value()

    def show_position(self, position: int | None) -> None:
        """Show a step, or nothing chosen, without a signal."""
        self._is_showing = True
        self.setValue(-1 if position is None else position)
        self._is_showing = False
        self.update()

    @Slot(int)
    def _changed(self, _value: int) -> None:
        self.update()
        if not self._is_showing:
            self.position_chosen.emit(self.position)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home goes to the first step, not to empty; Delete and Backspace empty."""
        key = event.key()
        downward = (Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_PageDown)
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.setValue(-1)
        elif key == Qt.Key.Key_Home or (key in downward and self.value() <= 0):
            self.setValue(0)
        elif key == Qt.Key.Key_PageDown:
            self.setValue(max(0, self.value() - self.pageStep()))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the step under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose_at(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose_at(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing more: the press has chosen."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only with the focus: else the page below scrolls past it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        """A target high."""
        target = current_theme().metrics.target
        return QSize(4 * target, target)

    def minimumSizeHint(self) -> QSize:
        """As the hint."""
        return self.sizeHint()

    def _scale(self) -> tuple[float, float]:
        """Left end and length of the scale in pixels."""
        pad = current_theme().metrics.icon_medium / 2 + Space.S
        return pad, max(self.width() - 2 * pad, 1.0)

    def _choose_at(self, x: float) -> None:
        left, length = self._scale()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        share = min(max((x - left) / length, 0.0), 1.0)
        self.setValue(round(share * self.maximum()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """The scale with its steps, the way to the handle, the handle; none while empty."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, length = self._scale()
        middle = self.height() / 2
        is_open = self.isEnabled()
        edge = QPen(theme.color(theme.tokens.border), Shape.EDGE_CHOSEN)
        if self.position is None:
            edge.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.drawLine(QPointF(left, middle), QPointF(left + length, middle))
        edge.setStyle(Qt.PenStyle.SolidLine)
        painter.setPen(edge)
        steps = max(self.maximum(), 1)
        ticks = range(steps + 1) if steps < MOST_TICKS else (0, steps)
        for tick in ticks:
            x = left + length * tick / steps
            painter.drawLine(QPointF(x, middle - Space.XS), QPointF(x, middle + Space.XS))
        if self.position is not None:
            ink = theme.color(theme.tokens.accent if is_open else theme.tokens.border)
            x = left + length * self.position / steps
            painter.setPen(QPen(ink, Space.XS))
            painter.drawLine(QPointF(left, middle), QPointF(x, middle))
            side = theme.metrics.icon_medium
            painter.setBrush(ink)
            painter.drawEllipse(QRectF(x - side / 2, middle - side / 2, side, side))
        painter.end()

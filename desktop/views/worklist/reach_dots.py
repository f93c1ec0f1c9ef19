"""One dot per person who arrived, filled when reached, with the count in words; opens reach."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.packets.paper_words import unbroken
from desktop.records.small_cells import SMALL_CELL
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.tokens import Height, Shape, Space, TextStyle, Tone
from desktop.views.widgets.edge import Edge, draw_edge
from desktop.views.widgets.wrap_label import WrapLabel

MOST_DOTS = 60
"""Above this a dot says nothing that the words do not."""


class ReachDots(QAbstractButton):
    """Hidden while fewer than 11 people arrived; pressed, it leads on, as ``tip`` says.

    Signals: ``clicked(bool)`` of QAbstractButton.
    """

    def __init__(self, tip: str, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setToolTip(tip)
        self.setAccessibleDescription(tip)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.words = WrapLabel("", self, style=TextStyle.BODY_STRONG)
        self.words.setObjectName(f"{name}-words")
        self.second = WrapLabel("", self, tone=Tone.MUTED)
        self._dots = _Dots(self)
        column = QVBoxLayout()
        column.setSpacing(Space.NONE)
        column.addStretch(1)
        column.addWidget(self.words)
        column.addWidget(self.second)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        row.setSpacing(Space.L)
        row.addLayout(column)
        row.addWidget(self._dots)
        for inside in (self.words, self.second, self._dots):
            inside.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme_holder().changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def show_reach(self, reached: int, arrived: int, words: str, second: str) -> None:
        """Show how many of how many; ``words`` and ``second`` say it."""
        self.setAccessibleName(words)
        self.words.setText(unbroken(words))
        self.second.setText(second)
        self._dots.show_counts(reached, arrived)
        self.setVisible(arrived >= SMALL_CELL)

    def set_words_only(self, *, is_words_only: bool) -> None:
        """Leave the dots and the second line out where there is no room."""
        self._dots.set_allowed(is_allowed=not is_words_only)
        self.second.setVisible(not is_words_only)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """The box of a plain button; the words and dots stand on it."""
        theme = current_theme()
        is_near = self.underMouse() or self.isDown()
        fill = theme.color(theme.tokens.hover if is_near else theme.tokens.surface)
        painter = QPainter(self)
        draw_edge(painter, QRectF(self.rect()), Edge(fill, theme.color(theme.tokens.border)))
        painter.end()

    @Slot()
    def _restyle(self) -> None:
        self.setMinimumHeight(current_theme().metrics.target)
        self.update()


class _Dots(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._reached = 0
        self._total = 0
        self._is_allowed = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme_holder().changed.connect(self._restyle)

    def show_counts(self, reached: int, total: int) -> None:
        self._reached, self._total = reached, total
        self.set_allowed(is_allowed=self._is_allowed)
        self._restyle()

    def set_allowed(self, *, is_allowed: bool) -> None:
        self._is_allowed = is_allowed
        self.setVisible(is_allowed and 0 < self._total <= MOST_DOTS)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _step(self) -> int:
        return current_theme().metrics.scaled(Height.TICK) + Shape.EDGE

    def _columns(self) -> int:
        return ceil(self._total / 2)

    def sizeHint(self) -> QSize:
        """Two lines of dots."""
        return QSize(self._columns() * self._step(), 2 * self._step())

    def minimumSizeHint(self) -> QSize:
        """As the hint."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Filled ones first, in two lines."""
        theme = current_theme()
        step, columns = self._step(), self._columns()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top_filled = ceil(self._reached / 2)
        for at in range(self._total):
            line, place = divmod(at, columns)
            is_filled = place < (top_filled if line == 0 else self._reached - top_filled)
            inset = Shape.EDGE_CHOSEN
            side = step - 2 * inset
            dot = QRectF(place * step + inset, line * step + inset, side, side)
            accent, edge = theme.color(theme.tokens.accent), theme.color(theme.tokens.border)
            painter.setPen(QPen(accent if is_filled else edge, Shape.EDGE_CHOSEN))
            painter.setBrush(accent if is_filled else theme.color(theme.tokens.surface))
            painter.drawEllipse(dot)
        painter.end()

"""The body of a desk: a main and a side column that scroll together, or stand in one column."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.metrics import Layout
from desktop.views.theme.tokens import Space, Width
from desktop.views.widgets.in_view import show_whole
from desktop.views.widgets.surface import Ground, Surface

MAIN_SHARE = 19
SIDE_SHARE = 10


class ColumnsBody(QScrollArea):
    """Add widgets to ``main`` and ``side``; what gets the focus is scrolled into view."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = Surface(Ground.CANVAS, self)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._across.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        self._across.setSpacing(Space.XL)
        self.main_column, self.main = _column(content)
        self.side_column, self.side = _column(content)
        self._across.addWidget(self.main_column, MAIN_SHARE)
        self._across.addWidget(self.side_column, SIDE_SHARE)
        self.setWidget(content)
        theme_holder().changed.connect(self._restyle)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
        self._is_full = True
        self._restyle()

    def set_layout(self, layout: Layout) -> None:
        """Side by side when the window is wide for its text, else one below the other."""
        self._is_full = layout is Layout.FULL
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._across.setDirection(beside if self._is_full else below)
        self._across.setSpacing(Space.XL if self._is_full else Space.L)
        self._across.setStretch(0, MAIN_SHARE if self._is_full else 0)
        self._across.setStretch(1, SIDE_SHARE if self._is_full else 1)
        self._restyle()

    def show_top(self) -> None:
        """Scroll to the beginning."""
        self.verticalScrollBar().setValue(0)

    @Slot()
    def _restyle(self) -> None:
        least = 0 if self._is_full else self.maximumWidth()
        most = current_theme().metrics.scaled(Width.SIDE_MOST)
        self.side_column.setMaximumWidth(max(most, least))

    @Slot(QWidget, QWidget)
    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isAncestorOf(new):
            # Later: what was just shown has its place only after the next layout.
            QTimer.singleShot(0, self, self._show_focus)

    @Slot()
    def _show_focus(self) -> None:
        focused = self.window().focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            show_whole(self, focused, Space.XL)


def _column(parent: QWidget) -> tuple[QWidget, QVBoxLayout]:
    column = QWidget(parent)
    column.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    outer = QVBoxLayout(column)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    inner = QVBoxLayout()
    inner.setSpacing(Space.L)
    outer.addLayout(inner)
    outer.addStretch(1)
    return column, inner

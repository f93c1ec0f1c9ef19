"""The body of a packet screen: a main column that scrolls, and a preview beside or below it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.metrics import Layout
from desktop.views.theme.tokens import Space
from desktop.views.widgets.in_view import show_whole
from desktop.views.widgets.surface import Ground, Surface

NO_LIMIT = 16_777_215
"""Qt's own QWIDGETSIZE_MAX, which PySide6 does not export."""
PREVIEW_SHARE = 0.7
"""Part of the window's height that a preview below the main column takes,"""
PREVIEW_MOST = 1200
"""and its most in pixels: a page as wide as a tall window needs no more."""


class SplitBody(Surface):
    """Add widgets to ``main``, then ``set_preview``: at the right, or below in narrow windows.

    ``main_px`` or ``preview_px`` gives that column's width at 100 % text; the other one grows.
    """

    def __init__(
        self,
        parent: QWidget,
        *,
        name: str,
        main_px: int | None = None,
        preview_px: int | None = None,
    ) -> None:
        super().__init__(Ground.CANVAS, parent)
        self.setObjectName(name)
        self._preview: QWidget | None = None
        self._widths = (main_px, preview_px)
        # Narrow first: a wide arrangement would make the window grow before its width is known.
        self._layout_kind = Layout.STACKED
        self.main_column = QWidget(self)
        self.main_column.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._inside = QVBoxLayout(self.main_column)
        self._inside.setSpacing(Space.L)
        self.main = QVBoxLayout()
        self.main.setSpacing(Space.L)
        self._inside.addLayout(self.main)
        self._inside.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setObjectName(f"{name}-scroll")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self.main_column)
        self._across = QHBoxLayout(self)
        self._across.setSpacing(Space.M)
        self._across.addWidget(self.area, 1)
        theme_holder().changed.connect(self._fit_columns)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
        self._fit_columns()

    def set_preview(self, preview: QWidget) -> None:
        """What stands beside or below; made after the main column, for the Tab key."""
        self._preview = preview
        self._inside.insertWidget(1, preview)
        self._fit_columns()

    def set_layout(self, kind: Layout) -> None:
        """Beside each other when the window is wide for its text, else one below the other."""
        if kind is self._layout_kind or self._preview is None:
            return
        self._layout_kind = kind
        if kind is Layout.FULL:
            self._inside.removeWidget(self._preview)
            self._across.addWidget(self._preview, 1)
        elif self._across.indexOf(self._preview) >= 0:
            self._across.removeWidget(self._preview)
            self._inside.insertWidget(1, self._preview)
        self._fit_columns()

    @Slot()
    def _fit_columns(self) -> None:
        is_full = self._layout_kind is Layout.FULL
        edge, gap = Space.XL, Space.XL // 2
        if is_full:
            self._across.setContentsMargins(0, Space.L, edge, Space.L)
            self._inside.setContentsMargins(edge, Space.NONE, gap, Space.NONE)
        else:
            self._across.setContentsMargins(0, 0, 0, 0)
            self._inside.setContentsMargins(edge, Space.L, edge, Space.L)
        main_px, preview_px = self._widths
        scaled = current_theme().metrics.scaled
        pads = edge + gap
        main = scaled(main_px) + pads if main_px and is_full else 0
        side = scaled(preview_px) if preview_px and is_full else 0
        self.area.setMinimumWidth(main)
        self.area.setMaximumWidth(main or NO_LIMIT)
        if self._preview is not None:
            share = min(round(self.window().height() * PREVIEW_SHARE), PREVIEW_MOST)
            high = 0 if is_full else share
            self._preview.setMinimumWidth(side)
            self._preview.setMaximumWidth(side or NO_LIMIT)
            self._preview.setMinimumHeight(high)

    @Slot(QWidget, QWidget)
    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.main_column.isAncestorOf(new):
            show_whole(self.area, new, Space.XL)

"""The mark of the app: a half disc on a horizon."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.views.theme.holder import current_theme
from desktop.views.theme.state_icons import draw_mark
from desktop.views.theme.tokens import IconSize
from desktop.views.widgets.painted_square import PaintedSquare


class Mark(PaintedSquare):
    """The mark, a half disc on a horizon."""

    def __init__(self, parent: QWidget | None = None, *, side: int = IconSize.LARGE) -> None:
        super().__init__(parent, side_px=side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Sun and horizon."""
        theme = current_theme()
        tokens = theme.tokens
        painter = QPainter(self)
        side = min(self.width(), self.height())
        draw_mark(
            painter,
            QRectF(0, 0, side, side),
            theme.color(tokens.dawn),
            theme.color(tokens.accent),
        )
        painter.end()

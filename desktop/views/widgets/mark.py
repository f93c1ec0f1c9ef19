"""The mark of the app: a half disc on a horizon."""

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.state_icons import draw_mark
from desktop.views.theme.tokens import IconSize


class Mark(QWidget):
    """The mark, a half disc on a horizon."""

    def __init__(self, parent: QWidget | None = None, *, side: int = IconSize.LARGE) -> None:
        super().__init__(parent)
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme_holder().changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        side = current_theme().metrics.scaled(self._side)
        return QSize(side, side)

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

"""A small square that a subclass paints and that grows with the text."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.theme.holder import current_theme, theme_holder


class PaintedSquare(QWidget):
    """``side_px`` is its side at 100 % text."""

    def __init__(self, parent: QWidget | None = None, *, side_px: int) -> None:
        super().__init__(parent)
        self._side_px = side_px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme_holder().changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        """The side at the present text size."""
        side = current_theme().metrics.scaled(self._side_px)
        return QSize(side, side)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

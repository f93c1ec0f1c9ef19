"""Small widgets side by side, on as many lines as they need."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.theme.tokens import Space


class ChipFlow(QWidget):
    """Lays out ``chips`` (they become its children) from left to right, then down."""

    def __init__(self, chips: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips = tuple(chips)
        for chip in self._chips:
            chip.setParent(self)
            chip.show()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def arrange(self) -> None:
        """Place the chips again after one of them changed, in the middle of a taller row."""
        spare = max(self.height() - self.heightForWidth(self.width()), 0)
        for chip, box in self._boxes(self.width()):
            chip.setGeometry(box.translated(0, spare // 2))
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Always: the chips wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for all lines."""
        return max((box.bottom() + 1 for _chip, box in self._boxes(width)), default=0)

    def sizeHint(self) -> QSize:
        """One line."""
        widths = [chip.sizeHint().width() for chip in self._shown()]
        width = sum(widths) + Space.S * max(len(widths) - 1, 0)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The widest chip, at the height that the present width needs."""
        width = max((chip.sizeHint().width() for chip in self._shown()), default=0)
        return QSize(width, self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the chips in the new width."""
        super().resizeEvent(event)
        self.arrange()

    def _shown(self) -> list[QWidget]:
        return [chip for chip in self._chips if not chip.isHidden()]

    def _boxes(self, width: int) -> list[tuple[QWidget, QRect]]:
        boxes: list[tuple[QWidget, QRect]] = []
        corner = QPoint(0, 0)
        for chip in self._shown():
            size = chip.sizeHint()
            if corner.x() and corner.x() + size.width() > width:
                corner = QPoint(0, corner.y() + size.height() + Space.XS)
            boxes.append((chip, QRect(corner, size)))
            corner = QPoint(corner.x() + size.width() + Space.S, corner.y())
        return boxes

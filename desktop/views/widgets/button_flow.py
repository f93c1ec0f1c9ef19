"""Pressable chips side by side, on as many lines as they need."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.theme.tokens import Space


class ButtonFlow(QWidget):
    """Lays out ``buttons`` (which become its children) from left to right, then down."""

    def __init__(self, buttons: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = tuple(buttons)
        for button in self._buttons:
            button.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Always: the buttons wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for all lines."""
        return max((box.bottom() + 1 for box in self._boxes(width)), default=0)

    def sizeHint(self) -> QSize:
        """The present width, and what it needs."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """The widest button, at the height that the present width needs."""
        width = max((button.sizeHint().width() for button in self._buttons), default=0)
        return QSize(width, self.heightForWidth(max(self.width(), width)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the buttons in the new width."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Place the buttons again after one of them changed."""
        for button, box in zip(self._buttons, self._boxes(self.width()), strict=True):
            button.setGeometry(box)
        self.updateGeometry()

    def _boxes(self, width: int) -> list[QRect]:
        boxes: list[QRect] = []
        corner = QPoint(0, 0)
        for button in self._buttons:
            size = button.sizeHint()
            if corner.x() and corner.x() + size.width() > width:
                corner = QPoint(0, corner.y() + size.height() + Space.S)
            boxes.append(QRect(corner, size))
            corner = QPoint(corner.x() + size.width() + Space.S, corner.y())
        return boxes

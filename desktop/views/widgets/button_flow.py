"""Pressable chips side by side, on as many lines as they need."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.theme.tokens import Space

COMES_OR_GOES = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class ButtonFlow(QWidget):
    """Lays out ``buttons`` (which become its children) from left to right, then down.

    One that is hidden takes no room.
    """

    def __init__(self, buttons: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = tuple(buttons)
        for button in self._buttons:
            button.setParent(self)
            button.installEventFilter(self)
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A button that comes or goes moves the others."""
        if event.type() in COMES_OR_GOES:
            self.arrange()
        return super().eventFilter(watched, event)

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
            if is_hidden_on_purpose(button):
                boxes.append(QRect(corner, QSize(0, 0)))
                continue
            size = button.sizeHint()
            if corner.x() and corner.x() + size.width() > width:
                corner = QPoint(0, corner.y() + size.height() + Space.S)
            boxes.append(QRect(corner, size))
            corner = QPoint(corner.x() + size.width() + Space.S, corner.y())
        return boxes


def is_hidden_on_purpose(button: QWidget) -> bool:
    """Whether somebody hid it: one that merely waits for the window to be shown is not hidden."""
    is_asked = button.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    return is_asked and button.isHidden()

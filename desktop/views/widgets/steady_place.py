"""The place of a bar whose words change often: the window is laid out again only when it must."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget, QWidgetItem


class SteadyPlace(QWidget):
    """Holds one widget and fills it out.

    Qt lays out everything up to the window whenever a label gets other words, wanted or not. Here
    that ends as long as the widget still fits and needs the same height.
    """

    def __init__(self, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        content.setParent(self)
        self._content = content
        # Not the content itself: this one knows its least sizes and policies too.
        self._item = QWidgetItem(content)
        policy = QSizePolicy(content.sizePolicy())
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Always: what is inside may wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What the content needs."""
        if self._item.hasHeightForWidth():
            return max(self._item.heightForWidth(width), self._item.minimumSize().height())
        return self._item.sizeHint().height()

    def sizeHint(self) -> QSize:
        """The content's."""
        return self._item.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The content's."""
        return self._item.minimumSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the content all of it."""
        super().resizeEvent(event)
        self._content.setGeometry(self.rect())

    def event(self, event: QEvent) -> bool:
        """The content wants a layout: pass it on only when the present place will not do."""
        if event.type() == QEvent.Type.LayoutRequest and not self._fits():
            self.updateGeometry()
        return super().event(event)

    def _fits(self) -> bool:
        least = self._item.minimumSize().width()
        return least <= self.width() and self.heightForWidth(self.width()) == self.height()

"""A column that places its widgets itself, each as high as it asks to be for the width."""

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.interview.layouts.slots import Slot
from desktop.views.theme.tokens import Space

W = TypeVar("W", bound=QWidget)


class PlacedColumn(QWidget, Generic[W]):
    """Places the widgets of ``slots``, and keeps room where there is none yet.

    A layout of Qt's would lay all of them out again for each one that is shown; here a change goes
    further up only when the whole column got another size.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.slots: dict[str, Slot[W]] = {}
        self._told: tuple[int, int] = (0, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def measure(self) -> None:
        """Look at the heights again and move what has another place now."""
        width, top, least = self.width(), 0, 0
        heights: list[int] = []
        for slot in self.slots.values():
            widget = slot.widget
            if widget is not None:
                if widget.isHidden():
                    continue
                slot.height = height_of(widget, width)
                least = max(least, widget.minimumSizeHint().width(), widget.minimumWidth())
                box = (top, width, slot.height)
                if box != slot.placed:
                    slot.placed = box
                    widget.setGeometry(0, *box)
            heights.append(slot.height)
            top += slot.height + Space.M
        told = (_sum(heights), least)
        if told != self._told:
            self._told = told
            self.updateGeometry()

    def top_of(self, widget: QWidget) -> int | None:
        """Where a widget of this column begins; None for any other."""
        found = (slot.placed[0] for slot in self.slots.values() if slot.widget is widget)
        return next(found, None)

    def widget_at(self, height: int) -> QWidget | None:
        """The first widget that reaches below a height."""
        for slot in self.slots.values():
            if slot.widget is not None and slot.placed[0] + slot.placed[2] > height:
                return slot.widget
        return None

    def heightForWidth(self, width: int) -> int:
        """Of everything, guessed where it is not made."""
        if self.isVisible():
            # Asking each for yet another width costs more than to be told after a resize.
            return self._told[0]
        # What is not visible is not told when something in it changes.
        heights = [
            slot.height if slot.widget is None else height_of(slot.widget, width)
            for slot in self.slots.values()
            if slot.widget is None or not slot.widget.isHidden()
        ]
        return _sum(heights)

    def sizeHint(self) -> QSize:
        """As high as the present width needs."""
        width = max(self.width(), self._told[1])
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the widest; the height follows from the width."""
        return QSize(self._told[1], 0)

    def event(self, event: QEvent) -> bool:
        """Something inside asks for another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.measure()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs other heights."""
        super().resizeEvent(event)
        self.measure()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was hidden was not told."""
        super().showEvent(event)
        self.measure()


def _sum(heights: list[int]) -> int:
    return sum(heights) + Space.M * max(0, len(heights) - 1)


def height_of(widget: QWidget, width: int) -> int:
    """What a layout of Qt's would give it."""
    wanted = widget.heightForWidth(width) if widget.hasHeightForWidth() else -1
    if wanted < 0:
        wanted = widget.sizeHint().height()
    return max(wanted, widget.minimumHeight())

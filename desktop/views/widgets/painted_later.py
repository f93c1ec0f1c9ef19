"""Buttons whose press is painted once, together with all that it changes."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton

if TYPE_CHECKING:
    _Base = QAbstractButton
else:
    # The classes that mix it in bring the Qt class.
    _Base = object


class PaintedLater(_Base):
    """Stands before a button class of Qt's in the list of bases.

    QAbstractButton calls ``repaint()`` when it is pressed and let go. That paints all of the window
    that waits to be painted, before the layouts have settled, which then paint it again.
    """

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pressed is painted with the focus that comes along."""
        with _painted_later(self):
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The answer is painted with all that follows from it."""
        with _painted_later(self):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space is pressed."""
        with _painted_later(self):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space is let go."""
        with _painted_later(self):
            super().keyReleaseEvent(event)


@contextmanager
def _painted_later(button: QAbstractButton) -> Iterator[None]:
    """With the next turn of the event loop; what follows a press may end the button."""
    button.setUpdatesEnabled(False)
    try:
        yield
    finally:
        if shiboken6.isValid(button):
            button.setUpdatesEnabled(True)

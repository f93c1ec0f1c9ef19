"""A group with a name for screen readers and nothing painted."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGroupBox, QWidget


class Group(QGroupBox):
    """A QGroupBox (role Grouping) without frame or title; ``accessibleName`` is the question."""

    def __init__(self, accessible_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing: high contrast would draw a frame."""

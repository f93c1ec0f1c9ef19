"""A control made of several: what gives it the focus gives it to the first of them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class Compound(QWidget):
    """Takes no focus itself; ``lead_to`` says which of its parts does.

    Not by a focus proxy: where Tab comes to one after the part that it stands for (they were
    ordered, or made, that way round), Qt 6.11 leads back to that part, and nobody gets past it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first: QWidget | None = None

    @property
    def first(self) -> QWidget:
        """The part that takes the focus."""
        return self._first or self

    def lead_to(self, first: QWidget) -> None:
        """Let ``first`` have the focus that is given to the whole."""
        self._first = focus_target(first)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give it to the first part."""
        if self._first is None:
            super().setFocus(reason)
        else:
            self._first.setFocus(reason)


def focus_target(control: QWidget) -> QWidget:
    """What has the focus when ``control`` is given it."""
    if isinstance(control, Compound):
        return control.first
    return control.focusProxy() or control

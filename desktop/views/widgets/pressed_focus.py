"""Gives the focus back to the button that was pressed, after its work had closed it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.views.widgets.button import Button


class PressedFocus:
    """A button that closes sends the focus to the next control, often out of its task.

    It comes back when the button opens again, unless the user went elsewhere meanwhile.
    """

    def __init__(self) -> None:
        self._pressed: Button | None = None
        self._sent_to: QWidget | None = None

    def close(self, buttons: Sequence[Button], reason: str) -> None:
        """Close them all with ``reason``, and keep which of them had the focus."""
        pressed = next((one for one in buttons if one.hasFocus()), None)
        for button in buttons:
            button.set_closed(reason)
        if pressed is not None:
            self._pressed, self._sent_to = pressed, QApplication.focusWidget()

    def give_back(self) -> None:
        """They may be open again: the focus goes back if it is still where it was sent."""
        pressed, self._pressed = self._pressed, None
        if pressed is None or QApplication.focusWidget() is not self._sent_to:
            return
        if pressed.isVisible() and pressed.isEnabled():
            pressed.setFocus(Qt.FocusReason.OtherFocusReason)

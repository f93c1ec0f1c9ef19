"""Keeps the wheel from changing a box that is only passed over while the page scrolls."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractSlider, QAbstractSpinBox, QApplication, QComboBox, QScrollBar

from desktop.views.widgets.app_events import app_events


class WheelGuard(QObject):
    """While it lives, an unfocused combo box, spin box or slider lets the wheel through to the
    page below it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        app_events().listen(self._wheel, (QEvent.Type.Wheel,))

    def _wheel(self, watched: QObject, event: QEvent) -> bool:
        """True (stopped, not accepted: the parent gets it) for a wheel over an unfocused box."""
        if not isinstance(watched, (QComboBox, QAbstractSpinBox, QAbstractSlider)):
            return False
        if isinstance(watched, QScrollBar) or watched.hasFocus():
            return False
        event.ignore()
        return True


def install_wheel_guard(app: QApplication) -> WheelGuard:
    """Guard every window of ``app``; an application that is guarded stays so."""
    present = app.findChild(WheelGuard)
    if isinstance(present, WheelGuard):
        return present
    return WheelGuard(app)

"""Keeps the wheel from changing a box that is only passed over while the page scrolls."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractSlider, QAbstractSpinBox, QApplication, QComboBox, QScrollBar


class WheelGuard(QObject):
    """An event filter for the application: an unfocused combo box, spin box or slider lets the
    wheel through to the page below it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True (stopped, not accepted: the parent gets it) for a wheel over an unfocused box."""
        if event.type() != QEvent.Type.Wheel:
            return False
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
    guard = WheelGuard(app)
    app.installEventFilter(guard)
    return guard

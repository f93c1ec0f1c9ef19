"""Esc twice within a second covers the screen, wherever the focus is."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop.clock import Clock
from desktop.views.widgets.window_events import window_events

WITHIN_S = 1.0


class DoubleEscape(QObject):
    """Signals: ``pressed_twice()``."""

    pressed_twice = Signal()

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._last = float("-inf")
        window_events().listen(self._key, (QEvent.Type.KeyPress,))

    def _key(self, _window: QObject, event: QEvent) -> bool:
        """Count the key; never eat it."""
        if (
            isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and not event.isAutoRepeat()
        ):
            now = self._clock.monotonic()
            is_second = now - self._last <= WITHIN_S
            self._last = float("-inf") if is_second else now
            if is_second:
                self.pressed_twice.emit()
        return False

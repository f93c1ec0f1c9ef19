"""Collects garbage on the GUI thread only: a widget freed on the storage worker crashes Qt."""

import gc
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Slot

LOOK_EVERY_MS = 1000
HANDS = (QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.Wheel)
PAUSE_S = 2.0
"""Hands at rest for so long: a stop is not felt."""
MOST_WAIT_S = 60.0
"""After this a full collection waits no more for hands that never rest."""
GROWTH = 1.25
"""CPython's own rule for a full collection (gc module, ``long_lived_pending``)."""


class GuiCollector(QObject):
    """Turns Python's own cyclic collection off and does it from a timer of this thread.

    A full collection stops the window for 50 ms: it waits for a pause of the hands, told by
    ``note_hands``.

    WORKAROUND(PYSIDE-810): reference cycles around QObjects must not be broken on another thread.
    """

    def __init__(self, parent: QObject, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._monotonic = monotonic
        self._hands_at = self._rested_at = monotonic() - PAUSE_S
        self._thresholds = gc.get_threshold()
        self._old_objects = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.collect_if_due)

    def start(self) -> None:
        """From now on garbage waits for this thread."""
        gc.disable()
        self._timer.start()

    @Slot()
    def collect_if_due(self) -> None:
        """Collect the oldest generation that is due, as Python itself would."""
        youngest, younger, old = self._thresholds
        counts = gc.get_count()
        if counts[1] > younger:
            if counts[2] > old and self._may_stop() and self._has_grown():
                gc.collect()
                self._old_objects = _count_old()
            else:
                gc.collect(1)
        elif counts[0] > youngest:
            gc.collect(0)

    def note_hands(self, _watched: QObject, _event: QEvent) -> bool:
        """Somebody presses or types (an event filter's signature; the event goes on)."""
        self._hands_at = self._monotonic()
        return False

    def _may_stop(self) -> bool:
        now = self._monotonic()
        if now - self._hands_at >= PAUSE_S or now - self._rested_at >= MOST_WAIT_S:
            self._rested_at = now
            return True
        return False

    def _has_grown(self) -> bool:
        """Only when many are new since the last full collection."""
        return _count_old() > self._old_objects * GROWTH

    def stop(self) -> None:
        """Give collection back to Python."""
        self._timer.stop()
        gc.enable()


def _count_old() -> int:
    return len(gc.get_objects(generation=2))

"""Collects garbage on the GUI thread only: a widget freed on the storage worker crashes Qt."""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

LOOK_EVERY_MS = 1000
GROWTH = 1.25
"""CPython's own rule for a full collection (gc module, ``long_lived_pending``)."""


class GuiCollector(QObject):
    """Turns Python's own cyclic collection off and does it from a timer of this thread.

    WORKAROUND(PYSIDE-810): reference cycles around QObjects must not be broken on another thread.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
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
            if counts[2] > old and self._has_grown():
                gc.collect()
                self._old_objects = _count_old()
            else:
                gc.collect(1)
        elif counts[0] > youngest:
            gc.collect(0)

    def _has_grown(self) -> bool:
        """Looking at every object stops the window for 50 ms: only when many are new since."""
        return _count_old() > self._old_objects * GROWTH

    def stop(self) -> None:
        """Give collection back to Python."""
        self._timer.stop()
        gc.enable()


def _count_old() -> int:
    return len(gc.get_objects(generation=2))

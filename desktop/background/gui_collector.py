"""Collects garbage on the GUI thread only: a widget freed on the storage worker crashes Qt."""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

LOOK_EVERY_MS = 1000


class GuiCollector(QObject):
    """Turns Python's own cyclic collection off and does it from a timer of this thread.

    WORKAROUND(PYSIDE-810): reference cycles around QObjects must not be broken on another thread.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.collect_if_due)

    def start(self) -> None:
        """From now on garbage waits for this thread."""
        gc.disable()
        self._timer.start()

    @Slot()
    def collect_if_due(self) -> None:
        """Collect each generation whose count has passed its threshold, the oldest first."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Give collection back to Python."""
        self._timer.stop()
        gc.enable()

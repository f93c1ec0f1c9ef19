"""Drives a script through the window: each step waits until what it needs is there."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.clock import Clock
from desktop.errors import BugError

LOOK_EVERY_MS = 10
PATIENCE_S = 90.0
"""Making the demo store alone can take half a minute on a slow or busy computer."""

Until = Callable[[], bool]
Script = Iterator[Until]
"""A generator that does something, then yields what must be true before it goes on."""


class Driver(QObject):
    """Runs one script inside the application's own event loop.

    Signals: ``finished()``; ``failed(Exception)``.
    """

    finished = Signal()
    failed = Signal(object)

    def __init__(self, script: Script, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._script = script
        self._clock = clock
        self._until: Until = _at_once
        self._since = clock.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin; the script runs while the event loop does."""
        self._since = self._clock.monotonic()
        self._timer.start()

    @Slot()
    def _look(self) -> None:
        try:
            if self._until():
                self._until = next(self._script)
                self._since = self._clock.monotonic()
            elif self._clock.monotonic() - self._since > PATIENCE_S:
                awaited = getattr(self._until, "args", ())
                raise BugError(f"the script waits in vain for {awaited}")
        except StopIteration:
            self._timer.stop()
            self.finished.emit()
        except Exception as error:  # noqa: BLE001  (handed on: the caller prints and exits)
            self._timer.stop()
            self.failed.emit(error)


def _at_once() -> bool:
    return True

"""While somebody is signed in: what is kept for a time only goes, at once and then every hour."""

import logging
from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.background.runner import BackgroundRunner
from desktop.clock import Clock
from desktop.services.clear_overdue import clear_overdue
from desktop.services.work import Work

log = logging.getLogger("firstlight.overdue")

LOOK_EVERY_MS = 60_000
HOUR_S = 60 * 60


class OverdueWatch(QObject):
    """One per session. A minute's timer asks the clock, because a timer stands still in sleep."""

    def __init__(self, runner: BackgroundRunner, clock: Clock, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._clock = clock
        self._work = work
        self._due_at_s = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    @property
    def is_watching(self) -> bool:
        """Whether it goes on by itself."""
        return self._timer.isActive()

    def start(self) -> None:
        """Clear now, and go on."""
        self._timer.start()
        self._clear()

    def stop(self) -> None:
        """The session ends."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Clear when an hour has gone by since the last time."""
        if self.is_watching and self._clock.monotonic() >= self._due_at_s:
            self._clear()

    def _clear(self) -> None:
        self._due_at_s = self._clock.monotonic() + HOUR_S
        clear = partial(clear_overdue, self._work)
        self._runner.run(self, clear, done=_cleared, failed=_unheard, label="overdue")


def _cleared(_nothing: None) -> None:
    pass


def _unheard(error: Exception) -> None:
    log.warning("what is over was not destroyed; the next hour tries again", exc_info=error)

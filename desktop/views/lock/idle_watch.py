"""Watches for hands: says when to cover, when to warn and when to lock. Monotonic time only."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot

from desktop.clock import Clock
from desktop.views.widgets.app_events import app_events

TICK_MS = 1000
WARNING_S = 60
ABSOLUTE_S = 12 * 3600
"""A session ends after 12 hours even in use (NIST SP 800-63B-4, AAL2 reauthentication)."""

_HANDS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)


class IdleWatch(QObject):
    """Runs while somebody is signed in.

    Signals: ``cover_due()`` after the idle time; ``lock_near(seconds)`` in the last minute before
    a lock, once per second; ``lock_due()``; ``hands_seen()`` when a near lock is called off.
    """

    cover_due = Signal()
    lock_near = Signal(int)
    lock_due = Signal()
    hands_seen = Signal()

    def __init__(self, clock: Clock, cover_s: int, lock_s: int, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._cover_s = cover_s
        self._lock_s = lock_s
        self._is_covered = False
        self._is_near = False
        self._started = self._last = clock.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin a session now."""
        self._started = self._last = self._clock.monotonic()
        self._is_covered = self._is_near = False
        self._timer.start()
        app_events().listen(self._hands, _HANDS)

    def stop(self) -> None:
        """Nobody is signed in any more."""
        self._timer.stop()
        app_events().stop(self._hands)

    @property
    def quiet_s(self) -> float:
        """How long hands are still; under the cover they do not count at all."""
        return self._clock.monotonic() - self._last

    def set_covered(self, covered: bool) -> None:
        """Under the cover hands do not count: only the PIN does."""
        self._is_covered = covered
        if not covered:
            self._last = self._clock.monotonic()
            self._call_off()

    @Slot()
    def look(self) -> None:
        """Compare the clock with the limits; called once a second."""
        now = self._clock.monotonic()
        idle = now - self._last
        left = min(self._lock_s - idle, self._session_left(now))
        if left <= 0:
            self.stop()
            self.lock_due.emit()
            return
        if not self._is_covered and idle >= self._cover_s:
            self.cover_due.emit()
        if left <= WARNING_S:
            self._is_near = True
            self.lock_near.emit(int(left))

    def _hands(self, _watched: QObject, _event: QEvent) -> bool:
        """Note hands; never eat the event."""
        if not self._is_covered:
            self._last = self._clock.monotonic()
            self._call_off()
        return False

    def _call_off(self) -> None:
        """The end of the session itself stays near, whatever the hands do."""
        if self._is_near and self._session_left(self._clock.monotonic()) > WARNING_S:
            self._is_near = False
            self.hands_seen.emit()

    def _session_left(self, now: float) -> float:
        return ABSOLUTE_S - (now - self._started)

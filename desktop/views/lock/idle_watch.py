"""Watches for hands: says when to cover, when to warn and when to lock. Monotonic time only."""

from datetime import datetime, timedelta
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot

from desktop.clock import Clock
from desktop.views.widgets.window_events import window_events

TICK_MS = 1000
WARNING_S = 60
"""Long enough to press one key (WCAG 2.2.1 asks for at least 20 seconds)."""
ABSOLUTE_S = 12 * 3600
"""A session ends after 12 hours even in use (NIST SP 800-63B-4, AAL2 reauthentication)."""
TRY_LOCK_AGAIN_S = 60
"""After a lock that unsaved work held up."""
CLOCK_SLACK_S = 2.0
"""A wall clock is set right by so much without anybody's hands (NTP)."""

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


class Near(StrEnum):
    """What comes within a minute."""

    COVER = "cover"
    LOCK = "lock"
    END = "end"
    """The end of the twelve hours: hands alone do not call it off."""


class IdleWatch(QObject):
    """Runs while somebody is signed in.

    Signals: ``cover_due()`` after the idle time; ``near(Near, seconds)`` in the last minute before
    a cover, a lock or the end, once per second; ``lock_due()``; ``hands_seen()`` when what was
    near is called off; ``clock_ran_back(seconds)`` when the wall clock was set back.
    """

    cover_due = Signal()
    near = Signal(object, int)
    lock_due = Signal()
    hands_seen = Signal()
    clock_ran_back = Signal(int)

    def __init__(self, clock: Clock, cover_s: int, lock_s: int, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._cover_s = cover_s
        self._lock_s = lock_s
        self._is_covered = False
        self._is_near = False
        self._lock_from = 0.0
        self._started = self._last = clock.monotonic()
        self._wall: tuple[datetime, float] = (clock.now(), self._started)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.look)

    def set_limits(self, cover_s: int, lock_s: int) -> None:
        """Seconds without hands, from now on."""
        self._cover_s, self._lock_s = cover_s, lock_s

    def start(self) -> None:
        """Begin a session now."""
        self._started = self._last = self._clock.monotonic()
        self._wall = (self._clock.now(), self._started)
        self._is_covered = self._is_near = False
        self._lock_from = 0.0
        self.go_on()

    def wait_to_lock(self) -> None:
        """A lock was held up: nothing that ran out begins anew, it is due again in a minute."""
        self._lock_from = self._clock.monotonic() + TRY_LOCK_AGAIN_S
        self.go_on()

    def go_on(self) -> None:
        """Watch again after ``stop``; the twelve hours run on."""
        self._timer.start()
        window_events().listen(self._hands, _HANDS)

    def stop(self) -> None:
        """Nobody is signed in any more."""
        self._timer.stop()
        window_events().stop(self._hands)

    def begin_again(self) -> None:
        """The password was given again: the twelve hours begin now."""
        self._started = self._last = self._clock.monotonic()
        self._call_off()

    def stay(self) -> None:
        """Somebody chose to stay: the same as hands."""
        self._last = self._clock.monotonic()
        self._call_off()

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
        self._look_at_wall()
        now = self._clock.monotonic()
        idle = now - self._last
        lock_left, end_left = self._lock_s - idle, self._session_left(now)
        if min(lock_left, end_left) <= 0:
            if now < self._lock_from:
                return
            self.stop()
            self.lock_due.emit()
            return
        if not self._is_covered and idle >= self._cover_s:
            self.cover_due.emit()
        self._warn(idle, lock_left, end_left)

    def _warn(self, idle: float, lock_left: float, end_left: float) -> None:
        lefts = {Near.END: end_left, Near.LOCK: lock_left}
        if not self._is_covered and idle < self._cover_s:
            lefts[Near.COVER] = self._cover_s - idle
        kind = min(lefts, key=lambda each: lefts[each])
        if lefts[kind] <= WARNING_S:
            self._is_near = True
            self.near.emit(kind, int(lefts[kind]))

    def _look_at_wall(self) -> None:
        """Only said: nothing here counts by the wall clock."""
        now, at_s = self._clock.now(), self._clock.monotonic()
        wall, wall_s = self._wall
        self._wall = (now, at_s)
        back = wall + timedelta(seconds=at_s - wall_s) - now
        if now < wall and back.total_seconds() > CLOCK_SLACK_S:
            self.clock_ran_back.emit(int(back.total_seconds()))

    def _hands(self, _watched: QObject, _event: QEvent) -> bool:
        """Note hands; never eat the event. Those that wake a sleeping computer come too late."""
        if not self._is_covered and self.quiet_s >= self._cover_s:
            self.look()
        elif not self._is_covered:
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

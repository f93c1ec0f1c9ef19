"""While a person is open with a reason: a bar on every screen of that person, with time and end."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.background.runner import BackgroundRunner
from desktop.clock import Clock
from desktop.messages import sentence
from desktop.records.break_glass import BrokenGlass, GlassKind
from desktop.records.ids import PersonId
from desktop.records.roles import Role
from desktop.services.break_glass import end_access, note_time_over, standing_access
from desktop.services.work import Work
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.message_bar import MessageBar

TICK_MS = 20_000
"""How often the time left is worded anew, in milliseconds."""
END = "end"
_WITH_GLASS = frozenset({Role.SPECIALIST, Role.PRIVACY_OFFICER})
SECONDS_PER_MINUTE, MINUTES_PER_HOUR = 60, 60


class GlassWatch(QObject):
    """Signals: ``over(is_time_over)`` the access ended, by its time or by the user."""

    over = Signal(bool)
    failed = Signal(object)

    def __init__(
        self, bar: MessageBar, work: Work, runner: BackgroundRunner, clock: Clock, language: str
    ) -> None:
        super().__init__(bar)
        self._bar = bar
        self._work = work
        self._runner = runner
        self._clock = clock
        self._language = language
        self._person: PersonId | None = None
        self._glass: BrokenGlass | None = None
        self._ends_at_s = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        bar.action_requested.connect(self._end)

    def speak(self, language: str) -> None:
        """Another interface language."""
        self._language = language
        self.tick()

    def watch(self, person: PersonId | None) -> None:
        """A screen of this person, or of nobody, is shown now."""
        if person != self._person:
            self._forget()
        self._person = person
        if person is None or self._work.session.me.role not in _WITH_GLASS:
            return
        self._runner.run(
            self,
            partial(standing_access, self._work, person),
            done=partial(self._found, person),
            failed=self.failed.emit,
        )

    @Slot()
    def tick(self) -> None:
        """Word the time left anew, or end what is over."""
        glass = self._glass
        if glass is None:
            return
        left_s = self._ends_at_s - self._clock.monotonic()
        if left_s > 0:
            self._show(glass, left_s)
            return
        self._forget()
        self._runner.run(
            self,
            partial(note_time_over, self._work, glass.glass_id),
            done=self._time_over,
            failed=self.failed.emit,
        )

    def _found(self, person: PersonId, glass: BrokenGlass | None) -> None:
        if person != self._person:
            return
        if glass is None:
            self._forget()
            return
        left = glass.until - self._work.session.store_time()
        self._ends_at_s = self._clock.monotonic() + left.total_seconds()
        self._glass = glass
        self._timer.start()
        self.tick()

    def _show(self, glass: BrokenGlass, left_s: float) -> None:
        minutes = int(-(-left_s // SECONDS_PER_MINUTE))
        hours, rest = divmod(minutes, MINUTES_PER_HOUR)
        words = "glass.banner-officer" if glass.kind is GlassKind.OFFICER else "glass.banner"
        self._bar.show_message(
            Tone.WARNING,
            sentence(
                words,
                self._language,
                time=glass.until.astimezone().strftime("%H:%M"),
                left=sentence("wait.hours", self._language, hours=hours, minutes=f"{rest:02d}"),
            ),
            actions=((END, sentence("glass.end-now", self._language)),),
            icon=Icon.KEY,
            is_spoken=not self._bar.isVisible(),
        )

    def _forget(self) -> None:
        self._timer.stop()
        self._glass = None
        self._bar.clear()

    def _time_over(self, _nothing: None) -> None:
        self.over.emit(True)

    @Slot(str)
    def _end(self, _key: str) -> None:
        glass = self._glass
        if glass is not None:
            self._runner.run(
                self,
                partial(end_access, self._work, glass.glass_id),
                done=self._ended,
                failed=self.failed.emit,
            )

    def _ended(self, _nothing: None) -> None:
        self._forget()
        self.over.emit(False)

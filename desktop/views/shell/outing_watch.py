"""While somebody is signed in: a calm bar once somebody is not back from an off-site visit."""

import logging
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.background.runner import BackgroundRunner
from desktop.messages import sentence
from desktop.records.roles import Permission
from desktop.services.late_outings import LateOutings, late_outings
from desktop.services.work import Work
from desktop.views.outing.outing_words import late_words
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.message_bar import MessageBar

log = logging.getLogger("firstlight.outings")

LOOK_EVERY_MS = 60_000
FIRST_LOOK_MS = 2_000
"""After the sign-in: the first desk comes before, and says it itself."""
SHOW = "show"


class OutingWatch(QObject):
    """One per session; of anybody who sees cases. A minute's timer asks the store and the clock.

    With nobody signed in the keys are away and nothing can be told: the page on which somebody
    leaves says so, and names who waits for the call.

    Signals: ``show_requested()`` to the desk that lists who is missed; ``changed()`` when
    somebody else is missed, or nobody any more.
    """

    show_requested = Signal()
    changed = Signal()

    def __init__(
        self, bar: MessageBar, runner: BackgroundRunner, work: Work, language: str
    ) -> None:
        super().__init__(bar)
        self._bar = bar
        self._runner = runner
        self._work = work
        self._language = language
        self._late = LateOutings()
        self.waits_to_be_spoken = False
        """A name that was not told aloud: the screen was covered, or the person had it."""
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.look)
        bar.action_requested.connect(self._show_list)

    @property
    def is_watching(self) -> bool:
        """Whether it goes on by itself."""
        return self.timer.isActive()

    def start(self) -> None:
        """Go on from now; for nobody who may not see cases."""
        if self._work.session.me.may(Permission.READ_CASES):
            self.timer.start(FIRST_LOOK_MS)

    def stop(self) -> None:
        """The session ends."""
        self.timer.stop()
        self._bar.clear()

    def speak(self, language: str) -> None:
        """Another interface language."""
        self._language = language
        if self._late.rows:
            self._word(is_spoken=False)

    @Slot()
    def look(self) -> None:
        """Ask now who is missed."""
        if not self.is_watching or self._runner.is_closed:
            return
        self.timer.setInterval(LOOK_EVERY_MS)
        look = partial(late_outings, self._work)
        self._runner.run(self, look, done=self._found, failed=_unheard, label="outings")

    @Slot()
    def look_again(self) -> None:
        """Something was saved: while somebody is missed, it may be that they are safe."""
        if self._late.rows:
            self.look()

    def _found(self, late: LateOutings) -> None:
        if not self.is_watching:
            return
        was, self._late = self._late.rows, late
        is_new = late.rows != was or self.waits_to_be_spoken
        if late.rows:
            page = self._bar.parentWidget()
            is_seen = page is not None and page.isVisible()
            self.waits_to_be_spoken = is_new and not is_seen
            self._word(is_spoken=is_new and is_seen)
        else:
            self.waits_to_be_spoken = False
            self._bar.clear()
        if late.rows != was:
            self.changed.emit()

    def _word(self, *, is_spoken: bool) -> None:
        rows, now = self._late.rows, self._work.clock.now()
        words = late_words(rows[0], now, self._language)
        if len(rows) > 1:
            more = len(rows) - 1
            words = sentence("outing.late-more", self._language, first=words, count=more)
        show = sentence("outing.show", self._language)
        self._bar.show_message(
            Tone.WARNING, words, actions=((SHOW, show),), icon=Icon.CLOCK, is_spoken=is_spoken
        )

    @Slot(str)
    def _show_list(self, _key: str) -> None:
        self.show_requested.emit()


def _unheard(error: Exception) -> None:
    log.warning("who is not back was not read; the next minute tries again", exc_info=error)

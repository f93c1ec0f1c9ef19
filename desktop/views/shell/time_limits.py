"""The time limits of a session at the window: the site's rules, the warnings, and Stay."""

import logging
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.messages import sentence
from desktop.records.audit_event import AuditAction
from desktop.services.confirmations import ConfirmedAct
from desktop.services.idle_rules import IdleRules, idle_rules
from desktop.services.work import Work
from desktop.views.lock.cover_view import CoverView
from desktop.views.lock.idle_watch import IdleWatch, Near
from desktop.views.screen import Message
from desktop.views.shell.parts import ShellParts
from desktop.views.shell.shell import Shell
from desktop.views.shell.shell_window import ShellWindow
from desktop.views.theme.tokens import Tone

log = logging.getLogger("firstlight.limits")

STAY = "stay"
_WORDS = {
    Near.COVER: "shell.cover-near",
    Near.LOCK: "shell.lock-near",
    Near.END: "shell.end-near",
}


class TimeLimits(QObject):
    """Warns a minute before a cover, a lock and the end of the twelve hours (WCAG 2.2.1, 2.2.6).

    Hands or Stay call the first two off; the last one the password.
    """

    def __init__(
        self,
        parts: ShellParts,
        inside: ShellWindow,
        cover: CoverView,
        shell: Shell,
        work: Work,
        language: str,
    ) -> None:
        super().__init__(inside)
        self._parts, self._inside, self._cover = parts, inside, cover
        self._shell, self._work, self._language = shell, work, language
        self._cover_language: str | None = None
        self._said: Near | None = None
        self._rules, self._is_turned = IdleRules(), False
        self.idle = IdleWatch(parts.clock, *_seconds(self._rules, is_turned=False), self)
        self.idle.near.connect(self._near)
        self.idle.hands_seen.connect(self._calm)
        self.idle.clock_ran_back.connect(self._clock_ran_back)
        inside.limit_bar.action_requested.connect(self._acted)

    def start(self) -> None:
        """Begin to watch, and read the site's rules."""
        self.idle.start()
        self._parts.runner.run(
            self, partial(idle_rules, self._work), done=self._use, failed=self._not_read
        )

    def speak(self, language: str) -> None:
        """Another interface language."""
        self._language = language

    def speak_on_cover(self, language: str) -> None:
        """The language of whoever holds the screen now: the cover speaks no other."""
        self._cover_language = language

    def set_turned(self, *, is_turned: bool) -> None:
        """Whether the person has the screen: their time is longer, and warned of on their page."""
        self._is_turned = is_turned
        self._cover_language = self._cover_language if is_turned else None
        self.idle.set_limits(*_seconds(self._rules, is_turned=is_turned))

    def _use(self, rules: IdleRules) -> None:
        self._rules = rules
        self.idle.set_limits(*_seconds(rules, is_turned=self._is_turned))

    def _not_read(self, error: Exception) -> None:
        log.warning("the idle rules were not read: the usual ones count", exc_info=error)

    @Slot(object, int)
    def _near(self, near: Near, seconds: int) -> None:
        if self._cover.isVisible():
            # The PIN does not prolong the twelve hours: only the password does.
            said = "cover.end-near" if near is Near.END else "cover.lock-near"
            words = sentence(said, self._cover_language or self._language, seconds=seconds)
            self._cover.show_warning(words)
            return
        if self._is_turned:
            return
        words = sentence(_WORDS[near], self._language, seconds=seconds)
        bar = self._inside.limit_bar
        if self._said is near:
            # Said aloud once; the seconds go on without building the button anew under a hand.
            bar.text_label.setText(words)
            return
        self._said = near
        stay = (STAY, sentence("shell.stay", self._language))
        bar.show_message(Tone.WARNING, words, actions=(stay,))

    @Slot(str)
    def _acted(self, key: str) -> None:
        if key != STAY:
            return
        if self._said is Near.END:
            self._shell.ask_password(ConfirmedAct.LONGER_SESSION, self.idle.begin_again)
        else:
            self.idle.stay()

    @Slot()
    def _calm(self) -> None:
        self._cover.show_warning("")
        self._said = None
        self._inside.limit_bar.clear()

    @Slot(int)
    def _clock_ran_back(self, seconds: int) -> None:
        """Flagged, and care goes on: nothing here is ordered or timed by the wall clock."""
        log.warning("the wall clock was set back by %s s", seconds)
        note = partial(self._work.audit, AuditAction.CLOCK_RAN_BACK, detail=str(seconds))
        self._parts.runner.run(self, note, done=_noted, failed=self._shell.fail)
        if self._inside.message_bar.isHidden():
            words = sentence("shell.clock-back", self._language)
            self._shell.say(Message(Tone.ACCENT, words))


def _seconds(rules: IdleRules, *, is_turned: bool) -> tuple[int, int]:
    """Cover and lock; with the person the lock comes as long after the cover as ever."""
    if not is_turned:
        return rules.cover_minutes * 60, rules.lock_minutes * 60
    later = rules.patient_minutes - rules.cover_minutes
    return rules.patient_minutes * 60, (rules.lock_minutes + later) * 60


def _noted(_nothing: None) -> None:
    """An entry was written."""

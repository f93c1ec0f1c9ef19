"""The shell's brain: who is signed in, which screen is open, saved state, cover and lock."""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.errors import KnownError
from desktop.messages import explain, sentence
from desktop.services.confirmations import ConfirmedAct
from desktop.services.work import Work
from desktop.views.screen import (
    DisplayChooser,
    Message,
    ScreenContext,
    ScreenController,
    unsaved_in,
)
from desktop.views.shell.asking import Asking
from desktop.views.shell.glass_watch import GlassWatch
from desktop.views.shell.openings import Openings
from desktop.views.shell.parts import ShellParts
from desktop.views.shell.place import Desk, Place, desks_of
from desktop.views.shell.screens import build_screen
from desktop.views.shell.shell_window import ShellWindow
from desktop.views.theme.tokens import Tone

log = logging.getLogger("firstlight.shell")

BACK_LIMIT = 20


class Shell(QObject, Openings):
    """Navigator of every screen while one person is signed in.

    Signals: ``signed_out()`` after the session is closed; ``stayed()`` when unsaved work forbids
    it; ``lock_requested()`` when only a fresh process will do; ``cover_requested()``;
    ``sign_out_requested()``; ``restore_requested(Path)`` a backup is to be put back;
    ``title_changed(title)``; ``turn_requested(PatientController)``; from the help page
    ``display_chosen(theme, scale)`` and ``language_chosen(language)``."""

    signed_out = Signal()
    stayed = Signal()
    lock_requested = Signal()
    cover_requested = Signal()
    sign_out_requested = Signal()
    title_changed = Signal(str)
    display_chosen = Signal(str, float)
    language_chosen = Signal(str)
    restore_requested = Signal(object)
    turn_requested = Signal(object)

    def __init__(self, parts: ShellParts, window: ShellWindow, work: Work, language: str) -> None:
        super().__init__(window)
        self._parts = parts
        self._window = window
        self._work = work
        self._language = language
        self._screen: ScreenController | None = None
        self._place: Place | None = None
        self._back: list[Place] = []
        self._is_leaving = False
        self._was_refused = self._has_told_room = False
        self._has_begun = self._has_warned = False
        self.asking = Asking(parts.runner, window, work)
        self._desks = desks_of(work.session.me)
        self._home = Place(self._desks[0] if self._desks else Desk.HELP)
        window.show_member(work.session.me, self._desks, work.session.site)
        window.desk_chosen.connect(self._choose_desk)
        window.help_requested.connect(self.open_help)
        window.cover_requested.connect(self.cover_requested)
        window.lock_requested.connect(self.lock_requested)
        parts.runner.unhandled.connect(self.fail)
        self.glass = GlassWatch(window.glass_bar, work, parts.runner, parts.clock, language)
        self.glass.over.connect(self._glass_over)
        self.glass.failed.connect(self.fail)

    @property
    def work(self) -> Work:
        """What the signed-in person works with."""
        return self._work

    @property
    def place(self) -> Place | None:
        """Where the person is now."""
        return self._place

    @property
    def screen(self) -> ScreenController | None:
        """The current screen."""
        return self._screen

    @property
    def has_unsaved(self) -> bool:
        """Whether the store refused something that only the screen still holds; what was dropped
        since, or is on disk all the same, is no reason to stay."""
        return unsaved_in(self._screen) or (self._was_refused and self._has_begun)

    def open(self, place: Place, *, remember: bool = True) -> None:
        """Flush the old screen, then show the new one."""
        if self._is_leaving:
            return
        self.asking.cancel()
        self.flush()
        if unsaved_in(self._screen):
            self.say(Message(Tone.DANGER, sentence("shell.not-saved-stay", self._language)))
            return
        if self.keeps_begun():
            return
        if remember and self._place is not None and self._place != place:
            self._back = [*self._back[-BACK_LIMIT:], self._place]
        context = ScreenContext(self._work, self._parts.runner, self, self._language)
        screen = build_screen(place, context)
        self._hear_help(screen)
        self._place, self._screen = place, screen
        self._has_begun = self._has_warned = self._was_refused = False
        self._forget_refusal()
        self._window.clear_message()
        self._window.show_screen(screen.view, place.rail_desk)
        self.glass.watch(place.person)
        screen.start()

    def rebuild(self, language: str | None = None) -> None:
        """Build the same screen again, after a change of language."""
        self._language = language or self._language
        member = self._work.session.me
        self._window.retranslate()
        self.glass.speak(self._language)
        self._window.show_member(member, self._desks, self._work.session.site)
        if self._place is not None:
            self.open(self._place, remember=False)

    @property
    def has_begun(self) -> bool:
        """Whether the screen shows something that nobody saved yet and only it holds."""
        return self._has_begun

    def keeps_begun(self) -> bool:
        """Whether what is begun keeps the screen: said once, asked again it is dropped."""
        if not self._has_begun or self._has_warned:
            return False
        self._has_warned = True
        self.say(Message(Tone.WARNING, sentence("shell.begun-stay", self._language)))
        return True

    def flush(self) -> None:
        """Hand pending text of the current screen to the store."""
        if self._screen is not None:
            self._screen.flush()

    def leave(self) -> None:
        """Sign out: everything pending is stored first, then the keys are forgotten.

        When the store refuses something, nobody leaves: ``stayed`` is emitted instead.
        """
        if self._is_leaving:
            return
        self.asking.forget()
        self.flush()
        self._is_leaving = True
        # Queued behind every pending save, so its answer comes after theirs.
        self._parts.runner.run(self, _nothing, done=self._leave_if_saved)

    def _leave_if_saved(self, _nothing: None) -> None:
        if self.has_unsaved:
            self._is_leaving = False
            self.say(Message(Tone.DANGER, sentence("shell.not-saved-stay", self._language)))
            self.stayed.emit()
            return
        self._screen = None
        self._window.clear_screen()
        session = self._work.session
        self._parts.runner.run(self, session.close, done=self._left, failed=self._left_badly)

    @Slot()
    def go_back(self) -> None:
        """Alt+Left: the screen before this one."""
        if self._back:
            self.open(self._back.pop(), remember=False)
        else:
            self.open_home()

    def open_home(self) -> None:
        """The first desk of the role; a role without one begins at the help."""
        self.open(self._home)

    def show_waiting(self) -> None:
        """A newcomer without keys has one page and no desk."""
        self._desks, self._home = (), Place(Desk.WAITING)
        self._window.show_member(self._work.session.me, self._desks, self._work.session.site)
        self.open_home()

    def show_keys_waiting(self, count: int) -> None:
        """Somebody waits for keys of mine: the desk of people is there, with their number."""
        member = self._work.session.me
        desks = desks_of(member, gives_keys=True)
        if desks != self._desks:
            self._desks = desks
            self._window.show_member(member, desks, self._work.session.site)
            self._window.show_current(self._place.rail_desk if self._place else None)
        self.set_badge(Desk.PEOPLE, count)

    def sign_out(self) -> None:
        """Let somebody else sign in."""
        self.sign_out_requested.emit()

    def say(self, message: Message) -> None:
        """Show a message bar."""
        self._window.show_message(message)

    @Slot(object)
    def hush(self) -> None:
        """Take the message bar away."""
        self._window.clear_message()

    def fail(self, error: Exception) -> None:
        """Say what went wrong, in words for the user."""
        if isinstance(error, KnownError):
            self.say(Message(Tone.DANGER, explain(error, self._language)))
            return
        log.error("unexpected failure", exc_info=error)
        self.say(Message(Tone.DANGER, sentence("shell.our-mistake", self._language)))

    def ask_password(self, act: ConfirmedAct, then: Callable[[], None]) -> None:
        """Ask for the password again; ``then`` only when it is right."""
        self.asking.ask(act, then, self._language)

    def show_unsaved(self, *, is_unsaved: bool) -> None:
        """What the screen shows is more than what the store has or is given."""
        self._has_begun, self._has_warned = is_unsaved, False
        self._was_refused = self._was_refused and is_unsaved
        self._window.show_unsaved(is_unsaved=is_unsaved)
        self._forget_refusal()

    def saving(self) -> None:
        """Something is on its way to the store."""
        self._window.show_saving()

    def saved(self, at: datetime) -> None:
        """The store confirmed; once it is said when that took the last room of the disk."""
        self._was_refused = False
        self._window.show_saved(at)
        if self._work.session.is_on_last_room and not self._has_told_room:
            self._has_told_room = True
            self.say(Message(Tone.WARNING, sentence("store.on-last-room", self._language)))

    def not_saved(self, error: Exception) -> None:
        """The store refused or failed."""
        self._was_refused = True
        self._window.show_not_saved()
        self.fail(error)

    def _forget_refusal(self) -> None:
        if not self.has_unsaved:
            self._window.forget_refusal()

    def set_title(self, title: str) -> None:
        """The window's title."""
        self.title_changed.emit(title)

    def set_badge(self, desk: str, count: int) -> None:
        """The count on a desk of the rail."""
        self._window.show_badge(Desk(desk), count)

    def _hear_help(self, screen: ScreenController) -> None:
        if isinstance(screen, DisplayChooser):
            screen.display_changed.connect(self.display_chosen)
            screen.language_chosen.connect(self.language_chosen)

    @Slot(bool)
    def _glass_over(self, is_time_over: bool) -> None:
        """Away from a person who may not be seen any more."""
        self._back = [place for place in self._back if place.person is None]
        self.flush()
        self._place = None  # nothing leads back
        self.open_home()
        if is_time_over:
            self.say(Message(Tone.WARNING, sentence("glass.over", self._language)))

    @Slot(str)
    def _choose_desk(self, desk: str) -> None:
        # Later, not now: the rail's button is still being pressed.
        QTimer.singleShot(0, self, partial(self.open, Place(Desk(desk))))

    def _left(self, _nothing: None) -> None:
        self._screen = self._place = None
        self.signed_out.emit()

    def _left_badly(self, error: Exception) -> None:
        log.error("the session did not close cleanly", exc_info=error)
        self.signed_out.emit()


def _nothing() -> None:
    """Work that only marks its place in the queue."""

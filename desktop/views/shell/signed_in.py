"""While somebody is signed in: the shell, the cover screen, the idle watch and the full lock."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.messages import sentence
from desktop.records.audit_event import AuditAction
from desktop.records.ids import StaffId
from desktop.records.roles import Permission
from desktop.services.ports import BackupDesk, BackupTry
from desktop.services.work import Work
from desktop.views.backups.backup_words import try_words
from desktop.views.lock.cover_view import CoverView, WorkState
from desktop.views.screen import Message
from desktop.views.shell.key_watch import KeyWatch
from desktop.views.shell.main_window import MainWindow
from desktop.views.shell.parts import ShellParts
from desktop.views.shell.pin_check import PinCheck
from desktop.views.shell.shell import Shell
from desktop.views.shell.shell_window import ShellWindow
from desktop.views.shell.shortcuts import ShortcutAct
from desktop.views.shell.time_limits import TimeLimits
from desktop.views.shell.watches import Watches
from desktop.views.theme.tokens import Tone

if TYPE_CHECKING:
    from desktop.views.patient.patient_controller import PatientController
    from desktop.views.shell.patient_facing import PatientFacing


class SignedIn(QObject):
    """One session at the window, from sign-in to sign-out or full lock.

    Signals: ``ended()`` after a sign-out, with the session closed.
    """

    ended = Signal()

    def __init__(self, parts: ShellParts, window: MainWindow, work: Work, language: str) -> None:
        super().__init__(window)
        self._parts = parts
        self._window = window
        self._work = work
        self._language = language
        self._first_words: Message | None = None
        self._after: Callable[[], None] | None = None
        self.inside = ShellWindow(window)
        self.shell = Shell(parts, self.inside, work, language)
        self.shell.title_changed.connect(window.show_title)
        self.shell.display_chosen.connect(window.use_display)
        self.shell.language_chosen.connect(window.use_language)
        self.shell.signed_out.connect(self._signed_out)
        self.shell.sign_out_requested.connect(self.sign_out)
        self.shell.restore_requested.connect(self._put_back)
        self.shell.stayed.connect(self._stayed)
        self.shell.cover_requested.connect(self.cover)
        self.shell.lock_requested.connect(self.ask_lock)
        self._keys = KeyWatch(parts.runner, work, self)
        self._keys.own_known.connect(self._open_first)
        self._keys.others_known.connect(self.shell.show_keys_waiting)
        self.watches = Watches(parts, self.inside, self.shell, work, language)
        self._cover = window.cover_view
        self._limits = TimeLimits(parts, self.inside, self._cover, self.shell, work, language)
        self.idle = self._limits.idle
        self.idle.cover_due.connect(self.cover)
        self.idle.lock_due.connect(self.lock)
        self._patient: PatientFacing | None = None
        self.shell.turn_requested.connect(self._turn)
        self._pins = PinCheck(parts.runner, work, window, self)
        self._pins.right.connect(self._let_in)
        self._pins.wrong.connect(self._say_of_pin)
        self._pins.used_up.connect(self._out_of_tries)
        self._cover.pin_entered.connect(self._pins.check)
        self._cover.other_person_requested.connect(self.sign_out)

    @property
    def staff_id(self) -> StaffId:
        """Who is signed in."""
        return self._work.session.me.staff_id

    @property
    def backups(self) -> BackupDesk:
        """Backups that this person's keys check."""
        return self._work.session.backups

    @property
    def cover_view(self) -> CoverView:
        """The cover screen."""
        return self._cover

    def start(self) -> None:
        """Show the first desk."""
        self._window.show_inside(self.inside)
        self._limits.start()
        self._keys.start()
        self.watches.start()

    def rebuild(self, language: str) -> None:
        """Another interface language, same place."""
        self._language = language
        self._limits.speak(language)
        self.watches.speak(language)
        self.shell.rebuild(language)

    @Slot()
    def cover(self) -> None:
        """Hide everything at once; what was typed goes to the store behind the cover."""
        if self._window.is_covered:
            return
        workstation = self._work.session.site.workstation_name
        self._cover.show_state(workstation, self._parts.clock.now(), error="")
        self._window.show_cover()
        self.shell.asking.forget()
        self.idle.set_covered(True)
        self._cover.show_work(WorkState.SAVING)
        self.shell.flush()
        # Queued behind every pending save: when it is written, so are they.
        self._audit(AuditAction.COVERED)

    @Slot()
    def sign_out(self) -> None:
        """Store what is pending and forget the keys; drafts stay drafts."""
        if self.keeps_begun():
            return
        self.leave(self._end)

    @Slot(object)
    def _put_back(self, backup: Path) -> None:
        if not self.keeps_begun():
            self.leave(partial(self._end_to_restore, backup))

    def _end_to_restore(self, backup: Path) -> None:
        self._window.entry.restore.want(backup, self.staff_id)
        self._end()

    def _replace(self, *, is_demo: bool) -> None:
        place = self._window.left_places.as_text(self.staff_id)
        self._parts.restart(is_demo=is_demo, place=place)

    @Slot()
    def ask_lock(self) -> None:
        """The user wants to lock; with something begun it is covered first, and said there."""
        if self.keeps_begun():
            self.cover()
        else:
            self.lock()

    def keeps_begun(self) -> bool:
        """Whether something begun and not saved keeps the session, the first time it is asked."""
        self.shell.flush()
        is_kept = self.shell.keeps_begun()
        if is_kept:
            self._cover.show_work(WorkState.BEGUN)
        return is_kept

    @Slot()
    def lock(self) -> None:
        """End this process after storing what is pending; a fresh one asks for the password."""
        self._cover.show_state(
            self._work.session.site.workstation_name, self._parts.clock.now(), error=""
        )
        self._window.show_cover()
        self._audit(AuditAction.LOCKED)
        is_demo = self._work.session.site.is_demo
        self.leave(partial(self._replace, is_demo=is_demo))

    def leave(self, after: Callable[[], None]) -> None:
        """Close the session, then call ``after`` with nothing running."""
        if self._after is not None:
            return
        self._after = after
        if self._window.backups is not None:
            # A copy that this person's keys check cannot outlive them.
            self._window.backups.stop()
        self._window.left_places.keep(self.staff_id, self.shell.place)
        self.idle.stop()
        self._keys.stop()
        self.watches.stop()
        self.shell.leave()

    def warn_of_backups(self, tried: BackupTry | None) -> None:
        """Tell an administrator of the last backup that was not made."""
        if tried is not None and self._work.session.me.may(Permission.SET_SITE):
            why = try_words(tried, self._language)
            words = sentence("backups.not-made", self._language, why=why)
            self._first_words = Message(Tone.WARNING, words)
            if self.shell.place is not None:
                self._say_first()

    def act(self, act: ShortcutAct) -> None:
        """A shortcut that only somebody signed in can ask for."""
        if act is ShortcutAct.LOCK:
            self.ask_lock()
        elif act is ShortcutAct.HELP:
            self.shell.open_help()
        elif act is ShortcutAct.BACK:
            self.shell.go_back()

    @property
    def is_turned(self) -> bool:
        """Whether the person has the screen."""
        return self._patient is not None and self._patient.is_on

    def keeps_turned(self) -> bool:
        """Whether the window stays because the person has it: the PIN first."""
        if self._patient is not None and self._patient.is_on:
            self._patient.ask_back()
        return self.is_turned

    @Slot(object)
    def _turn(self, side: "PatientController") -> None:
        from desktop.views.shell.patient_facing import PatientFacing

        if self._patient is None:
            self._patient = PatientFacing(
                self._window, self.inside, self.shell, self._limits, self._parts.themes
            )
            self._patient.pin_entered.connect(self._pins.check)
        self._patient.turn(side)

    @Slot()
    def _out_of_tries(self) -> None:
        if self._after is None:
            self.lock()

    @Slot()
    def _let_in(self) -> None:
        """From under the cover to what it covered; from the person's last page to the staff's."""
        if self._after is not None:
            return
        if self._window.is_covered:
            self.idle.set_covered(False)
            self._window.show_inside(self.inside)
            if self._patient is not None:
                self._patient.focus_first()
        elif self._patient is not None:
            self._patient.turn_back()

    @Slot(str)
    def _say_of_pin(self, words: str) -> None:
        """On the page that asked for it."""
        if self._after is not None:
            return
        if self._window.is_covered:
            self._cover.show_error(words)
        elif self._patient is not None:
            self._patient.show_error(words)

    @Slot(bool)
    def _open_first(self, is_waiting: bool) -> None:
        left = self._window.left_places.take(self.staff_id)
        if is_waiting:
            self.shell.show_waiting()
        elif left is not None:
            self.shell.open(left)
        else:
            self.shell.open_home()
        self._say_first()

    def _say_first(self) -> None:
        """What is to be said above the first desk, which takes away what was said before it."""
        if self._first_words is not None:
            self.shell.say(self._first_words)
            self._first_words = None

    def _audit(self, action: AuditAction) -> None:
        self._parts.runner.run(
            self, partial(self._work.audit, action), done=self._audited, failed=self.shell.fail
        )

    def _audited(self, _nothing: None) -> None:
        begun = WorkState.BEGUN if self.shell.has_begun else WorkState.SAVED
        self._cover.show_work(WorkState.NOT_SAVED if self.shell.has_unsaved else begun)

    @Slot()
    def _stayed(self) -> None:
        """Unsaved work keeps the session; the idle watch goes on and tries again."""
        self._after = None
        self._cover.show_work(WorkState.NOT_SAVED)
        self.idle.wait_to_lock()
        self.watches.start()
        self.idle.set_covered(self._window.is_covered)
        if self._pins.is_used_up:
            self._cover.show_error(sentence("cover.lock-waits", self._window.language))

    @Slot()
    def _signed_out(self) -> None:
        after, self._after = self._after, None
        if self._patient is not None:
            self._patient.restore()
        if after is not None:
            after()

    def _end(self) -> None:
        self.ended.emit()

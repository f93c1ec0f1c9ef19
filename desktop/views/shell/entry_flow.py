"""From start to sign-in: which page before sign-in is shown, and what its answers start."""

import logging
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.errors import KnownError
from desktop.messages import explain, sentence
from desktop.views.entry.entry_pages import EntryPages
from desktop.views.entry.entry_states import CodesState, EnrolRequest, PageState, SignInState
from desktop.views.entry.sign_in_page import SignInPage
from desktop.views.shell.backup_note import BackupNote
from desktop.views.shell.codes_to_show import codes_to_show
from desktop.views.shell.enrol_again_flow import KEY_IS_GONE, EnrolAgainFlow
from desktop.views.shell.restore_flow import EntryStand, RestoreFlow, can_restore, could_restore
from desktop.views.shell.store_door import BackupStand, DoorAct, StoreDoor, StoreFacts
from desktop.views.shell.used_folder import is_used

if TYPE_CHECKING:
    from desktop.services.ports import PrintQueue, SetUp, SetUpResult
    from desktop.views.shell.parts import ShellParts

log = logging.getLogger("firstlight.entry")


class EntryFlow(QObject):
    """Shows ``pages`` until somebody is signed in.

    Signals: ``signed_in(Work)``; ``language_chosen(language)``.
    """

    signed_in = Signal(object)
    language_chosen = Signal(str)

    def __init__(self, parts: "ShellParts", pages: EntryPages, language: str) -> None:
        super().__init__(pages)
        self._parts = parts
        self._pages = pages
        self._language = language
        self._facts = StoreFacts()
        self._wanted: SetUp | None = None
        self._has_enrolled = False
        self._has_asked_set_up = False
        self._is_demo = False
        self._backups = BackupNote()
        self._again: Callable[[], None] | None = None
        self.is_showing_codes = False
        """Whether codes are on the screen that nobody confirmed to have kept yet."""
        self.door = StoreDoor(parts, self)
        self.door.looked.connect(self._looked)
        self.door.was_set_up.connect(self._was_set_up)
        self.door.enrolled.connect(self._enrolled)
        self.door.signed_in.connect(self.signed_in)
        self.door.refused.connect(self._refused)
        self.door.backups_seen.connect(self._backups_seen)
        self.door.codes_printed.connect(self._codes_printed)
        self.again = EnrolAgainFlow(parts, pages, self.door, self._show, self._words)
        self.restore = RestoreFlow(
            parts, pages, self.door, self._show, self._words, self._stand, self.start
        )
        self._hear(pages)

    def _hear(self, pages: EntryPages) -> None:
        pages.demo_requested.connect(self.open_demo)
        pages.set_up_requested.connect(self.open_for_set_up)
        pages.set_up_submitted.connect(self.set_up)
        pages.codes_kept.connect(self._codes_kept)
        pages.codes_print_requested.connect(self._print_codes)
        pages.passphrase_submitted.connect(self.unlock)
        pages.sign_in_submitted.connect(self.sign_in)
        pages.enrol_requested.connect(self.show_enrol)
        pages.enrol_submitted.connect(self.enrol)
        pages.sign_in_requested.connect(self.show_sign_in)
        pages.first_start_requested.connect(self.show_first_start)
        pages.retry_requested.connect(self.start)
        pages.language_chosen.connect(self.language_chosen)

    def start(self) -> None:
        """Show the first page at once; the store is opened behind it."""
        if self._parts.prefer_demo or self._is_demo:
            self._show(partial(self._pages.show_opening, is_demo=True))
            self._after_paint(self._open_demo)
        elif is_used(self._parts.store_dir):
            self._show(partial(self._pages.show_sign_in, SignInState(is_busy=True)))
            self._after_paint(self._open_store)
        else:
            self.show_first_start()

    def _after_paint(self, act: Callable[[], None]) -> None:
        """The imports behind the door would hold the first picture up."""
        if self._pages.was_painted:
            act()
        else:
            self._pages.painted.connect(act)

    @Slot()
    def _open_store(self) -> None:
        self._is_demo = False
        self.door.open(self._parts.store_dir)

    @Slot()
    def _open_demo(self) -> None:
        self._is_demo = True
        self.door.open_demo(self._parts.demo_dir)

    def rebuild(self, language: str) -> None:
        """Show the present page again in another language, what went wrong included."""
        self._language = language
        self._pages.rebuild(language, self._again)

    @Slot()
    def show_first_start(self) -> None:
        """Offer invented people or a set-up."""
        self._has_asked_set_up = self._is_demo = False
        has_records = is_used(self._parts.store_dir)
        self._show(partial(self._pages.show_first_start, has_records=has_records))

    @Slot()
    def open_demo(self) -> None:
        """Open the demo store, making it when there is none."""
        self._show(partial(self._pages.show_opening, is_demo=True))
        self._open_demo()

    @Slot()
    def open_for_set_up(self) -> None:
        """Open the folder of the real store, which is still empty."""
        self._has_asked_set_up = True
        self._show(partial(self._pages.show_opening, is_demo=False))
        self.door.open(self._parts.store_dir, for_set_up=True)

    @Slot(object)
    def set_up(self, wanted: "SetUp") -> None:
        """Make the store; it is one when its codes are kept."""
        self._wanted = wanted
        self._show(partial(self._show_set_up, is_busy=True))
        self.door.set_up(wanted)

    @Slot(str)
    def unlock(self, passphrase: str) -> None:
        """Passphrase mode: once per start of the app."""
        self._show(partial(self._show_unlock, is_busy=True))
        self.door.unlock(passphrase)

    @Slot(str, str)
    def sign_in(self, name: str, password: str) -> None:
        """Check name and password."""
        self._has_enrolled = False
        self._show(partial(self._show_sign_in, is_busy=True))
        self.door.sign_in(name, password)

    def ask_to_keep_codes(self) -> None:
        """The window was asked to close while codes are shown."""
        self._pages.say_beside_codes(sentence("entry.codes-first", self._language))

    @Slot()
    def show_sign_in(self) -> None:
        """The sign-in page."""
        self._show(self._show_sign_in)

    def go_on_after_session(self) -> None:
        """Whoever was signed in has left: to the next one, or to a restore that they asked for."""
        if not self.restore.begin_wanted():
            self.show_sign_in()

    @Slot()
    def show_enrol(self) -> None:
        """The page that takes a one-time code."""
        self._show(self._show_enrol)

    @Slot(object)
    def enrol(self, request: EnrolRequest) -> None:
        """Choose a password with a one-time code."""
        self._show(partial(self._show_enrol, is_busy=True))
        self.door.enrol(request)

    @Slot(object)
    def _looked(self, facts: StoreFacts) -> None:
        from desktop.services.ports import StoreCondition

        self._facts = facts
        if facts.condition is StoreCondition.ABSENT and self._has_asked_set_up:
            self._show(self._show_set_up)
        elif facts.condition is StoreCondition.ABSENT:
            self._show(partial(self._pages.show_first_start, has_records=False))
        elif facts.condition is StoreCondition.LOCKED:
            self._show(self._show_unlock)
        else:
            self.show_sign_in()
        if facts.condition is not StoreCondition.ABSENT:
            self.door.look_at_backups()

    @Slot(object)
    def _backups_seen(self, stand: BackupStand) -> None:
        self._backups.take(stand, self._parts.clock.now())
        if isinstance(self._pages.page, SignInPage):
            self._pages.page.show_backup(self._backups.words(self._language))

    @Slot(object, object)
    def _was_set_up(self, result: "SetUpResult", queue: "PrintQueue | None") -> None:
        codes = codes_to_show(result, self._wanted, queue)
        self._wanted = None
        self.is_showing_codes = True
        # The pages show them again by themselves: no second copy is kept here.
        self._again = None
        self._pages.show_codes(codes)

    @Slot(object)
    def _print_codes(self, codes: CodesState) -> None:
        from desktop.services.code_sheets import sheets_of

        now = self._parts.clock.now()
        self.door.print_codes(
            sheets_of(codes.recovery_codes, codes.enrolment, codes.hospital, now, self._language)
        )

    @Slot(str)
    def _codes_printed(self, queue: str) -> None:
        words = sentence("entry.codes-printed", self._language, queue=queue)
        self._pages.say_beside_codes(words, is_printed=True)

    @Slot()
    def _codes_kept(self) -> None:
        self.is_showing_codes = False
        self._show(partial(self._pages.show_opening, is_demo=False))
        self.door.finish_set_up()

    @Slot()
    def _enrolled(self) -> None:
        self._has_enrolled = True
        self.show_sign_in()

    @Slot(object, object)
    def _refused(self, act: DoorAct, error: Exception) -> None:
        if not isinstance(error, KnownError):
            log.error("unexpected failure before sign-in", exc_info=error)
        if act is DoorAct.PRINT:
            self._pages.say_beside_codes(self._words(error))
            return
        act = DoorAct.OPEN if can_restore(error) else act  # whatever was tried: it is the file
        show = {
            DoorAct.ENROL_AGAIN: self.again.show_form,
            DoorAct.SIGN_IN: self._show_sign_in,
            DoorAct.UNLOCK: self._show_unlock,
            DoorAct.ENROL: self._show_enrol,
            DoorAct.SET_UP: self._show_set_up,
        }.get(act, self._show_trouble)
        self._show(partial(show, error=error))

    def _show(self, show: Callable[[], None]) -> None:
        """Show a page; after a change of language it is shown again in the same way."""
        self._again = show
        show()

    def _show_sign_in(self, *, is_busy: bool = False, error: Exception | None = None) -> None:
        facts, words = self._facts, self._words(error)
        hint = sentence("entry.demo-hint", self._language) if facts.is_demo else ""
        note = sentence("entry.enrolled", self._language) if self._has_enrolled else ""
        self._pages.show_sign_in(
            SignInState(
                facts.hospital,
                facts.workstation,
                facts.is_demo,
                hint,
                is_busy,
                words,
                note,
                self._backups.words(self._language),
            )
        )

    def _show_unlock(self, *, is_busy: bool = False, error: Exception | None = None) -> None:
        state = PageState(is_busy, self._words(error))
        self._pages.show_unlock(state, self._facts.workstation)

    def _show_enrol(self, *, is_busy: bool = False, error: Exception | None = None) -> None:
        self._pages.show_enrol(PageState(is_busy, self._words(error)))

    def _show_set_up(self, *, is_busy: bool = False, error: Exception | None = None) -> None:
        state = PageState(is_busy, self._words(error))
        self._pages.show_set_up(state, has_keyring=self._facts.has_keyring)

    def _show_trouble(self, *, error: Exception) -> None:
        can_enrol = isinstance(error, KnownError) and error.message_id in KEY_IS_GONE
        self._pages.show_trouble(
            self._words(error), can_enrol=can_enrol, can_restore=could_restore(error)
        )

    def _stand(self) -> EntryStand:
        return EntryStand(self._language, self._is_demo)

    def _words(self, error: Exception | None) -> str:
        if error is None:
            return ""
        if isinstance(error, KnownError):
            return explain(error, self._language)
        return sentence("shell.our-mistake", self._language)

"""Every page before sign-in; a page is built when it is first shown."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.views.entry.entry_stack import EntryStack
from desktop.views.entry.entry_states import (
    CodesState,
    EnrolAgainState,
    EnrolRequest,
    PageState,
    SignInState,
)
from desktop.views.entry.sign_in_page import SignInPage
from desktop.views.widgets.announce import announce

if TYPE_CHECKING:
    from desktop.views.entry.restore_state import RestoreState


class EntryPages(EntryStack):
    """Signals: ``demo_requested()``, ``set_up_requested()``, ``first_start_requested()``,
    ``retry_requested()``, ``enrol_requested()``, ``sign_in_requested()``, ``codes_kept()``,
    ``codes_print_requested(CodesState)``, ``close_now_requested()``; ``set_up_submitted(SetUp)``,
    ``passphrase_submitted(passphrase)``, ``sign_in_submitted(name, password)``,
    ``enrol_submitted(EnrolRequest)``; ``enrol_again_requested()``,
    ``enrol_again_submitted(ReEnrolment)``; ``restore_requested()``, and of its page
    ``restore_place_given(Path)``, ``restore_chosen(Path)``, ``restore_confirmed()``,
    ``restore_other_requested()``, ``restore_stop_requested()``, ``restore_left()``; those of
    EntryStack.
    """

    demo_requested = Signal()
    set_up_requested = Signal()
    first_start_requested = Signal()
    retry_requested = Signal()
    enrol_requested = Signal()
    sign_in_requested = Signal()
    codes_kept = Signal()
    codes_print_requested = Signal(object)
    close_now_requested = Signal()
    set_up_submitted = Signal(object)
    passphrase_submitted = Signal(str)
    sign_in_submitted = Signal(str, str)
    enrol_submitted = Signal(object)
    enrol_again_requested = Signal()
    enrol_again_submitted = Signal(object)
    restore_requested = Signal()
    restore_place_given = Signal(object)
    restore_chosen = Signal(object)
    restore_confirmed = Signal()
    restore_other_requested = Signal()
    restore_stop_requested = Signal()
    restore_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._enrolled_name = ""

    def show_first_start(self, *, has_records: bool = False) -> None:
        """Offer invented people and, where there is no store, a set-up."""
        from desktop.views.entry.first_start_page import FirstStartPage

        again = partial(self.show_first_start, has_records=has_records)
        page, is_new = self.turn_to(FirstStartPage, again)
        page.show_state(has_records=has_records)
        if is_new:
            page.demo_requested.connect(self.demo_requested)
            page.set_up_requested.connect(self.set_up_requested)
            page.restore_requested.connect(self.restore_requested)
            page.back_requested.connect(self.retry_requested)
            self.arrive(page)

    def show_opening(self, *, is_demo: bool) -> None:
        """A store is being opened or made."""
        from desktop.views.entry.opening_page import OpeningPage

        page, is_new = self.turn_to(OpeningPage, partial(self.show_opening, is_demo=is_demo))
        page.show_state(is_demo=is_demo)
        if is_new:
            self.arrive(page)

    def show_set_up(self, state: PageState, *, has_keyring: bool) -> None:
        """Ask what a new store needs."""
        from desktop.views.entry.set_up_page import SetUpPage

        again = partial(self.show_set_up, state, has_keyring=has_keyring)
        page, is_new = self.turn_to(SetUpPage, again)
        page.show_state(state, has_keyring=has_keyring)
        if is_new:
            page.submitted.connect(self.set_up_submitted)
            page.back_requested.connect(self.first_start_requested)
            self.arrive(page)

    def show_codes(self, state: CodesState) -> None:
        """Show recovery and one-time codes, once."""
        from desktop.views.entry.codes_page import CodesPage

        page, is_new = self.turn_to(CodesPage, partial(self.show_codes, state))
        page.show_state(state)
        self.kept = {CodesPage: self.kept.get(CodesPage, {})}
        if is_new:
            page.kept.connect(self.codes_kept)
            page.print_requested.connect(self.codes_print_requested)
            self.arrive(page)

    def say_beside_codes(self, words: str, *, is_printed: bool = False) -> None:
        """Say why the window stays while the codes are shown, or what became of printing them."""
        from desktop.views.entry.codes_page import CodesPage

        if isinstance(self.page, CodesPage):
            self.page.show_printed(is_done=is_printed)
            self.page.bar.set_note(words)
            announce(self, words)

    def show_unlock(self, state: PageState, workstation: str) -> None:
        """Ask for the passphrase of the workstation."""
        from desktop.views.entry.unlock_page import UnlockPage

        page, is_new = self.turn_to(UnlockPage, partial(self.show_unlock, state, workstation))
        page.show_state(state, workstation)
        if is_new:
            page.submitted.connect(self.passphrase_submitted)
            page.enrol_again_requested.connect(self.enrol_again_requested)
            self.arrive(page)

    def show_sign_in(self, state: SignInState) -> None:
        """Ask for name and password."""
        page, is_new = self.turn_to(SignInPage, partial(self.show_sign_in, state))
        page.show_state(state)
        if is_new:
            page.submitted.connect(self.sign_in_submitted)
            page.enrol_requested.connect(self.enrol_requested)
            self.arrive(page)
        if self._enrolled_name and state.note:
            page.propose_name(self._enrolled_name)
            self._enrolled_name = ""

    def show_closing(self, words: str = "", done: int = 0, total: int = 0) -> None:
        """The day's backup is being made before the window closes."""
        from desktop.views.entry.closing_page import ClosingPage

        page, is_new = self.turn_to(ClosingPage, partial(self.show_closing, words, done, total))
        page.show_step(words, done, total)
        if is_new:
            page.close_now_requested.connect(self.close_now_requested)
            self.arrive(page)

    def show_enrol(self, state: PageState) -> None:
        """Ask for a one-time code, a new password and a PIN."""
        from desktop.views.entry.enrol_page import EnrolPage

        page, is_new = self.turn_to(EnrolPage, partial(self.show_enrol, state))
        page.show_state(state)
        if is_new:
            page.submitted.connect(self._enrol)
            page.sign_in_requested.connect(self.sign_in_requested)
            self.arrive(page)

    def show_enrol_again(self, state: EnrolAgainState) -> None:
        """Ask for two recovery codes, then show the code of the administrator."""
        from desktop.views.entry.enrol_again_page import EnrolAgainPage

        page, is_new = self.turn_to(EnrolAgainPage, partial(self.show_enrol_again, state))
        page.show_state(state)
        if is_new:
            page.submitted.connect(self.enrol_again_submitted)
            page.back_requested.connect(self.retry_requested)
            self.arrive(page)

    def show_restore(self, state: "RestoreState") -> None:
        """Put a backup in the place of the store."""
        from desktop.views.entry.restore_page import RestorePage

        page, is_new = self.turn_to(RestorePage, partial(self.show_restore, state))
        page.show_state(state)
        if is_new:
            page.place_given.connect(self.restore_place_given)
            page.backup_chosen.connect(self.restore_chosen)
            page.restore_requested.connect(self.restore_confirmed)
            page.other_requested.connect(self.restore_other_requested)
            page.stop_requested.connect(self.restore_stop_requested)
            page.left.connect(self.restore_left)
            self.arrive(page)

    def show_restore_step(self, words: str, done: int, total: int) -> None:
        """How far it is with that."""
        from desktop.views.entry.restore_page import RestorePage

        if isinstance(self.page, RestorePage):
            self.page.busy.show_step(words, done, total)

    def show_trouble(
        self, text: str, *, can_enrol: bool = False, can_restore: bool = False
    ) -> None:
        """Say why the store did not open; ``can_enrol``: two recovery codes would help, and
        ``can_restore``: a backup would."""
        from desktop.views.entry.trouble_page import TroublePage

        again = partial(self.show_trouble, text, can_enrol=can_enrol, can_restore=can_restore)
        page, is_new = self.turn_to(TroublePage, again)
        page.show_state(text, can_enrol=can_enrol, can_restore=can_restore)
        if is_new:
            page.retry_requested.connect(self.retry_requested)
            page.first_start_requested.connect(self.first_start_requested)
            page.enrol_again_requested.connect(self.enrol_again_requested)
            page.restore_requested.connect(self.restore_requested)
            page.close_requested.connect(lambda: self.window().close())
            self.arrive(page)

    @Slot(object)
    def _enrol(self, request: EnrolRequest) -> None:
        self._enrolled_name = request.sign_in_name
        self.enrol_submitted.emit(request)

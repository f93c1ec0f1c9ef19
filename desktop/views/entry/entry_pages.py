"""Every page before sign-in, beside the picture; a page is built when it is first shown."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QLocale, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.views.entry.entry_page import EntryPage
from desktop.views.entry.entry_side import EntrySide, Wordmark
from desktop.views.entry.entry_states import CodesState, EnrolRequest, PageState, SignInState
from desktop.views.entry.sign_in_page import SignInPage
from desktop.views.shell.regions import mark_region
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.metrics import Layout, layout_for
from desktop.views.theme.tokens import Space
from desktop.views.widgets.announce import announce
from desktop.views.widgets.segment import Choice, Segment
from desktop.views.widgets.surface import Ground, Surface

P = TypeVar("P", bound=EntryPage)

_SIDE_SHARE, _PAGE_SHARE = 44, 56


class EntryPages(QWidget):
    """Only the present page exists; what was typed outlives a change of language.

    Signals: ``demo_requested()``, ``set_up_requested()``, ``first_start_requested()``,
    ``retry_requested()``, ``enrol_requested()``, ``sign_in_requested()``, ``codes_kept()``,
    ``codes_print_requested(CodesState)``, ``close_now_requested()``; ``set_up_submitted(SetUp)``,
    ``passphrase_submitted(passphrase)``, ``sign_in_submitted(name, password)``,
    ``enrol_submitted(EnrolRequest)``, ``language_chosen("en" or "es")``; ``painted()`` once seen.
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
    language_chosen = Signal(str)
    painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("entry")
        self._again: Callable[[], None] | None = None
        self._kept: dict[type[EntryPage], dict[str, str]] = {}
        self._enrolled_name = ""
        self._was_painted = False
        self.side = EntrySide(self)
        self._right = Surface(Ground.PLAIN, self)
        self.wordmark = Wordmark(self._right, is_small=True)
        self.languages = Segment(
            self.tr("Language"),
            [Choice("en", "English"), Choice("es", "Español")],
            self._right,
            name="entry-language",
        )
        self.languages.chosen.connect(self.language_chosen)
        self._stack = QStackedWidget(self._right)
        mark_region(self.languages)
        mark_region(self._stack)
        self._lay_out()
        theme_holder().changed.connect(self._fit)
        is_spanish = QLocale().language() == QLocale.Language.Spanish
        self.languages.set_chosen("es" if is_spanish else "en")

    @property
    def was_painted(self) -> bool:
        """Whether a picture of them has been on the screen."""
        return self._was_painted

    @property
    def page(self) -> EntryPage | None:
        """The page now shown."""
        page = self._stack.currentWidget()
        return page if isinstance(page, EntryPage) else None

    def show_first_start(self, *, has_records: bool = False) -> None:
        """Offer invented people and, where there is no store, a set-up."""
        from desktop.views.entry.first_start_page import FirstStartPage

        again = partial(self.show_first_start, has_records=has_records)
        page, is_new = self._turn_to(FirstStartPage, again)
        page.show_state(has_records=has_records)
        if is_new:
            page.demo_requested.connect(self.demo_requested)
            page.set_up_requested.connect(self.set_up_requested)
            self._arrive(page)

    def show_opening(self, *, is_demo: bool) -> None:
        """A store is being opened or made."""
        from desktop.views.entry.opening_page import OpeningPage

        page, is_new = self._turn_to(OpeningPage, partial(self.show_opening, is_demo=is_demo))
        page.show_state(is_demo=is_demo)
        if is_new:
            self._arrive(page)

    def show_set_up(self, state: PageState, *, has_keyring: bool) -> None:
        """Ask what a new store needs."""
        from desktop.views.entry.set_up_page import SetUpPage

        again = partial(self.show_set_up, state, has_keyring=has_keyring)
        page, is_new = self._turn_to(SetUpPage, again)
        page.show_state(state, has_keyring=has_keyring)
        if is_new:
            page.submitted.connect(self.set_up_submitted)
            page.back_requested.connect(self.first_start_requested)
            self._arrive(page)

    def show_codes(self, state: CodesState) -> None:
        """Show recovery and one-time codes, once."""
        from desktop.views.entry.codes_page import CodesPage

        page, is_new = self._turn_to(CodesPage, partial(self.show_codes, state))
        page.show_state(state)
        self._kept = {CodesPage: self._kept.get(CodesPage, {})}
        if is_new:
            page.kept.connect(self.codes_kept)
            page.print_requested.connect(self.codes_print_requested)
            self._arrive(page)

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

        page, is_new = self._turn_to(UnlockPage, partial(self.show_unlock, state, workstation))
        page.show_state(state, workstation)
        if is_new:
            page.submitted.connect(self.passphrase_submitted)
            self._arrive(page)

    def show_sign_in(self, state: SignInState) -> None:
        """Ask for name and password."""
        page, is_new = self._turn_to(SignInPage, partial(self.show_sign_in, state))
        page.show_state(state)
        if is_new:
            page.submitted.connect(self.sign_in_submitted)
            page.enrol_requested.connect(self.enrol_requested)
            self._arrive(page)
        if self._enrolled_name and state.note:
            page.propose_name(self._enrolled_name)
            self._enrolled_name = ""

    def show_closing(self, words: str = "", done: int = 0, total: int = 0) -> None:
        """The day's backup is being made before the window closes."""
        from desktop.views.entry.closing_page import ClosingPage

        page, is_new = self._turn_to(ClosingPage, partial(self.show_closing, words, done, total))
        page.show_step(words, done, total)
        if is_new:
            page.close_now_requested.connect(self.close_now_requested)
            self._arrive(page)

    def show_enrol(self, state: PageState) -> None:
        """Ask for a one-time code, a new password and a PIN."""
        from desktop.views.entry.enrol_page import EnrolPage

        page, is_new = self._turn_to(EnrolPage, partial(self.show_enrol, state))
        page.show_state(state)
        if is_new:
            page.submitted.connect(self._enrol)
            page.sign_in_requested.connect(self.sign_in_requested)
            self._arrive(page)

    def show_trouble(self, text: str) -> None:
        """Say why the store did not open."""
        from desktop.views.entry.trouble_page import TroublePage

        page, is_new = self._turn_to(TroublePage, partial(self.show_trouble, text))
        page.show_state(text)
        if is_new:
            page.retry_requested.connect(self.retry_requested)
            page.first_start_requested.connect(self.first_start_requested)
            page.close_requested.connect(lambda: self.window().close())
            self._arrive(page)

    def rebuild(self, language: str, again: Callable[[], None] | None = None) -> None:
        """Show the page in the language now installed; ``again`` words its sentences anew too."""
        self.languages.set_chosen(language)
        self.languages.setAccessibleName(self.tr("Language"))
        self.side.retranslate()
        page, focus = self.page, QApplication.focusWidget()
        if page is None or self._again is None:
            return
        focused = focus.objectName() if focus is not None and page.isAncestorOf(focus) else ""
        self._kept[type(page)] = page.typed(with_secrets=True)
        self._drop(page)
        (again or self._again)()
        target = self.page.findChild(QWidget, focused) if self.page and focused else None
        if target is not None:
            target.setFocus()
        elif focus is not None and self.languages.isAncestorOf(focus):
            focus.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Once somebody is signed in nothing typed here stays."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._kept.clear()
            if self.page is not None:
                self.page.forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell when the first picture is done: this is its beginning, so one turn later."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self._first_picture_done)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture gives way in a narrow window."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.S)
        top.addWidget(self.wordmark)
        top.addStretch(1)
        top.addWidget(self.languages)
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side, _SIDE_SHARE)
        row.addWidget(self._right, _PAGE_SHARE)

    def _turn_to(self, kind: type[P], again: Callable[[], None]) -> tuple[P, bool]:
        """The present page when it is of this kind, else a new one (True)."""
        self._again = again
        present = self.page
        if isinstance(present, kind):
            return present, False
        if present is not None:
            self._kept[type(present)] = present.typed(with_secrets=False)
            self._drop(present)
        page = kind(self._stack)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        return page, True

    def _arrive(self, page: EntryPage) -> None:
        """After a new page shows its state: what was typed, focus, title."""
        kept = self._kept.pop(type(page), None)
        if kept:
            page.restore(kept)
        self._fit()
        page.focus_first()
        if self._was_painted:
            announce(page, page.title)

    def _drop(self, page: EntryPage) -> None:
        self._stack.removeWidget(page)
        page.hide()
        page.deleteLater()

    @Slot()
    def _first_picture_done(self) -> None:
        if self.page is not None:
            announce(self.page, self.page.title)
        self.painted.emit()

    @Slot(object)
    def _enrol(self, request: EnrolRequest) -> None:
        self._enrolled_name = request.sign_in_name
        self.enrol_submitted.emit(request)

    @Slot()
    def _fit(self) -> None:
        is_wide = self.page is not None and self.page.is_wide
        is_beside = not is_wide and layout_for(self.width(), current_theme().scale) is Layout.FULL
        self.side.setVisible(is_beside)
        self.wordmark.setVisible(not is_beside)

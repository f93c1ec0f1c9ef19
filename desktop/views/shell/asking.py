"""Asks whoever is signed in for the password again, then goes on with what was wanted."""

import logging
from collections.abc import Callable
from functools import partial

import shiboken6
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from desktop.background.runner import BackgroundRunner, abandon
from desktop.errors import KnownError
from desktop.messages import explain, sentence
from desktop.services.confirm_identity import confirm_identity
from desktop.services.confirmations import ConfirmedAct
from desktop.services.work import Work
from desktop.views.lock.confirm_page import ConfirmPage
from desktop.views.shell.shell_window import ShellWindow

log = logging.getLogger("firstlight.confirm")


class Asking(QObject):
    """At most one question at a time; cover, lock and another screen take it away undone."""

    def __init__(self, runner: BackgroundRunner, window: ShellWindow, work: Work) -> None:
        super().__init__(window)
        self._runner = runner
        self._window = window
        self._work = work
        self._language = ""
        self._page: ConfirmPage | None = None
        self._then: Callable[[], None] | None = None
        self._focus: QWidget | None = None

    @property
    def page(self) -> ConfirmPage | None:
        """What is asked now."""
        return self._page

    def ask(self, act: ConfirmedAct, then: Callable[[], None], language: str) -> None:
        """Ask in place of the screen; ``then`` follows a right password, nothing a Cancel."""
        self.cancel()
        self._language, self._then = language, then
        self._focus = QApplication.focusWidget()
        page = ConfirmPage(act, self._work.session.me.display_name, self._window)
        page.password_given.connect(partial(self._check, act))
        page.cancelled.connect(self.cancel)
        self._page = page
        self._window.show_question(page)
        page.begin()

    @Slot()
    def cancel(self) -> None:
        """Leave it undone; the screen is as it was."""
        self._then = None
        self._close()

    def forget(self) -> None:
        """Covered or locked: nothing is asked, and nothing that was confirmed counts any more."""
        self.cancel()
        self._work.confirmed.forget()

    def _check(self, act: ConfirmedAct, password: str) -> None:
        page = self._page
        if page is None:
            return
        page.show_busy()
        self._runner.run(
            self,
            partial(confirm_identity, self._work, act, password),
            done=partial(self._confirmed, page),
            failed=partial(self._refused, page),
            label="password again",
        )

    def _confirmed(self, page: ConfirmPage, _nothing: None) -> None:
        if page is not self._page:
            # It was right, but meanwhile nobody wants it or the screen was covered.
            self._work.confirmed.forget()
            return
        then, self._then = self._then, None
        self._close()
        if then is not None:
            then()

    def _refused(self, page: ConfirmPage, error: Exception) -> None:
        if not isinstance(error, KnownError):
            log.error("the password was not checked", exc_info=error)
            error = KnownError("shell.our-mistake")
        if page is not self._page:
            return
        words = explain(error, self._language)
        if error.message_id == "sign-in.wrong-password":
            words = sentence("confirm.wrong-password", self._language)
        page.show_error(words)

    def _close(self) -> None:
        page, self._page = self._page, None
        focus, self._focus = self._focus, None
        if page is None:
            return
        self._window.close_question(page)
        page.hide()
        abandon(page)
        if focus is not None and shiboken6.isValid(focus) and focus.isVisible():
            focus.setFocus()

"""Runs the page of a newcomer who waits for keys."""

from functools import partial

from PySide6.QtCore import QObject

from desktop.services.own_keys import OwnKeys, own_keys
from desktop.views.people.waiting_view import WaitingView
from desktop.views.screen import ScreenContext


class WaitingController(QObject):
    """Says who can help, and lets them come to this workstation."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._view = WaitingView(context.language)
        # The controller lives as long as its view, which the shell owns.
        self.setParent(self._view)
        self._view.sign_out_requested.connect(context.navigator.sign_out)

    @property
    def view(self) -> WaitingView:
        """The screen."""
        return self._view

    def start(self) -> None:
        """Read what is missing."""
        self._context.navigator.set_title(self._view.words.title_label.text())
        self._context.runner.run(
            self._view,
            partial(own_keys, self._context.work),
            done=self._show,
            failed=self._context.navigator.fail,
        )

    def flush(self) -> None:
        """Nothing is typed here."""

    def _show(self, own: OwnKeys) -> None:
        self._view.show_state(own)
        self._view.focus_first()

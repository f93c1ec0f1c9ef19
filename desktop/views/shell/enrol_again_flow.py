"""Before sign-in: enrolling this workstation again when its key is gone."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.views.entry.entry_pages import EntryPages
from desktop.views.entry.entry_states import EnrolAgainState
from desktop.views.shell.store_door import StoreDoor

if TYPE_CHECKING:
    from desktop.services.ports import NewCode, ReEnrolment
    from desktop.views.shell.parts import ShellParts

KEY_IS_GONE = frozenset(
    {"keyring.entry-gone", "keyring.entry-damaged", "keyring.changed", "keyring.not-here"}
)
"""Sentences of a store whose key two recovery codes can replace."""


class EnrolAgainFlow(QObject):
    """``show`` shows a page and shows it again after a change of language; ``words`` says an
    error in the present language."""

    def __init__(
        self,
        parts: "ShellParts",
        pages: EntryPages,
        door: StoreDoor,
        show: Callable[[Callable[[], None]], None],
        words: Callable[[Exception | None], str],
    ) -> None:
        super().__init__(pages)
        self._parts = parts
        self._pages = pages
        self._door = door
        self._show = show
        self._words = words
        self._has_keyring = False
        self._name = ""
        pages.enrol_again_requested.connect(self._look)
        pages.enrol_again_submitted.connect(self._enrol)
        door.keyring_seen.connect(self._open)
        door.enrolled_again.connect(self._done)

    def show_form(self, *, is_busy: bool = False, error: Exception | None = None) -> None:
        """Ask for the codes; after an ``error`` nothing was changed."""
        self._pages.show_enrol_again(
            EnrolAgainState(is_busy, self._words(error), self._has_keyring)
        )

    @Slot()
    def _look(self) -> None:
        self._show(partial(self._pages.show_opening, is_demo=False))
        self._door.look_for_keyring(self._parts.store_dir)

    @Slot(bool)
    def _open(self, has_keyring: bool) -> None:
        self._has_keyring = has_keyring
        self._show(self.show_form)

    @Slot(object)
    def _enrol(self, wanted: "ReEnrolment") -> None:
        self._name = wanted.administrator
        self._show(partial(self.show_form, is_busy=True))
        self._door.enrol_again(self._parts.store_dir, wanted)

    @Slot(object)
    def _done(self, made: "NewCode") -> None:
        until = made.expires_at.astimezone().strftime("%Y-%m-%d %H:%M")
        state = EnrolAgainState(code=made.code, name=self._name, until=until)
        self._show(partial(self._pages.show_enrol_again, state))

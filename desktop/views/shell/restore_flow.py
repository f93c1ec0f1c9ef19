"""Before sign-in: a backup is looked at, and put in the place of the store when it is confirmed."""

import logging
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Slot

from desktop.background.progress import Step
from desktop.errors import BugError, KnownError
from desktop.messages import sentence
from desktop.views.entry.entry_pages import EntryPages
from desktop.views.shell.store_door import StoreDoor

if TYPE_CHECKING:
    from desktop.records.ids import StaffId
    from desktop.services.ports import Backup, Restored, RestoreDesk, RestoreLook, Tell
    from desktop.views.entry.restore_state import RestoreState
    from desktop.views.shell.parts import ShellParts

log = logging.getLogger("firstlight.restore")
T = TypeVar("T")
A_BACKUP_HELPS = frozenset(
    {"store.damaged", "store.not-a-store", "store.not-trusted", "store.absent"}
)
"""Sentences of a store whose file is the trouble, so that a backup is the way on."""
LOOKING, BRINGING = "restore.step-looking", "backup.step-bringing-back"


class Stopped(Exception):
    """Whoever began it called it off; nothing was changed."""


class EntryStand(NamedTuple):
    """What the pages before sign-in are worded in, and whether they are about the demo."""

    language: str
    is_demo: bool


class RestoreFlow(QObject):
    """``show`` shows a page and shows it again after a change of language; ``go_on`` opens
    the store anew."""

    def __init__(
        self,
        parts: "ShellParts",
        pages: EntryPages,
        door: StoreDoor,
        show: Callable[[Callable[[], None]], None],
        words: Callable[[Exception | None], str],
        stand: Callable[[], EntryStand],
        go_on: Callable[[], None],
    ) -> None:
        super().__init__(pages)
        self._parts = parts
        self._pages = pages
        self._door = door
        self._show = show
        self._words = words
        self._stand = stand
        self._go_on = go_on
        self._found: Sequence[Backup] = ()
        self._look: RestoreLook | None = None
        self._restored: Restored | None = None
        self._by: StaffId | None = None
        self._wanted: tuple[Path, StaffId] | None = None
        self._stop = Event()
        pages.restore_requested.connect(self.begin)
        pages.restore_place_given.connect(self._find)
        pages.restore_chosen.connect(self._look_at)
        pages.restore_confirmed.connect(self._restore)
        pages.restore_other_requested.connect(self._choose_other)
        pages.restore_stop_requested.connect(self._call_off)
        pages.restore_left.connect(self._leave)

    @Slot()
    def begin(self) -> None:
        """Nobody is signed in: ask where the backups are. The store, if one is open, is let go."""
        gate = self._door.hand_out()
        if gate is not None:
            self._parts.runner.run(self, gate.close, done=_nothing, label="let go")
        self._by, self._found, self._look, self._restored = None, (), None, None
        self._show(self._show_page)

    def want(self, backup: Path, by: "StaffId") -> None:
        """An administrator chose it, gave the password and is signed out now."""
        self._wanted = (backup, by)

    def begin_wanted(self) -> bool:
        """Look at what somebody wanted who has left; False when nobody did."""
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return False
        self.begin()
        backup, self._by = wanted
        self._look_at(backup)
        return True

    @Slot(object)
    def _find(self, place: Path) -> None:
        self._run(LOOKING, partial(_find, place=place), self._was_found)

    def _was_found(self, found: "Sequence[Backup]") -> None:
        if len(found) == 1:
            self._look_at(found[0].path)
            return
        self._found = found
        self._show(self._show_page)

    @Slot(object)
    def _look_at(self, backup: Path) -> None:
        self._run(BRINGING, partial(_look, backup=backup), self._was_looked_at)

    def _was_looked_at(self, look: "RestoreLook") -> None:
        self._look = look
        self._show(self._show_page)

    @Slot()
    def _restore(self) -> None:
        if self._look is not None:
            work = partial(_restore, backup=self._look.backup.path, by=self._by)
            self._run(BRINGING, work, self._was_restored)

    def _was_restored(self, restored: "Restored") -> None:
        self._restored = restored
        self._show(self._show_page)

    @Slot()
    def _choose_other(self) -> None:
        self._look = None
        self._show(self._show_page)

    @Slot()
    def _call_off(self) -> None:
        self._stop.set()
        self._pages.show_restore_step(
            sentence("restore.step-stopping", self._stand().language), 0, 0
        )

    @Slot()
    def _leave(self) -> None:
        self._go_on()

    def _run(
        self,
        doing: str,
        work: "Callable[[RestoreDesk, Tell], T]",
        done: Callable[[T], None],
    ) -> None:
        from desktop.views.backups.backup_drive import told

        if self._parts.restore_desk is None:
            raise BugError("nothing puts a backup back here")
        self._stop.clear()
        self._show(partial(self._show_page, doing=doing))
        is_demo = self._stand().is_demo
        folder = self._parts.demo_dir if is_demo else self._parts.store_dir
        make = partial(self._parts.restore_desk, folder, is_demo)
        act = partial(_stoppable, self._stop, make, work)
        self._parts.runner.run_with_progress(
            self,
            partial(told, act),
            done=done,
            failed=self._failed,
            progressed=self._stepped,
            label="restore",
        )

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, (KnownError, Stopped)):
            log.error("unexpected failure of a restore", exc_info=error)
        self._show(partial(self._show_page, error=error))

    def _stepped(self, step: Step) -> None:
        words = sentence(step.what, self._stand().language)
        self._pages.show_restore_step(words, step.done, step.total)

    def _show_page(self, *, doing: str = "", error: Exception | None = None) -> None:
        self._pages.show_restore(self._state(doing, error))

    def _state(self, doing: str, error: Exception | None) -> "RestoreState":
        from desktop.views.entry.restore_state import RestoreState

        language = self._stand().language
        was_stopped = isinstance(error, Stopped)
        return RestoreState(
            language,
            bool(doing),
            sentence(doing, language) if doing else "",
            "" if was_stopped else self._words(error),
            sentence("restore.stopped", language) if was_stopped else "",
            self._found,
            self._look,
            self._restored,
        )


def can_restore(error: Exception) -> bool:
    """Whether a backup helps against it, whenever it comes."""
    return isinstance(error, KnownError) and error.message_id in A_BACKUP_HELPS


def could_restore(error: Exception) -> bool:
    """Whether it helps where the store did not even open: a disk may also fail just once."""
    is_disk = isinstance(error, KnownError) and error.message_id == "store.disk-failed"
    return is_disk or can_restore(error)


def _stoppable(
    stop: Event,
    make: "Callable[[], RestoreDesk]",
    work: "Callable[[RestoreDesk, Tell], T]",
    tell: "Tell",
) -> T:
    """On the worker; asked to stop it ends at its next step."""

    def tell_or_stop(what: str, done: int, total: int) -> None:
        if stop.is_set():
            raise Stopped
        tell(what, done, total)

    return work(make(), tell_or_stop)


def _find(desk: "RestoreDesk", _tell: "Tell", *, place: Path) -> "Sequence[Backup]":
    return desk.find(place)


def _look(desk: "RestoreDesk", tell: "Tell", *, backup: Path) -> "RestoreLook":
    return desk.look(backup, tell)


def _restore(
    desk: "RestoreDesk", tell: "Tell", *, backup: Path, by: "StaffId | None"
) -> "Restored":
    return desk.restore(backup, by, tell)


def _nothing(_result: object) -> None:
    """Nobody waits for it."""

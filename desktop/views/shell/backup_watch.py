"""Makes the daily backup: at a quiet moment, or before the window closes; never in care's way."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.messages import sentence
from desktop.views.shell.store_door import BackupStand

if TYPE_CHECKING:
    from desktop.services.ports import BackupTry
    from desktop.views.backups.backup_drive import BackupDrive
    from desktop.views.shell.main_window import MainWindow
    from desktop.views.shell.parts import ShellParts

log = logging.getLogger("firstlight.backup")

LOOK_EVERY_MS = 60_000
QUIET_S = 60
"""Nobody touched anything for so long."""


class BackupWatch(QObject):
    """One per window, made when its first picture is on the screen."""

    def __init__(self, parts: "ShellParts", window: "MainWindow") -> None:
        super().__init__(window)
        self._parts = parts
        self._window = window
        self._door = window.entry.door
        self._stand: BackupStand | None = None
        self._drive: BackupDrive | None = None
        self._after: Callable[[], None] | None = None
        self._is_closed = False
        self._door.backups_seen.connect(self._seen)
        self._door.let_go.connect(self._forget)
        window.pages.close_now_requested.connect(self.stop)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def stop(self) -> None:
        """Whoever is signed in leaves: a copy that their keys check is called off."""
        if self._drive is not None:
            self._drive.stop()

    def close(self) -> None:
        """At the end of the window, before the storage worker."""
        self._timer.stop()
        self._is_closed = True
        if self._drive is not None:
            self._drive.close()

    @Slot()
    def look(self) -> None:
        """Ask the store for its plan; the answer may begin a backup."""
        if self._parts.runner.is_idle:
            self._door.look_at_backups()

    def is_due(self) -> bool:
        """Whether one is due, as far as was seen last."""
        from desktop.services.backup_rules import is_due

        now = self._parts.clock.now().astimezone()
        return self._stand is not None and is_due(self._stand.plan, self._stand.log, now)

    def trouble(self) -> "BackupTry | None":
        """The last try when it made no backup."""
        tries = self._stand.log.tries if self._stand is not None else ()
        return tries[0] if tries and not tries[0].is_good else None

    def finish(self, after: Callable[[], None]) -> None:
        """Make a backup that is due, then call ``after``, however it went."""
        self._after = after
        self._window.pages.show_closing()
        self._begin()

    @property
    def is_finishing(self) -> bool:
        """Whether the window waits for a backup before it closes."""
        return self._after is not None

    @Slot(object)
    def _seen(self, stand: BackupStand) -> None:
        self._stand = stand
        if self._is_closed:
            return
        signed_in = self._window.signed_in
        is_quiet = signed_in is None or signed_in.idle.quiet_s >= QUIET_S
        if is_quiet and not self.is_finishing and self.is_due():
            self._begin()

    def _begin(self) -> None:
        if self._stand is None:
            self._ended()
            return
        signed_in = None if self.is_finishing else self._window.signed_in
        desk = signed_in.backups if signed_in is not None else self._stand.desk
        self._need_drive().back_up(desk, Path(self._stand.plan.folder))

    def _need_drive(self) -> "BackupDrive":
        from desktop.views.backups.backup_drive import drive_of

        if self._drive is None:
            self._drive = drive_of(self._parts.runner, self._parts.clock)
            self._drive.stepped.connect(self._step)
            self._drive.made.connect(self._made)
            self._drive.failed.connect(self._failed)
            self._drive.stopped.connect(self._ended)
        return self._drive

    @Slot()
    def _forget(self) -> None:
        """The store is closed for something else: what was seen of it owes no backup."""
        self.stop()
        self._stand = None

    @Slot(str, int, int)
    def _step(self, what: str, done: int, total: int) -> None:
        if self.is_finishing:
            words = sentence(what, self._window.language)
            self._window.pages.show_closing(words, done, total)

    @Slot(object)
    def _made(self, _done: object) -> None:
        self._ended()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        log.warning("a backup was not made", exc_info=error)
        self._ended()

    @Slot()
    def _ended(self) -> None:
        after, self._after = self._after, None
        if after is not None:
            after()
        elif not self._is_closed:
            self._door.look_at_backups()

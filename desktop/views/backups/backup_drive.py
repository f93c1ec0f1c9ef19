"""Drives a backup: slices on the storage worker between other work, the rest on a second worker."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.background.progress import Progress, Step
from desktop.background.runner import BackgroundRunner, Task
from desktop.clock import Clock
from desktop.services.backup_rules import failed_try, good_try
from desktop.services.ports import (
    BackupDesk,
    BackupDone,
    BackupRun,
    BackupTry,
    DrillReport,
    Tell,
)

T = TypeVar("T")
TAKING = "backup.step-taking"


class BackupDrive(QObject):
    """One backup or drill at a time; it lives as long as the window, whatever screen is open.

    A folder that hangs holds up the second worker only. Signals: ``stepped(what, done, total)``;
    ``made(BackupDone)``, ``drilled(DrillReport)`` or ``failed(Exception)`` at the end;
    ``stopped()`` when it was called off; ``changed()`` whenever it begins or ends.
    """

    stepped = Signal(str, int, int)
    made = Signal(object)
    drilled = Signal(object)
    failed = Signal(object)
    stopped = Signal()
    changed = Signal()

    def __init__(self, storage: BackgroundRunner, clock: Clock) -> None:
        super().__init__(storage)
        self.setObjectName("backup-drive")
        self._storage = storage
        self._clock = clock
        self._beside = BackgroundRunner(self, name="backup")
        self._desk: BackupDesk | None = None
        self._run: BackupRun | None = None
        self._task: Task | None = None
        self._started = 0.0
        self._is_busy = False
        self._count = 0
        """Which try this is: what an earlier one, called off, still delivers is cleared away."""

    @property
    def is_busy(self) -> bool:
        """Whether a backup or a drill is under way."""
        return self._is_busy

    def back_up(self, desk: BackupDesk, folder: Path) -> None:
        """Begin a backup; nothing when something is under way."""
        if self._is_busy:
            return
        self._begin(TAKING)
        self._desk, self._started = desk, perf_counter()
        self._task = self._beside.run(
            self,
            partial(desk.check_folder, folder),
            done=partial(self._checked, desk, folder),
            failed=self._went_wrong,
        )

    def drill(self, act: Callable[[Tell], DrillReport]) -> None:
        """Begin a drill; nothing when something is under way."""
        if self._is_busy:
            return
        self._begin("backup.step-bringing-back")
        self._desk = None
        self._task = self._beside.run_with_progress(
            self,
            partial(told, act),
            done=self._was_drilled,
            failed=self._went_wrong,
            progressed=self._step,
        )

    def stop(self) -> None:
        """Call it off; what is written until now goes."""
        if not self._is_busy:
            return
        if self._task is not None:
            self._task.cancel()
        run = self._end()
        if run is not None:
            # Behind the slice or the check that is under way, which ends at its next step.
            self._beside.run(self, _nothing, done=partial(self._clear, run))
        self.stopped.emit()

    def close(self) -> None:
        """At the end of the window, before the storage worker: stop, and wait for what cannot."""
        self.stop()
        self._beside.close()

    def _checked(self, desk: BackupDesk, folder: Path, _nothing: None) -> None:
        # Not a task that can be called off: what it began has to be cleared away then.
        self._task = None
        self._storage.run(
            self,
            partial(desk.begin, folder),
            done=partial(self._begun, self._count),
            failed=partial(self._not_begun, self._count),
        )

    def _begun(self, count: int, run: BackupRun) -> None:
        if count != self._count:
            self._clear(run)
            return
        self._run = run
        self._copy_some()

    def _not_begun(self, count: int, error: Exception) -> None:
        if count == self._count:
            self._went_wrong(error)

    def _copy_some(self) -> None:
        if self._run is not None:
            self._task = self._storage.run(
                self, self._run.copy_some, done=self._copied, failed=self._went_wrong
            )

    def _copied(self, is_all: bool) -> None:
        if not is_all or self._run is None:
            self._copy_some()
            return
        self._task = self._beside.run_with_progress(
            self,
            partial(told, self._run.finish),
            done=self._was_made,
            failed=self._went_wrong,
            progressed=self._step,
        )

    def _step(self, step: Step) -> None:
        if self._is_busy:
            self.stepped.emit(step.what, step.done, step.total)

    def _was_made(self, done: BackupDone) -> None:
        self._remember(good_try(done, perf_counter() - self._started))
        self._end()
        self.made.emit(done)

    def _was_drilled(self, drill: DrillReport) -> None:
        self._end()
        self.drilled.emit(drill)

    def _went_wrong(self, error: Exception) -> None:
        if self._desk is not None:
            self._remember(failed_try(self._clock.now(), error))
        run = self._end()
        if run is not None:
            self._clear(run)
        self.failed.emit(error)

    def _remember(self, tried: BackupTry) -> None:
        if self._desk is not None and not self._storage.is_closed:
            self._storage.run(self, partial(self._desk.remember, tried), done=_ignore)

    def _clear(self, run: BackupRun, _nothing: None = None) -> None:
        # What is left when the window has gone is cleared at the next start.
        if not self._storage.is_closed:
            self._storage.run(self, run.stop, done=_ignore)

    def _begin(self, what: str) -> None:
        self._is_busy = True
        self.changed.emit()
        self.stepped.emit(what, 0, 0)

    def _end(self) -> BackupRun | None:
        """Nothing is under way any more; what is left of the run is for the caller to clear."""
        run, self._run, self._task, self._desk = self._run, None, None, None
        self._is_busy = False
        self._count += 1
        self.changed.emit()
        return run


def drive_of(storage: BackgroundRunner, clock: Clock) -> BackupDrive:
    """The one drive beside this storage worker."""
    found = storage.findChild(BackupDrive, "backup-drive")
    return found if isinstance(found, BackupDrive) else BackupDrive(storage, clock)


def told(act: Callable[[Tell], T], progress: Progress) -> T:
    """``act``, with what it tells on the way to ``progress``, which may stop it."""

    def tell(what: str, done: int, total: int) -> None:
        # Qt counts in 32 bits and a file in bytes.
        scale = max(total // 1000, 1)
        progress.report(Step(done // scale, total // scale, what))

    return act(tell)


def _nothing() -> None:
    """Work that only marks its place in the queue."""


def _ignore(_result: object) -> None:
    """Nobody waits for it."""

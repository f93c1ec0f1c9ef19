"""Runs work beside the GUI thread: one worker, strict order, delivery only to what still lives."""

import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop.background.progress import Progress, Step, WorkCancelled
from desktop.errors import BugError

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")

SWITCH_AFTER_S = 0.0005
"""Python's own 5 ms are a third of the time in which an answer must be on the screen."""

_ABANDONED = "abandoned"
"""Dynamic property of what waits to be deleted."""


class Task:
    """One piece of work that was handed in; ``label`` names it for the log, never a person."""

    def __init__(self, label: str, progress: Progress) -> None:
        self.label = label
        self._progress = progress
        self._future: Future[object] | None = None

    def cancel(self) -> bool:
        """Stop work that has not started (True), or ask running work to stop (False).

        A cancelled task calls neither ``done`` nor ``failed``.
        """
        self._progress.cancel()
        return self._future is not None and self._future.cancel()

    @property
    def is_finished(self) -> bool:
        """Whether the work ended, failed or was cancelled."""
        return self._future is not None and self._future.done()

    @property
    def is_cancelled(self) -> bool:
        """Whether someone asked it to stop."""
        return self._progress.is_cancelled

    def attach(self, future: "Future[object]") -> None:
        """Used by the runner: the future that carries the work."""
        self._future = future


class _Delivery:
    """What to call when one future is done; lives on the GUI thread."""

    def __init__(
        self,
        context: QObject,
        future: "Future[object]",
        done: Callable[[object], None],
        failed: Callable[[Exception], None] | None,
        progressed: Callable[[Step], None] | None,
    ) -> None:
        self.context = context
        self.future = future
        self.done = done
        self.failed = failed
        self.progressed = progressed


class BackgroundRunner(QObject):
    """Runs work on one worker thread, in the order it was handed in.

    Signals: ``unhandled(error)`` an exception of work without its own ``failed``;
    ``busy_changed(is_busy)``; ``idle()`` when nothing is queued or running any more.
    """

    unhandled = Signal(object)
    busy_changed = Signal(bool)
    idle = Signal()
    _finished = Signal(object)
    _stepped = Signal(object, object)

    def __init__(self, parent: QObject | None = None, *, name: str = "storage") -> None:
        super().__init__(parent)
        self._name = name
        # The drawing thread waits for the interpreter at most so long when the worker has it.
        sys.setswitchinterval(SWITCH_AFTER_S)
        self._executor: ThreadPoolExecutor | None = None
        self._open: dict[Task, _Delivery] = {}
        self._is_closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._stepped.connect(self._deliver_step, Qt.ConnectionType.QueuedConnection)

    @property
    def is_closed(self) -> bool:
        """Whether nothing is taken any more."""
        return self._is_closed

    @property
    def is_idle(self) -> bool:
        """Whether nothing waits, runs or is still to be delivered."""
        return not self._open

    def run(
        self,
        context: QObject,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        label: str = "",
    ) -> Task:
        """Run ``work()`` on the worker; then ``done(result)`` or ``failed(error)`` here.

        Nothing is called once ``context`` is deleted, except that an error nobody else can
        hear goes to ``unhandled``. Raises BugError after ``close``.
        """
        return self.run_with_progress(
            context, _without_progress(work), done=done, failed=failed, label=label
        )

    def run_with_progress(
        self,
        context: QObject,
        work: Callable[[Progress], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        progressed: Callable[[Step], None] | None = None,
        label: str = "",
    ) -> Task:
        """As ``run``; ``work`` gets a ``Progress`` to report steps and to see a cancellation."""
        if self._is_closed:
            raise BugError("work was handed to a closed runner")
        progress = Progress()
        task = Task(label, progress)
        if progressed is not None:
            progress.listen(partial(self._stepped.emit, task))
        was_idle = self.is_idle
        future: Future[object] = self._worker().submit(work, progress)
        task.attach(future)
        self._open[task] = _Delivery(context, future, _widened(done), failed, progressed)
        future.add_done_callback(partial(self._report, task))
        if was_idle:
            self.busy_changed.emit(True)
        return task

    def wait(self, seconds: float) -> bool:
        """Block until all that was handed in so far is run and delivered, at most ``seconds``;
        whether it is. For the one moment in which the event loop will not run again."""
        tasks = list(self._open)
        if tasks:
            from concurrent.futures import wait

            wait([delivery.future for delivery in self._open.values()], seconds)
        for task in tasks:
            if task.is_finished:
                self._deliver(task)
        return not any(task in self._open for task in tasks)

    def close(self, *, wait: bool = True) -> None:
        """Take no more work. ``wait`` runs and delivers what is queued, else it is cancelled.

        Running work is always waited for, never killed.
        """
        self._is_closed = True
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=not wait)
        for task in list(self._open):
            self._deliver(task)

    def _worker(self) -> "ThreadPoolExecutor":
        if self._executor is None:
            # Imported with the first work: the first picture need not wait for it.
            from concurrent.futures import ThreadPoolExecutor

            self._executor = ThreadPoolExecutor(1, thread_name_prefix=f"firstlight-{self._name}")
        return self._executor

    def _report(self, task: Task, _future: "Future[object]") -> None:
        # Called on the worker thread, or on this one when a waiting task is cancelled.
        self._finished.emit(task)

    @Slot(object)
    def _deliver(self, task: Task) -> None:
        delivery = self._open.pop(task, None)
        if delivery is None:
            return
        try:
            self._call(task, delivery)
        finally:
            if self.is_idle:
                self.busy_changed.emit(False)
                self.idle.emit()

    def _call(self, task: Task, delivery: _Delivery) -> None:
        if delivery.future.cancelled():
            return
        error = delivery.future.exception()
        lives = _is_wanted(delivery.context)
        if error is None:
            if lives and not task.is_cancelled:
                delivery.done(delivery.future.result())
        elif isinstance(error, WorkCancelled):
            return
        elif lives and delivery.failed is not None and isinstance(error, Exception):
            delivery.failed(error)
        else:
            self.unhandled.emit(error)

    @Slot(object, object)
    def _deliver_step(self, task: Task, step: Step) -> None:
        delivery = self._open.get(task)
        if delivery is not None and delivery.progressed and _is_wanted(delivery.context):
            delivery.progressed(step)


def abandon(context: QObject) -> None:
    """Delete ``context`` as soon as Qt can; from now on nothing is delivered to it or its parts.

    Between ``deleteLater`` and the deletion, a result may still be waiting in the event queue.
    """
    context.setProperty(_ABANDONED, True)
    context.deleteLater()


def _is_wanted(context: QObject) -> bool:
    if not shiboken6.isValid(context):
        return False
    part: QObject | None = context
    while part is not None:
        if part.property(_ABANDONED):
            return False
        part = part.parent()
    return True


def _without_progress(work: Callable[[], T]) -> Callable[[Progress], T]:
    def run(progress: Progress) -> T:
        progress.check()
        return work()

    return run


def _widened(done: Callable[[T], None]) -> Callable[[object], None]:
    def call(result: object) -> None:
        done(result)  # type: ignore[arg-type]  # the future of this work can hold nothing else

    return call

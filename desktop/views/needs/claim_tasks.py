"""Reads and notes the claim to the state's victim compensation, beside the needs."""

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.records.compensation_claim import ClaimState, CompensationClaim
from desktop.services.compensation import ClaimNow, note_claim, read_claim
from desktop.services.local_day import local_day
from desktop.services.ports import EpisodeRef
from desktop.views.needs.needs_view import NeedsView
from desktop.views.person.task_runner import TaskRunner
from desktop.views.screen import ScreenContext


class ClaimTasks(QObject):
    """On the desk of the needs."""

    def __init__(
        self, context: ScreenContext, ref: EpisodeRef, view: NeedsView, tasks: TaskRunner
    ) -> None:
        super().__init__(view)
        self._context, self._ref, self._view, self._tasks = context, ref, view, tasks
        self._now = ClaimNow(None)
        self._may_write = False
        self.panel, self.task = view.compensation, view.claim
        self.panel.note_requested.connect(self._begin)
        self.task.step_given.connect(self._keep)

    def read(self, *, may_write: bool) -> None:
        """Read where it stands, and show it."""
        self._may_write = may_write
        self._context.runner.run(
            self._view,
            partial(read_claim, self._context.work, self._ref),
            done=self._show,
            failed=self._context.navigator.fail,
        )

    def _show(self, now: ClaimNow) -> None:
        self._now = now
        self.panel.show_claim(now, may_write=self._may_write)
        self.panel.show()

    @Slot()
    def _begin(self) -> None:
        if not self._view.keeps_task():
            self.task.begin(self._now.claim, local_day(self._context.work))
            self._view.open_task(self.task)

    @Slot(object, object)
    def _keep(self, state: ClaimState, day: date) -> None:
        work = partial(note_claim, self._context.work, self._ref, state, day)
        self._tasks.run(self.task, work, self._kept)

    def _kept(self, _claim: CompensationClaim) -> None:
        self._view.close_task()
        self.panel.button.setFocus()
        self.read(may_write=self._may_write)

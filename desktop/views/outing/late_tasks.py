"""On the worklist: who is not back from an off-site visit, and that somebody heard of them."""

from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.records.outing import CallKind, Outing
from desktop.services.late_outings import LateOuting, LateOutings, late_outings
from desktop.services.outing_rules import outing_rules
from desktop.services.outing_steps import note_back, note_call
from desktop.services.work import Work
from desktop.views.outing.late_rows import late_rows
from desktop.views.outing.safe_panel import SafePanel
from desktop.views.person.task_runner import TaskRunner
from desktop.views.screen import ScreenContext
from desktop.views.worklist.worklist_view import WorklistView


class LateTasks(QObject):
    """Anybody who sees cases notes it, whoever's case it is."""

    def __init__(self, context: ScreenContext, view: WorklistView, runner: TaskRunner) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._runner = runner
        self._late = LateOutings()
        self._lasts = timedelta()
        self._chosen: LateOuting | None = None
        language, now, side = context.language, context.work.clock.now, view.body.side_column
        self._safe = view.on_demand(lambda: SafePanel(language, now, side))
        view.late.show_rows(())
        view.late.rows.opened.connect(self._open)
        self._safe.when_made(lambda task: task.reached_given.connect(self._reached))
        self._safe.when_made(lambda task: task.back_given.connect(self._back))

    def look(self) -> None:
        """Read who is missed, and show it."""
        context = self._context
        work = partial(_read, context.work)
        context.runner.run(self._view, work, done=self._show, failed=context.navigator.fail)

    def _show(self, found: tuple[LateOutings, timedelta]) -> None:
        self._late, self._lasts = found
        now = self._context.work.clock.now()
        self._view.late.show_rows(late_rows(self._late.rows, now, self._context.language))

    @Slot(str)
    def _open(self, key: str) -> None:
        row = next((one for one in self._late.rows if one.outing_id == key), None)
        if row is not None and not self._view.keeps_task():
            self._chosen = row
            self._safe().begin(row, self._lasts)
            self._view.open_task(self._safe())

    @Slot(object, object)
    def _reached(self, at: datetime, due: datetime) -> None:
        row = self._chosen
        if row is not None:
            step = partial(note_call, self._context.work, row.ref, row.outing_id)
            work = partial(step, CallKind.REACHED, at, due)
            self._runner.run(self._safe(), work, self._kept)

    @Slot(object)
    def _back(self, at: datetime) -> None:
        row = self._chosen
        if row is not None:
            work = partial(note_back, self._context.work, row.ref, row.outing_id, at)
            self._runner.run(self._safe(), work, self._kept)

    def _kept(self, _outing: Outing) -> None:
        self._view.close_task()
        self._view.focus_list()
        self.look()


def _read(work: Work) -> tuple[LateOutings, timedelta]:
    return late_outings(work), outing_rules(work).lasts

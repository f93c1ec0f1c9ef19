"""Notes the steps of a mandated report from the person page, and takes the last one back."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop.records.mandated_report import MandatedReport, ReportStage
from desktop.services.mandated_report import note_cause, note_told, note_written, take_step_back
from desktop.services.ports import EpisodeRef
from desktop.views.person.person_view import PersonView
from desktop.views.person.report_card import next_stage
from desktop.views.person.task_runner import TaskRunner
from desktop.views.screen import ScreenContext

_NOTES = {None: note_cause, ReportStage.ORAL: note_told, ReportStage.WRITTEN: note_written}


class ReportTasks(QObject):
    """Signals: ``changed()`` after the store confirmed a step."""

    changed = Signal()

    def __init__(self, context: ScreenContext, ref: EpisodeRef, view: PersonView) -> None:
        super().__init__(view)
        self._context = context
        self._ref = ref
        self._view = view
        self._report: MandatedReport | None = None
        self._runner = TaskRunner(context, view)
        view.report_card.step_requested.connect(self._begin)
        view.report_card.back_requested.connect(self._step_back)
        view.report.when_made(lambda task: task.moment_given.connect(self._note))

    def know(self, report: MandatedReport | None) -> None:
        """The report of the case as it stands."""
        self._report = report

    @Slot()
    def _begin(self) -> None:
        if self._view.keeps_task():
            return
        self._view.report().begin(next_stage(self._report))
        self._view.open_task(self._view.report())

    @Slot(object, object)
    def _note(self, stage: ReportStage | None, at: datetime) -> None:
        work = partial(_NOTES[stage], self._context.work, self._ref, at)
        self._runner.run(self._view.report(), work, self._kept)

    @Slot()
    def _step_back(self) -> None:
        context = self._context
        work = partial(take_step_back, context.work, self._ref)
        context.runner.run(self._view, work, done=self._kept, failed=context.navigator.fail)

    def _kept(self, _report: MandatedReport | None) -> None:
        self._context.navigator.saved(self._context.work.clock.now())
        self.changed.emit()

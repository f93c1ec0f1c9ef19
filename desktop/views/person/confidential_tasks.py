"""Sets "no information" from the person page, notes its review, and lifts it."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop.records.confidential_status import AskedBy, ConfidentialStatus, LiftedWhy
from desktop.services.confidential_status import (
    lift_no_information,
    review_no_information,
    set_no_information,
)
from desktop.services.ports import EpisodeRef
from desktop.views.person.person_view import PersonView
from desktop.views.person.task_runner import TaskRunner
from desktop.views.screen import ScreenContext


class ConfidentialTasks(QObject):
    """Signals: ``changed()`` after the store confirmed a step."""

    changed = Signal()

    def __init__(self, context: ScreenContext, ref: EpisodeRef, view: PersonView) -> None:
        super().__init__(view)
        self._context = context
        self._ref = ref
        self._view = view
        self._runner = TaskRunner(context, view)
        card = view.confidential_card
        card.set_requested.connect(self._ask_who)
        card.review_requested.connect(self._review)
        card.lift_requested.connect(self._ask_why)
        view.set_confidential.when_made(lambda task: task.asked_given.connect(self._set))
        view.lift_confidential.when_made(lambda task: task.reason_given.connect(self._lift))

    @Slot()
    def _ask_who(self) -> None:
        if not self._view.keeps_task():
            self._view.set_confidential().begin()
            self._view.open_task(self._view.set_confidential())

    @Slot()
    def _ask_why(self) -> None:
        if not self._view.keeps_task():
            self._view.lift_confidential().begin()
            self._view.open_task(self._view.lift_confidential())

    @Slot(object)
    def _set(self, asked_by: AskedBy) -> None:
        work = partial(set_no_information, self._context.work, self._ref, asked_by)
        self._runner.run(self._view.set_confidential(), work, self._kept)

    @Slot(object)
    def _lift(self, why: LiftedWhy) -> None:
        work = partial(lift_no_information, self._context.work, self._ref, why)
        self._runner.run(self._view.lift_confidential(), work, self._kept)

    @Slot()
    def _review(self) -> None:
        context = self._context
        work = partial(review_no_information, context.work, self._ref)
        context.runner.run(self._view, work, done=self._reviewed, failed=context.navigator.fail)

    def _reviewed(self, status: ConfidentialStatus) -> None:
        self._context.navigator.saved(self._context.work.clock.now())
        self._kept(status)

    def _kept(self, _status: ConfidentialStatus) -> None:
        self.changed.emit()

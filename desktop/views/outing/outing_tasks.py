"""Plans a visit from the person page, and notes each of its steps."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop.errors import BugError
from desktop.records.outing import CallKind, Outing
from desktop.services.outing_steps import note_back, note_call, note_left
from desktop.services.outings import CaseOutings
from desktop.services.plan_outing import (
    NewOuting,
    cancel_outing,
    plan_outing,
    put_off_outing,
)
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import PersonPage
from desktop.views.outing.back_panel import BackPanel
from desktop.views.outing.outing_card import OutingAct, outing_card_state
from desktop.views.outing.plan_panel import PlanPanel
from desktop.views.outing.step_panel import StepPanel
from desktop.views.person.person_view import PersonView
from desktop.views.person.task_panel import Task
from desktop.views.person.task_runner import TaskRunner
from desktop.views.screen import ScreenContext


class OutingTasks(QObject):
    """Signals: ``changed()`` after the store confirmed a step."""

    changed = Signal()

    def __init__(self, context: ScreenContext, ref: EpisodeRef, view: PersonView) -> None:
        super().__init__(view)
        self._context = context
        self._ref = ref
        self._view = view
        self._runner = TaskRunner(context, view)
        self._outings: CaseOutings | None = None
        language, now, side = context.language, context.work.clock.now, view.body.side_column
        self._plan = view.on_demand(lambda: PlanPanel(language, now, side))
        self._step = view.on_demand(lambda: StepPanel(language, now, side))
        self._back = view.on_demand(lambda: BackPanel(language, now, side))
        view.outing_card.act_requested.connect(self._begin)
        self._plan.when_made(lambda task: task.plan_given.connect(self._keep_plan))
        self._step.when_made(lambda task: task.step_given.connect(self._keep_step))
        self._step.when_made(lambda task: task.cancel_given.connect(self._cancel))
        self._back.when_made(lambda task: task.back_given.connect(self._keep_back))

    def know(self, page: PersonPage) -> None:
        """The visits of the case as they stand."""
        self._outings = page.outings
        state = outing_card_state(
            page.outings,
            self._context.work.clock.now(),
            self._context.language,
            can_plan=not page.card.is_closed,
            is_here=page.away is None,
        )
        self._view.outing_card.show_state(state)

    @Slot(object)
    def _begin(self, act: OutingAct) -> None:
        outings = self._outings
        if outings is None or self._view.keeps_task():
            return
        if act is OutingAct.PLAN:
            self._plan().begin(outings)
            self._view.open_task(self._plan())
        elif act is OutingAct.BACK:
            self._back().begin()
            self._view.open_task(self._back())
        else:
            self._step().begin(act, self._open_one(), outings)
            self._view.open_task(self._step())

    @Slot(object)
    def _keep_plan(self, new: NewOuting) -> None:
        self._keep(self._plan(), partial(plan_outing, self._context.work, self._ref, new))

    @Slot(object, object, object)
    def _keep_step(self, act: OutingAct, at: datetime, back: datetime) -> None:
        work, outing_id = self._context.work, self._open_one().outing_id
        calls = {OutingAct.CALL: CallKind.CALLED_IN, OutingAct.REACHED: CallKind.REACHED}
        if act in calls:
            step = partial(note_call, work, self._ref, outing_id, calls[act], at, back)
        elif act is OutingAct.LEAVE:
            step = partial(note_left, work, self._ref, outing_id, at, back)
        else:
            step = partial(put_off_outing, work, self._ref, outing_id, at, back)
        self._keep(self._step(), step)

    @Slot()
    def _cancel(self) -> None:
        outing_id = self._open_one().outing_id
        work = partial(cancel_outing, self._context.work, self._ref, outing_id)
        self._keep(self._step(), work)

    @Slot(object, object)
    def _keep_back(self, at: datetime, left_unsafe: bool | None) -> None:
        outing_id = self._open_one().outing_id
        step = partial(note_back, self._context.work, self._ref, outing_id, at)
        self._keep(self._back(), partial(step, left_unsafe=left_unsafe))

    def _keep(self, task: Task, work: Callable[[], Outing]) -> None:
        self._runner.run(task, work, self._kept)

    def _open_one(self) -> Outing:
        if self._outings is None or self._outings.open is None:
            raise BugError("a step belongs to a visit that is open")
        return self._outings.open.outing

    def _kept(self, _outing: Outing) -> None:
        self.changed.emit()

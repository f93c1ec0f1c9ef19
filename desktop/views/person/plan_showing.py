"""Gives the screen to the person with a completed plan on it, and takes it back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.records.ids import RecordId
from desktop.services.open_form import OpenForm
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import PersonPage
from desktop.services.show_plan import plan_to_read
from desktop.services.turn_round import turn_to_patient, turn_to_staff
from desktop.views.editors.language_mode import mode_for_person
from desktop.views.interview.interview import begin
from desktop.views.interview.local_time import local_now
from desktop.views.patient.patient_controller import PatientController
from desktop.views.person.person_view import PersonView
from desktop.views.screen import ScreenContext


class PlanShowing(QObject):
    """Beside the page of a case; a plan is only read, so only that it was shown is kept."""

    def __init__(self, context: ScreenContext, ref: EpisodeRef, view: PersonView) -> None:
        super().__init__(view)
        self._context, self._ref, self._view = context, ref, view
        self._alias = ""
        self._form: OpenForm | None = None
        self._side: PatientController | None = None
        view.show_plan.show_requested.connect(self._open)

    def know(self, page: PersonPage) -> None:
        """The plans of the case."""
        self._alias = page.card.alias
        self._view.show_plan.show_plans(page.plans)

    @Slot(str)
    def _open(self, record_id: str) -> None:
        if self._side is not None or self._view.keeps_task():
            return
        self._context.runner.run(
            self._view,
            partial(plan_to_read, self._context.work, self._ref, RecordId(record_id)),
            done=self._show,
            failed=self._context.navigator.fail,
        )

    def _show(self, form: OpenForm) -> None:
        interview = begin(form, None, self._context.language)
        interview.mode = mode_for_person(form.reader_language, interview.mode, form.questionnaire)
        self._form = form
        self._side = PatientController(
            interview,
            partial(local_now, self._context.work.clock),
            _nothing,
            _nothing,
            _nothing,
            self,
            is_plan=True,
            reads_only=True,
        )
        self._side.turned_back.connect(self._turned_back)
        self._note(turn_to_patient)
        self._context.navigator.turn_to_patient(self._side)

    @Slot()
    def _turned_back(self) -> None:
        side, self._side = self._side, None
        if side is None:
            return
        side.deleteLater()
        self._note(turn_to_staff)
        self._context.navigator.set_title(self._alias)

    def _note(self, note: Callable[..., None]) -> None:
        form, context = self._form, self._context
        if form is not None:
            context.runner.run(
                self,
                partial(note, context.work, form.ref, form.draft),
                done=_nothing,
                failed=context.navigator.fail,
                label="show plan",
            )


def _nothing(*_given: object) -> None:
    """Nothing can be answered in what is only read."""

"""The forms beside assessment and plan, ours and the site's: begun or gone on with from here."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.errors import KnownError
from desktop.messages import explain
from desktop.records.form_record import FormKind
from desktop.records.ids import RecordId
from desktop.services.carry_draft import go_back_to_draft
from desktop.services.form_offers import FormOffer
from desktop.services.look_at_draft import DraftLook, look_at_draft
from desktop.services.offered_forms import LineState, LoadedFormLine
from desktop.services.open_form import OpenForm
from desktop.services.ports import DraftRef, EpisodeRef
from desktop.services.repair_response import RepairReport, repair_report, repair_response
from desktop.services.start_loaded_form import start_loaded_draft
from desktop.views.person.more_forms_reader import CARRY, START
from desktop.views.person.person_tasks import PersonTasks
from desktop.views.person.person_view import PersonView
from desktop.views.person.task_runner import TaskRunner
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.tokens import Tone


class MoreForms(QObject):
    """What opening a row does: begin, go on, take over, amend, or say why not."""

    def __init__(
        self, context: ScreenContext, ref: EpisodeRef, view: PersonView, tasks: PersonTasks
    ) -> None:
        super().__init__(view)
        self._context = context
        self._ref = ref
        self._view = view
        self._runner = TaskRunner(context, view)
        self._carrying: RecordId | None = None
        self._tasks = tasks
        self._lines: dict[str, LoadedFormLine] = {}
        self._offers: dict[str, FormOffer] = {}
        self._is_starting = False
        view.own_plans.form_opened.connect(self._open)
        view.own_forms.form_opened.connect(self._open)
        view.more_forms.form_opened.connect(self._open)
        view.carry.when_made(lambda task: task.carry_requested.connect(self._carry))
        self._closed: DraftRef | None = None
        view.closed_draft.when_made(lambda task: task.resume_requested.connect(self._go_back))

    def know(self, lines: Sequence[LoadedFormLine], offers: Sequence[FormOffer]) -> None:
        """The forms of the case, and those that can be begun, as they were read."""
        self._lines = {line.record_id: line for line in lines}
        self._offers = {one.own: one for one in offers if one.own}

    def open_own(self, own: str) -> None:
        """One of our own forms: the one that the case has, else a new one."""
        line = next((one for one in self._lines.values() if one.own == own), None)
        if line is not None:
            self._open(line.record_id)
        elif own in self._offers:
            self._start(self._offers[own].content_hash)

    @Slot(str)
    def _open(self, key: str) -> None:
        if key.startswith(START):
            self._start(key.removeprefix(START))
            return
        if key.startswith(CARRY):
            self._look(RecordId(key.removeprefix(CARRY)))
            return
        line = self._lines[key]
        if line.state is LineState.SIGNED:
            self._tasks.start_amendment((FormKind.LOADED,), line.record_id)
        elif line.state is LineState.SUBMITTED:
            refusal = KnownError("review.not-in-state.submitted")
            words = explain(refusal, self._context.language)
            self._context.navigator.say(Message(Tone.ACCENT, words))
        elif line.closed is not None:
            self._look_at_closed(line.closed)
        elif line.state is LineState.SOMEONE_ELSES and line.draft is not None:
            self._tasks.take_over(line.draft)
        else:
            at = line.draft.position_key if line.draft else None
            self._context.navigator.open_form(self._ref, FormKind.LOADED, at, line.record_id)

    def _start(self, content_hash: str) -> None:
        """The whole form is looked over on the worker before a draft is made."""
        if self._is_starting:
            return
        self._is_starting = True
        self._context.runner.run(
            self._view,
            partial(start_loaded_draft, self._context.work, self._ref, content_hash),
            done=self._begun,
            failed=self._not_started,
            label="start form",
        )

    def _look(self, record_id: RecordId) -> None:
        """The report first; nothing is made before it was read."""
        self._carrying = record_id
        self._context.runner.run(
            self._view,
            partial(repair_report, self._context.work, self._ref, record_id),
            done=self._show_report,
            failed=self._context.navigator.fail,
        )

    def _show_report(self, report: RepairReport) -> None:
        self._view.carry().begin(report)
        self._view.open_task(self._view.carry())

    @Slot()
    def _carry(self) -> None:
        if self._carrying is not None:
            work = partial(repair_response, self._context.work, self._ref, self._carrying)
            self._runner.run(self._view.carry(), work, self._started)

    def _look_at_closed(self, draft: DraftRef) -> None:
        """What was answered before it was carried over."""
        self._closed = draft
        self._context.runner.run(
            self._view,
            partial(look_at_draft, self._context.work, draft),
            done=self._show_closed,
            failed=self._context.navigator.fail,
        )

    def _show_closed(self, look: DraftLook) -> None:
        self._view.closed_draft().begin(look)
        self._view.open_task(self._view.closed_draft())

    @Slot()
    def _go_back(self) -> None:
        if self._closed is not None:
            work = partial(go_back_to_draft, self._context.work, self._closed)
            self._runner.run(self._view.closed_draft(), work, self._started)

    def _begun(self, draft: DraftRef) -> None:
        self._is_starting = False
        self._context.navigator.open_form(self._ref, FormKind.LOADED, None, draft.record_id)

    def _started(self, form: OpenForm) -> None:
        self._is_starting = False
        record_id = form.draft.record_id if form.kind is FormKind.LOADED else None
        self._context.navigator.open_form(self._ref, form.kind, form.position, record_id)

    def _not_started(self, error: Exception) -> None:
        self._is_starting = False
        self._context.navigator.fail(error)

"""More forms on the person page: those that the site loaded, begun or gone on with from here."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.errors import KnownError
from desktop.messages import explain
from desktop.records.form_record import FormKind
from desktop.services.offered_forms import LineState, LoadedFormLine
from desktop.services.open_form import OpenForm
from desktop.services.ports import EpisodeRef
from desktop.services.start_loaded_form import start_loaded_form
from desktop.views.person.more_forms_panel import MoreFormsPanel
from desktop.views.person.more_forms_reader import START
from desktop.views.person.person_tasks import PersonTasks
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.tokens import Tone


class MoreForms(QObject):
    """What opening a row does: begin, go on, take over, amend, or say why not."""

    def __init__(
        self, context: ScreenContext, ref: EpisodeRef, panel: MoreFormsPanel, tasks: PersonTasks
    ) -> None:
        super().__init__(panel)
        self._context = context
        self._ref = ref
        self._panel = panel
        self._tasks = tasks
        self._lines: dict[str, LoadedFormLine] = {}
        self._is_starting = False
        panel.form_opened.connect(self._open)

    def know(self, lines: Sequence[LoadedFormLine]) -> None:
        """The forms of the case as they were read."""
        self._lines = {line.record_id: line for line in lines}

    @Slot(str)
    def _open(self, key: str) -> None:
        if key.startswith(START):
            self._start(key.removeprefix(START))
            return
        line = self._lines[key]
        if line.state is LineState.SIGNED:
            self._tasks.start_amendment((FormKind.LOADED,), line.record_id)
        elif line.state is LineState.SUBMITTED:
            refusal = KnownError("review.not-in-state.submitted")
            words = explain(refusal, self._context.language)
            self._context.navigator.say(Message(Tone.ACCENT, words))
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
            self._panel,
            partial(start_loaded_form, self._context.work, self._ref, content_hash),
            done=self._started,
            failed=self._not_started,
            label="start form",
        )

    def _started(self, form: OpenForm) -> None:
        self._is_starting = False
        record_id = form.draft.record_id
        self._context.navigator.open_form(self._ref, FormKind.LOADED, form.position, record_id)

    def _not_started(self, error: Exception) -> None:
        self._is_starting = False
        self._context.navigator.fail(error)

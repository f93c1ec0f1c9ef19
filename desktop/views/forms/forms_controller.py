"""Runs the desk of forms: reads what was chosen, keeps it, changes what is current."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from desktop.background.progress import Progress, Step
from desktop.background.runner import Task
from desktop.messages import sentence
from desktop.records.form_conditions import FormConditions
from desktop.services.change_form_conditions import (
    ToDecide,
    change_form_conditions,
    read_to_decide,
)
from desktop.services.check_form_import import ImportReport
from desktop.services.import_form import import_form
from desktop.services.list_forms import FormCard, list_forms
from desktop.services.make_form_current import make_form_current
from desktop.services.read_import import read_import
from desktop.services.retire_form import retire_form
from desktop.services.work import Work
from desktop.views.forms.fact_words import version_inside
from desktop.views.forms.form_words import details_text, report_text
from desktop.views.forms.forms_view import FormsView
from desktop.views.person.task_runner import TaskRunner
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.tokens import Tone


class FormsController(QObject):
    """The forms that the site loaded."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._cards: tuple[FormCard, ...] = ()
        self._chosen: FormCard | None = None
        self._reports: tuple[ImportReport, ...] = ()
        self._at = 0
        self._reading: Task | None = None
        self._view = FormsView(context.language)
        # The controller lives as long as its view, which the shell owns.
        self.setParent(self._view)
        self._tasks = TaskRunner(context, self._view)
        view = self._view
        view.form_opened.connect(self._open)
        view.paths_given.connect(self._read)
        view.cancel_requested.connect(self._cancel)
        view.guide_requested.connect(self._open_guide)
        view.task_closed.connect(view.focus_first)
        view.form.current_requested.connect(self._make_current)
        view.form.retire_requested.connect(self._retire)
        view.form.decide_requested.connect(self._read_to_decide)
        view.decide.when_made(lambda made: made.decided.connect(self._decide))
        view.form.copy_requested.connect(self._copy_details)
        view.importing.load_requested.connect(self._load)
        view.importing.passed.connect(self._next_report)
        view.importing.copy_requested.connect(self._copy_report)

    @property
    def view(self) -> FormsView:
        """The screen."""
        return self._view

    def start(self) -> None:
        """Read the list."""
        self._context.navigator.set_title(self.tr("Forms"))
        self._context.runner.run(
            self._view,
            partial(list_forms, self._context.work),
            done=self._listed,
            failed=self._context.navigator.fail,
        )

    def flush(self) -> None:
        """Nothing typed here is kept before it is loaded."""

    def _listed(self, cards: tuple[FormCard, ...]) -> None:
        self._cards = cards
        self._view.show_forms(cards)
        if self._view.task is None:
            self._view.focus_first()

    @Slot(str)
    def _open(self, key: str) -> None:
        card = next((one for one in self._cards if one.form.content_hash == key), None)
        if card is not None:
            self._chosen = card
            self._view.form.begin(card, self._view.standing_words(card))
            self._view.open_task(self._view.form)

    @Slot()
    def _open_guide(self) -> None:
        panel = self._view.guide()
        panel.begin(self._context.work.library.known())
        self._view.open_task(panel)

    @Slot(object)
    def _read(self, paths: tuple[Path, ...]) -> None:
        if self._reading is not None:
            return
        self._view.start_reading()
        self._reading = self._context.runner.run_with_progress(
            self._view,
            partial(_read_on_worker, self._context.work, paths),
            done=self._was_read,
            failed=self._not_read,
            progressed=self._stepped,
            label="read forms",
        )

    @Slot()
    def _cancel(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        self._view.stop_reading()

    def _stepped(self, step: Step) -> None:
        self._view.show_step(step.done, step.total)

    def _was_read(self, reports: tuple[ImportReport, ...]) -> None:
        self._reading = None
        self._view.stop_reading()
        self._reports, self._at = reports, 0
        self._show_report()

    def _not_read(self, error: Exception) -> None:
        self._reading = None
        self._view.stop_reading()
        self._context.navigator.fail(error)

    def _show_report(self) -> None:
        if self._at >= len(self._reports):
            self._view.close_task()
            self._reports = ()
            self.start()
            return
        report = self._reports[self._at]
        self._view.importing.begin(report, self._at + 1, len(self._reports))
        self._view.open_task(self._view.importing)

    @Slot()
    def _next_report(self) -> None:
        self._at += 1
        self._show_report()

    @Slot(str, object)
    def _load(self, confirmed_by: str, conditions: FormConditions | None) -> None:
        report = self._reports[self._at]
        given = (report.name, report.data, confirmed_by, conditions)
        work = partial(import_form, self._context.work, *given)
        self._tasks.run(self._view.importing, work, self._loaded)

    def _loaded(self, card: FormCard) -> None:
        self._say("forms.loaded", card)
        self._next_report()

    @Slot()
    def _make_current(self) -> None:
        if self._chosen is not None:
            content_hash = self._chosen.form.content_hash
            work = partial(make_form_current, self._context.work, content_hash)
            self._tasks.run(self._view.form, work, partial(self._changed, "forms.made-current"))

    @Slot()
    def _retire(self) -> None:
        if self._chosen is not None:
            content_hash = self._chosen.form.content_hash
            work = partial(retire_form, self._context.work, content_hash)
            self._tasks.run(self._view.form, work, partial(self._changed, "forms.retired"))

    @Slot()
    def _read_to_decide(self) -> None:
        if self._chosen is not None:
            content_hash = self._chosen.form.content_hash
            work = partial(read_to_decide, self._context.work, content_hash)
            self._tasks.run(self._view.form, work, self._open_decide)

    def _open_decide(self, to_decide: ToDecide) -> None:
        panel = self._view.decide()
        panel.begin(to_decide)
        self._view.open_task(panel)

    @Slot(object)
    def _decide(self, wanted: FormConditions | None) -> None:
        if self._chosen is not None:
            content_hash = self._chosen.form.content_hash
            work = partial(change_form_conditions, self._context.work, content_hash, wanted)
            done = partial(self._changed, "form-known.decided")
            self._tasks.run(self._view.decide(), work, done)

    def _changed(self, message_id: str, card: FormCard) -> None:
        self._view.close_task()
        self._say(message_id, card)
        self.start()

    def _say(self, message_id: str, card: FormCard) -> None:
        language = self._context.language
        title = card.form.title.in_language(language)
        version = version_inside(card.form.version, language)
        words = sentence(message_id, language, title=title, version=version)
        self._context.navigator.say(Message(Tone.SUCCESS, words))

    @Slot()
    def _copy_details(self) -> None:
        if self._chosen is not None:
            self._copy(details_text(self._chosen))

    @Slot()
    def _copy_report(self) -> None:
        if self._at < len(self._reports):
            self._copy(report_text(self._reports[self._at], self._context.language))

    def _copy(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        words = sentence("forms.copied", self._context.language)
        self._context.navigator.say(Message(Tone.SUCCESS, words))


def _read_on_worker(
    work: Work, paths: tuple[Path, ...], progress: Progress
) -> tuple[ImportReport, ...]:
    def step(done: int, total: int) -> None:
        progress.report(Step(done, total))

    return read_import(work, paths, step)

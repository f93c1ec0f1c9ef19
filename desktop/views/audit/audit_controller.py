"""Runs the desk of the audit trail: reads it with progress, answers, reviews, reports."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from desktop.background.progress import Progress, Step
from desktop.background.runner import Task
from desktop.errors import KnownError
from desktop.messages import sentence
from desktop.records.break_glass import GlassOutcome
from desktop.records.erasure import person_reference
from desktop.records.ids import PersonId
from desktop.services.read_audit import read_audit
from desktop.services.read_oversight import AccessLine, read_oversight
from desktop.services.report_disclosures import DisclosureReport, ReportForm, report_disclosures
from desktop.services.review_access import review_access
from desktop.services.work import Work
from desktop.views.audit.audit_answer import AuditSeen
from desktop.views.audit.audit_view import AuditView
from desktop.views.audit.audit_words import AuditWords
from desktop.views.audit.report_dialog import ReportDialog
from desktop.views.oversight.asks import OversightAsks
from desktop.views.person.ask_panel import Ask, Given
from desktop.views.person.task_runner import TaskRunner
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.option_row import OptionItem


class AuditController(QObject):
    """For privacy officers. The trail is read once and asked as often as wanted."""

    def __init__(self, context: ScreenContext, about: PersonId | None = None) -> None:
        super().__init__()
        self._context = context
        self._seen: AuditSeen | None = None
        self._reading: Task | None = None
        self._page = 0
        self._access: AccessLine | None = None
        self._view = view = AuditView(context.language)
        # The controller lives as long as its view, which the shell owns.
        self.setParent(view)
        self._tasks = TaskRunner(context, view)
        if about is not None:
            view.filter.person.set_value(person_reference(about))
        view.question_changed.connect(self._ask_anew)
        view.narrowed.connect(self._ask_anew)
        view.turned.connect(self._turn)
        view.review_opened.connect(self._review)
        view.copy_requested.connect(self._copy)
        view.report_requested.connect(self._ask_report)
        view.read_requested.connect(self._read)
        view.stop_requested.connect(self._stop)
        view.asking.given.connect(self._given)
        view.task_closed.connect(view.focus_first)

    @property
    def view(self) -> AuditView:
        """The screen."""
        return self._view

    def start(self) -> None:
        """Read the trail."""
        self._context.navigator.set_title(self._words("audit.title"))
        self._read()

    def flush(self) -> None:
        """Nothing typed here is kept."""

    @Slot()
    def _read(self) -> None:
        if self._reading is not None:
            return
        self._view.reading.start(self._words("audit.reading"))
        self._reading = self._context.runner.run_with_progress(
            self._view,
            partial(_seen, self._context.work, self._context.language),
            done=self._show,
            failed=self._not_read,
            progressed=self._step,
        )

    @Slot()
    def _stop(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        self._view.reading.stop()
        if self._seen is None:
            self._view.show_only(self._words("audit.stopped"), self._words("audit.stopped-help"))

    def _step(self, step: Step) -> None:
        if self._reading is not None:
            words = self._words("audit.step", done=step.done, total=step.total)
            self._view.reading.show_step(words, step.done, step.total)

    def _show(self, seen: AuditSeen) -> None:
        is_first = self._seen is None
        self._seen, self._reading = seen, None
        self._view.reading.stop()
        self._view.close_task()
        people = sorted(
            ((member.staff_id, member.display_name) for member in seen.book.staff.values()),
            key=lambda each: each[1].casefold(),
        )
        self._view.filter.show_choices(people)
        self._answer()
        if is_first:
            self._view.focus_first()

    def _not_read(self, error: Exception) -> None:
        self._reading = None
        self._view.reading.stop()
        if isinstance(error, KnownError) and error.message_id == "store.no-key":
            self._view.show_only(self._words("audit.no-key"), self._words("audit.no-key-help"))
            return
        self._context.navigator.fail(error)

    @Slot()
    def _ask_anew(self) -> None:
        self._page = 0
        self._answer()

    @Slot(int)
    def _turn(self, by: int) -> None:
        self._page = max(self._page + by, 0)
        self._answer()

    def _answer(self) -> None:
        panel = self._view.filter
        if self._seen is not None:
            wanted = panel.wanted()
            page = self._seen.page(panel.asked(), panel.person.value(), wanted, self._page)
            self._view.show_page(page)

    @Slot(str)
    def _review(self, key: str) -> None:
        waiting = self._seen.oversight.to_review if self._seen is not None else ()
        self._access = next((each for each in waiting if each.glass.glass_id == key), None)
        if self._access is None:
            return
        if self._access.is_mine:
            self._tell(self._words("glass.yourself"))
            return
        self._view.ask(OversightAsks(self._context.language).review(self._access))

    @Slot()
    def _ask_report(self) -> None:
        self._access = None
        choices = [f"{form.value}-{language}" for form in ReportForm for language in ("en", "es")]
        self._view.ask(
            Ask(
                title=self._words("audit.report"),
                intro=self._words("audit.report-intro"),
                action=self._words("audit.report-do"),
                reason_label=self._words("audit.report-question"),
                reasons=tuple(
                    OptionItem(each, self._words(f"audit.report-{each}")) for each in choices
                ),
            )
        )

    @Slot(object)
    def _given(self, given: Given) -> None:
        if self._access is None:
            self._choose_file(given)
            return
        outcome, glass_id = GlassOutcome(given.reason), self._access.glass.glass_id
        work = partial(review_access, self._context.work, glass_id, outcome)
        self._tasks.run(self._view.asking, work, self._reviewed)

    def _reviewed(self, _nothing: None) -> None:
        self._view.close_task()
        self._read()

    def _choose_file(self, given: Given) -> None:
        form = ReportForm(given.reason.partition("-")[0])
        dialog = ReportDialog(self._view, form, self._context.language)
        dialog.path_chosen.connect(partial(self._write, given, form))
        dialog.open()

    def _write(self, given: Given, form: ReportForm, path: Path) -> None:
        persons = self._seen.persons(self._view.filter.person.value()) if self._seen else ()
        if len(persons) != 1:
            return
        work = partial(
            report_disclosures,
            self._context.work,
            persons[0],
            path,
            form=form,
            language=given.reason.partition("-")[2],
            password=given.password,
        )
        self._tasks.run(self._view.asking, work, self._written)

    def _written(self, done: DisclosureReport) -> None:
        self._view.close_task()
        self._view.focus_first()
        self._tell(self._words("audit.report-done", count=done.disclosures), Tone.SUCCESS)

    @Slot(str)
    def _copy(self, key: str) -> None:
        entry = self._seen.entry(key) if self._seen is not None else None
        if entry is not None and self._seen is not None:
            line = AuditWords(self._seen.book, self._context.language).line(entry)
            QGuiApplication.clipboard().setText(line)
            self._tell(self._words("audit.copied"))

    def _tell(self, words: str, tone: Tone = Tone.ACCENT) -> None:
        self._context.navigator.say(Message(tone, words))

    def _words(self, message_id: str, **params: str | int) -> str:
        return sentence(message_id, self._context.language, **params)


def _seen(work: Work, language: str, progress: Progress) -> AuditSeen:
    def tell(done: int, total: int) -> None:
        progress.report(Step(done, total))

    book = read_audit(work, tell)
    return AuditSeen(book, read_oversight(work), language)

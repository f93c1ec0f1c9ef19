"""Runs the worklist: reads it, keeps it fresh, adds people, logs attempts, opens what is asked."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.background.progress import Progress, Step
from desktop.forms.instances import ItemKey
from desktop.messages import sentence
from desktop.records.form_record import FormKind
from desktop.records.kinds import FORM
from desktop.services.add_case import NewCase, add_case, suggest_alias
from desktop.services.add_case_at_bed import add_case_at_bed
from desktop.services.cases import CaseCard
from desktop.services.draft_cards import DraftCard
from desktop.services.log_attempt import NewAttempt, log_attempt
from desktop.services.person_steps import StepKind
from desktop.services.read_worklist import OutsideCase, ReturnedCard, Worklist, read_worklist
from desktop.services.routes import routes
from desktop.services.work import Work
from desktop.views.debrief.debrief_tasks import DebriefTasks
from desktop.views.outing.late_tasks import LateTasks
from desktop.views.person.draft_tasks import DraftTasks
from desktop.views.person.task_runner import TaskRunner
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.tokens import Tone
from desktop.views.worklist.like_hints import LikeHints
from desktop.views.worklist.outside_tasks import OutsideTasks
from desktop.views.worklist.referral_due_rows import REFERRAL
from desktop.views.worklist.take_in_tasks import TakeInTasks
from desktop.views.worklist.worklist_reader import WorklistReader
from desktop.views.worklist.worklist_view import WorklistView

REFRESH_MS = 60_000
"""The lists are read again this often, in milliseconds."""

TOLD = "worklist_told_drafts"
"""Dynamic property of the navigator (one per sign-in): waiting drafts were named already."""


class WorklistController(QObject):
    """The first desk of a specialist."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._reader: WorklistReader | None = None
        self._logging_for: CaseCard | None = None
        self._query = ""
        self._wants_focus = True
        self._told: DraftCard | None = None
        self._view = WorklistView(context.language, context.work.clock.now)
        # The controller lives as long as its view, which the shell owns.
        self.setParent(self._view)
        self._tasks = TaskRunner(context, self._view)
        self._drafts = DraftTasks(context, self._view, self._view.draft_panels)
        self._timer = QTimer(self, interval=REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._connect()

    @property
    def view(self) -> WorklistView:
        """The screen."""
        return self._view

    def start(self) -> None:
        """Read the lists and keep them fresh."""
        self._context.navigator.set_title(sentence("worklist.title", self._context.language))
        self._timer.start()
        self._take_in.know()
        self._view.start_busy(sentence("worklist.opening", self._context.language))
        self.refresh()

    def flush(self) -> None:
        """Nothing typed here is kept before it is saved with its button."""

    @Slot()
    def refresh(self) -> None:
        """Read the lists again; nothing when the window is going."""
        if self._context.runner.is_closed:
            return
        self._context.runner.run_with_progress(
            self._view,
            partial(_worklist, self._context.work),
            done=self._read,
            failed=self._not_read,
            progressed=self._progressed,
        )
        self.hear_late()

    def hear_late(self) -> None:
        """Read who is not back from a visit, and how one's own debriefs stand."""
        self._late.look()
        self._debriefs.look()

    def _progressed(self, step: Step) -> None:
        """A large caseload takes a moment to open after sign-in: say how far it is."""
        if self._reader is None:
            words = sentence("worklist.opening", self._context.language)
            self._view.show_busy_step(words, step.done, step.total)

    def _connect(self) -> None:
        view = self._view
        view.case_chosen.connect(self._choose)
        view.case_opened.connect(self._open_case)
        view.open_requested.connect(self._open_chosen)
        view.draft_opened.connect(self._open_draft)
        OutsideTasks(self._context, view, self._outside_case, self._tasks)
        self._take_in = TakeInTasks(self._context, view, self._tasks)
        self._debriefs = DebriefTasks(self._context, view, view.returned)
        self._late = LateTasks(self._context, view, self._tasks)
        self._like = LikeHints(self._context, view)
        view.returned_opened.connect(self._open_returned)
        view.reach.clicked.connect(self._context.navigator.open_reach)
        view.new_person_requested.connect(self._new_person)
        view.attempt_requested.connect(self._log_attempt)
        view.query_changed.connect(self._find)
        view.new_person.when_made(lambda task: task.another_alias_requested.connect(self._suggest))
        view.new_person.when_made(lambda task: task.person_given.connect(self._add))
        view.attempt.when_made(lambda task: task.attempt_given.connect(self._save_attempt))
        view.task_closed.connect(view.focus_list)
        card, drafts = view.draft_card, self._drafts
        card.resume_requested.connect(partial(self._with_told, drafts.resume))
        card.look_requested.connect(partial(self._with_told, drafts.look))
        card.discard_requested.connect(partial(self._with_told, drafts.discard))
        drafts.discarded.connect(self._draft_discarded)

    def _read(self, worklist: Worklist) -> None:
        self._view.stop_busy()
        selected = self._reader.selected if self._reader else ""
        now = self._context.work.clock.now()
        self._reader = WorklistReader(
            self._context.language, worklist, now, query=self._query, selected=selected
        )
        self._show()
        if self._wants_focus:
            self._wants_focus = False
            self._view.focus_list()
            self._tell_draft()

    def _not_read(self, error: Exception) -> None:
        self._view.stop_busy()
        if self._reader is not None:
            self._reader.is_fresh = False
            self._show()
        self._context.navigator.fail(error)

    def _show(self) -> None:
        if self._reader is not None:
            self._view.show_state(self._reader.state())

    def _tell_draft(self) -> None:
        """Once after sign-in: name the draft that was left unfinished."""
        navigator = self._context.navigator
        drafts = self._reader.own_drafts() if self._reader else ()
        if isinstance(navigator, QObject):
            if navigator.property(TOLD):
                return
            navigator.setProperty(TOLD, True)
        if drafts and self._reader is not None:
            self._told = drafts[0]
            self._view.show_draft(self._reader.draft_words(drafts[0]))

    def _with_told(self, act: Callable[[DraftCard], None]) -> None:
        if self._told is not None:
            act(self._told)

    @Slot()
    def _draft_discarded(self) -> None:
        self._view.draft_card.hide()
        self._attempt_saved(None)

    @Slot(str)
    def _choose(self, key: str) -> None:
        if self._reader is not None:
            self._reader.selected = key
            self._show()

    @Slot(str)
    def _find(self, query: str) -> None:
        self._query = query.strip()
        if self._reader is not None:
            self._reader.query = self._query
            self._show()

    @Slot(str)
    def _open_case(self, key: str) -> None:
        card = self._reader.case(key) if self._reader else None
        if card is not None and key.startswith(REFERRAL):
            self._context.navigator.open_needs(card.ref)
        elif card is not None:
            self._context.navigator.open_person(card.ref)

    def _outside_case(self, key: str) -> OutsideCase | None:
        found = self._reader.outside(key) if self._reader else None
        return found or self._like.case(key)

    @Slot()
    def _open_chosen(self) -> None:
        if self._reader is not None:
            self._open_case(self._reader.selected)

    @Slot(str)
    def _open_draft(self, key: str) -> None:
        card = self._reader.draft(key) if self._reader else None
        if card is not None:
            self._context.navigator.open_form(
                card.ref, card.kind, card.position_key, card.loaded_record
            )

    @Slot(str)
    def _open_returned(self, key: str) -> None:
        card = self._reader.returned(key) if self._reader else None
        if card is not None:
            self._context.runner.run(
                self._view,
                partial(_kind_of, self._context.work, card),
                done=partial(self._open_comment, card),
                failed=self._context.navigator.fail,
            )

    def _open_comment(self, card: ReturnedCard, kind: FormKind) -> None:
        self._context.navigator.open_form(
            card.ref,
            kind,
            ItemKey(card.item_key),
            card.form_id if kind is FormKind.LOADED else None,
        )

    @Slot()
    def _new_person(self) -> None:
        if not self._view.keeps_task():
            self._view.start_new_person()
            self._suggest()
            self._context.runner.run(
                self._view,
                partial(routes, self._context.work, self._context.language),
                done=self._view.new_person().pathway.show_routes,
                failed=self._context.navigator.fail,
            )

    @Slot()
    def _suggest(self) -> None:
        self._context.runner.run(
            self._view,
            partial(suggest_alias, self._context.work),
            done=self._show_alias,
            failed=self._context.navigator.fail,
        )

    def _show_alias(self, alias: str) -> None:
        """A proposal is nothing that the user began."""
        is_begun = self._view.is_begun
        self._view.new_person().show_alias(alias)
        if not is_begun:
            self._view.rest_task()

    @Slot(object, bool)
    def _add(self, new: NewCase, begins: bool) -> None:
        use_case = add_case_at_bed if begins else add_case
        work = partial(use_case, self._context.work, new)
        self._tasks.run(self._view.new_person(), work, partial(self._added, begins=begins))

    def _added(self, card: CaseCard, *, begins: bool) -> None:
        """To the person; whom another program takes is not enrolled here."""
        if not card.is_closed:
            self._context.navigator.open_person(card.ref, StepKind.ASSESSMENT if begins else None)
            return
        words = sentence("route.done", self._context.language, alias=card.alias)
        self._context.navigator.say(Message(Tone.SUCCESS, words))
        self._attempt_saved(None)

    @Slot()
    def _log_attempt(self) -> None:
        card = self._reader.case(self._reader.selected) if self._reader else None
        if card is not None and not self._view.keeps_task():
            self._logging_for = card
            self._view.start_attempt(card)

    @Slot(object)
    def _save_attempt(self, new: NewAttempt) -> None:
        if self._logging_for is not None:
            work = partial(log_attempt, self._context.work, self._logging_for.ref, new)
            self._tasks.run(self._view.attempt(), work, self._attempt_saved)

    def _attempt_saved(self, _card: CaseCard | None) -> None:
        self._view.close_task()
        self._wants_focus = True
        self.refresh()


def _kind_of(work: Work, card: ReturnedCard) -> FormKind:
    """Which form a comment is about."""
    return work.session.records.load(FORM, card.form_id).value.kind


def _worklist(work: Work, progress: Progress) -> Worklist:
    return read_worklist(work, lambda done, total: progress.report(Step(done, total)))

"""The small tasks of the person page: each opens its panel and stores what was given."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop.records.episode import CloseReason
from desktop.records.form_record import FormKind
from desktop.records.ids import RecordId
from desktop.records.person import PersonIdentity
from desktop.services.age import age_that_differs
from desktop.services.cases import CaseCard
from desktop.services.close_case import CaseEnd, close_case
from desktop.services.closing_facts import closing_facts
from desktop.services.draft_cards import DraftCard
from desktop.services.identity import read_identity, save_identity
from desktop.services.log_attempt import NewAttempt, log_attempt
from desktop.services.note_capacity import note_capacity
from desktop.services.note_room import note_room
from desktop.services.open_form import OpenForm
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import PersonPage
from desktop.services.start_amendment import start_amendment
from desktop.services.take_over_draft import take_over_draft
from desktop.services.work import Work
from desktop.views.debrief.debrief_tasks import DebriefTasks
from desktop.views.outing.outing_tasks import OutingTasks
from desktop.views.person.confidential_tasks import ConfidentialTasks
from desktop.views.person.event_tasks import EventTasks
from desktop.views.person.may_know_tasks import MayKnowTasks
from desktop.views.person.person_reader import identity_lines
from desktop.views.person.person_view import PersonView
from desktop.views.person.room_panel import RoomGiven
from desktop.views.person.task_runner import TaskRunner
from desktop.views.screen import Opens, ScreenContext


class PersonTasks(QObject):
    """Signals: ``changed()`` after the store confirmed something that the page shows;
    ``assessment_wanted()`` after the room was noted to begin with; ``identity_saved()``."""

    changed = Signal()
    identity_saved = Signal()
    assessment_wanted = Signal()

    def __init__(self, context: ScreenContext, ref: EpisodeRef, view: PersonView) -> None:
        super().__init__(view)
        self._context = context
        self._ref = ref
        self._view = view
        self._runner = TaskRunner(context, view)
        self._starts_form = False
        self._draft: DraftCard | None = None
        self._identity: PersonIdentity | None = None
        self._noted_age: int | None = None
        self._amended: RecordId | None = None
        view.attempt.when_made(lambda task: task.attempt_given.connect(self._save_attempt))
        view.room.when_made(lambda task: task.room_given.connect(self._save_room))
        view.closing.when_made(lambda task: task.end_given.connect(self._save_close))
        view.amend.when_made(lambda task: task.amendment_given.connect(self._save_amendment))
        view.take_over.when_made(
            lambda task: task.take_over_confirmed.connect(self._save_take_over)
        )
        view.identity.when_made(lambda task: task.identity_given.connect(self._save_identity))
        view.identity_card.look_requested.connect(self._look)
        view.identity_card.edit_requested.connect(self._edit_identity)
        self._confidential = ConfidentialTasks(context, ref, view)
        self._confidential.changed.connect(self.changed)
        self._may_know = MayKnowTasks(context, ref, view)
        self._outings = OutingTasks(context, ref, view)
        self._outings.changed.connect(self.changed)
        self._debriefs = DebriefTasks(context, view, view.linked, ref)
        self._debriefs.settled.connect(self._context.navigator.open_worklist)
        self._event = EventTasks(context, ref, view)
        self._event.changed.connect(self.changed)

    def know(self, page: PersonPage) -> None:
        """The case as it was read just now."""
        self._noted_age = page.card.age_years
        self._outings.know(page)
        self._debriefs.look()
        self._event.know(page)

    def log_attempt(self, card: CaseCard) -> None:
        """Open the panel for an attempt."""
        if self._view.keeps_task():
            return
        asked = card.wishes_elsewhere
        self._view.attempt().begin(card.alias, card.standing, wishes_elsewhere=asked)
        self._view.open_task(self._view.attempt())

    def note_room(self, page: PersonPage, start_text: str) -> None:
        """Open the room; with ``start_text`` saving goes on to the interview."""
        if self._view.keeps_task():
            return
        self._starts_form = bool(start_text)
        self._view.room().begin(page.room, start_text)
        self._view.open_task(self._view.room())

    def close_case(self, card: CaseCard) -> None:
        """Ask why the case closes."""
        if self._view.keeps_task():
            return
        self._view.closing().begin(card)
        self._view.open_task(self._view.closing())
        self._context.runner.run(
            self._view,
            partial(closing_facts, self._work, self._ref, self._context.language),
            done=self._view.closing().show_facts,
            failed=self._context.navigator.fail,
        )

    def start_amendment(self, kinds: Sequence[FormKind], record_id: RecordId | None = None) -> None:
        """Ask why a signed form changes; ``record_id`` names a loaded one."""
        if self._view.keeps_task():
            return
        self._amended = record_id
        self._view.amend().begin(kinds)
        self._view.open_task(self._view.amend())

    def take_over(self, draft: DraftCard) -> None:
        """Ask whether to go on with another's draft."""
        if self._view.keeps_task():
            return
        self._draft = draft
        self._view.take_over().begin(draft.author_name)
        self._view.open_task(self._view.take_over())

    @property
    def _work(self) -> Work:
        return self._context.work

    @Slot(object)
    def _save_attempt(self, new: NewAttempt) -> None:
        work = partial(log_attempt, self._work, self._ref, new)
        self._runner.run(self._view.attempt(), work, self._card_changed)

    def _card_changed(self, _card: CaseCard) -> None:
        self.changed.emit()

    @Slot(object)
    def _save_room(self, given: RoomGiven) -> None:
        work = partial(_note, self._work, self._ref, given)
        self._runner.run(self._view.room(), work, self._room_saved)

    def _room_saved(self, _nothing: None) -> None:
        if self._starts_form:
            self.assessment_wanted.emit()
        else:
            self.changed.emit()

    @Slot(object)
    def _save_close(self, end: CaseEnd) -> None:
        work = partial(close_case, self._work, self._ref, end.reason, end.missed_why, end.pathway)
        self._runner.run(self._view.closing(), work, partial(self._closed, end))

    def _closed(self, end: CaseEnd, _nothing: None) -> None:
        """Away from it, or on to the new case of somebody who was hurt again; after a death a
        debrief is offered once, and then away from it."""
        if end.reason is CloseReason.HURT_AGAIN:
            self._context.navigator.open_person(self._ref, Opens.NEW_CASE)
        elif end.reason is CloseReason.DIED:
            self._debriefs.offer()
        else:
            self._context.navigator.open_worklist()

    @Slot(object, str)
    def _save_amendment(self, kind: FormKind, reason: str) -> None:
        work = partial(start_amendment, self._work, self._ref, kind, reason, self._amended)
        self._runner.run(self._view.amend(), work, self._amending)

    def _amending(self, form: OpenForm) -> None:
        self._context.navigator.open_form(self._ref, form.kind, None, self._amended)

    @Slot()
    def _save_take_over(self) -> None:
        if self._draft is not None:
            work = partial(take_over_draft, self._work, self._draft.draft)
            self._runner.run(self._view.take_over(), work, partial(self._taken, self._draft))

    def _taken(self, draft: DraftCard, _nothing: None) -> None:
        self._context.navigator.open_form(
            self._ref, draft.kind, draft.position_key, draft.loaded_record
        )

    @Slot()
    def _look(self) -> None:
        self._context.runner.run(
            self._view,
            partial(read_identity, self._work, self._ref),
            done=self._show_identity,
            failed=self._context.navigator.fail,
        )

    def _show_identity(self, identity: PersonIdentity) -> None:
        self._identity = identity
        age = age_that_differs(self._work, self._noted_age, identity.birth_date)
        lines = identity_lines(identity, self._context.language, age)
        self._view.identity_card.show_lines(lines, can_edit=True)

    @Slot()
    def _edit_identity(self) -> None:
        if self._identity is not None and not self._view.keeps_task():
            self._view.identity().begin(self._identity)
            self._view.open_task(self._view.identity())

    @Slot(object)
    def _save_identity(self, identity: PersonIdentity) -> None:
        work = partial(save_identity, self._work, self._ref, identity)
        self._runner.run(self._view.identity(), work, self._identity_saved)

    def _identity_saved(self, identity: PersonIdentity) -> None:
        before = self._identity.birth_date if self._identity is not None else None
        self._view.close_task()
        self._show_identity(identity)
        self.identity_saved.emit()
        if identity.birth_date != before:
            self.changed.emit()


def _note(work: Work, ref: EpisodeRef, given: RoomGiven) -> None:
    """What was said of capacity first: it is the one that can be refused."""
    if given.capacity is not None:
        why = (given.judged_by, given.capacity_reason)
        note_capacity(work, ref, given.capacity, given.recheck_due, *why)
    if given.present is not None:
        note_room(work, ref, given.present, given.private_now, interpreting=given.interpreting)

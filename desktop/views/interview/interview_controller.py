"""Runs one interview: answers in, changes out to the page and to the store."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.forms.answer_json import same_answer
from desktop.forms.answers import Answer
from desktop.forms.session import Change, ItemKey
from desktop.records.form_record import FormKind
from desktop.records.ids import RecordId
from desktop.records.room import Presence
from desktop.services.ports import EpisodeRef
from desktop.views.editors.language_mode import mode_for
from desktop.views.interview.answer_putting import put_answer
from desktop.views.interview.completing import Completing
from desktop.views.interview.cover_ends_privacy import CoverEndsPrivacy
from desktop.views.interview.discarding import Discarding
from desktop.views.interview.draft_saving import DraftSaving
from desktop.views.interview.hand_offs import HandOffs
from desktop.views.interview.interview import Interview, begin
from desktop.views.interview.interview_screen import InterviewScreen
from desktop.views.interview.interview_view import InterviewView
from desktop.views.interview.local_time import local_now
from desktop.views.interview.moving import Moving
from desktop.views.interview.noting_interpreter import NotingInterpreter
from desktop.views.interview.opening import Opened, open_interview
from desktop.views.interview.parked_note import ParkedNote
from desktop.views.interview.row_acts import RowActs
from desktop.views.interview.signing import Signing
from desktop.views.interview.turning_round import TurningRound
from desktop.views.safety_plan.plan_side import PlanSide
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.tokens import Tone


class InterviewController(QObject):
    """One form of one case: the bedside assessment, the safety plan, or a loaded one.

    ``at`` names the question to open; without it the draft goes on where it stopped.
    ``record_id`` names a loaded form.
    """

    def __init__(
        self,
        context: ScreenContext,
        ref: EpisodeRef,
        kind: FormKind,
        at: ItemKey | None = None,
        record_id: RecordId | None = None,
    ) -> None:
        side = PlanSide() if kind is FormKind.SAFETY_PLAN else None
        self._view = InterviewView(partial(local_now, context.work.clock), side=side)
        super().__init__(self._view)
        self._context = context
        self._ref = ref
        self._kind = kind
        self._at = at
        self._record_id = record_id
        self._running: Running | None = None
        self._view.setEnabled(False)  # until somebody hears what is pressed
        self._view.back_requested.connect(self._go_back)

    @property
    def view(self) -> InterviewView:
        """The screen."""
        return self._view

    @property
    def unsaved_count(self) -> int:
        """How many changes the store has not taken yet."""
        return self._running.saving.unsaved_count if self._running is not None else 0

    @property
    def has_refused_changes(self) -> bool:
        """Whether leaving now would lose something that the store did not take."""
        return self._running is not None and self._running.saving.is_failing

    @property
    def interview(self) -> Interview | None:
        """What is on the screen; None until the form is open."""
        return self._running.interview if self._running is not None else None

    def start(self) -> None:
        """Open the form on the worker."""
        self._context.runner.run(
            self._view,
            partial(open_interview, self._context.work, self._ref, self._kind, self._record_id),
            done=self._opened,
            failed=self._not_opened,
            label="open form",
        )

    def flush(self) -> None:
        """Hand pending text and the place to the store."""
        self._view.flush()
        if self._running is not None:
            self._running.turning.flush()
            self._running.interpreter.flush()
            self._running.saving.flush()

    def _opened(self, opened: Opened) -> None:
        self._view.setEnabled(True)
        self._running = Running(self._context, self._view, opened, self._at)
        self._running.begin()

    def _not_opened(self, error: Exception) -> None:
        """Somebody else's draft, a reviewer has it: the person's page says what can be done."""
        navigator = self._context.navigator
        navigator.open_person(self._ref)
        navigator.fail(error)

    @Slot()
    def _go_back(self) -> None:
        self._context.navigator.open_person(self._ref)


class Running(QObject):
    """The interview once its form is open."""

    def __init__(
        self, context: ScreenContext, view: InterviewView, opened: Opened, at: ItemKey | None
    ) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._alias = opened.card.alias
        self.interview: Interview = begin(opened.form, at, context.language)
        self.interview.earlier = opened.earlier
        self.saving = DraftSaving(context, opened.form.ref, opened.form.draft)
        self.screen = InterviewScreen(view, self.interview, opened, context.language)
        self.moving = Moving(view, self.interview, self.screen, self.saving)
        self.parked = ParkedNote(view, self.interview.session)
        self.rows = RowActs(view, self.interview, self.screen, self.moving, self._apply)
        signing = Signing(context, view, self.interview, self.screen, self.saving)
        self.completing = Completing(context, view, self.interview, self.moving, signing)
        self.discarding = Discarding(context, view, self.interview, self.saving)
        self.interpreter = NotingInterpreter(
            context.work, view, self.interview, self.screen, self.saving, context.language
        )
        self.hand_offs = HandOffs(
            context.work, view, self.interview, self.screen, self.moving, self.saving
        )
        self.turning = TurningRound(
            context,
            view,
            self.interview,
            opened,
            self._patient_answered,
            self._patient_at,
            self.saving.change,
        )
        self.turning.came_back.connect(self._came_back)
        CoverEndsPrivacy(view, self.interview, self._note_room)
        self._connect()

    def _connect(self) -> None:
        view = self._view
        view.answered.connect(self._answered)
        if isinstance(view.side, PlanSide):
            view.side.answered.connect(self._answered)
        view.room_changed.connect(self._room_changed)
        view.language_chosen.connect(self._language_chosen)
        view.layout_changed.connect(self.screen.draw_words)
        view.unsaved_changed.connect(self._unsaved_changed)
        view.action_bar.undo_requested.connect(self._undo)
        view.action_bar.redo_requested.connect(self._redo)
        view.page.gate.private_confirmed.connect(self._private_confirmed)
        view.page.gate.reason_given.connect(self._reason_given)
        view.page.gate.not_safe_chosen.connect(self._not_safe_chosen)

    def begin(self) -> None:
        """Draw the page and put the focus where it goes on."""
        form = self.interview.form
        self._context.navigator.set_title(self._alias)
        self.screen.draw_all(is_new=True)
        if form.last_saved_at is not None:
            self._context.navigator.saved(form.last_saved_at)
        position = self.interview.position
        self.saving.start_at(form.position)
        self._view.focus_question(position)
        if form.resumed and position is not None:
            self._say_resumed(position)
        elif form.comments:
            words = self.tr("This record was returned. The comments stand beside the questions.")
            self._context.navigator.say(Message(Tone.WARNING, words))

    def _say_resumed(self, position: ItemKey) -> None:
        questions = self.interview.questions()
        words = self.tr("{alias}, resumed.").format(alias=self._alias)
        if position in questions:
            words = self.tr("{alias}, resumed at question {number}.").format(
                alias=self._alias, number=questions.index(position) + 1
            )
        self._context.navigator.say(Message(Tone.ACCENT, words))

    @Slot()
    def _unsaved_changed(self) -> None:
        self._context.navigator.show_unsaved(is_unsaved=self._view.has_unsaved)

    @Slot(str, object)
    def _answered(self, key: str, answer: Answer) -> None:
        if self.interview.section_of(ItemKey(key)) is self.interview.section:
            self.moving.note_place(ItemKey(key))
        self._apply(put_answer(self.interview.session, ItemKey(key), answer))

    def _patient_answered(self, key: ItemKey, answer: Answer) -> None:
        """The same path as any answer; the staff's page waits until they have it again."""
        self._keep(put_answer(self.interview.session, key, answer))

    def _patient_at(self, key: ItemKey) -> None:
        self.moving.note_place(key)

    @Slot()
    def _came_back(self) -> None:
        self.screen.draw_all(is_new=True)
        self._view.focus_question(self.interview.position)
        self.parked.look_again()
        self.turning.show_new_alert()

    def _keep(self, change: Change) -> None:
        if len(change.entries) > 1 or not same_answer(change.before, change.after):
            self.saving.change(change)

    def _apply(self, change: Change) -> None:
        self._keep(change)
        self._view.note.clear()
        self._draw(change)
        self.parked.look_again()

    def _draw(self, change: Change) -> None:
        self.screen.draw_change(change.affected, rows=change.rows_changed)

    @Slot()
    def _undo(self) -> None:
        self._view.flush()
        self._take_back(self.interview.session.undo())

    @Slot()
    def _redo(self) -> None:
        self._view.flush()
        self._take_back(self.interview.session.redo())

    def _take_back(self, change: Change | None) -> None:
        if change is None:
            return
        self.saving.change(change)
        self._view.note.clear()
        place = self.interview.place_of(change)
        if place is None or self.interview.section_of(place) is self.interview.section:
            self._draw(change)
        self.parked.look_again()
        if place is not None:
            self.moving.go_to(place)

    @Slot(object, object)
    def _room_changed(self, present: frozenset[Presence], private_now: bool | None) -> None:
        room = self.interview.room
        came = present - room.present if room is not None else present
        reason = room.not_private_reason if room is not None and not came else ""
        self._note_room(present, private_now, "" if private_now else reason)

    @Slot()
    def _private_confirmed(self) -> None:
        self._note_room(self._present(), True, "")
        self._view.focus_question(None)

    @Slot(str)
    def _reason_given(self, reason: str) -> None:
        self._note_room(self._present(), False, reason)
        self._view.focus_question(None)

    def _present(self) -> frozenset[Presence]:
        return self.interview.room.present if self.interview.room is not None else frozenset()

    def _note_room(
        self, present: frozenset[Presence], private_now: bool | None, reason: str
    ) -> None:
        # What is typed in a part that closes now must not be lost with its box.
        self._view.flush()
        work = self._context.work
        me = work.session.me.staff_id
        room = self.interview.noted_room(present, private_now, reason, work.clock.now(), me)
        self.saving.room(room)
        self.screen.draw_all()

    @Slot()
    def _not_safe_chosen(self) -> None:
        self.moving.not_safe_today(self._answered)

    @Slot(str)
    def _language_chosen(self, mode: str) -> None:
        self._view.flush()
        self.interview.mode = mode_for(mode, self._context.language)
        self.saving.language(mode)
        self.screen.draw_all()

"""Turns the screen to the person and takes it back: section or plan go on in the same draft."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop.forms.answers import Answer
from desktop.forms.session import Change, ItemKey
from desktop.messages import sentence
from desktop.services.turn_round import turn_to_patient, turn_to_staff
from desktop.views.editors.language_mode import mode_for_person
from desktop.views.interview.interview import Interview
from desktop.views.interview.interview_state import Gate
from desktop.views.interview.interview_view import InterviewView
from desktop.views.interview.local_time import local_now
from desktop.views.interview.opening import Opened
from desktop.views.patient.patient_controller import PatientController
from desktop.views.patient.patient_steps import steps_of
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.tokens import Tone


class TurningRound(QObject):
    """While it is turned the staff's page is not drawn; all of it is drawn when it comes back.

    Signals: ``came_back()`` the staff's page has to be drawn.
    """

    came_back = Signal()

    def __init__(
        self,
        context: ScreenContext,
        view: InterviewView,
        interview: Interview,
        opened: Opened,
        answer: Callable[[ItemKey, Answer], None],
        note_place: Callable[[ItemKey], None],
        keep: Callable[[Change], None],
    ) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._interview = interview
        self._opened = opened
        self._now = partial(local_now, context.work.clock)
        self._answer = answer
        self._note_place = note_place
        self._keep_change = keep
        self._staff_mode = interview.mode
        self._known: frozenset[str] = frozenset()
        self.side: PatientController | None = None
        view.turn_requested.connect(self.turn)

    @property
    def is_turned(self) -> bool:
        """Whether the person has the screen."""
        return self.side is not None

    def flush(self) -> None:
        """Tell what the person typed."""
        if self.side is not None:
            self.side.flush()

    @Slot()
    def turn(self) -> None:
        """Hand this section, or the whole plan, to the person, or say why not."""
        if self.is_turned:
            return
        self._view.flush()
        why = self._why_not()
        if why:
            self._view.note.show_message(Tone.WARNING, sentence(why, self._context.language))
            return
        self._view.note.clear()
        self._staff_mode = self._interview.mode
        self._known = frozenset(one.code for one in self._interview.alerts)
        self._interview.mode = mode_for_person(
            self._opened.card.language, self._interview.mode, self._interview.form.questionnaire
        )
        self.side = PatientController(
            self._interview,
            self._now,
            self._answer,
            self._note_place,
            self._keep_change,
            self,
            is_plan=self._opened.is_plan,
        )
        self.side.turned_back.connect(self._turned_back)
        self._keep(turn_to_patient)
        self._context.navigator.turn_to_patient(self.side)

    def _why_not(self) -> str:
        """The id of a sentence, "" where the section may be handed over."""
        gate = self._interview.gate(self._interview.section)
        if self._opened.is_for_staff:
            return "patient.staff-form"
        steps = steps_of(self._interview, is_plan=self._opened.is_plan)
        if any(step.question is not None for step in steps):
            return ""
        if gate is Gate.LOCKED:
            return "patient.locked"
        if gate is Gate.WARN:
            return "patient.warned"
        return "patient.nothing"

    @Slot()
    def _turned_back(self) -> None:
        side, self.side = self.side, None
        if side is None:
            return
        side.deleteLater()
        self._interview.mode = self._staff_mode
        self._keep(turn_to_staff)
        self._context.navigator.set_title(self._opened.card.alias)
        self.came_back.emit()

    def _keep(self, note: Callable[..., None]) -> None:
        form, navigator = self._interview.form, self._context.navigator
        self._context.runner.run(
            self,
            partial(note, self._context.work, form.ref, form.draft),
            done=_noted,
            failed=navigator.fail,
            label="turn round",
        )

    def show_new_alert(self) -> None:
        """What came up while nobody of the staff saw the screen is said, and has the focus."""
        codes = [one.code for one in self._interview.alerts if one.code not in self._known]
        if not codes:
            return
        self._view.alerts.focus_alert(codes[0])
        words = sentence("patient.alert-waits", self._context.language)
        self._context.navigator.say(Message(Tone.WARNING, words))


def _noted(_nothing: None) -> None:
    """The trail has it."""

"""Moves through an interview: questions, sections, jumps; holds only as the form's order asks."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from desktop.forms.answers import Answer, NoAnswer, NoAnswerReason, Unanswered
from desktop.forms.session import ItemKey
from desktop.records.form_record import FormKind
from desktop.views.interview.draft_saving import DraftSaving
from desktop.views.interview.interview import Interview
from desktop.views.interview.interview_screen import InterviewScreen
from desktop.views.interview.interview_state import Gate
from desktop.views.interview.interview_view import InterviewView
from desktop.views.interview.page_order import Closed, closed, holding_keys
from desktop.views.interview.sections import Section
from desktop.views.theme.tokens import Tone


class Moving(QObject):
    """Keeps the place: which section, which question, and tells the draft of it."""

    def __init__(
        self,
        view: InterviewView,
        interview: Interview,
        screen: InterviewScreen,
        saving: DraftSaving,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._interview = interview
        self._screen = screen
        self._saving = saving
        view.question_focused.connect(self._question_focused)
        view.section_requested.connect(self._section_requested)
        view.jump_requested.connect(self._jump_requested)
        view.next_section_requested.connect(self._next_section)
        view.action_bar.previous_requested.connect(self._previous)
        view.action_bar.next_requested.connect(self._next)

    def note_place(self, key: ItemKey) -> None:
        """Answering a question is being there; whoever calls this draws the change."""
        if key != self._interview.position:
            self._interview.position = key
            self._saving.position(key)

    def go_to(self, key: ItemKey) -> None:
        """Open the page of a question and put the focus into it."""
        self._screen.catch_up()
        section = self._interview.section_of(key)
        if section is not self._interview.section:
            self._open(section, key)
        else:
            if self._interview.reveal(key):
                self._screen.draw_page()
            self._place(key)
            self._view.focus_question(key)

    def show_missing(self, first: ItemKey) -> None:
        """List everything that is missing and go to the first."""
        self._screen.draw_all()
        self.go_to(first)

    def not_safe_today(self, answer: Callable[[str, Answer], None]) -> None:
        """Everything still open on a closed page gets the reason "not safe to ask"."""
        for key in self._interview.questions():
            state = self._interview.session.state(key)
            if isinstance(state.answer, Unanswered):
                answer(key, NoAnswer(NoAnswerReason.NOT_SAFE))
        self._next_section()

    def _open(self, section: Section, key: ItemKey | None) -> None:
        self._view.flush()
        interview = self._interview
        questions = interview.questions(section)
        interview.section = section
        interview.position = key or (questions[0] if questions else None)
        if interview.position is not None:
            interview.reveal(interview.position)
            self._saving.position(interview.position)
        self._screen.draw_all(is_new=True)
        self._view.focus_question(key)

    def _place(self, key: ItemKey) -> None:
        if key != self._interview.position:
            self._interview.position = key
            self._saving.position(key)
            self._screen.draw_place()

    @Slot(str)
    def _question_focused(self, key: str) -> None:
        self._place(ItemKey(key))

    @Slot(str)
    def _section_requested(self, name: str) -> None:
        found = next(one for one in self._interview.sections if one.name == name)
        if found is not self._interview.section and self._may_open(found):
            self._open(found, None)

    @Slot(str)
    def _jump_requested(self, key: str) -> None:
        if self._may_open(self._interview.section_of(ItemKey(key))):
            self.go_to(ItemKey(key))

    def _may_open(self, section: Section) -> bool:
        """Whether the form's own order lets the page be opened; else what is first is said."""
        why = closed(self._interview, section)
        if why is Closed.BEHIND:
            words = self.tr("This form does not go back to a page that is done.")
            self._view.note.show_message(Tone.WARNING, words)
        elif why is Closed.AHEAD:
            shown = self._interview.shown_sections()
            held = (holding_keys(self._interview, one) for one in shown)
            self.go_to(next(keys[0] for keys in held if keys))
            words = self.tr("This form asks its pages in order. This question comes first.")
            self._view.note.show_message(Tone.WARNING, words)
        return why is None

    @Slot()
    def _next(self) -> None:
        self._step(1)

    @Slot()
    def _previous(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        interview = self._interview
        steps_by_question = (
            interview.gate(interview.section) is Gate.OPEN
            and interview.form.kind is not FormKind.SAFETY_PLAN
        )
        key = interview.next_question(step) if steps_by_question else None
        if key is not None:
            self.go_to(key)
            return
        section = interview.neighbour(step)
        if section is not None and self._may_open(section):
            questions = interview.questions(section)
            self._open(section, questions[-1] if step < 0 and questions else None)

    @Slot()
    def _next_section(self) -> None:
        section = self._interview.neighbour(1)
        if section is not None and self._may_open(section):
            self._open(section, None)
        elif section is None:
            self._view.action_bar.next.setFocus()

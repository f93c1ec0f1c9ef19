"""Runs a section of an interview, or a whole plan, in the person's hands: in the same draft."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.forms.answers import Answer
from desktop.forms.session import Change, ItemKey
from desktop.messages import sentence
from desktop.views.editors.language_mode import LanguageMode, one_text, speaks_both
from desktop.views.interview.interview import Interview
from desktop.views.interview.interview_state import CardState
from desktop.views.interview.page_reader import PageReader
from desktop.views.lock.cover_view import WorkState
from desktop.views.patient.patient_row_acts import PatientRowActs
from desktop.views.patient.patient_state import PatientPageState
from desktop.views.patient.patient_steps import PatientStep, questions_of, steps_of
from desktop.views.patient.patient_view import PatientView
from desktop.views.patient.reading import reading_of
from desktop.views.patient.row_reader import RowReader


class PatientController(QObject):
    """Answers go out by ``answer``, rows by ``keep`` and places by ``note_place``, which keep them
    as any other. ``is_plan``: all parts are the person's, who may also read it over;
    with ``reads_only`` that alone.

    Signals: ``language_chosen()``: the view has to be built anew, once its language is installed;
    ``turned_back()`` staff have the screen again.
    """

    language_chosen = Signal()
    turned_back = Signal()

    def __init__(
        self,
        interview: Interview,
        now: Callable[[], datetime],
        answer: Callable[[ItemKey, Answer], None],
        note_place: Callable[[ItemKey], None],
        keep: Callable[[Change], None],
        parent: QObject,
        *,
        is_plan: bool = False,
        reads_only: bool = False,
    ) -> None:
        super().__init__(parent)
        self._interview = interview
        self._now = now
        self._answer = answer
        self._note_place = note_place
        self._keep = keep
        self._is_plan = is_plan
        self._reads_only = reads_only
        self._before_reading: PatientStep | None = None
        self._reader: PageReader | None = None
        self._view: PatientView | None = None
        self._work = WorkState.SAVED
        self._steps = self._steps_now()
        at = interview.position
        here = (step for step in self._steps if step.question == at)
        self._step: PatientStep | None = next(here, self._steps[0] if self._steps else None)
        self._is_over = False

    @property
    def language(self) -> str:
        """What the person reads: "en" or "es"."""
        return self._interview.mode.first

    @property
    def view(self) -> PatientView | None:
        """The page now shown."""
        return self._view

    def build(self, parent: QWidget) -> PatientView:
        """A new page in the language now installed, where the person is."""
        interview = self._interview
        self._reader = PageReader(interview, self.language, self)
        has_both = speaks_both(interview.form.questionnaire)
        self._row_reader = RowReader(interview, self._reader.card)
        view = PatientView(
            self._now,
            self.language,
            speaks_both=has_both,
            is_plan=self._is_plan,
            parent=parent,
        )
        view.answered.connect(self._answered)
        view.step_requested.connect(self._go)
        view.done_requested.connect(self.ask_back)
        view.go_on_requested.connect(self._go_on)
        view.language_chosen.connect(self._language_chosen)
        view.reading_requested.connect(self._read_over)
        acts = PatientRowActs(view, interview, self._row_reader, self._keep, is_plan=self._is_plan)
        acts.step_wanted.connect(self._go_to)
        self._view = view
        view.show_work(self._work)
        return view

    def begin(self) -> None:
        """Once the page is in the window: show the step, or that there is none."""
        self._draw()

    def flush(self) -> None:
        """Tell what is typed now."""
        if self._view is not None:
            self._view.flush()

    @Slot()
    def ask_back(self) -> None:
        """The person is done, or somebody tried to close the window: thanks, and the PIN."""
        if self._view is not None:
            self._view.flush()
            self._view.show_give_back(may_go_on=not self._is_over and bool(self._steps))

    def end(self) -> None:
        """Nothing of the person may be shown any more; only the PIN leads on."""
        self._is_over = True
        if self._view is not None:
            self._view.show_give_back(may_go_on=False)

    def show_work(self, work: WorkState) -> None:
        """Whether the store has everything."""
        self._work = work
        if self._view is not None:
            self._view.show_work(work)

    def show_near(self, seconds: int | None) -> None:
        """The cover comes in so many seconds; None: it does not."""
        words = sentence("patient.near", self.language, seconds=seconds) if seconds else ""
        if self._view is not None:
            self._view.show_near(words)

    @Slot(str, object)
    def _answered(self, key: str, answer: Answer) -> None:
        if self._is_over:
            return
        self._answer(ItemKey(key), answer)
        if self._view is not None and not self._view.is_given_back:
            self._draw()

    @Slot(int)
    def _go(self, places: int) -> None:
        self.flush()
        self._look_again()
        if self._step is None:
            self.ask_back()
            return
        if self._step.is_reading and self._before_reading is not None and places < 0:
            self._go_to(self._before_reading.name)
            return
        at = self._steps.index(self._step) + places
        if at >= len(self._steps):
            self.ask_back()
            return
        self._step, self._before_reading = self._steps[max(at, 0)], None
        self._draw()

    @Slot()
    def _read_over(self) -> None:
        self.flush()
        self._look_again()
        if self._steps and self._steps[-1].is_reading:
            self._before_reading, self._step = self._step, self._steps[-1]
            self._draw()

    @Slot(str)
    def _go_to(self, name: str) -> None:
        """The step of this name; where it is gone, the one that stands there now."""
        self._look_again()
        found = next((one for one in self._steps if one.name == name), self._step)
        self._step, self._before_reading = found, None
        self._draw()

    @Slot()
    def _go_on(self) -> None:
        self._draw()

    @Slot(str)
    def _language_chosen(self, language: str) -> None:
        self.flush()
        self._interview.mode = LanguageMode(language)
        self.language_chosen.emit()

    def _steps_now(self) -> tuple[PatientStep, ...]:
        """A plan that is only read is one step."""
        if self._reads_only:
            return (PatientStep(None),)
        return steps_of(self._interview, is_plan=self._is_plan)

    def _look_again(self) -> None:
        """The steps as they are now; where the present one is gone, the one in its place."""
        before = self._steps
        self._steps = self._steps_now()
        if self._step is None or not self._steps:
            self._step = self._steps[0] if self._steps else None
            return
        same = (one for one in self._steps if one.name == self._step.name)
        at = min(before.index(self._step), len(self._steps) - 1)
        self._step = next(same, self._steps[at])

    def _draw(self) -> None:
        self._look_again()
        if self._step is None:
            self.ask_back()
            return
        question = self._step.question
        if question is not None:
            self._interview.section = self._interview.section_of(question)
            self._interview.reveal(question)
            self._note_place(question)
        if self._view is not None:
            self._view.show_page(self._state(self._step))

    def _state(self, step: PatientStep) -> PatientPageState:
        interview, first = self._interview, step.question or next(iter(step.words), None)
        asked = self._asked()
        section = interview.section_of(first) if first is not None else None
        here = [one for one in asked if interview.section_of(one) is section]
        title = one_text(section.title, interview.mode) if section is not None else ""
        return PatientPageState(
            name=step.name,
            number=here.index(step.question) + 1 if step.question is not None else 0,
            total=len(here),
            words=tuple(self._card(key) for key in step.words),
            card=self._card(step.question) if step.question is not None else None,
            mode=self._interview.mode,
            is_first=step == self._steps[0],
            is_last=step == self._steps[-1],
            part=title if self._is_plan else "",
            rows=self._row_reader.rows(step.question, asked) if step.question is not None else (),
            adds=self._row_reader.adds(step.question, asked) if step.question is not None else (),
            reading=reading_of(interview, asked) if step.is_reading else None,
            can_change=not self._reads_only,
        )

    def _asked(self) -> tuple[ItemKey, ...]:
        if self._reads_only:
            return questions_of(self._interview, is_plan=True)
        return tuple(one.question for one in self._steps if one.question is not None)

    def _card(self, key: ItemKey) -> CardState:
        assert self._reader is not None
        self._reader.forget((key,))
        card = self._reader.card(key)
        return replace(card, number="", rich_number="", comments=(), meter=(), required_words="")

"""One question in large type: its words, the answer, and the ways not to answer."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.forms.answers import Answer, NoAnswer, NoAnswerReason, Unanswered
from desktop.views.editors.editor import Editor, safe_name
from desktop.views.editors.registry import editor_for, kind_of
from desktop.views.interview.asides import Aside, AsideKind
from desktop.views.interview.beside import beside_of
from desktop.views.interview.card_extras import CardExtras
from desktop.views.interview.card_notes import CardNotes, Note
from desktop.views.interview.interview_state import CardState
from desktop.views.interview.rich_words import item_words
from desktop.views.interview.two_column_text import TwoColumnText
from desktop.views.patient.patient_reasons import PatientReasons
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Space, TextStyle, Tone


class PatientCard(QWidget):
    """Shows a ``CardState`` without what staff read beside it: comments, scores, effects.

    Signals: ``answered(key, answer)`` after an answer, a reason, or one taken back.
    """

    answered = Signal(str, object)

    def __init__(
        self, state: CardState, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._state = state
        self._kind = kind_of(state.item)
        name = safe_name(state.key)
        self.setObjectName(f"patient-question-{name}")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.L)
        self.head = TwoColumnText(
            self, name=f"patient-head-{name}", style=TextStyle.ROW_STRONG, is_indented=False
        )
        self._extras = CardExtras(self, name=f"patient-{name}")
        self.editor = self._new_editor()
        self.notes = CardNotes(self, name=f"patient-notes-{name}")
        self.reasons = PatientReasons(self, name=f"patient-reasons-{name}")
        self.reasons.chosen.connect(self._reason_chosen)
        for part in (self.head, self._extras, self.editor, self.notes, self.reasons):
            self._column.addWidget(part)
        self.show_state(state)

    @property
    def state(self) -> CardState:
        """What it shows."""
        return self._state

    def show_state(self, state: CardState) -> None:
        """Show the question anew; focus and caret stay where they are."""
        self._state = state
        first, second, rich = item_words(state.item, state.mode)
        self.head.show_texts(first, second, rich=rich)
        self._extras.show_state(replace(state, asides=_for_person(state.asides)))
        if self._kind != kind_of(state.item):
            # An expression refilled the question: another editor takes over.
            self._kind = kind_of(state.item)
            old, self.editor = self.editor, self._new_editor()
            old.flush()
            self._column.replaceWidget(old, self.editor)
            old.hide()
            old.deleteLater()
        self.editor.show_beside(beside_of(state))
        self.editor.show_state(state.item, state.mode)
        answer = state.item.answer
        self.reasons.set_reason(answer.reason if isinstance(answer, NoAnswer) else None)
        self._show_notes(state)

    def focus_first(self) -> None:
        """Put the focus into the answer."""
        self.editor.focus_first()

    def flush(self) -> None:
        """Tell what was typed now."""
        self.editor.flush()

    def _new_editor(self) -> Editor:
        editor = editor_for(self._state.item, self._now, self)
        editor.answered.connect(self._editor_answered)
        editor.problem_found.connect(editor.set_spoken)
        return editor

    def _show_notes(self, state: CardState) -> None:
        words = [text for text in (state.hint, state.problem, state.warning) if text]
        notes: list[Note] = [(State.LOOK_HERE, Tone.WARNING, text) for text in words]
        self.notes.show_notes(tuple(notes))
        self.editor.set_spoken(" ".join(words))

    @Slot(object)
    def _editor_answered(self, answer: Answer) -> None:
        self.answered.emit(self._state.key, answer)

    @Slot(object)
    def _reason_chosen(self, reason: NoAnswerReason | None) -> None:
        answer = Unanswered() if reason is None else NoAnswer(reason)
        self.answered.emit(self._state.key, answer)


def _for_person(asides: tuple[Aside, ...]) -> tuple[Aside, ...]:
    """What was looked up for an answer is for staff: it may come from where the person is not."""
    return tuple(one for one in asides if one.kind is not AsideKind.CONTEXT)

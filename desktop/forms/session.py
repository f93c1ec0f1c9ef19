"""One form being filled: a change goes in, the set of what changed comes out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from desktop.errors import BugError
from desktop.forms.answers import (
    Answer,
    Answered,
    AnswerValue,
    NoAnswer,
    NoAnswerReason,
    Unanswered,
    answer_values,
    same_answer,
)
from desktop.forms.form_view import FormView, ItemState
from desktop.forms.history import Edit, History
from desktop.forms.instances import Instance, ItemKey
from desktop.forms.keeping import after_exclusive, kept_values
from desktop.forms.questionnaire import Questionnaire
from desktop.forms.session_start import started

__all__ = ["Change", "FormSession", "ItemKey", "ItemState"]


@dataclass(frozen=True, slots=True)
class Change:
    """One answer changed. ``affected`` holds every key whose answer, visibility, problems,
    calculated value or score changed: the screen redraws only those. ``after`` is what the caller
    journals under ``key``.
    """

    key: ItemKey
    before: Answer
    after: Answer
    affected: frozenset[ItemKey]


class FormSession(FormView):
    """Answers of one form, kept settled. No clock, no store: both are the caller's."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        response: Mapping[str, object] | None = None,
        *,
        now: Callable[[], datetime],
        launch: Mapping[str, object] | None = None,
    ) -> None:
        """Starts empty with the form's initial values, or from a response.

        Raises KnownError when ``response`` is no QuestionnaireResponse.
        """
        start = started(questionnaire, response, now, launch or {})
        super().__init__(questionnaire, start, now, launch or {})
        self._history = History()

    def answer(self, key: ItemKey, *values: AnswerValue) -> Change:
        """Answers a question; several values where it repeats; blank text clears it."""
        instance = self._question(key)
        before = answer_values(self._answers.get(key, Unanswered()))
        kept = after_exclusive(instance.item, before, kept_values(instance.item, values))
        return self.set(key, Answered(kept) if kept else Unanswered())

    def give_reason(self, key: ItemKey, reason: NoAnswerReason) -> Change:
        """Says why a question has no answer."""
        return self.set(key, NoAnswer(reason))

    def clear(self, key: ItemKey) -> Change:
        """Back to not answered; a calculated question computes again."""
        return self.set(key, Unanswered())

    def set(self, key: ItemKey, answer: Answer) -> Change:
        """Puts an answer as it is, as journal replay does."""
        self._question(key)
        before = self._answers.get(key, Unanswered())
        if not same_answer(before, answer):
            self._history.record(Edit(key, before, answer))
        return self._apply(key, answer)

    def restore(self, answers: Mapping[ItemKey, Answer]) -> None:
        """Puts many answers at once without a history: a draft opened again."""
        for key, answer in answers.items():
            self._question(key)
            self._answers[key] = answer
        self._standing.renew(self._settler.settle(answers) | set(answers))

    def undo(self) -> Change | None:
        """Takes the last change back; None when there is none."""
        edit = self._history.take_back()
        return None if edit is None else self._apply(edit.key, edit.before)

    def redo(self) -> Change | None:
        """Brings an undone change back; None when there is none."""
        edit = self._history.bring_back()
        return None if edit is None else self._apply(edit.key, edit.after)

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone change to bring back."""
        return self._history.can_redo

    def _apply(self, key: ItemKey, answer: Answer) -> Change:
        before = self._answers.get(key, Unanswered())
        self._answers[key] = answer
        touched = self._settler.settle([key]) | {key}
        self._standing.renew(touched)
        touched |= {below.key for one in touched for below in self._tree.by_key[one].children}
        touched |= self._standing.scores_reading(touched)
        return Change(key, before, answer, frozenset(touched))

    def _question(self, key: ItemKey) -> Instance:
        instance = self._tree.by_key.get(key)
        if instance is None or not instance.is_question:
            raise BugError("no such question in this form")
        return instance

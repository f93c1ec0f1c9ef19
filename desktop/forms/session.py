"""One form being filled: a change goes in, the set of what changed comes out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from desktop.errors import BugError
from desktop.forms.answer_json import same_answer
from desktop.forms.answers import (
    Answer,
    Answered,
    AnswerValue,
    NoAnswer,
    NoAnswerReason,
    Unanswered,
    answer_values,
)
from desktop.forms.form_view import FormView
from desktop.forms.history import Edit, History, Step
from desktop.forms.initial_values import initial_step, initial_steps
from desktop.forms.instances import Instance, ItemKey, is_list
from desktop.forms.item_state import ItemState
from desktop.forms.keeping import after_exclusive, kept_values
from desktop.forms.questionnaire import Questionnaire
from desktop.forms.row_moves import RowMoves, moved_below
from desktop.forms.session_start import started

__all__ = ["Change", "FormSession", "ItemKey", "ItemState"]


@dataclass(frozen=True, slots=True)
class Change:
    """One answer changed. ``affected`` holds every key whose answer, visibility, problems,
    calculated value, looks or score changed: the screen redraws only those. ``entries`` is what
    the caller journals as one row: ``after`` under ``key`` first, then what came with it (rows,
    initial values, answers that moved with their row). Where ``rows_changed``, items came or went.
    """

    key: ItemKey
    before: Answer
    after: Answer
    affected: frozenset[ItemKey]
    entries: tuple[tuple[ItemKey, Answer], ...]
    rows_changed: bool = False


class FormSession(FormView):
    """Answers of one form, kept settled. No clock, no store: both are the caller's."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        response: Mapping[str, object] | None = None,
        *,
        now: Callable[[], datetime],
        launch: Mapping[str, object] | None = None,
        is_finished: bool = False,
    ) -> None:
        """Starts empty with the form's initial values, or from a response.

        ``launch`` are FHIR resources by launch context name (``patient``, ``user``,
        ``encounter``). ``is_finished``: the response is only read, and shows what it stored:
        what it holds takes part, and computed values are not computed again. Raises KnownError
        when ``response`` is no QuestionnaireResponse.
        """
        start = started(questionnaire, response, now, launch or {}, is_finished=is_finished)
        super().__init__(questionnaire, start)
        self._history = History()
        self._moves = RowMoves(self)

    def answer(self, key: ItemKey, *values: AnswerValue) -> Change:
        """Answers a question; several values where it repeats; blank text clears it."""
        instance = self._question(key)
        before = answer_values(self.given(key))
        kept = after_exclusive(instance.item, before, kept_values(instance.item, values))
        return self.set(key, Answered(kept) if kept else Unanswered())

    def give_reason(self, key: ItemKey, reason: NoAnswerReason) -> Change:
        """Says why a question has no answer."""
        return self.set(key, NoAnswer(reason))

    def clear(self, key: ItemKey) -> Change:
        """Back to not answered; a calculated question computes again."""
        return self.set(key, Unanswered())

    def set(self, key: ItemKey, answer: Answer) -> Change:
        """Puts an answer as it is."""
        instance = self._question(key)
        steps = [Step(key, self.given(key), answer)]
        if is_list(instance.item):
            steps += moved_below(instance, self.given(key), answer, self._answers)
        return self._do(steps)

    def add_row(self, list_key: ItemKey, after: ItemKey | None = None) -> Change:
        """A new row of a repeating group, last or behind the row ``after``.

        Its initial values come with it. Raises BugError where ``can_add`` is false.
        """
        return self._do([self._moves.added(list_key, after)])

    def remove_row(self, key: ItemKey) -> Change:
        """Takes a row out; undo brings it back with its answers."""
        return self._do([self._moves.removed(key)])

    def move_row(self, key: ItemKey, places: int) -> Change:
        """Moves a row up (negative) or down among its own."""
        return self._do([self._moves.moved(key, places)])

    def restore(self, answers: Mapping[ItemKey, Answer]) -> None:
        """Puts many answers at once without a history: a draft opened again.

        Answers of rows that were removed are kept, in case an undo brings the row back.
        """
        self._answers.update(answers)
        moved = self._retree(list(answers))
        known = {key for key in answers if key in self._tree.by_key} | moved
        self._renew(self._settler.settle(known) | known)

    def undo(self) -> Change | None:
        """Takes the last change back; None when there is none."""
        edit = self._history.take_back()
        return None if edit is None else self._apply(edit.reversed())

    def redo(self) -> Change | None:
        """Brings an undone change back; None when there is none."""
        edit = self._history.bring_back()
        return None if edit is None else self._apply(edit)

    @property
    def history(self) -> History:
        """What can be taken back and brought back."""
        return self._history

    def continue_history(self, history: History) -> None:
        """Take back what another session over the same answers did."""
        self._history = history

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone change to bring back."""
        return self._history.can_redo

    def _do(self, steps: list[Step]) -> Change:
        first = steps[0]
        change = self._apply(Edit(tuple(steps)))
        more = self._first_values(change)
        all_steps = (*steps, *more)
        if any(not same_answer(one.before, one.after) for one in all_steps):
            self._history.record(Edit(all_steps))
        if not more:
            return change
        following = self._apply(Edit(tuple(more)))
        return Change(
            first.key,
            first.before,
            first.after,
            change.affected | following.affected,
            (*change.entries, *following.entries),
            change.rows_changed or following.rows_changed,
        )

    def _first_values(self, change: Change) -> list[Step]:
        """Initial values of what stands here, or takes part, for the first time."""
        new = self._moves.new_instances(Step(change.key, change.before, change.after))
        if new:
            return initial_steps(new, self._answers, self._settler)
        due = [
            self._tree.by_key[key]
            for key in change.affected
            if key in self._tree.by_key and key in self._awaiting
        ]
        found = (initial_step(one, self._answers, self._settler) for one in due)
        steps = [step for step in found if step is not None]
        self._awaiting.difference_update(one.key for one in due if self._takes_part(one))
        return steps

    def _takes_part(self, instance: Instance) -> bool:
        return self._settler.is_enabled(instance.key)

    def _apply(self, edit: Edit) -> Change:
        first = edit.steps[0]
        for step in edit.steps:
            self._answers[step.key] = step.after
        keys = [step.key for step in edit.steps]
        moved = self._retree(keys)
        known = [key for key in keys if key in self._tree.by_key]
        touched = self._settler.settle([*known, *moved]) | set(known) | moved
        affected = touched | self._renew(touched)
        affected |= {below.key for key in touched for below in self._tree.by_key[key].children}
        affected |= self._standing.scores_reading(affected)
        entries = tuple((step.key, step.after) for step in edit.steps)
        return Change(
            first.key, first.before, first.after, frozenset(affected), entries, bool(moved)
        )

    def _question(self, key: ItemKey) -> Instance:
        instance = self._tree.by_key.get(key)
        if instance is None or not instance.is_question:
            raise BugError("no such question in this form")
        return instance

"""Rows of a repeating group added, removed and moved; answers that move with their row."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.errors import BugError
from desktop.forms.answers import Answer, Rows, Unanswered, answer_values
from desktop.forms.form_view import FormView
from desktop.forms.history import Step
from desktop.forms.instances import Instance, ItemKey
from desktop.forms.rows import renamed_row, rows_kept


@dataclass(frozen=True, slots=True)
class RowMoves:
    """Says what each act changes; it changes nothing itself."""

    view: FormView

    def added(self, list_key: ItemKey, after: ItemKey | None) -> Step:
        """A new row with an id that this list never had."""
        if not self.view.can_add(list_key):
            raise BugError("this group takes no more rows")
        rows = self._rows(list_key)
        at = len(rows.ids) if after is None else self._place(after)[1] + 1
        ids = (*rows.ids[:at], rows.following, *rows.ids[at:])
        return self._step(list_key, Rows(ids, rows.following + 1))

    def removed(self, key: ItemKey) -> Step:
        """The row ``key`` taken out."""
        if not self.view.can_remove(key):
            raise BugError("this row has to stay")
        rows, at = self._place(key)
        ids = (*rows.ids[:at], *rows.ids[at + 1 :])
        return self._step(self._row(key).list_key, Rows(ids, rows.following))

    def moved(self, key: ItemKey, places: int) -> Step:
        """The row ``key`` moved by so many places, at most to the first or last."""
        rows, at = self._place(key)
        others = [*rows.ids[:at], *rows.ids[at + 1 :]]
        others.insert(min(max(at + places, 0), len(others)), rows.ids[at])
        return self._step(self._row(key).list_key, Rows(tuple(others), rows.following))

    def new_instances(self, step: Step) -> list[Instance]:
        """The items of the rows that a step brings for the first time; nothing for an answer."""
        if not isinstance(step.after, Rows):
            return []
        before = rows_kept({step.key: step.before}, self.view.list_item(step.key), step.key)
        new = [row for row in step.after.ids if row >= before.following]
        tops = [self.view.row_instance(step.key, row) for row in new]
        return [one for top in tops for one in top.with_descendants()]

    def _step(self, list_key: ItemKey, rows: Rows) -> Step:
        return Step(list_key, self.view.given(list_key), rows)

    def _row(self, key: ItemKey) -> Instance:
        return self.view.tree.by_key[key]

    def _rows(self, list_key: ItemKey) -> Rows:
        return rows_kept(self.view.answers, self.view.list_item(list_key), list_key)

    def _place(self, key: ItemKey) -> tuple[Rows, int]:
        row = self._row(key)
        rows = self._rows(row.list_key)
        return rows, rows.ids.index(row.rows[-1])


def moved_below(
    question: Instance, before: Answer, after: Answer, answers: Mapping[ItemKey, Answer]
) -> list[Step]:
    """What stood below one answer of a repeating question goes with it when it is reworded."""
    renamed = renamed_row(answer_values(before), answer_values(after))
    if renamed is None:
        return []
    old, new = renamed
    at = len(question.rows)
    steps = []
    for one in question.with_descendants()[1:]:
        given = answers.get(one.key, Unanswered())
        if one.rows[at : at + 1] == (old,) and not isinstance(given, Unanswered):
            rows = (*one.rows[:at], new, *one.rows[at + 1 :])
            key = moved_key(one, rows)
            steps.append(Step(key, answers.get(key, Unanswered()), given))
            steps.append(Step(one.key, given, Unanswered()))
    return steps


def moved_key(one: Instance, rows: tuple[int, ...]) -> ItemKey:
    """The key of the same item in other rows."""
    return ItemKey(f"{one.item.link_id}@{'.'.join(str(row) for row in rows)}")

"""The rows of repeating groups as they can be seen and changed now."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from desktop.forms.answers import Answer
from desktop.forms.instances import FormTree, Instance, ItemKey, make_key
from desktop.forms.questionnaire import Item, Questionnaire
from desktop.forms.rows import rows_in
from desktop.forms.shapes import Shape

MOST_ROWS = 500
"""A group takes no more rows than this, whatever the form says."""


@dataclass(frozen=True, slots=True)
class RowState:
    """One row of a repeating group: ``number`` of ``count``, from 1."""

    key: ItemKey
    list_key: ItemKey
    number: int
    count: int
    can_remove: bool
    can_move_up: bool
    can_move_down: bool


@dataclass(frozen=True, slots=True)
class RowView:
    """Reads the rows of one form."""

    form: Questionnaire
    tree: Callable[[], FormTree]
    answers: Mapping[ItemKey, Answer]
    shape_of: Callable[[Instance], Shape]

    def item(self, list_key: ItemKey) -> Item:
        """The repeating item whose rows are kept under this key. Raises KeyError."""
        found = self.form.by_link_id.get(list_key)
        return found or self.form.by_link_id[list_key.rpartition("@")[0]]

    def ids(self, list_key: ItemKey) -> tuple[int, ...]:
        """The row ids in their order."""
        return rows_in(self.answers, self.item(list_key), list_key)

    def instance(self, list_key: ItemKey, row: int) -> Instance:
        """The row as an item. Raises KeyError."""
        above = list_key.removeprefix(self.item(list_key).link_id).removeprefix("@")
        rows = tuple(int(one) for one in above.split(".")) if above else ()
        return self.tree().by_key[make_key(self.item(list_key).link_id, (*rows, row))]

    def state(self, key: ItemKey) -> RowState | None:
        """One row; None for an item that is no row."""
        instance = self.tree().by_key[key]
        list_key = instance.list_key
        if list_key == key or instance.is_question:
            return None
        ids = self.ids(list_key)
        at = ids.index(instance.rows[-1])
        least = max(1, self.shape_of(instance).limits.min_occurs or 1)
        return RowState(
            key, list_key, at + 1, len(ids), len(ids) > least, at > 0, at + 1 < len(ids)
        )

    def can_add(self, list_key: ItemKey) -> bool:
        """Whether one more row is allowed (maxOccurs)."""
        ids = self.ids(list_key)
        most = self.shape_of(self.instance(list_key, ids[0])).limits.max_occurs
        return len(ids) < min(MOST_ROWS, MOST_ROWS if most is None else most)

"""Items as they stand in one response: keys, and the tree that repeating items grow."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NewType

from desktop.forms.questionnaire import Item, ItemType, Questionnaire, Sensitivity

ItemKey = NewType("ItemKey", str)
"""The linkId, with ``@`` and the row ids of the repeating items above (and itself) if any."""

RowsOf = Callable[[Item, ItemKey], tuple[int, ...]]
"""The row ids of a repeating item in their order, by its list key."""

MOST_FIRST_ROWS = 50
"""No form starts with more rows of one group than this, whatever its minOccurs says."""


def make_key(link_id: str, rows: tuple[int, ...]) -> ItemKey:
    """``x`` without a repeating item above, ``x@0.2`` within row 2 of row 0."""
    if not rows:
        return ItemKey(link_id)
    return ItemKey(f"{link_id}@{'.'.join(str(row) for row in rows)}")


def is_list(item: Item) -> bool:
    """Whether the item stands in rows: a repeating group, or a repeating question with items below.

    Row ids are given once and never again; their order is kept apart from them.
    """
    return item.repeats and (item.type is ItemType.GROUP or bool(item.children))


def first_rows(item: Item) -> tuple[int, ...]:
    """The rows of a repeating group that nobody touched: one, or as many as it must have."""
    least = item.limits.min_occurs or 1
    return tuple(range(max(1, min(least, MOST_FIRST_ROWS))))


@dataclass(eq=False, slots=True)
class Instance:
    """One item at one place. ``is_hidden`` includes hidden ancestors, and ``is_shown_only`` those
    that are not for asking (core usageMode display).

    ``rows`` are the row ids of the repeating items above, outermost first; that of a repeating
    group's own row is the last.
    """

    key: ItemKey
    item: Item
    parent: "Instance | None"
    rows: tuple[int, ...]
    is_hidden: bool
    is_shown_only: bool
    depth: int = 0
    children: list["Instance"] = field(default_factory=list)

    @property
    def is_question(self) -> bool:
        """True for everything that takes an answer."""
        return self.item.type.is_question

    @property
    def list_key(self) -> ItemKey:
        """Under which key the rows of this repeating item are kept."""
        is_row = self.item.type is ItemType.GROUP and self.item.repeats
        return make_key(self.item.link_id, self.rows[:-1] if is_row else self.rows)

    @property
    def is_private(self) -> bool:
        """Whether it, or a group above it, may be asked in private only."""
        above: Instance | None = self
        while above is not None:
            if above.item.sensitivity is Sensitivity.LOCK:
                return True
            above = above.parent
        return False

    def with_descendants(self) -> list["Instance"]:
        """This instance and all below it."""
        found = [self]
        for one in found:
            found.extend(one.children)
        return found


@dataclass(frozen=True, slots=True)
class FormTree:
    """All instances of a form: roots, by key in reading order, and by linkId.

    ``lists`` names the repeating items above each item (itself included), outermost first.
    """

    roots: tuple[Instance, ...]
    by_key: Mapping[ItemKey, Instance]
    by_link_id: Mapping[str, tuple[Instance, ...]]
    lists: Mapping[str, tuple[str, ...]] = field(repr=False)

    def nearest(self, link_id: str, seen_from: Instance | None) -> tuple[Instance, ...]:
        """The instances of ``link_id`` in the rows that it shares with the viewer.

        Source: FHIR R4 ``Questionnaire.item.enableWhen.question``: the nearest occurrence counts,
        and an answer in another row of the same group is not near.
        """
        found = self.by_link_id.get(link_id, ())
        if not found or seen_from is None:
            return found
        shared = self._shared(link_id, seen_from.item.link_id)
        rows = seen_from.rows[:shared]
        return tuple(one for one in found if one.rows[:shared] == rows)

    def _shared(self, one: str, other: str) -> int:
        pairs = zip(self.lists[one], self.lists[other], strict=False)
        return next(
            (at for at, (a, b) in enumerate(pairs) if a != b),
            min(len(self.lists[one]), len(self.lists[other])),
        )


def lists_above(form: Questionnaire) -> Mapping[str, tuple[str, ...]]:
    """For each linkId the repeating items in whose rows its instances stand, outermost first."""
    found: dict[str, tuple[str, ...]] = {}

    def enter(items: tuple[Item, ...], above: tuple[str, ...]) -> None:
        for item in items:
            inside = (*above, item.link_id) if is_list(item) else above
            found[item.link_id] = inside if item.type is ItemType.GROUP else above
            enter(item.children, inside)

    enter(form.items, ())
    return found


def grow_tree(
    form: Questionnaire, rows_of: RowsOf, standing: Mapping[ItemKey, Instance] | None = None
) -> FormTree:
    """The instances of ``form``; those in ``standing`` are taken over instead of made anew."""
    growth = _Growth(rows_of, standing or {})
    roots = [one for item in form.items for one in growth.grow(item, None, ())]
    by_key: dict[ItemKey, Instance] = {}
    by_link_id: dict[str, list[Instance]] = {}
    stack = roots[::-1]
    while stack:
        instance = stack.pop()
        by_key[instance.key] = instance
        by_link_id.setdefault(instance.item.link_id, []).append(instance)
        stack.extend(reversed(instance.children))
    instances = {link_id: tuple(found) for link_id, found in by_link_id.items()}
    return FormTree(tuple(roots), by_key, instances, lists_above(form))


@dataclass(frozen=True, slots=True)
class _Growth:
    rows_of: RowsOf
    standing: Mapping[ItemKey, Instance]

    def grow(self, item: Item, parent: Instance | None, rows: tuple[int, ...]) -> list[Instance]:
        if item.type is ItemType.GROUP and item.repeats:
            ids = self.rows_of(item, make_key(item.link_id, rows))
            return [self._instance(item, parent, (*rows, row)) for row in ids]
        return [self._instance(item, parent, rows)]

    def _instance(self, item: Item, parent: Instance | None, rows: tuple[int, ...]) -> Instance:
        key = make_key(item.link_id, rows)
        instance = self.standing.get(key)
        if instance is None:
            hidden = item.hidden or (parent is not None and parent.is_hidden)
            depth = 0 if parent is None else parent.depth + 1
            shown = item.presentation.is_shown_only or (parent is not None and parent.is_shown_only)
            instance = Instance(key, item, parent, rows, hidden, shown, depth)
        instance.children = [
            one
            for inside in self._rows_inside(item, key, rows)
            for child in item.children
            for one in self.grow(child, instance, inside)
        ]
        return instance

    def _rows_inside(
        self, item: Item, key: ItemKey, rows: tuple[int, ...]
    ) -> list[tuple[int, ...]]:
        if item.type is ItemType.GROUP or not is_list(item):
            return [rows]
        return [(*rows, row) for row in self.rows_of(item, key)]

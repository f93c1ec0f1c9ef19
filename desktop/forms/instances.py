"""Items as they stand in one response: keys, and the tree that repeating groups grow."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NewType

from desktop.forms.questionnaire import Item, ItemType, Questionnaire

ItemKey = NewType("ItemKey", str)
"""The linkId, with ``@`` and the positions of the repeating groups above (and itself) if any."""


def make_key(link_id: str, positions: tuple[int, ...]) -> ItemKey:
    """``x`` without a repeating group above, ``x@0.2`` within the third of the first."""
    if not positions:
        return ItemKey(link_id)
    return ItemKey(f"{link_id}@{'.'.join(str(position) for position in positions)}")


@dataclass(eq=False, slots=True)
class Instance:
    """One item at one place. ``is_hidden`` includes hidden ancestors."""

    key: ItemKey
    item: Item
    parent: "Instance | None"
    positions: tuple[int, ...]
    is_hidden: bool
    children: list["Instance"] = field(default_factory=list)

    @property
    def is_question(self) -> bool:
        """True for everything that takes an answer."""
        return self.item.type.is_question

    def with_descendants(self) -> list["Instance"]:
        """This instance and all below it."""
        found = [self]
        for one in found:
            found.extend(one.children)
        return found


@dataclass(frozen=True, slots=True)
class FormTree:
    """All instances of a form: roots, by key in reading order, and by linkId."""

    roots: tuple[Instance, ...]
    by_key: Mapping[ItemKey, Instance]
    by_link_id: Mapping[str, tuple[Instance, ...]]

    def nearest(self, link_id: str, seen_from: Instance | None) -> tuple[Instance, ...]:
        """The instances of ``link_id`` that share the most repeating positions with the viewer.

        Source: FHIR R4 ``Questionnaire.item.enableWhen.question``: the nearest occurrence counts.
        """
        found = self.by_link_id.get(link_id, ())
        if len(found) < 2 or seen_from is None:
            return found

        def shared(one: Instance) -> int:
            pairs = zip(one.positions, seen_from.positions, strict=False)
            return next((at for at, (a, b) in enumerate(pairs) if a != b), len(one.positions))

        best = max(shared(one) for one in found)
        return tuple(one for one in found if shared(one) == best)


Counts = Mapping[tuple[str, tuple[int, ...]], int]
"""How often a repeating group stands: (linkId, positions of the groups above) to a number."""


def grow_tree(form: Questionnaire, counts: Counts) -> FormTree:
    """The instances of ``form``; a repeating group stands once where ``counts`` says nothing."""
    roots: list[Instance] = []
    for item in form.items:
        roots.extend(_grow(item, None, (), counts))
    by_key: dict[ItemKey, Instance] = {}
    by_link_id: dict[str, list[Instance]] = {}
    stack = roots[::-1]
    while stack:
        instance = stack.pop()
        by_key[instance.key] = instance
        by_link_id.setdefault(instance.item.link_id, []).append(instance)
        stack.extend(reversed(instance.children))
    return FormTree(
        tuple(roots), by_key, {link_id: tuple(found) for link_id, found in by_link_id.items()}
    )


def _grow(
    item: Item, parent: Instance | None, positions: tuple[int, ...], counts: Counts
) -> list[Instance]:
    is_repeating = item.type is ItemType.GROUP and item.repeats
    times = max(1, counts.get((item.link_id, positions), 1)) if is_repeating else 1
    found = []
    for position in range(times):
        here = (*positions, position) if is_repeating else positions
        hidden = item.hidden or (parent is not None and parent.is_hidden)
        instance = Instance(make_key(item.link_id, here), item, parent, here, hidden)
        for child in item.children:
            instance.children.extend(_grow(child, instance, here, counts))
        found.append(instance)
    return found

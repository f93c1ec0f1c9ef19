"""Which items must be settled again when another changes, and in which order; of a form alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from desktop.forms.expression_reads import link_ids_read
from desktop.forms.fhirpath.expression import Expression
from desktop.forms.questionnaire import Item, ItemType, Questionnaire, all_items

Reads = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class ItemGraph:
    """All by linkId. ``near`` depend on the same rows only, ``far`` on any row.

    What an item reads is on lower ``levels``, but within a loop; ``loops`` maps each member of a
    cycle to the whole cycle in reading order. ``shaped`` look otherwise when an item changes
    (options, limits, texts, constraints), which no other item reads.
    """

    near: Reads
    far: Reads
    shaped: Reads
    levels: Mapping[str, int]
    loops: Mapping[str, tuple[str, ...]]


def item_graph(form: Questionnaire) -> ItemGraph:
    """The graph of a form; the last few are kept, since forms are opened again."""
    return _kept_graph(_ByIdentity(form))


@dataclass(frozen=True, slots=True, eq=False)
class _ByIdentity:
    form: Questionnaire

    def __hash__(self) -> int:
        return hash(self.form.content_hash)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByIdentity) and other.form is self.form


@lru_cache(16)
def _kept_graph(key: _ByIdentity) -> ItemGraph:
    form = key.form
    items = all_items(form.items)
    everything = frozenset(one.link_id for one in items if one.type is not ItemType.DISPLAY)
    near = {one.link_id: _near_reads(one, form) for one in items}
    far = {
        one.link_id: _reads(one, _deciding(one), form, everything) - {one.link_id} for one in items
    }
    shaped = {one.link_id: _reads(one, one.logic.expressions, form, everything) for one in items}
    both = {link_id: (near[link_id] | far[link_id]) - {link_id} for link_id in near}
    levels, loops = _levels(both)
    order = {one.link_id: at for at, one in enumerate(items)}
    # The members of a circle share one tuple: a circle of thousands is sorted once.
    distinct = {id(loop): loop for loop in loops.values()}
    circles = {at: tuple(sorted(loop, key=order.__getitem__)) for at, loop in distinct.items()}
    return ItemGraph(
        _reversed(near),
        _reversed(far),
        _reversed(shaped),
        levels,
        {name: circles[id(loop)] for name, loop in loops.items()},
    )


def _near_reads(item: Item, form: Questionnaire) -> frozenset[str]:
    found = {one.question for one in item.enable_when if one.question in form.by_link_id}
    if item.parent is not None:
        found.add(item.parent)
    found.discard(item.link_id)
    return frozenset(found)


def _deciding(item: Item) -> Iterable[Expression]:
    """The expressions whose results other items may read."""
    return (one for one in (item.enable_expression, item.calculated) if one is not None)


def _reads(
    item: Item, expressions: Iterable[Expression], form: Questionnaire, everything: frozenset[str]
) -> frozenset[str]:
    found: set[str] = set()
    for expression in expressions:
        reads = expression_reads(expression, item, form)
        if reads is None:
            return everything
        found |= reads
    return frozenset(found)


def expression_reads(
    expression: Expression, item: Item | None, form: Questionnaire
) -> frozenset[str] | None:
    """The linkIds that an expression reads with all below them; None for "anything"."""
    named = link_ids_read(expression, item, form)
    if named is None:
        return None
    known = [form.by_link_id[name] for name in named if name in form.by_link_id]
    return frozenset(one.link_id for one in all_items(tuple(known)))


def _reversed(reads: Reads) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {link_id: set() for link_id in reads}
    for link_id, read in reads.items():
        for one in read:
            found[one].add(link_id)
    return {link_id: frozenset(dependents) for link_id, dependents in found.items()}


def _levels(reads: Reads) -> tuple[dict[str, int], dict[str, list[str]]]:
    levels: dict[str, int] = {}
    loops: dict[str, list[str]] = {}
    for component in _components(reads):
        members = set(component)
        below = [levels[one] for name in component for one in reads[name] if one not in members]
        for name in component:
            levels[name] = max(below, default=-1) + 1
            if len(component) > 1:
                loops[name] = component
    return levels, loops


def _components(reads: Reads) -> list[list[str]]:
    """Strongly connected components, what is read first (Tarjan 1972, without recursion)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    found: list[list[str]] = []
    for start in reads:
        if start in index:
            continue
        work = [(start, iter(reads[start]))]
        while work:
            name, rest = work[-1]
            if name not in index:
                index[name] = low[name] = len(index)
                stack.append(name)
                on_stack.add(name)
            for other in rest:
                if other not in index:
                    work.append((other, iter(reads[other])))
                    break
                if other in on_stack:
                    low[name] = min(low[name], index[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[name])
                if low[name] == index[name]:
                    found.append(_popped(stack, on_stack, name))
    return found


def _popped(stack: list[str], on_stack: set[str], root: str) -> list[str]:
    component = []
    while True:
        name = stack.pop()
        on_stack.discard(name)
        component.append(name)
        if name == root:
            return component

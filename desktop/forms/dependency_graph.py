"""Which items must be settled again when one changes, and in which order."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.forms.expressions import link_ids_read
from desktop.forms.fhirpath.expression import Expression
from desktop.forms.instances import FormTree, Instance, ItemKey
from desktop.forms.questionnaire import ItemType, Questionnaire


@dataclass(frozen=True, slots=True)
class DependencyGraph:
    """``dependents`` of each key, its ``level`` (what it reads is on lower levels), its loop.

    ``loops`` maps each member of a cycle to the whole cycle in reading order.
    """

    dependents: Mapping[ItemKey, frozenset[ItemKey]]
    levels: Mapping[ItemKey, int]
    loops: Mapping[ItemKey, tuple[ItemKey, ...]]


def build_graph(form: Questionnaire, tree: FormTree) -> DependencyGraph:
    """The graph of one tree; an item reads its parent, its conditions and its expressions."""
    everything = frozenset(
        key for key, one in tree.by_key.items() if one.item.type is not ItemType.DISPLAY
    )
    reads = {key: _reads(instance, form, tree, everything) for key, instance in tree.by_key.items()}
    dependents: dict[ItemKey, set[ItemKey]] = {key: set() for key in tree.by_key}
    for key, found in reads.items():
        for one in found:
            dependents[one].add(key)
    levels, loops = _levels(reads)
    order = {key: at for at, key in enumerate(tree.by_key)}
    return DependencyGraph(
        {key: frozenset(found) for key, found in dependents.items()},
        levels,
        {key: tuple(sorted(loop, key=order.__getitem__)) for key, loop in loops.items()},
    )


def _reads(
    instance: Instance, form: Questionnaire, tree: FormTree, everything: frozenset[ItemKey]
) -> frozenset[ItemKey]:
    found: set[ItemKey] = set()
    if instance.parent is not None:
        found.add(instance.parent.key)
    for condition in instance.item.enable_when:
        found |= {one.key for one in tree.nearest(condition.question, instance)}
    for expression in (instance.item.enable_expression, instance.item.calculated):
        if expression is not None:
            found |= _read_by(expression, instance, form, tree, everything)
    found.discard(instance.key)
    return frozenset(found)


def _read_by(
    expression: Expression,
    instance: Instance,
    form: Questionnaire,
    tree: FormTree,
    everything: frozenset[ItemKey],
) -> frozenset[ItemKey]:
    link_ids = link_ids_read(expression, instance, form)
    if link_ids is None:
        return everything
    return frozenset(
        below.key
        for link_id in link_ids
        for one in tree.by_link_id.get(link_id, ())
        for below in one.with_descendants()
    )


def _levels(
    reads: Mapping[ItemKey, frozenset[ItemKey]],
) -> tuple[dict[ItemKey, int], dict[ItemKey, list[ItemKey]]]:
    levels: dict[ItemKey, int] = {}
    loops: dict[ItemKey, list[ItemKey]] = {}
    for component in _components(reads):
        members = set(component)
        below = [levels[one] for key in component for one in reads[key] if one not in members]
        for key in component:
            levels[key] = max(below, default=-1) + 1
            if len(component) > 1:
                loops[key] = component
    return levels, loops


def _components(reads: Mapping[ItemKey, frozenset[ItemKey]]) -> list[list[ItemKey]]:
    """Strongly connected components, what is read first (Tarjan 1972, without recursion)."""
    index: dict[ItemKey, int] = {}
    low: dict[ItemKey, int] = {}
    stack: list[ItemKey] = []
    on_stack: set[ItemKey] = set()
    found: list[list[ItemKey]] = []
    for start in reads:
        if start in index:
            continue
        work = [(start, iter(reads[start]))]
        while work:
            key, rest = work[-1]
            if key not in index:
                index[key] = low[key] = len(index)
                stack.append(key)
                on_stack.add(key)
            for other in rest:
                if other not in index:
                    work.append((other, iter(reads[other])))
                    break
                if other in on_stack:
                    low[key] = min(low[key], index[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[key])
                if low[key] == index[key]:
                    found.append(_popped(stack, on_stack, key))
    return found


def _popped(stack: list[ItemKey], on_stack: set[ItemKey], root: ItemKey) -> list[ItemKey]:
    component = []
    while True:
        key = stack.pop()
        on_stack.discard(key)
        component.append(key)
        if key == root:
            return component

"""Steps down a tree of items that an index may shorten, such as ``%resource.repeat(item)``.

Both ways find the same nodes in the same order: level by level, within a level in document order.
"""

from dataclasses import dataclass
from functools import lru_cache

from desktop.forms.fhirpath import model
from desktop.forms.fhirpath.elements import Element, Items, Json, child_elements
from desktop.forms.fhirpath.evaluation import NodeIndex, Run
from desktop.forms.fhirpath.syntax import Call, Member, Node

_ITEM = "item"
_MOST_LEVELS = 1_000


@dataclass(frozen=True, slots=True)
class Reach:
    """From ``start`` ``levels`` times ``item``; 0: any number; ``anywhere``: any element."""

    start: Node | None
    levels: int
    anywhere: bool = False


def reach_of(node: Node | None) -> Reach | None:
    """How far a chain such as ``%resource.repeat(item)`` goes; None where it is no such chain."""
    if isinstance(node, Call) and node.name == "descendants" and not node.arguments:
        return Reach(node.base, 0, anywhere=True)
    if (
        isinstance(node, Call)
        and node.name == "repeat"
        and node.arguments == (Member(None, _ITEM),)
    ):
        return Reach(node.base, 0)
    levels = 0
    current = node
    while isinstance(current, Member) and current.name == _ITEM:
        levels += 1
        current = current.base
    return Reach(current, levels) if levels else None


@lru_cache(1024)
def _type_below(type_name: str, way: tuple[str, ...]) -> str | None:
    """The type of what stands at the end of ``way``; None where the model does not say it."""
    for name in way:
        element = model.element_of(type_name, name)
        if element is None or element.choices or element.type_name in ("Resource", model.UNKNOWN):
            return None
        type_name = element.type_name
    return type_name


def found_by_index(
    lookup: NodeIndex | None, start: Element, reach: Reach, name: str, text: str
) -> Items | None:
    """The nodes within reach whose ``name`` is ``text``; None where the index does not know."""
    if lookup is None:
        return None
    root = start.json
    if not lookup.is_root(root) and lookup.holder_of(root) is None:
        return None
    nodes = lookup.nodes_with(name, text)
    if nodes is None:
        return None
    found: list[tuple[int, Element]] = []
    for node in nodes:
        way = _way(lookup, root, node)
        if way is None or not _is_within(reach, way):
            continue
        type_name = _type_below(start.type_name, way)
        if type_name is None:
            return None
        found.append((len(way), Element(node, type_name)))
    if len(found) > 1:
        found.sort(key=lambda one: one[0])
    return [element for _, element in found]


def _way(lookup: NodeIndex, root: Json, node: Json) -> tuple[str, ...] | None:
    way: list[str] = []
    current = node
    while current is not root:
        held = lookup.holder_of(current)
        if held is None or len(way) > _MOST_LEVELS:
            return None
        name, current = held
        way.append(name)
    return tuple(reversed(way)) or None


def _is_within(reach: Reach, way: tuple[str, ...]) -> bool:
    if reach.anywhere:
        return True
    return (reach.levels in (0, len(way))) and all(name == _ITEM for name in way)


def found_by_walking(run: Run, start: Element, reach: Reach, name: str, text: str) -> Items | None:
    """The same without an index, not making an element of every node; None where it cannot."""
    below = _type_below(start.type_name, (_ITEM,))
    if reach.anywhere or below is None:
        return None
    found: Items = []
    front: list[Json] = [start.json]
    for level in range(1, (reach.levels or _MOST_LEVELS) + 1):
        front = _items_of(front)
        if not front:
            break
        run.spend(2 * len(front))
        if reach.levels in (0, level):
            found += [Element(node, below) for node in front if node.get(name) == text]
    return found


def _items_of(nodes: list[Json]) -> list[Json]:
    found: list[Json] = []
    for node in nodes:
        content = node.get(_ITEM)
        if isinstance(content, list):
            found += [one for one in content if isinstance(one, dict)]
        elif isinstance(content, dict):
            found.append(content)
    return found


def descendants_of(run: Run, items: Items) -> Items:
    """Everything below some elements, level by level."""
    found: Items = []
    front = items
    while front:
        front = [child for item in front for child in child_elements(item)]
        run.spend(len(front))
        found.extend(front)
    return found


class TreeIndex:
    """An index of one JSON tree, built by walking it once; it must not change afterwards."""

    def __init__(self, root: Json) -> None:
        self._root = root
        self._holders: dict[int, tuple[str, Json]] = {}
        self._nodes: dict[str, list[Json]] = {}
        self._enter(root)

    def _enter(self, root: Json) -> None:
        waiting: list[Json] = [root]
        while waiting:
            node = waiting.pop()
            text = node.get("linkId")
            if isinstance(text, str) and node is not root:
                self._nodes.setdefault(text, []).append(node)
            held: list[Json] = []
            for name, content in node.items():
                for one in content if isinstance(content, list) else (content,):
                    if isinstance(one, dict):
                        self._holders[id(one)] = (name, node)
                        held.append(one)
            waiting.extend(reversed(held))

    def nodes_with(self, name: str, text: str) -> list[Json] | None:
        """See NodeIndex; only ``linkId`` is indexed."""
        return self._nodes.get(text, []) if name == "linkId" else None

    def holder_of(self, node: Json) -> tuple[str, Json] | None:
        """See NodeIndex."""
        return self._holders.get(id(node))

    def is_root(self, node: Json) -> bool:
        """See NodeIndex."""
        return node is self._root

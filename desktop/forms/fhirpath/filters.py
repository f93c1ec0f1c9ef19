"""``where()``, and its short ways: a text compared with a constant, and nodes found by an index."""

from collections.abc import Callable
from functools import partial

from desktop.forms.fhirpath.elements import Element, Items
from desktop.forms.fhirpath.evaluation import Code, Run
from desktop.forms.fhirpath.syntax import Binary, Call, Literal, Member, Node, Special, walk
from desktop.forms.fhirpath.tree_walks import (
    Reach,
    descendants_of,
    found_by_index,
    found_by_walking,
    reach_of,
)
from desktop.forms.fhirpath.values import truth

_PLAIN_TEXTS = frozenset({"linkId", "code", "system", "url"})
"""Elements that hold one text wherever they stand beside a constant text in forms."""
INDEXED_NAMES = frozenset({"linkId"})
"""Elements by which an index may find a node."""

Compile = Callable[[Node], Code]


def compile_where(node: Call, code: Compile, inner: Compile) -> Code:
    """The closure of ``base.where(criterion)``; ``inner`` compiles what stands on each item."""
    criterion = node.arguments[0]
    name, text, rest = _constant_text(criterion)
    whole = inner(criterion)
    if text is None:
        return partial(_where, _compiled(node.base, code), whole)
    more = None if rest is None else inner(rest)
    reach = reach_of(node.base) if name in INDEXED_NAMES else None
    if reach is None:
        return partial(_where_text, _compiled(node.base, code), name, text, more, whole)
    start = _compiled(reach.start, code)
    # Of all that stands below, the items of one linkId are asked for: their answers only are read.
    base = partial(_all_below, start) if reach.anywhere else _compiled(node.base, code)
    plain = partial(_where_text, base, name, text, more, whole)
    return (
        plain if _counts(rest) else partial(_where_reached, start, reach, name, text, more, plain)
    )


def _compiled(node: Node | None, code: Compile) -> Code:
    return _focus if node is None else code(node)


def _all_below(start: Code, run: Run, this: Items) -> Items:
    return descendants_of(run, start(run, this))


def _focus(_: Run, this: Items) -> Items:
    return this


def _constant_text(criterion: Node) -> tuple[str, str | None, Node | None]:
    """``name = 'text'`` and what follows it after ``and``; no text where it is not so."""
    if isinstance(criterion, Binary) and criterion.operator == "and":
        name, text, rest = _constant_text(criterion.left)
        both = criterion.right if rest is None else Binary("and", rest, criterion.right)
        return name, text, both
    if isinstance(criterion, Binary) and criterion.operator == "=":
        for one, other in (
            (criterion.left, criterion.right),
            (criterion.right, criterion.left),
        ):
            name = _plain_name(one)
            if name in _PLAIN_TEXTS and isinstance(other, Literal) and isinstance(other.value, str):
                return name, other.value, None
    return "", None, None


def _plain_name(node: Node) -> str:
    if isinstance(node, Member) and node.base in (None, Special("this")):
        return node.name
    return ""


def _counts(node: Node | None) -> bool:
    """Whether a criterion asks for ``$index``, which an index does not know."""
    return node is not None and any(one == Special("index") for one in walk(node))


def _where(base: Code, criterion: Code, run: Run, this: Items) -> Items:
    items = base(run, this)
    run.spend(2 * len(items) + 1)
    return kept(run, items, criterion)


def kept(run: Run, items: Items, criterion: Code) -> Items:
    """The items for which ``criterion`` is true."""
    outside = run.index
    found: Items = []
    for index, item in enumerate(items):
        run.index = index
        if truth(criterion(run, [item])) is True:
            found.append(item)
    run.index = outside
    return found


def _where_text(
    base: Code,
    name: str,
    text: str,
    more: Code | None,
    whole: Code,
    run: Run,
    this: Items,
) -> Items:
    items = base(run, this)
    run.spend(2 * len(items) + 1)
    outside = run.index
    found: Items = []
    for index, item in enumerate(items):
        value = item.json.get(name) if isinstance(item, Element) else None
        if value == text:
            run.index = index
            if more is None or truth(more(run, [item])) is True:
                found.append(item)
        elif not isinstance(value, str) and value is not None and name not in INDEXED_NAMES:
            run.index = index
            if truth(whole(run, [item])) is True:
                found.append(item)
    run.index = outside
    return found


def _where_reached(
    start: Code,
    reach: Reach,
    name: str,
    text: str,
    more: Code | None,
    plain: Code,
    run: Run,
    this: Items,
) -> Items:
    items = start(run, this)
    if len(items) != 1 or not isinstance(items[0], Element):
        return plain(run, this)
    found = found_by_index(run.lookup, items[0], reach, name, text)
    if found is None:
        found = found_by_walking(run, items[0], reach, name, text)
    if found is None:
        return plain(run, this)
    run.spend(2 * len(found) + 1)
    return found if more is None else kept(run, found, more)

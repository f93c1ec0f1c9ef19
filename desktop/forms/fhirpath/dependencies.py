"""Which linkIds an expression reads, where its text says so; else everything.

The value of an expression depends on nothing of a response but the items of the named linkIds, each
with all that stands below it. A path is followed step by step: ``item``, ``repeat(item)`` or
``descendants()`` leave open which items are meant until ``where(linkId = 'literal')`` says it; what
is used while it is still open counts as everything below the last known place.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from desktop.forms.fhirpath.syntax import (
    Binary,
    Call,
    Literal,
    Member,
    Node,
    Special,
    Variable,
    children,
    walk,
)

_RESPONSE = frozenset({"resource", "rootResource"})
_TYPE_NAMES = frozenset({"QuestionnaireResponse", "DomainResource", "Resource"})
_DESCENDING = frozenset({"descendants", "children"})
_WITHOUT_INPUT = frozenset({"today", "now", "timeOfDay", "iif", "coalesce"})
_ON_EACH = frozenset({"select", "all", "repeat", "aggregate", "sort", "trace", "defineVariable"})
_TYPED = frozenset({"ofType", "as", "is"})
_CONSTANT = frozenset({"questionnaire", "qitem", "ucum", "sct", "loinc"})


@dataclass(frozen=True, slots=True)
class Reads:
    """``link_ids`` None means any item; ``own``: the item on which the expression stands.

    ``named`` is every linkId that the text names, also where what is read is decided otherwise.
    """

    link_ids: frozenset[str] | None
    own: bool
    named: frozenset[str]


def reads_of(tree: Node) -> Reads:
    """What the tree reads from a response. What named variables read is not included."""
    reader = _Reader()
    reader.use(reader.place_of(tree, _OWN))
    link_ids = None if reader.everything else frozenset(reader.link_ids)
    return Reads(link_ids, reader.own, frozenset(reader.named))


def variables_named(nodes: Iterable[Node]) -> frozenset[str]:
    """The names of all ``%variables`` among the nodes that no node defines itself."""
    named: set[str] = set()
    defined: set[object] = set()
    for node in nodes:
        if isinstance(node, Variable):
            named.add(node.name)
        elif isinstance(node, Call) and node.name == "defineVariable" and node.arguments:
            defined.add(getattr(node.arguments[0], "value", None))
    return frozenset(named - defined)


def functions_called(nodes: Iterable[Node]) -> tuple[Call, ...]:
    """All calls among the nodes."""
    return tuple(node for node in nodes if isinstance(node, Call))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the items of a sub-expression stand; nowhere in the response when all is empty.

    ``is_open``: somewhere below that place, which items is not said yet. ``is_named``: in the value
    of a variable, whose own expression says what is read.
    """

    is_root: bool = False
    is_own: bool = False
    is_named: bool = False
    link_ids: frozenset[str] = frozenset()
    is_open: bool = False

    @property
    def is_nowhere(self) -> bool:
        return not (self.is_root or self.is_own or self.is_named or self.link_ids)


_NOWHERE = _Place()
_OWN = _Place(is_own=True)
_ROOT = _Place(is_root=True)
_NAMED = _Place(is_named=True)


def _place_of_variable(name: str) -> _Place:
    if name in _RESPONSE:
        return _ROOT
    if name == "context":
        return _OWN
    return _NOWHERE if name in _CONSTANT else _NAMED


@dataclass(slots=True)
class _Reader:
    link_ids: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    own: bool = False
    everything: bool = False

    def use(self, place: _Place) -> None:
        """Counts what stands at a place, with all below it, as read."""
        self.everything = self.everything or place.is_root
        self.own = self.own or place.is_own
        self.link_ids |= place.link_ids

    def place_of(self, node: Node, focus: _Place) -> _Place:
        """Where the value of ``node`` stands; what is used on the way is counted."""
        match node:
            case Variable(name):
                return _place_of_variable(name)
            case Special("this"):
                return focus
            case Member(base, name):
                return self._member(self._base(base, focus), name)
            case Call():
                return self._call(node, self._base(node.base, focus), focus)
        for child in children(node):
            self.use(self.place_of(child, focus))
        return _NOWHERE

    def _base(self, base: Node | None, focus: _Place) -> _Place:
        return focus if base is None else self.place_of(base, focus)

    def _member(self, place: _Place, name: str) -> _Place:
        if place.is_nowhere:
            return place
        if name == "item":
            return replace(place, is_open=True)
        if not place.is_open and (place.is_root or place.is_own):
            if name in _TYPE_NAMES:
                return place
            if place.is_root:
                return _NOWHERE
        if not place.is_open and place.link_ids and (name == "answer" or name.startswith("value")):
            return place
        self.use(place)
        return replace(place, is_open=False) if place.is_named else _NOWHERE

    def _call(self, node: Call, place: _Place, focus: _Place) -> _Place:
        if node.name in _DESCENDING and not node.arguments:
            return _NOWHERE if place.is_nowhere else replace(place, is_open=True)
        if node.name == "repeat" and len(node.arguments) == 1 and _is_path(node.arguments[0]):
            return _NOWHERE if place.is_nowhere else replace(place, is_open=True)
        if node.name in ("where", "exists") and len(node.arguments) == 1:
            return self._where(node, place)
        is_one = (place.is_root or place.is_own) and not place.is_open
        if node.name == "select" and len(node.arguments) == 1 and is_one:
            return self.place_of(node.arguments[0], place)
        if not (node.base is None and node.name in _WITHOUT_INPUT):
            self.use(place)
        if node.name in _TYPED:
            return _NOWHERE
        # What stands on each item stands below ``place``, which is counted already.
        on_each = node.name in _ON_EACH or (node.name == "iif" and node.base is not None)
        for argument in node.arguments:
            self.use(self.place_of(argument, _NOWHERE if on_each else focus))
        return _NOWHERE

    def _where(self, node: Call, place: _Place) -> _Place:
        criterion = node.arguments[0]
        if any(one == Special("index") for one in walk(criterion)):
            self.use(place)
        if place.is_open:
            self._criterion(criterion, place)
            named = _link_ids_in(criterion)
            self.named |= named or set()
            found = place if named is None or place.is_named else _Place(link_ids=named)
        else:
            self.use(self.place_of(criterion, place))
            found = place
        if node.name == "exists":
            self.use(found)
            return _NOWHERE
        return found

    def _criterion(self, node: Node, focus: _Place) -> None:
        """Counts what a criterion reads of open items; after ``linkId = 'x' and`` only of x."""
        if isinstance(node, Binary) and node.operator in ("and", "or"):
            self._criterion(node.left, focus)
            named = _link_ids_in(node.left) if node.operator == "and" else None
            is_told = named is not None and not focus.is_named
            self._criterion(node.right, _Place(link_ids=named or frozenset()) if is_told else focus)
        elif not (focus.is_open and _link_ids_in(node) is not None):
            self.use(self.place_of(node, focus))


def _is_path(node: Node) -> bool:
    """Whether a tree is made of ``item`` and ``answer`` alone, such as ``item | answer.item``."""
    if isinstance(node, Binary):
        return node.operator == "|" and _is_path(node.left) and _is_path(node.right)
    if isinstance(node, Member):
        return node.name in ("item", "answer") and (node.base is None or _is_path(node.base))
    return False


def _link_ids_in(node: Node) -> frozenset[str] | None:
    """The linkIds outside of which a criterion is never true; None where it may be."""
    if not isinstance(node, Binary):
        return None
    if node.operator == "=":
        for one, other in ((node.left, node.right), (node.right, node.left)):
            if _is_link_id(one):
                return _literals(other)
        return None
    if node.operator == "in" and _is_link_id(node.left):
        return _literals(node.right)
    left, right = _link_ids_in(node.left), _link_ids_in(node.right)
    if node.operator == "and":
        return left if left is not None else right
    if node.operator == "or" and left is not None and right is not None:
        return left | right
    return None


def _is_link_id(node: Node) -> bool:
    return (
        isinstance(node, Member) and node.name == "linkId" and node.base in (None, Special("this"))
    )


def _literals(node: Node) -> frozenset[str] | None:
    if isinstance(node, Literal) and isinstance(node.value, str):
        return frozenset({node.value})
    if isinstance(node, Binary) and node.operator == "|":
        left, right = _literals(node.left), _literals(node.right)
        return None if left is None or right is None else left | right
    return None

"""Which linkIds an expression reads, where its text says so; else everything."""

from dataclasses import dataclass, field

from desktop.forms.fhirpath.syntax import (
    Binary,
    Call,
    Index,
    Literal,
    Member,
    Node,
    Special,
    Variable,
    children,
    walk,
)

_DESCENDING = frozenset({"repeat", "descendants", "children"})
_NOT_RESPONSE = frozenset({"questionnaire", "qitem", "ucum", "sct", "loinc"})


@dataclass(slots=True)
class _Reads:
    link_ids: set[str] = field(default_factory=set)
    everything: bool = False


def link_ids_read(tree: Node) -> frozenset[str] | None:
    """The literal linkIds that the tree reads from a response; None when it may read any item.

    Sound, not exact: each way down the response (``item.item``, ``repeat(item)``,
    ``descendants()``) must be narrowed at its end by ``where(linkId = 'literal')``, else the answer
    is None. What named variables read is not included.
    """
    reads = _Reads()
    _visit(tree, reads, inside=False)
    return None if reads.everything else frozenset(reads.link_ids)


def variables_named(tree: Node) -> frozenset[str]:
    """The names of all ``%variables`` of the tree."""
    return frozenset(node.name for node in walk(tree) if isinstance(node, Variable))


def functions_called(tree: Node) -> tuple[Call, ...]:
    """All calls of the tree."""
    return tuple(node for node in walk(tree) if isinstance(node, Call))


def _visit(node: Node, reads: _Reads, inside: bool) -> None:
    if isinstance(node, Member | Call | Index):
        _visit_chain(node, reads, inside)
        return
    for child in children(node):
        _visit(child, reads, inside)


def _steps(node: Node) -> tuple[Node | None, list[Member | Call | Index]]:
    steps: list[Member | Call | Index] = []
    current: Node | None = node
    while isinstance(current, Member | Call | Index):
        steps.append(current)
        current = current.base
    return current, steps[::-1]


def _visit_chain(node: Node, reads: _Reads, inside: bool) -> None:
    root, steps = _steps(node)
    if root is not None:
        _visit(root, reads, inside)
    foreign = isinstance(root, Variable) and root.name in _NOT_RESPONSE
    own = root is None or (isinstance(root, Variable) and root.name == "context")
    if own and not inside and _name(steps[0]) in ("answer", "value"):
        reads.everything = True
    pending = False
    for step in steps:
        if pending and not _is_item(step):
            found = _literal_link_ids(step)
            if found is None:
                reads.everything = True
                return
            reads.link_ids |= found
        pending = not foreign and _descends(step)
        nested = inside or bool(reads.link_ids) or isinstance(root, Variable | Special)
        for argument in _arguments(step):
            if not (pending and _name(step) == "repeat"):
                _visit(argument, reads, nested)
    if pending:
        reads.everything = True


def _name(step: Node) -> str:
    return step.name if isinstance(step, Member | Call) else ""


def _descends(step: Node) -> bool:
    return _is_item(step) or (isinstance(step, Call) and step.name in _DESCENDING)


def _is_item(step: Node) -> bool:
    """One level further down: it reads no answer, and what is in the end there is there or not
    whatever stands beside it."""
    return isinstance(step, Member) and step.name == "item"


def _arguments(step: Node) -> tuple[Node, ...]:
    if isinstance(step, Call):
        return step.arguments
    return (step.index,) if isinstance(step, Index) else ()


def _literal_link_ids(step: Node) -> frozenset[str] | None:
    if not isinstance(step, Call) or step.name != "where" or len(step.arguments) != 1:
        return None
    return _in_criterion(step.arguments[0])


def _in_criterion(node: Node) -> frozenset[str] | None:
    if not isinstance(node, Binary):
        return None
    if node.operator == "=":
        for one, other in ((node.left, node.right), (node.right, node.left)):
            if one == Member(None, "linkId"):
                return _literals(other)
        return None
    if node.operator == "in" and node.left == Member(None, "linkId"):
        return _literals(node.right)
    left, right = _in_criterion(node.left), _in_criterion(node.right)
    if node.operator == "and":
        return left if left is not None else right
    if node.operator == "or" and left is not None and right is not None:
        return left | right
    return None


def _literals(node: Node) -> frozenset[str] | None:
    if isinstance(node, Literal) and isinstance(node.value, str):
        return frozenset({node.value})
    if isinstance(node, Binary) and node.operator == "|":
        left, right = _literals(node.left), _literals(node.right)
        return None if left is None or right is None else left | right
    return None

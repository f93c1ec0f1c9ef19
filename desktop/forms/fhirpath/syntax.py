"""The syntax tree of a FHIRPath expression, and the error of a text that is none."""

from dataclasses import dataclass
from decimal import Decimal

from desktop.forms.fhirpath.temporal import Temporal


class FhirPathSyntaxError(ValueError):
    """The text is not FHIRPath. ``position`` counts from 1; ``found`` is the text there."""

    def __init__(self, position: int, found: str) -> None:
        super().__init__(f"not FHIRPath at position {position}")
        self.position = position
        self.found = found


class EvaluationError(ValueError):
    """The expression is FHIRPath but has no value on this input (its text holds no answers)."""


class UndefinedVariableError(EvaluationError):
    """The expression names a ``%variable`` that nobody defined."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A constant; ``None`` is the empty collection ``{}``."""

    value: bool | int | Decimal | str | Temporal | None


@dataclass(frozen=True, slots=True)
class QuantityLiteral:
    """A number with a unit: ``5 'mg'`` (UCUM) or ``2 years`` (calendar duration)."""

    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Variable:
    """``%name``."""

    name: str


@dataclass(frozen=True, slots=True)
class Special:
    """``$this``, ``$index`` or ``$total``; the name is without the dollar sign."""

    name: str


@dataclass(frozen=True, slots=True)
class Member:
    """``base.name``; without a base, on the focus."""

    base: "Node | None"
    name: str


@dataclass(frozen=True, slots=True)
class Call:
    """``base.name(arguments)``; without a base, on the focus. ``position`` is the name's."""

    base: "Node | None"
    name: str
    arguments: tuple["Node", ...]
    position: int


@dataclass(frozen=True, slots=True)
class Index:
    """``base[index]``, from 0."""

    base: "Node"
    index: "Node"


@dataclass(frozen=True, slots=True)
class Sign:
    """Unary minus or plus."""

    operator: str
    operand: "Node"


@dataclass(frozen=True, slots=True)
class Binary:
    """An infix operator other than ``is`` and ``as``."""

    operator: str
    left: "Node"
    right: "Node"


@dataclass(frozen=True, slots=True)
class TypeTest:
    """``operand is Type`` or ``operand as Type``; the type as written, such as "FHIR.string"."""

    operator: str
    operand: "Node"
    type_name: str


Node = (
    Literal
    | QuantityLiteral
    | Variable
    | Special
    | Member
    | Call
    | Index
    | Sign
    | Binary
    | TypeTest
)


def children(node: Node) -> tuple[Node, ...]:
    """The direct sub-expressions of a node."""
    match node:
        case Member(base, _):
            return (base,) if base is not None else ()
        case Call(base, _, arguments, _):
            return (base, *arguments) if base is not None else arguments
        case Index(base, index):
            return (base, index)
        case Sign(_, operand) | TypeTest(_, operand, _):
            return (operand,)
        case Binary(_, left, right):
            return (left, right)
        case _:
            return ()


def walk(node: Node) -> list[Node]:
    """The node and everything below it."""
    found = [node]
    for seen in found:
        found.extend(children(seen))
    return found

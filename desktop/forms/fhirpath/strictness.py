"""Strict checking: what a FHIRPath expression says that the FHIR R4 model does not allow.

A form is not refused for these: many write ``answer.valueInteger``, which is only correct JSON.
Source: FHIRPath N1, "Type safety and strict evaluation" (http://hl7.org/fhirpath/N1/#strict).
"""

from dataclasses import dataclass, field

from desktop.forms.fhirpath import model
from desktop.forms.fhirpath.syntax import (
    Binary,
    Call,
    Index,
    Literal,
    Member,
    Node,
    Sign,
    Special,
    TypeTest,
    children,
)
from desktop.forms.fhirpath.types import type_name_of


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_KEEPING = _words("where first last tail skip take single distinct trace intersect exclude sort")
_ON_EACH = _words("where select all exists repeat aggregate sort trace iif")
_NEEDING_ORDER = _words("first last tail skip take")
_UNORDERED = frozenset({"children", "descendants"})
_BOOLEAN = _words(
    "exists empty all not allTrue anyTrue allFalse anyFalse is hasValue subsetOf supersetOf"
)
_LOGIC = _words("and or xor implies = != ~ !~ < <= > >= in contains")


@dataclass(frozen=True, slots=True)
class StrictFault:
    """``kind`` is "element", "order" or "boolean"; ``name`` is the word at fault."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class _Kind:
    """The types that a sub-expression can have (None: any), and whether its order is given."""

    types: frozenset[str] | None = None
    is_ordered: bool = True


_ANY = _Kind()
_TRUTH = _Kind(frozenset({"boolean"}))


def strict_faults(tree: Node, root_type: str) -> tuple[StrictFault, ...]:
    """What is wrong with ``tree`` when it starts from a ``root_type``; "" is any type."""
    check = _Check()
    check.kind_of(tree, _Kind(frozenset({root_type})) if root_type else _ANY)
    return tuple(dict.fromkeys(check.faults))


@dataclass(slots=True)
class _Check:
    faults: list[StrictFault] = field(default_factory=list)

    def kind_of(self, node: Node, focus: _Kind) -> _Kind:
        """What ``node`` can be on ``focus``; faults are noted on the way."""
        match node:
            case Literal(value):
                return _TRUTH if isinstance(value, bool) else _literal_kind(value)
            case Special("this"):
                return focus
            case Member(base, name):
                return self._member(self._base(base, focus), name, base is None)
            case Index(base, index):
                self.kind_of(index, focus)
                return self._needs_order(self.kind_of(base, focus), "[]")
            case Call():
                return self._call(node, focus)
            case TypeTest(operator, operand, type_name):
                return self._typed(operator, self.kind_of(operand, focus), type_name)
            case Binary("|", left, right):
                return _either(self.kind_of(left, focus), self.kind_of(right, focus))
            case Sign(_, operand):
                return self.kind_of(operand, focus)
        for child in children(node):
            self.kind_of(child, focus)
        return _TRUTH if isinstance(node, Binary) and node.operator in _LOGIC else _ANY

    def _base(self, base: Node | None, focus: _Kind) -> _Kind:
        return focus if base is None else self.kind_of(base, focus)

    def _member(self, base: _Kind, name: str, is_first: bool) -> _Kind:
        if base.types is None or not all(model.is_described(one) for one in base.types):
            return _Kind(None, base.is_ordered)
        if is_first and any(name in model.ancestors(one) for one in base.types):
            return base
        elements = [model.element_of(one, name) for one in base.types]
        found = [one for one in elements if one is not None and not one.chosen]
        if not found:
            self.faults.append(StrictFault("element", name))
            return _Kind(None, base.is_ordered)
        types: set[str] = set()
        for element in found:
            types |= set(element.choices.values()) if element.choices else {element.type_name}
        unknown = types & {"Resource", model.UNKNOWN}
        return _Kind(None if unknown else frozenset(types), base.is_ordered)

    def _needs_order(self, kind: _Kind, name: str) -> _Kind:
        if not kind.is_ordered:
            self.faults.append(StrictFault("order", name))
        return kind

    def _typed(self, operator: str, operand: _Kind, type_name: str) -> _Kind:
        if operator == "is":
            return _TRUTH
        return _Kind(frozenset({type_name.rpartition(".")[2]}), operand.is_ordered)

    def _call(self, node: Call, focus: _Kind) -> _Kind:
        base = self._base(node.base, focus)
        if node.name in ("is", "as", "ofType") and len(node.arguments) == 1:
            return self._typed(node.name, base, type_name_of(node.arguments[0]) or "")
        inner = base if node.name in _ON_EACH else focus
        kinds = [self.kind_of(argument, inner) for argument in node.arguments]
        if node.name in _NEEDING_ORDER:
            self._needs_order(base, node.name)
        if node.name == "iif" and kinds and kinds[0].types and "boolean" not in kinds[0].types:
            self.faults.append(StrictFault("boolean", node.name))
        if node.name in _KEEPING:
            return base
        if node.name in ("select", "repeat") and kinds:
            return kinds[0]
        if node.name in _BOOLEAN:
            return _TRUTH
        return _Kind(None, node.name not in _UNORDERED)


def _literal_kind(value: object) -> _Kind:
    return _Kind(frozenset({"string"})) if isinstance(value, str) else _ANY


def _either(one: _Kind, other: _Kind) -> _Kind:
    if one.types is None or other.types is None:
        return _ANY
    return _Kind(one.types | other.types)

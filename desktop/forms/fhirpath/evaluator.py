"""Evaluates a FHIRPath tree on JSON; each node kind has one small method."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from desktop.forms.fhirpath import operators
from desktop.forms.fhirpath.syntax import (
    Binary,
    Call,
    EvaluationError,
    Index,
    Literal,
    Member,
    Node,
    NotCoveredError,
    QuantityLiteral,
    Sign,
    Special,
    TypeTest,
    UndefinedVariableError,
    Variable,
)
from desktop.forms.fhirpath.types import is_type, with_type
from desktop.forms.fhirpath.values import Items, QuantityValue, is_number, member, single, truth

MAX_STEPS = 200_000
"""Items one evaluation may visit before it is given up: no expression may hang the form."""

_PLAIN_TEXTS = frozenset({"linkId", "code", "system", "url"})
"""Elements that hold one text wherever they stand beside a literal text in forms."""


class Environment(Protocol):
    """What an expression can see besides its focus."""

    @property
    def now(self) -> datetime:
        """The moment of evaluation, aware; ``today()`` is its date as given."""
        ...

    def variable(self, name: str) -> Items:
        """The value of ``%name``. Raises UndefinedVariableError."""
        ...

    def saw_answer(self, node: Mapping[str, object]) -> None:
        """Told whenever the expression reads ``answer`` of a JSON object."""
        ...


@dataclass(frozen=True, slots=True)
class Focus:
    """What ``$this``, ``$index`` and ``$total`` are, and what a bare name starts from."""

    items: Items
    index: int | None = None
    total: Items | None = None


Function = Callable[["Evaluator", Items, tuple[Node, ...], Focus], Items]


class Evaluator:
    """One evaluation: an environment, the known functions, and a budget of steps."""

    def __init__(self, environment: Environment, functions: Mapping[str, Function]) -> None:
        self.environment = environment
        self._functions = functions
        self._steps = 0

    def spend(self, steps: int) -> None:
        """Counts visited items. Raises EvaluationError when the budget is used up."""
        self._steps += steps
        if self._steps > MAX_STEPS:
            raise EvaluationError("the expression takes too long")

    def evaluate(self, node: Node, focus: Focus) -> Items:
        """The value of ``node``. Raises EvaluationError, NotCoveredError."""
        match node:
            case Literal(value):
                return [] if value is None else [value]
            case Member(base, name):
                return self._member(
                    focus.items if base is None else self.evaluate(base, focus), name
                )
            case Call():
                return self._call(node, focus)
            case Binary():
                return self._binary(node, focus)
            case Variable(name):
                return self._variable(name)
            case Index(base, index):
                return self._index(self.evaluate(base, focus), self.evaluate(index, focus))
            case Special(name):
                return self._special(name, focus)
            case Sign(operator, operand):
                return self._sign(operator, self.evaluate(operand, focus))
            case QuantityLiteral(amount, unit):
                return [QuantityValue(amount, unit)]
            case TypeTest(operator, operand, type_name):
                return self.type_test(operator, operand, type_name, focus)

    def each(self, items: Items, node: Node, focus: Focus) -> list[tuple[object, Items]]:
        """``node`` evaluated with each item as ``$this``."""
        self.spend(len(items))
        return [
            (item, self.evaluate(node, Focus([item], index, focus.total)))
            for index, item in enumerate(items)
        ]

    def where(self, items: Items, node: Node, focus: Focus) -> Items:
        """The items for which ``node`` is true; ``name = 'text'`` takes a short way."""
        match node:
            case Binary("=", Member(None, name), Literal(str() as text)) if name in _PLAIN_TEXTS:
                self.spend(len(items))
                return [item for item in items if isinstance(item, dict) and item.get(name) == text]
        return [item for item, result in self.each(items, node, focus) if truth(result) is True]

    def _member(self, items: Items, name: str) -> Items:
        self.spend(len(items))
        found: Items = []
        for item in items:
            if name == "answer" and isinstance(item, Mapping):
                self.environment.saw_answer(item)
            found.extend(member(item, name))
        return found

    def _call(self, node: Call, focus: Focus) -> Items:
        if node.name in ("ofType", "as", "is") and len(node.arguments) == 1:
            operand = Special("this") if node.base is None else node.base
            return self.type_test(node.name, operand, _type_name(node.arguments[0]), focus)
        function = self._functions.get(node.name)
        if function is None:
            raise NotCoveredError
        items = focus.items if node.base is None else self.evaluate(node.base, focus)
        self.spend(len(items) + 1)
        return function(self, items, node.arguments, focus)

    def type_test(self, operator: str, operand: Node, type_name: str, focus: Focus) -> Items:
        """``is``, ``as`` and ``ofType``; a choice element such as value[x] shows its type."""
        if isinstance(operand, Member):
            base = focus.items if operand.base is None else self.evaluate(operand.base, focus)
            items = self._member(base, operand.name)
            chosen = with_type(base, operand.name, items, type_name)
        else:
            items = self.evaluate(operand, focus)
            chosen = [item for item in items if is_type(item, type_name)]
        if operator == "is":
            return [bool(chosen)] if single(items) is not None else []
        return chosen

    def _binary(self, node: Binary, focus: Focus) -> Items:
        left = self.evaluate(node.left, focus)
        decided = operators.decided_by_left(node.operator, left)
        if decided is not None:
            return decided
        right = self.evaluate(node.right, focus)
        if node.operator == "|":
            self.spend((len(left) + len(right)) ** 2 // 50)
        return operators.apply(node.operator, left, right)

    def _variable(self, name: str) -> Items:
        match name:
            case "ucum":
                return ["http://unitsofmeasure.org"]
            case "sct":
                return ["http://snomed.info/sct"]
            case "loinc":
                return ["http://loinc.org"]
            case _:
                return self.environment.variable(name)

    @staticmethod
    def _index(items: Items, index: Items) -> Items:
        position = single(index)
        if not isinstance(position, int) or isinstance(position, bool):
            raise EvaluationError("an index must be a whole number")
        return [items[position]] if 0 <= position < len(items) else []

    @staticmethod
    def _special(name: str, focus: Focus) -> Items:
        if name == "this":
            return focus.items
        if name == "index" and focus.index is not None:
            return [focus.index]
        if name == "total" and focus.total is not None:
            return focus.total
        raise UndefinedVariableError(name)

    @staticmethod
    def _sign(operator: str, items: Items) -> Items:
        value = single(items)
        if value is None:
            return []
        if isinstance(value, QuantityValue):
            return [QuantityValue(-value.value, value.unit) if operator == "-" else value]
        if not is_number(value):
            raise EvaluationError("a sign needs a number")
        return [-value if operator == "-" else value]  # type: ignore[operator]  # a number


def _type_name(node: Node) -> str:
    if isinstance(node, Member):
        return node.name
    raise EvaluationError("a type name was expected")

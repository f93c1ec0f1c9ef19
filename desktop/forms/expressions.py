"""Binds FHIRPath to a form: what %resource, %context, variables and launch contexts are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from desktop.forms.answers import (
    AnswerValue,
    Coding,
    PartialDate,
    PartialDateTime,
    Quantity,
    TimeOfDay,
)
from desktop.forms.fhir_values import coding_in, fitted
from desktop.forms.fhirpath.expression import Expression
from desktop.forms.fhirpath.syntax import EvaluationError, UndefinedVariableError
from desktop.forms.fhirpath.temporal import Temporal, parse_temporal
from desktop.forms.fhirpath.values import Items, as_quantity, text_of
from desktop.forms.instances import Instance
from desktop.forms.live_response import LiveResponse
from desktop.forms.questionnaire import Item, ItemType, Questionnaire, Variable

_BUILT_IN = frozenset({"resource", "rootResource", "context", "questionnaire", "qitem"})


@dataclass(slots=True)
class FormScope:
    """What expressions of one form see at one moment; variables are evaluated once and kept."""

    form: Questionnaire
    live: LiveResponse
    now: datetime
    launch: Mapping[str, object]
    on_answer: Callable[[Mapping[str, object]], None] | None = None
    _values: dict[tuple[str, str], Items] = field(default_factory=dict)
    _open: set[tuple[str, str]] = field(default_factory=set)

    def evaluate(self, expression: Expression, at: Instance | None) -> Items:
        """The value of an expression that stands on ``at``. Raises EvaluationError and kin."""
        node = self.live.root if at is None else self.live.nodes[at.key]
        return expression.evaluate([node], _ItemEnvironment(self, at, node))

    def variable(self, name: str, at: Instance | None) -> Items:
        """The variable ``name`` as seen from ``at``: the innermost definition counts."""
        owner = at
        while owner is not None:
            for variable in owner.item.variables:
                if variable.name == name:
                    return self._defined(variable, owner)
            owner = owner.parent
        for variable in self.form.variables:
            if variable.name == name:
                return self._defined(variable, None)
        if name in self.launch:
            supplied = self.launch[name]
            return list(supplied) if isinstance(supplied, list) else [supplied]
        if name in self.form.launch_contexts:
            return []
        raise UndefinedVariableError(name)

    def _defined(self, variable: Variable, owner: Instance | None) -> Items:
        place = ("" if owner is None else owner.key, variable.name)
        if variable.expression is None:
            return []
        if place in self._open:
            raise EvaluationError("a variable that needs itself")
        if place not in self._values:
            self._open.add(place)
            try:
                self._values[place] = self.evaluate(variable.expression, owner)
            finally:
                self._open.discard(place)
        return self._values[place]


@dataclass(frozen=True, slots=True)
class _ItemEnvironment:
    scope: FormScope
    at: Instance | None
    node: dict[str, object]

    @property
    def now(self) -> datetime:
        return self.scope.now

    def variable(self, name: str) -> Items:
        match name:
            case "resource" | "rootResource":
                return [self.scope.live.root]
            case "context":
                return [self.node]
            case "questionnaire":
                return [self.scope.form.source]
            case "qitem" if self.at is not None:
                return [self.at.item.source]
            case _:
                return self.scope.variable(name, self.at)

    def saw_answer(self, node: Mapping[str, object]) -> None:
        if self.scope.on_answer is not None:
            self.scope.on_answer(node)


def link_ids_read(
    expression: Expression, at: Instance | None, form: Questionnaire
) -> frozenset[str] | None:
    """The linkIds that an expression reads, its variables included; None for "anything"."""
    found: set[str] = set()
    seen: set[tuple[str, int]] = set()
    waiting: list[tuple[Expression, Instance | None]] = [(expression, at)]
    while waiting:
        one, place = waiting.pop()
        if one.link_ids is None:
            return None
        found |= one.link_ids
        for name in one.variables - _BUILT_IN:
            variable, owner = _definition(name, place, form)
            if variable is not None and variable.expression is not None:
                mark = (name, id(owner))
                if mark not in seen:
                    seen.add(mark)
                    waiting.append((variable.expression, owner))
    return frozenset(found)


def reads_weights(expression: Expression, at: Instance | None, form: Questionnaire) -> bool:
    """Whether the expression or a variable that it names directly uses weight() or ordinal()."""
    if expression.reads_weights:
        return True
    named = (_definition(name, at, form)[0] for name in expression.variables - _BUILT_IN)
    return any(
        variable is not None
        and variable.expression is not None
        and variable.expression.reads_weights
        for variable in named
    )


def _definition(
    name: str, at: Instance | None, form: Questionnaire
) -> tuple[Variable | None, Instance | None]:
    owner = at
    while owner is not None:
        for variable in owner.item.variables:
            if variable.name == name:
                return variable, owner
        owner = owner.parent
    return next((variable for variable in form.variables if variable.name == name), None), None


def values_for(item: Item, items: Items) -> tuple[AnswerValue, ...]:
    """The result of an expression as answers to ``item``.

    Raises EvaluationError when the type does not fit or there are several for one place.
    """
    if len(items) > 1 and not item.repeats:
        raise EvaluationError("one value was expected")
    return tuple(_value_for(item, one) for one in items)


def _value_for(item: Item, result: object) -> AnswerValue:
    value = _plain_value(item, result)
    if value is not None and item.type.is_choice and isinstance(value, str):
        value = _option_by_code(item, value)
    fitting = None if value is None else fitted(item.type, value)
    if fitting is None:
        raise EvaluationError("the result does not fit the question")
    return fitting


def _option_by_code(item: Item, code: str) -> AnswerValue:
    for option in item.options:
        if isinstance(option.value, Coding) and code in (option.value.code, option.value.display):
            return option.value
    return code


def _plain_value(item: Item, result: object) -> AnswerValue | None:
    if item.type in (ItemType.STRING, ItemType.TEXT, ItemType.URL):
        return text_of(result)
    if item.type is ItemType.QUANTITY:
        return _quantity(item, result)
    if isinstance(result, str) and item.type in (ItemType.DATE, ItemType.DATE_TIME, ItemType.TIME):
        result = parse_temporal(item.type.value, result) or result
    match result:
        case Temporal("date", text):
            return PartialDate(text)
        case Temporal("dateTime", text):
            return PartialDate(text[:10]) if item.type is ItemType.DATE else PartialDateTime(text)
        case Temporal(_, text):
            return TimeOfDay(text)
        case Mapping():
            return coding_in(result)
        case bool() | int() | str() | Decimal():
            return result
        case _:
            return None


def _quantity(item: Item, result: object) -> AnswerValue | None:
    found = as_quantity(result)
    if found is not None:
        name = str(result.get("unit", found.unit)) if isinstance(result, Mapping) else found.unit
        return Quantity(found.value, name, "http://unitsofmeasure.org", found.unit)
    if isinstance(result, bool) or not isinstance(result, int | Decimal):
        return None
    unit = item.unit or Coding("")
    return Quantity(Decimal(result), unit.display, unit.system, unit.code)


def defined_names(form: Questionnaire, item: Item | None) -> frozenset[str]:
    """Every ``%name`` that an expression on ``item`` may use."""
    names = {*_BUILT_IN, "ucum", "sct", "loinc", *form.launch_contexts}
    names |= {variable.name for variable in form.variables}
    owner = item
    while owner is not None:
        names |= {variable.name for variable in owner.variables}
        owner = form.by_link_id[owner.parent] if owner.parent is not None else None
    return frozenset(names)

"""FHIRPath functions on collections: filtering, existence, subsets, navigation.

Source: http://hl7.org/fhirpath/N1/#functions; ordinal() and weight(): FHIR R4 and SDC,
https://hl7.org/fhir/fhirpath.html#functions.
"""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from desktop.forms.fhirpath.evaluator import Evaluator, Focus, Function
from desktop.forms.fhirpath.syntax import EvaluationError, Node
from desktop.forms.fhirpath.values import (
    Items,
    WeightedNode,
    child_nodes,
    distinct,
    is_in,
    is_number,
    single,
    truth,
)

Arguments = tuple[Node, ...]

_WEIGHT_URLS = (
    "http://hl7.org/fhir/StructureDefinition/itemWeight",
    "http://hl7.org/fhir/StructureDefinition/ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/questionnaire-ordinalValue",
)


def whole_number(evaluator: Evaluator, argument: Node, focus: Focus) -> int | None:
    """An argument that must be a whole number; None when it is empty."""
    value = single(evaluator.evaluate(argument, focus))
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        raise EvaluationError("a whole number was expected")
    return value


def _where(evaluator: Evaluator, items: Items, arguments: Arguments, focus: Focus) -> Items:
    return evaluator.where(items, arguments[0], focus)


def _exists(evaluator: Evaluator, items: Items, arguments: Arguments, focus: Focus) -> Items:
    return [bool(evaluator.where(items, arguments[0], focus) if arguments else items)]


def _all(evaluator: Evaluator, items: Items, arguments: Arguments, focus: Focus) -> Items:
    return [all(truth(result) is True for _, result in evaluator.each(items, arguments[0], focus))]


def _select(evaluator: Evaluator, items: Items, arguments: Arguments, focus: Focus) -> Items:
    return [found for _, many in evaluator.each(items, arguments[0], focus) for found in many]


def _repeat(evaluator: Evaluator, items: Items, arguments: Arguments, focus: Focus) -> Items:
    found: Items = []
    seen: set[int] = set()
    front = items
    while front:
        fresh: Items = []
        for item in _select(evaluator, front, arguments, focus):
            is_new = id(item) not in seen if isinstance(item, dict) else not is_in(item, found)
            if is_new:
                seen.add(id(item))
                found.append(item)
                fresh.append(item)
        front = fresh
    return found


def _aggregate(evaluator: Evaluator, items: Items, arguments: Arguments, focus: Focus) -> Items:
    total = evaluator.evaluate(arguments[1], focus) if len(arguments) > 1 else []
    for index, item in enumerate(items):
        total = evaluator.evaluate(arguments[0], Focus([item], index, total))
    return total


def _iif(evaluator: Evaluator, items: Items, arguments: Arguments, focus: Focus) -> Items:
    inner = Focus(items, focus.index, focus.total)
    if truth(evaluator.evaluate(arguments[0], inner)) is True:
        return evaluator.evaluate(arguments[1], inner)
    return evaluator.evaluate(arguments[2], inner) if len(arguments) > 2 else []


def _not(_: Evaluator, items: Items, __: Arguments, ___: Focus) -> Items:
    value = truth(items)
    return [] if value is None else [not value]


def _booleans(wanted: bool, every: bool) -> Function:
    def function(_: Evaluator, items: Items, __: Arguments, ___: Focus) -> Items:
        if not all(isinstance(item, bool) for item in items):
            raise EvaluationError("yes or no was expected")
        matches = [item is wanted for item in items]
        return [all(matches) if every else any(matches)]

    return function


def _slice(name: str) -> Function:
    def function(evaluator: Evaluator, items: Items, arguments: Arguments, focus: Focus) -> Items:
        number = max(0, whole_number(evaluator, arguments[0], focus) or 0)
        return items[number:] if name == "skip" else items[:number]

    return function


def _plain(name: str) -> Function:
    def function(evaluator: Evaluator, items: Items, _: Arguments, __: Focus) -> Items:
        match name:
            case "empty":
                return [not items]
            case "count":
                return [len(items)]
            case "first":
                return items[:1]
            case "last":
                return items[-1:]
            case "tail":
                return items[1:]
            case "single":
                return [] if single(items) is None else items
            case "distinct":
                return distinct(items)
            case "isDistinct":
                return [len(distinct(items)) == len(items)]
            case "children":
                return [child for item in items for child in child_nodes(item)]
            case "descendants":
                return _descendants(evaluator, items)
            case _:
                return [len(items) == 1 and not isinstance(items[0], dict)]

    return function


def _descendants(evaluator: Evaluator, items: Items) -> Items:
    found: Items = []
    front = items
    while front:
        front = [child for item in front for child in child_nodes(item)]
        evaluator.spend(len(front))
        found.extend(front)
    return found


def _with_other(name: str) -> Function:
    def function(evaluator: Evaluator, items: Items, arguments: Arguments, focus: Focus) -> Items:
        other = evaluator.evaluate(arguments[0], focus)
        evaluator.spend(len(items) * len(other))
        match name:
            case "union":
                return distinct([*items, *other])
            case "combine":
                return [*items, *other]
            case "intersect":
                return distinct([item for item in items if is_in(item, other)])
            case "exclude":
                return [item for item in items if not is_in(item, other)]
            case "subsetOf":
                return [all(is_in(item, other) for item in items)]
            case _:
                return [all(is_in(item, items) for item in other)]

    return function


def _extension(evaluator: Evaluator, items: Items, arguments: Arguments, focus: Focus) -> Items:
    url = single(evaluator.evaluate(arguments[0], focus))
    return [found for item in items for found in _extensions(item) if found.get("url") == url]


def _extensions(item: object) -> list[Mapping[str, object]]:
    found = item.get("extension") if isinstance(item, Mapping) else None
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []


def weight_of(node: object) -> int | Decimal | None:
    """The weight of an answer, a coding or an option; None when it has none."""
    if isinstance(node, WeightedNode):
        return node.weight
    if not isinstance(node, Mapping):
        return None
    for url in _WEIGHT_URLS:
        for found in _extensions(node):
            value = found.get("valueDecimal", found.get("valueInteger"))
            if found.get("url") == url and isinstance(value, int | Decimal) and is_number(value):
                return value
    return weight_of(node["valueCoding"]) if "valueCoding" in node else None


def _weight(_: Evaluator, items: Items, __: Arguments, ___: Focus) -> Items:
    weights = [weight_of(item) for item in items]
    return [weight for weight in weights if weight is not None]


def _trace(_: Evaluator, items: Items, __: Arguments, ___: Focus) -> Items:
    return items


FUNCTIONS: Mapping[str, tuple[Function, int, int]] = MappingProxyType(
    {
        "where": (_where, 1, 1),
        "exists": (_exists, 0, 1),
        "all": (_all, 1, 1),
        "select": (_select, 1, 1),
        "repeat": (_repeat, 1, 1),
        "aggregate": (_aggregate, 1, 2),
        "iif": (_iif, 2, 3),
        "not": (_not, 0, 0),
        "allTrue": (_booleans(wanted=True, every=True), 0, 0),
        "anyTrue": (_booleans(wanted=True, every=False), 0, 0),
        "allFalse": (_booleans(wanted=False, every=True), 0, 0),
        "anyFalse": (_booleans(wanted=False, every=False), 0, 0),
        "skip": (_slice("skip"), 1, 1),
        "take": (_slice("take"), 1, 1),
        "extension": (_extension, 1, 1),
        "ordinal": (_weight, 0, 0),
        "weight": (_weight, 0, 0),
        "trace": (_trace, 1, 2),
    }
    | {
        name: (_plain(name), 0, 0)
        for name in (
            *("empty", "count", "first", "last", "tail", "single", "distinct", "isDistinct"),
            *("children", "descendants", "hasValue"),
        )
    }
    | {
        name: (_with_other(name), 1, 1)
        for name in ("union", "combine", "intersect", "exclude", "subsetOf", "supersetOf")
    }
)

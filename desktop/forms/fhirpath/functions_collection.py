"""FHIRPath functions on collections: filtering, existence, subsets, navigation, own variables.

Source: http://hl7.org/fhirpath/N1/#functions; defineVariable() and coalesce(): FHIRPath 2.1 and 3.
"""

from collections.abc import Mapping
from types import MappingProxyType

from desktop.forms.fhirpath.elements import Element, Items, child_elements, unwrapped
from desktop.forms.fhirpath.evaluation import Code, Run
from desktop.forms.fhirpath.filters import kept
from desktop.forms.fhirpath.functions import Coded, Codes, Function, Plain, Valued
from desktop.forms.fhirpath.syntax import EvaluationError
from desktop.forms.fhirpath.tree_walks import descendants_of
from desktop.forms.fhirpath.values import distinct, is_in, single, truth


def whole_number(items: Items) -> int | None:
    """An argument that must be a whole number; None when it is empty."""
    value = single(items)
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        raise EvaluationError("a whole number was expected")
    return value


def _each(run: Run, items: Items, code: Code) -> list[Items]:
    run.spend(len(items))
    outside = run.index
    found: list[Items] = []
    for index, item in enumerate(items):
        run.index = index
        found.append(code(run, [item]))
    run.index = outside
    return found


def _exists(run: Run, items: Items, _: Items, codes: Codes) -> Items:
    return [bool(kept(run, items, codes[0]) if codes else items)]


def _all(run: Run, items: Items, _: Items, codes: Codes) -> Items:
    return [all(truth(result) is True for result in _each(run, items, codes[0]))]


def _select(run: Run, items: Items, _: Items, codes: Codes) -> Items:
    return [one for found in _each(run, items, codes[0]) for one in found]


def _repeat(run: Run, items: Items, this: Items, codes: Codes) -> Items:
    found: Items = []
    seen: set[int] = set()
    front = items
    while front:
        fresh: Items = []
        for item in _select(run, front, this, codes):
            is_object = isinstance(item, Element)
            mark = id(item.json) if isinstance(item, Element) else 0
            if mark in seen if is_object else is_in(item, found):
                continue
            seen.add(mark)
            found.append(item)
            fresh.append(item)
        run.spend(len(front))
        front = fresh
    return found


def _aggregate(run: Run, items: Items, this: Items, codes: Codes) -> Items:
    outside = run.index, run.total
    total = codes[1](run, this) if len(codes) > 1 else []
    for index, item in enumerate(items):
        run.index, run.total = index, total
        total = codes[0](run, [item])
    run.index, run.total = outside
    return total


def _iif(run: Run, items: Items, _: Items, codes: Codes) -> Items:
    if len(items) > 1:
        raise EvaluationError("one value was expected")
    if truth(codes[0](run, items)) is True:
        return codes[1](run, items)
    return codes[2](run, items) if len(codes) > 2 else []


def _coalesce(run: Run, _: Items, this: Items, codes: Codes) -> Items:
    for code in codes:
        found = code(run, this)
        if found:
            return found
    return []


def _define_variable(run: Run, items: Items, this: Items, codes: Codes) -> Items:
    name = single(codes[0](run, this))
    if not isinstance(name, str) or name in run.defined:
        raise EvaluationError("a new name was expected")
    value = items if len(codes) < 2 else codes[1](run, items)
    run.defined = {**run.defined, name: value}
    return items


def _trace(_: Run, items: Items, __: Items, ___: Codes) -> Items:
    # Nothing is written anywhere: what passes here are answers.
    return items


def _not(_: Run, items: Items) -> Items:
    value = truth(items)
    return [] if value is None else [not value]


def _booleans(wanted: bool, every: bool) -> Plain:
    def call(_: Run, items: Items) -> Items:
        values = [unwrapped(item) for item in items]
        if not all(isinstance(value, bool) for value in values):
            raise EvaluationError("yes or no was expected")
        matches = [value is wanted for value in values]
        return [all(matches) if every else any(matches)]

    return Plain(call)


def _skip(_: Run, items: Items, arguments: list[Items]) -> Items:
    return items[max(0, whole_number(arguments[0]) or 0) :]


def _take(_: Run, items: Items, arguments: list[Items]) -> Items:
    return items[: max(0, whole_number(arguments[0]) or 0)]


def _single(_: Run, items: Items) -> Items:
    if len(items) > 1:
        raise EvaluationError("one value was expected")
    return items


def _distinct(run: Run, items: Items) -> Items:
    run.spend(len(items) ** 2 // 50)
    return distinct(items)


def _is_distinct(run: Run, items: Items) -> Items:
    return [len(_distinct(run, items)) == len(items)]


def _children(run: Run, items: Items) -> Items:
    run.saw_answers(items)
    return [child for item in items for child in child_elements(item)]


def _descendants(run: Run, items: Items) -> Items:
    found = descendants_of(run, items)
    run.saw_answers([*items, *found])
    return found


def _has_value(_: Run, items: Items) -> Items:
    return [len(items) == 1 and not isinstance(items[0], Element) and single(items) is not None]


def _get_value(_: Run, items: Items) -> Items:
    value = single(items[:1])
    return [] if len(items) != 1 or value is None or isinstance(value, Element) else [value]


def _with_other(name: str) -> Valued:
    def call(run: Run, items: Items, arguments: list[Items]) -> Items:
        other = arguments[0]
        run.spend(len(items) * len(other))
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

    return Valued(call, 1, 1)


_WITH_OTHER = ("union", "combine", "intersect", "exclude", "subsetOf", "supersetOf")

FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "exists": Coded(_exists, 0, 1),
        "all": Coded(_all, 1, 1),
        "select": Coded(_select, 1, 1),
        "repeat": Coded(_repeat, 1, 1),
        "aggregate": Coded(_aggregate, 1, 2),
        "iif": Coded(_iif, 2, 3),
        "coalesce": Coded(_coalesce, 1, 20),
        "defineVariable": Coded(_define_variable, 1, 2),
        "trace": Coded(_trace, 1, 2),
        "not": Plain(_not),
        "allTrue": _booleans(wanted=True, every=True),
        "anyTrue": _booleans(wanted=True, every=False),
        "allFalse": _booleans(wanted=False, every=True),
        "anyFalse": _booleans(wanted=False, every=False),
        "skip": Valued(_skip, 1, 1),
        "take": Valued(_take, 1, 1),
        "empty": Plain(lambda _, items: [not items]),
        "count": Plain(lambda _, items: [len(items)]),
        "first": Plain(lambda _, items: items[:1]),
        "last": Plain(lambda _, items: items[-1:]),
        "tail": Plain(lambda _, items: items[1:]),
        "single": Plain(_single),
        "distinct": Plain(_distinct),
        "isDistinct": Plain(_is_distinct),
        "children": Plain(_children),
        "descendants": Plain(_descendants),
        "hasValue": Plain(_has_value),
        "getValue": Plain(_get_value),
        **{name: _with_other(name) for name in _WITH_OTHER},
    }
)

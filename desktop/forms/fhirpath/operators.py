"""FHIRPath infix operators, compiled: both operands are closures, logic asks the right one last.

Source: http://hl7.org/fhirpath/N1/#operations.
"""

from collections.abc import Callable
from functools import partial

from desktop.forms.fhirpath.arithmetic import calculated
from desktop.forms.fhirpath.elements import Items, unwrapped
from desktop.forms.fhirpath.evaluation import Code, Run
from desktop.forms.fhirpath.syntax import EvaluationError
from desktop.forms.fhirpath.values import (
    distinct,
    equal_collections,
    equivalent,
    is_in,
    order,
    same_members,
    single,
    text_of,
    truth,
)

_TRUE: Items = [True]
_FALSE: Items = [False]
_EMPTY: Items = []


def compile_binary(operator: str, left: Code, right: Code) -> Code:
    """The closure of ``left operator right``."""
    match operator:
        case "and":
            return partial(_and, left, right)
        case "or":
            return partial(_or, left, right)
        case "xor":
            return partial(_xor, left, right)
        case "implies":
            return partial(_implies, left, right)
        case "=" | "!=":
            return partial(_equality, operator == "=", left, right)
        case "<" | "<=" | ">" | ">=":
            return partial(_comparison, _COMPARISONS[operator], left, right)
        case "in":
            return partial(_membership, left, right)
        case "contains":
            return partial(_contains, left, right)
        case "|":
            return partial(_union, left, right)
        case "~" | "!~":
            return partial(_equivalence, operator == "~", left, right)
        case "&":
            return partial(_joined, left, right)
        case _:
            return partial(_calculation, operator, left, right)


def _answer(result: bool | None) -> Items:
    return _EMPTY if result is None else _TRUE if result else _FALSE


def _and(left: Code, right: Code, run: Run, this: Items) -> Items:
    one = truth(left(run, this))
    if one is False:
        return _FALSE
    other = truth(right(run, this))
    return _answer(False if other is False else (True if one and other else None))


def _or(left: Code, right: Code, run: Run, this: Items) -> Items:
    one = truth(left(run, this))
    if one:
        return _TRUE
    other = truth(right(run, this))
    return _answer(True if other else (False if one is False and other is False else None))


def _xor(left: Code, right: Code, run: Run, this: Items) -> Items:
    one, other = truth(left(run, this)), truth(right(run, this))
    return _answer(None if one is None or other is None else one is not other)


def _implies(left: Code, right: Code, run: Run, this: Items) -> Items:
    one = truth(left(run, this))
    if one is False:
        return _TRUE
    other = truth(right(run, this))
    return _answer(True if other else (None if one is None or other is None else not one))


def _equality(wanted: bool, left: Code, right: Code, run: Run, this: Items) -> Items:
    one, other = left(run, this), right(run, this)
    if len(one) == 1 and len(other) == 1:
        mine, theirs = unwrapped(one[0]), unwrapped(other[0])
        if isinstance(mine, str) and isinstance(theirs, str):
            return _TRUE if (mine == theirs) is wanted else _FALSE
    else:
        run.spend(len(one))
    same = equal_collections(one, other)
    return _EMPTY if same is None else _answer(same is wanted)


def _equivalence(wanted: bool, left: Code, right: Code, run: Run, this: Items) -> Items:
    one, other = left(run, this), right(run, this)
    run.spend(len(one) * len(other) // 50)
    return _answer(same_members(one, other, equivalent) is wanted)


_COMPARISONS: dict[str, Callable[[int], bool]] = {
    "<": lambda result: result < 0,
    "<=": lambda result: result <= 0,
    ">": lambda result: result > 0,
    ">=": lambda result: result >= 0,
}


def _comparison(
    test: Callable[[int], bool], left: Code, right: Code, run: Run, this: Items
) -> Items:
    one, other = single(left(run, this)), single(right(run, this))
    if one is None or other is None:
        return _EMPTY
    result = order(one, other)
    return _EMPTY if result is None else _answer(test(result))


def _membership(left: Code, right: Code, run: Run, this: Items) -> Items:
    return _is_member(left(run, this), right(run, this), run)


def _contains(left: Code, right: Code, run: Run, this: Items) -> Items:
    one, other = left(run, this), right(run, this)
    return _is_member(other, one, run)


def _is_member(value: Items, items: Items, run: Run) -> Items:
    if len(value) > 1:
        raise EvaluationError("one value was expected")
    run.spend(len(items) // 50)
    return _answer(is_in(value[0], items)) if value else _EMPTY


def _union(left: Code, right: Code, run: Run, this: Items) -> Items:
    one, other = left(run, this), right(run, this)
    run.spend((len(one) + len(other)) ** 2 // 50)
    return distinct([*one, *other])


def _joined(left: Code, right: Code, run: Run, this: Items) -> Items:
    one, other = single(left(run, this)), single(right(run, this))
    return [(text_of(one) or "") + (text_of(other) or "")]


def _calculation(operator: str, left: Code, right: Code, run: Run, this: Items) -> Items:
    one, other = single(left(run, this)), single(right(run, this))
    if one is None or other is None:
        return _EMPTY
    return calculated(operator, one, other)

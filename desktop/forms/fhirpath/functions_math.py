"""FHIRPath functions on numbers, and the moment: exact decimals wherever the result is exact."""

import math
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal, localcontext
from types import MappingProxyType

from desktop.forms.fhirpath.evaluator import Evaluator, Focus, Function
from desktop.forms.fhirpath.functions_collection import Arguments, whole_number
from desktop.forms.fhirpath.operators import apply
from desktop.forms.fhirpath.syntax import EvaluationError
from desktop.forms.fhirpath.temporal import Temporal
from desktop.forms.fhirpath.values import Items, order, single

Number = int | Decimal


def number_of(items: Items) -> Number | None:
    """The one number of a collection; None when it is empty."""
    value = single(items)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise EvaluationError("a number was expected")
    if isinstance(value, Decimal) and value.adjusted() > 100:
        raise EvaluationError("the number is too large")
    return value


def _sum(_: Evaluator, items: Items, __: Arguments, ___: Focus) -> Items:
    if not items:
        return [0]
    total: Items = items[:1]
    for item in items[1:]:
        total = apply("+", total, [item])
    return total


def _avg(evaluator: Evaluator, items: Items, arguments: Arguments, focus: Focus) -> Items:
    if not items:
        return []
    return apply("/", _sum(evaluator, items, arguments, focus), [len(items)])


def _extreme(wanted: int) -> Function:
    def function(_: Evaluator, items: Items, __: Arguments, ___: Focus) -> Items:
        best = items[:1]
        for item in items[1:]:
            if order(item, best[0]) == wanted:
                best = [item]
        return best

    return function


def _round(evaluator: Evaluator, items: Items, arguments: Arguments, focus: Focus) -> Items:
    value = number_of(items)
    places = whole_number(evaluator, arguments[0], focus) if arguments else 0
    if value is None:
        return []
    if places is None or not 0 <= places <= 28:
        raise EvaluationError("the precision is out of range")
    with localcontext() as context:
        context.prec = 200
        return [Decimal(value).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)]


def _whole(compute: Callable[[Number], int]) -> Function:
    def function(_: Evaluator, items: Items, __: Arguments, ___: Focus) -> Items:
        value = number_of(items)
        return [] if value is None else [compute(value)]

    return function


def _abs(_: Evaluator, items: Items, __: Arguments, ___: Focus) -> Items:
    value = number_of(items)
    return [] if value is None else [abs(value)]


def _real(compute: Callable[[Decimal], Decimal]) -> Function:
    def function(_: Evaluator, items: Items, __: Arguments, ___: Focus) -> Items:
        value = number_of(items)
        if value is None:
            return []
        try:
            return [compute(Decimal(value))]
        except ArithmeticError:
            return []

    return function


def _two_numbers(compute: Callable[[Decimal, Decimal], Decimal]) -> Function:
    def function(evaluator: Evaluator, items: Items, arguments: Arguments, focus: Focus) -> Items:
        value, other = number_of(items), number_of(evaluator.evaluate(arguments[0], focus))
        if value is None or other is None:
            return []
        try:
            result = compute(Decimal(value), Decimal(other))
        except ArithmeticError:
            return []
        is_whole = isinstance(value, int) and isinstance(other, int) and compute is _power
        return [int(result) if is_whole and result == int(result) else result]

    return function


def _power(value: Decimal, exponent: Decimal) -> Decimal:
    if abs(exponent) > 1000:
        raise ArithmeticError
    return value**exponent


def _log(value: Decimal, base: Decimal) -> Decimal:
    return value.ln() / base.ln()


def _today(evaluator: Evaluator, _: Items, __: Arguments, ___: Focus) -> Items:
    return [Temporal("date", evaluator.environment.now.date().isoformat())]


def _now(evaluator: Evaluator, _: Items, __: Arguments, ___: Focus) -> Items:
    moment = evaluator.environment.now.isoformat(timespec="milliseconds")
    return [Temporal("dateTime", moment.removesuffix("+00:00") + "Z" * moment.endswith("+00:00"))]


def _time_of_day(evaluator: Evaluator, _: Items, __: Arguments, ___: Focus) -> Items:
    clock = evaluator.environment.now.time().isoformat(timespec="milliseconds")
    return [Temporal("time", clock)]


FUNCTIONS: Mapping[str, tuple[Function, int, int]] = MappingProxyType(
    {
        "sum": (_sum, 0, 0),
        "avg": (_avg, 0, 0),
        "min": (_extreme(-1), 0, 0),
        "max": (_extreme(1), 0, 0),
        "round": (_round, 0, 1),
        "abs": (_abs, 0, 0),
        "ceiling": (_whole(math.ceil), 0, 0),
        "floor": (_whole(math.floor), 0, 0),
        "truncate": (_whole(math.trunc), 0, 0),
        "sqrt": (_real(Decimal.sqrt), 0, 0),
        "exp": (_real(Decimal.exp), 0, 0),
        "ln": (_real(Decimal.ln), 0, 0),
        "log": (_two_numbers(_log), 1, 1),
        "power": (_two_numbers(_power), 1, 1),
        "today": (_today, 0, 0),
        "now": (_now, 0, 0),
        "timeOfDay": (_time_of_day, 0, 0),
    }
)

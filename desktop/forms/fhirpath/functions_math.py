"""FHIRPath functions on numbers, and the moment: exact decimals wherever the result is exact.

Source: http://hl7.org/fhirpath/N1/#math; sum(), min(), max(), avg(): FHIRPath 2.1 and SDC.
"""

import math
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal, localcontext
from types import MappingProxyType

from desktop.forms.fhirpath.arithmetic import calculated
from desktop.forms.fhirpath.elements import Items
from desktop.forms.fhirpath.evaluation import Run
from desktop.forms.fhirpath.functions import Function, Plain, Valued
from desktop.forms.fhirpath.functions_collection import whole_number
from desktop.forms.fhirpath.quantities import QuantityValue, as_quantity
from desktop.forms.fhirpath.syntax import EvaluationError
from desktop.forms.fhirpath.temporal import Temporal
from desktop.forms.fhirpath.values import is_number, order, single

Number = int | Decimal


def number_of(items: Items) -> Number | None:
    """The one number of a collection; None when it is empty."""
    value = single(items)
    if value is None:
        return None
    if not is_number(value):
        raise EvaluationError("a number was expected")
    if isinstance(value, Decimal) and value.adjusted() > 100:
        raise EvaluationError("the number is too large")
    return value


def _sum(_: Run, items: Items) -> Items:
    if not items:
        return [0]
    total: Items = items[:1]
    for item in items[1:]:
        if not total:
            return []
        total = calculated("+", single(total), single([item]))
    return total


def _avg(run: Run, items: Items) -> Items:
    total = _sum(run, items) if items else []
    return calculated("/", single(total), len(items)) if total else []


def _extreme(wanted: int) -> Plain:
    def call(_: Run, items: Items) -> Items:
        best = items[:1]
        for item in items[1:]:
            if order(item, best[0]) == wanted:
                best = [item]
        return best

    return Plain(call)


def _round(_: Run, items: Items, arguments: list[Items]) -> Items:
    value = number_of(items)
    places = whole_number(arguments[0]) if arguments else 0
    if value is None:
        return []
    if places is None or not 0 <= places <= 28:
        raise EvaluationError("the precision is out of range")
    with localcontext() as context:
        context.prec = 200
        return [Decimal(value).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)]


def _whole(compute: Callable[[Number], int]) -> Plain:
    def call(_: Run, items: Items) -> Items:
        value = number_of(items)
        return [] if value is None else [compute(value)]

    return Plain(call)


def _abs(_: Run, items: Items) -> Items:
    amount = as_quantity(single(items))
    if amount is not None:
        return [QuantityValue(abs(amount.value), amount.unit)]
    value = number_of(items)
    return [] if value is None else [abs(value)]


def _real(compute: Callable[[Decimal], Decimal]) -> Plain:
    def call(_: Run, items: Items) -> Items:
        value = number_of(items)
        if value is None:
            return []
        try:
            return [compute(Decimal(value))]
        except ArithmeticError:
            return []

    return Plain(call)


def _two_numbers(compute: Callable[[Decimal, Decimal], Decimal], stays_whole: bool) -> Valued:
    def call(_: Run, items: Items, arguments: list[Items]) -> Items:
        value, other = number_of(items), number_of(arguments[0])
        if value is None or other is None:
            return []
        try:
            result = compute(Decimal(value), Decimal(other))
        except ArithmeticError:
            return []
        is_whole = stays_whole and isinstance(value, int) and isinstance(other, int)
        return [int(result) if is_whole and result == int(result) else result]

    return Valued(call, 1, 1)


def _power(value: Decimal, exponent: Decimal) -> Decimal:
    if abs(exponent) > 1000:
        raise ArithmeticError
    return value**exponent


def _log(value: Decimal, base: Decimal) -> Decimal:
    with localcontext() as context:
        context.prec = 40
        exact = value.ln() / base.ln()
    return +exact


def _today(run: Run, _: Items) -> Items:
    return [Temporal("date", run.environment.now.date().isoformat())]


def _now(run: Run, _: Items) -> Items:
    moment = run.environment.now.isoformat(timespec="milliseconds")
    return [Temporal("dateTime", moment.removesuffix("+00:00") + "Z" * moment.endswith("+00:00"))]


def _time_of_day(run: Run, _: Items) -> Items:
    return [Temporal("time", run.environment.now.time().isoformat(timespec="milliseconds"))]


FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "sum": Plain(_sum),
        "avg": Plain(_avg),
        "min": _extreme(-1),
        "max": _extreme(1),
        "round": Valued(_round, 0, 1),
        "abs": Plain(_abs),
        "ceiling": _whole(math.ceil),
        "floor": _whole(math.floor),
        "truncate": _whole(math.trunc),
        "sqrt": _real(Decimal.sqrt),
        "exp": _real(Decimal.exp),
        "ln": _real(Decimal.ln),
        "log": _two_numbers(_log, stays_whole=False),
        "power": _two_numbers(_power, stays_whole=True),
        "today": Plain(_today),
        "now": Plain(_now),
        "timeOfDay": Plain(_time_of_day),
    }
)

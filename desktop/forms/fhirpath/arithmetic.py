"""FHIRPath arithmetic on two values: numbers stay exact, dates move, quantities convert."""

from decimal import Decimal, DivisionByZero, InvalidOperation, localcontext

from desktop.forms.fhirpath.elements import Element, Items
from desktop.forms.fhirpath.quantities import QuantityValue, as_quantity, computed
from desktop.forms.fhirpath.syntax import EvaluationError
from desktop.forms.fhirpath.temporal import Temporal, parse_temporal
from desktop.forms.fhirpath.temporal_arithmetic import shift
from desktop.forms.fhirpath.values import is_number


def calculated(operator: str, one: object, other: object) -> Items:
    """``one operator other`` of two single values. Raises EvaluationError."""
    if is_number(one) and is_number(other):
        return _numbers(operator, one, other)
    if operator == "+" and isinstance(one, str) and isinstance(other, str):
        return [one + other]
    if isinstance(one, Temporal | str):
        return _moved(operator, one, other)
    left, right = _with_unit(one), _with_unit(other)
    if left is None or right is None or operator not in ("+", "-", "*", "/"):
        raise EvaluationError("numbers were expected")
    result = computed(operator, left, right)
    return [] if result is None else [result]


def _with_unit(value: object) -> QuantityValue | None:
    if is_number(value):
        return QuantityValue(Decimal(value), "1")
    return as_quantity(value) if isinstance(value, QuantityValue | Element) else None


def _moved(operator: str, moment: Temporal | str, other: object) -> Items:
    amount = as_quantity(other) if isinstance(other, QuantityValue | Element) else None
    value = moment if isinstance(moment, Temporal) else parse_temporal("dateTime", moment)
    if value is None or amount is None or operator not in ("+", "-"):
        raise EvaluationError("numbers were expected")
    result = shift(value, amount.value if operator == "+" else -amount.value, amount.unit)
    if result is None:
        raise EvaluationError("this date does not move by that amount")
    return [result]


def _numbers(operator: str, one: int | Decimal, other: int | Decimal) -> Items:
    if isinstance(one, int) and isinstance(other, int) and operator in ("+", "-", "*"):
        return [_whole(operator, one, other)]
    left, right = Decimal(one), Decimal(other)
    if operator in ("/", "div", "mod") and right == 0:
        return []
    try:
        with localcontext() as context:
            context.prec = 40
            result = _decimal(operator, left, right)
    except (InvalidOperation, DivisionByZero, ArithmeticError):
        raise EvaluationError("the number is too large") from None
    if operator == "/":
        return [_without_zeros(result)]
    if operator == "div" or (isinstance(one, int) and isinstance(other, int)):
        return [int(result)]
    return [result]


def _whole(operator: str, one: int, other: int) -> int:
    if max(one.bit_length(), other.bit_length()) > 5_000:
        raise EvaluationError("the number is too large")
    return one + other if operator == "+" else one - other if operator == "-" else one * other


def _decimal(operator: str, left: Decimal, right: Decimal) -> Decimal:
    match operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/":
            return left / right
        case "div":
            return left // right
        case _:
            return left % right


def _without_zeros(value: Decimal) -> Decimal:
    """At most 28 digits, without the zeros that division leaves behind."""
    with localcontext() as context:
        context.prec = 28
        shorter = (+value).normalize()
    exponent = shorter.as_tuple().exponent
    if isinstance(exponent, int) and 0 < exponent <= 28:
        return shorter.quantize(Decimal(1))
    return shorter

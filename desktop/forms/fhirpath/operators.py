"""FHIRPath infix operators on evaluated operands; decimals stay exact.

Source: http://hl7.org/fhirpath/N1/#operations.
"""

from decimal import Decimal, DivisionByZero, InvalidOperation, localcontext

from desktop.forms.fhirpath.syntax import EvaluationError, NotCoveredError
from desktop.forms.fhirpath.temporal import Temporal, parse_temporal, shift
from desktop.forms.fhirpath.values import (
    Items,
    QuantityValue,
    distinct,
    equal_collections,
    is_in,
    is_number,
    order,
    single,
    text_of,
    truth,
)


def decided_by_left(operator: str, left: Items) -> Items | None:
    """The result where the left operand alone decides it; None where the right one is needed."""
    match operator:
        case "and" if truth(left) is False:
            return [False]
        case "or" if truth(left) is True:
            return [True]
        case "implies" if truth(left) is False:
            return [True]
        case _:
            return None


def apply(operator: str, left: Items, right: Items) -> Items:
    """``left operator right``. Raises EvaluationError, NotCoveredError."""
    match operator:
        case "and" | "or" | "xor" | "implies":
            return _logic(operator, truth(left), truth(right))
        case "=" | "!=":
            same = equal_collections(left, right)
            return [] if same is None else [same is (operator == "=")]
        case "~" | "!~":
            return [_equivalent(left, right) is (operator == "~")]
        case "<" | "<=" | ">" | ">=":
            return _comparison(operator, left, right)
        case "|":
            return distinct([*left, *right])
        case "in":
            return _membership(left, right)
        case "contains":
            return _membership(right, left)
        case "&":
            return [(text_of(single(left)) or "") + (text_of(single(right)) or "")]
        case _:
            return _arithmetic(operator, left, right)


def _logic(operator: str, left: bool | None, right: bool | None) -> Items:
    result: bool | None
    match operator:
        case "and":
            result = False if right is False else (True if left and right else None)
        case "or":
            result = True if right else (False if left is False and right is False else None)
        case "xor":
            result = None if left is None or right is None else left is not right
        case _:
            result = True if right else (None if left is None or right is None else not left)
    return [] if result is None else [result]


def _equivalent(left: Items, right: Items) -> bool:
    def plain(value: object) -> object:
        return " ".join(value.lower().split()) if isinstance(value, str) else value

    if len(left) != len(right):
        return False
    rest = [plain(item) for item in right]
    for item in (plain(value) for value in left):
        found = next((at for at, other in enumerate(rest) if is_in(item, [other])), None)
        if found is None:
            return False
        del rest[found]
    return True


def _comparison(operator: str, left: Items, right: Items) -> Items:
    one, other = single(left), single(right)
    if one is None or other is None:
        return []
    result = order(one, other)
    if result is None:
        return []
    match operator:
        case "<":
            return [result < 0]
        case "<=":
            return [result <= 0]
        case ">":
            return [result > 0]
        case _:
            return [result >= 0]


def _membership(value: Items, items: Items) -> Items:
    wanted = single(value)
    return [] if wanted is None else [is_in(wanted, items)]


def _arithmetic(operator: str, left: Items, right: Items) -> Items:
    one, other = single(left), single(right)
    if one is None or other is None:
        return []
    if operator == "+" and isinstance(one, str) and isinstance(other, str):
        return [one + other]
    if isinstance(other, QuantityValue) and isinstance(one, Temporal | str):
        return _moved(operator, one, other)
    if not is_number(one) or not is_number(other):
        if isinstance(one, QuantityValue | dict) or isinstance(other, QuantityValue | dict):
            raise NotCoveredError
        raise EvaluationError("numbers were expected")
    assert isinstance(one, int | Decimal)
    assert isinstance(other, int | Decimal)
    return _computed(operator, one, other)


def _computed(operator: str, one: int | Decimal, other: int | Decimal) -> Items:
    whole = isinstance(one, int) and isinstance(other, int)
    left, right = Decimal(one), Decimal(other)
    if operator in ("/", "div", "mod") and right == 0:
        return []
    result: Decimal
    try:
        with localcontext() as context:
            context.prec = 40
            result = _decimal(operator, left, right)
    except (InvalidOperation, DivisionByZero, ArithmeticError):
        raise EvaluationError("the number is too large") from None
    if operator == "/":
        return [_plain(result)]
    if operator == "div" or (whole and operator != "/"):
        return [int(result)]
    return [result]


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
        case "mod":
            return left % right
        case _:
            raise NotCoveredError


def _plain(value: Decimal) -> Decimal:
    """At most 28 digits, without the zeros that division leaves behind."""
    with localcontext() as context:
        context.prec = 28
        shorter = (+value).normalize()
    exponent = shorter.as_tuple().exponent
    if isinstance(exponent, int) and 0 < exponent <= 28:
        return shorter.quantize(Decimal(1))
    return shorter


def _moved(operator: str, moment: Temporal | str, amount: QuantityValue) -> Items:
    value = moment if isinstance(moment, Temporal) else parse_temporal("dateTime", moment)
    if value is None or operator not in ("+", "-"):
        raise EvaluationError("numbers were expected")
    signed = amount.value if operator == "+" else -amount.value
    result = shift(value, signed, amount.unit)
    if result is None:
        raise NotCoveredError
    return [result]

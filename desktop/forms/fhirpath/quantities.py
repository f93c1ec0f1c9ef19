"""Numbers with units: as read from FHIR, compared and computed with through UCUM.

Source: FHIRPath N1, "Quantity" and "Equals" (http://hl7.org/fhirpath/N1/#quantity): a calendar
week, day or shorter is its UCUM unit; a calendar year or month is not the mean one of UCUM, so
the two have no order and only are equivalent.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from desktop.forms.fhirpath.elements import Element
from desktop.forms.fhirpath.temporal import CALENDAR_UNITS
from desktop.forms.fhirpath.ucum import convert, decimal_of, unit_of

_DEFINITE = {
    "week": "wk",
    "day": "d",
    "hour": "h",
    "minute": "min",
    "second": "s",
    "millisecond": "ms",
}
_MONTHS = {"year": 12, "month": 1}
_MEAN = {"year": "a", "month": "mo"}


@dataclass(frozen=True, slots=True)
class QuantityValue:
    """A number with its unit (UCUM code, or a calendar duration)."""

    value: Decimal
    unit: str


def is_calendar(unit: str) -> bool:
    """Whether a unit is a calendar word such as "year" or "days"."""
    return unit.removesuffix("s") in CALENDAR_UNITS


def as_quantity(value: object) -> QuantityValue | None:
    """A quantity from a FHIR Quantity or its JSON object; None when it is none."""
    if isinstance(value, QuantityValue):
        return value
    json = value.json if isinstance(value, Element) else value
    if isinstance(json, dict):
        amount = json.get("value")
        if isinstance(amount, int | Decimal) and not isinstance(amount, bool):
            return QuantityValue(Decimal(amount), str(json.get("code") or json.get("unit") or ""))
    return None


def _code(unit: str, mean: bool) -> str:
    singular = unit.removesuffix("s")
    if mean and singular in _MEAN:
        return _MEAN[singular]
    return _DEFINITE.get(singular, unit or "1")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two amounts in one unit."""

    left: Fraction
    right: Fraction


def in_one_unit(one: QuantityValue, other: QuantityValue, mean: bool = False) -> Pair | None:
    """Both amounts in the bigger of the two units; None where they do not convert.

    With ``mean`` a calendar year or month counts as the mean one of UCUM.
    """
    left, right = Fraction(one.value), Fraction(other.value)
    if one.unit == other.unit:
        return Pair(left, right)
    months = [_MONTHS.get(unit.removesuffix("s")) for unit in (one.unit, other.unit)]
    if months[0] and months[1]:
        biggest = max(months[0], months[1])
        return Pair(left * months[0] / biggest, right * months[1] / biggest)
    if not mean and (months[0] or months[1]):
        return None
    mine, theirs = unit_of(_code(one.unit, mean)), unit_of(_code(other.unit, mean))
    if mine is None or theirs is None or mine.powers != theirs.powers:
        return None
    bigger = max(mine.size, theirs.size)
    return Pair(
        (left + mine.offset) * mine.size / bigger, (right + theirs.offset) * theirs.size / bigger
    )


def are_comparable(one: QuantityValue, other: QuantityValue) -> bool:
    """Whether two quantities measure the same thing in units that convert."""
    return in_one_unit(one, other) is not None


def quantities_equal(one: QuantityValue, other: QuantityValue) -> bool | None:
    """``=``; None where the units do not say it (an unknown unit, a calendar year and "a")."""
    pair = in_one_unit(one, other)
    if pair is not None:
        return pair.left == pair.right
    if in_one_unit(one, other, mean=True) is not None:
        return None
    known = [unit_of(_code(unit, mean=True)) for unit in (one.unit, other.unit)]
    return None if None in known else False


def quantities_equivalent(one: QuantityValue, other: QuantityValue) -> bool:
    """``~``: equal when both are rounded to the less exact one, in the bigger unit."""
    pair = in_one_unit(one, other, mean=True)
    if pair is None:
        return False
    return decimals_equivalent(decimal_of(pair.left), decimal_of(pair.right))


def decimals_equivalent(one: Decimal, other: Decimal) -> bool:
    """``~`` of numbers: equal when both are rounded to the digits of the less exact one."""
    digits = min(_digits_after_point(one), _digits_after_point(other))
    with localcontext() as context:
        context.prec = 400
        step = Decimal(1).scaleb(-digits)
        left, right = (number.quantize(step, ROUND_HALF_UP) for number in (one, other))
        return left == right


def _digits_after_point(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def quantity_order(one: QuantityValue, other: QuantityValue) -> int | None:
    """-1, 0 or 1; None where the units do not convert."""
    pair = in_one_unit(one, other)
    if pair is None:
        return None
    return (pair.left > pair.right) - (pair.left < pair.right)


def computed(operator: str, one: QuantityValue, other: QuantityValue) -> QuantityValue | None:
    """``+``, ``-``, ``*`` or ``/`` of two quantities; None where the units do not allow it."""
    if operator in ("+", "-"):
        return _sum(operator, one, other)
    if operator == "/" and other.value == 0:
        return None
    left, right = Fraction(one.value), Fraction(other.value)
    if operator == "/":
        pair = in_one_unit(one, other)
        if pair is not None:
            return QuantityValue(decimal_of(pair.left / pair.right), "1")
        return QuantityValue(decimal_of(left / right), _combined(one.unit, "/", other.unit))
    return QuantityValue(decimal_of(left * right), _combined(one.unit, ".", other.unit))


def _sum(operator: str, one: QuantityValue, other: QuantityValue) -> QuantityValue | None:
    right = other.value if one.unit == other.unit else _amount_in(one.unit, other)
    if right is None:
        return None
    with localcontext() as context:
        context.prec = 60
        total = one.value + right if operator == "+" else one.value - right
    return QuantityValue(total, one.unit)


def _amount_in(unit: str, other: QuantityValue) -> Decimal | None:
    mine, theirs = (_MONTHS.get(one.removesuffix("s")) for one in (unit, other.unit))
    if mine and theirs:
        return decimal_of(Fraction(other.value) * theirs / mine)
    if mine or theirs:
        return None
    return convert(other.value, _code(other.unit, mean=False), _code(unit, mean=False))


def _combined(left: str, operator: str, right: str) -> str:
    one, other = _code(left, mean=True), _code(right, mean=True)
    if other == "1":
        return one
    if one == "1":
        return other if operator == "." else f"/{_bracketed(other)}"
    return f"{one}{operator}{_bracketed(other)}"


def _bracketed(code: str) -> str:
    return f"({code})" if "/" in code or "." in code else code

"""Conversion between UCUM units, exact: sizes are fractions, no float is ever involved.

Source of the grammar: https://ucum.org/ucum, section 2.
"""

import re
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache, lru_cache

from desktop.forms.fhirpath.ucum_units import (
    ARBITRARY_UNITS,
    BASE_UNITS,
    OFFSET_UNITS,
    PREFIXES,
    derived_units,
)

_COMPONENT = re.compile(
    r"(?P<atom>10[*^]|(?:[^\d\s.()/{}\[\]+-]|\[[^\]\s]*\])+)(?P<power>[+-]?\d{1,3})?(?:\{[^{}]*\})?"
    r"|(?P<number>\d{1,30})(?:\{[^{}]*\})?"
    r"|(?P<note>\{[^{}]*\})"
)
_MAX_CODE = 200
_MAX_POWER = 60
_DIGITS = 34
Powers = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """``size`` in base units, ``powers`` of the base units, ``offset`` added before the size."""

    size: Fraction
    powers: Powers
    offset: Fraction = Fraction(0)


ONE = Unit(Fraction(1), ())


def convert(value: Decimal, from_code: str, to_code: str) -> Decimal | None:
    """``value`` counted in another UCUM unit; None when the units do not convert.

    The result is exact, or has 34 digits where the exact one has no end.
    """
    if from_code == to_code:
        return value
    one, other = unit_of(from_code), unit_of(to_code)
    if one is None or other is None or one.powers != other.powers:
        return None
    base = (Fraction(value) + one.offset) * one.size
    return decimal_of(base / other.size - other.offset)


def decimal_of(number: Fraction) -> Decimal:
    """A fraction as a decimal number: exact where it can be, else of 34 digits."""
    with localcontext() as context:
        context.prec = _DIGITS
        result = (Decimal(number.numerator) / Decimal(number.denominator)).normalize()
    exponent = result.as_tuple().exponent
    if isinstance(exponent, int) and 0 < exponent < _DIGITS:
        with localcontext() as context:
            context.prec = 2 * _DIGITS
            return result.quantize(Decimal(1))
    return result


@lru_cache(2048)
def unit_of(code: str) -> Unit | None:
    """The unit of a UCUM code; None when it is none or not in our table."""
    if not code or len(code) > _MAX_CODE:
        return None
    if code in OFFSET_UNITS:
        factor, offset = OFFSET_UNITS[code]
        return Unit(Fraction(factor), (("K", 1),), Fraction(offset))
    try:
        unit, at = _term(code, 0, 0)
    except _NotAUnit:
        return None
    return unit if at == len(code) else None


class _NotAUnit(Exception):
    """The text is no UCUM code that we know."""


def _term(code: str, at: int, depth: int) -> tuple[Unit, int]:
    if depth > 10:
        raise _NotAUnit
    result, sign = ONE, 1
    if code.startswith("/", at):
        at, sign = at + 1, -1
    while True:
        part, at = _component(code, at, depth)
        result = _times(result, _raised(part, sign))
        if at >= len(code) or code[at] not in "./":
            return result, at
        sign = 1 if code[at] == "." else -1
        at += 1


def _component(code: str, at: int, depth: int) -> tuple[Unit, int]:
    if code.startswith("(", at):
        inner, at = _term(code, at + 1, depth + 1)
        if not code.startswith(")", at):
            raise _NotAUnit
        return inner, at + 1
    found = _COMPONENT.match(code, at)
    if found is None:
        raise _NotAUnit
    if found["note"]:
        return ONE, found.end()
    if found["number"]:
        return Unit(Fraction(int(found["number"]) or 1), ()), found.end()
    return _raised(_atom(found["atom"]), int(found["power"] or 1)), found.end()


@cache
def _derived() -> dict[str, tuple[str, str, bool]]:
    return derived_units()


def _atom(code: str) -> Unit:
    unit = _plain_atom(code)
    if unit is not None:
        return unit
    for length in (1, 2):
        prefix, rest = code[:length], code[length:]
        takes_prefixes = rest in BASE_UNITS or rest in ("[iU]", "[IU]") or _is_metric(rest)
        if prefix in PREFIXES and takes_prefixes:
            found = _plain_atom(rest)
            if found is not None:
                return Unit(found.size * Fraction(10) ** PREFIXES[prefix], found.powers)
    raise _NotAUnit


def _is_metric(code: str) -> bool:
    return code in _derived() and _derived()[code][2]


@lru_cache(512)
def _plain_atom(code: str) -> Unit | None:
    if code in BASE_UNITS or code in ARBITRARY_UNITS:
        return Unit(Fraction(1), (("[iU]" if code == "[IU]" else code, 1),))
    if code not in _derived():
        return None
    size, counted_in, _ = _derived()[code]
    inner = ONE if counted_in == "1" else _term(counted_in, 0, 0)[0]
    return Unit(Fraction(size) * inner.size, inner.powers)


def _times(one: Unit, other: Unit) -> Unit:
    powers = dict(one.powers)
    for name, power in other.powers:
        powers[name] = powers.get(name, 0) + power
    kept = tuple(sorted((name, power) for name, power in powers.items() if power))
    return Unit(one.size * other.size, kept)


def _raised(unit: Unit, power: int) -> Unit:
    if abs(power) > _MAX_POWER:
        raise _NotAUnit
    return Unit(unit.size**power, tuple((name, count * power) for name, count in unit.powers))

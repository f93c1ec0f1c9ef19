"""How exact a value is: its precision, and the lowest and highest value that it may stand for.

Source: FHIRPath 2.1 (https://build.fhir.org/ig/HL7/FHIRPath), "Precision" and "Boundary"; how a
boundary is cut to fewer digits, and that an hour without minutes is its first minute, follow the
official test suite.
"""

import calendar
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal, localcontext

from desktop.forms.fhirpath.temporal import Parts, Temporal, parts_of

_DATE_DIGITS = (4, 6, 8)
_CLOCK_DIGITS = (2, 4, 6, 9)
MOST_DECIMALS = 31


def precision_of(value: int | Decimal | Temporal) -> int:
    """How many digits the value is given with."""
    if isinstance(value, Temporal):
        return sum(character.isdigit() for character in _without_zone(value))
    exponent = Decimal(value).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _without_zone(value: Temporal) -> str:
    parts = parts_of(value.kind, value.text)
    return value.text.removesuffix(parts.zone) if parts is not None else value.text


def decimal_boundary(value: int | Decimal, places: int | None, high: bool) -> Decimal | None:
    """The lowest or highest number that rounds to ``value``; None for an impossible precision."""
    wanted = 8 if places is None else places
    if not 0 <= wanted <= MOST_DECIMALS:
        return None
    number = Decimal(value)
    is_negative = number < 0
    with localcontext() as context:
        context.prec = 400
        half = Decimal(5).scaleb(-precision_of(value) - 1)
        upwards = high is not is_negative
        end = abs(number) + (half if upwards else -half)
        rounding = ROUND_HALF_UP if upwards else ROUND_FLOOR
        result = end.quantize(Decimal(1).scaleb(-wanted), rounding=rounding)
        return -result if is_negative else result


def temporal_boundary(value: Temporal, digits: int | None, high: bool) -> Temporal | None:
    """The first or last moment that ``value`` may stand for, given with that many digits."""
    parts = parts_of(value.kind, value.text)
    if parts is None:
        return None
    if value.kind == "time":
        clock = _clock(parts.numbers, parts.fraction_digits, 9 if digits is None else digits, high)
        return None if clock is None else Temporal("time", clock)
    wanted = digits if digits is not None else (8 if value.kind == "date" else 17)
    day = _day(parts, high)
    if wanted in _DATE_DIGITS:
        return Temporal(value.kind, day[: wanted + wanted // 2 - 2])
    clock = _clock(parts.numbers[3:], parts.fraction_digits, wanted - 8, high)
    if clock is None:
        return None
    return Temporal("dateTime", f"{day}T{clock}{parts.zone or ('-12:00' if high else '+14:00')}")


def _day(parts: Parts, high: bool) -> str:
    numbers = [int(part) for part in parts.numbers[:3]]
    if len(numbers) < 2:
        numbers.append(12 if high else 1)
    if len(numbers) < 3:
        numbers.append(calendar.monthrange(numbers[0], numbers[1])[1] if high else 1)
    return f"{numbers[0]:04}-{numbers[1]:02}-{numbers[2]:02}"


def _clock(
    numbers: tuple[Decimal, ...], fraction_digits: int, digits: int, high: bool
) -> str | None:
    if digits not in _CLOCK_DIGITS:
        return None
    if not numbers:
        text = "23:59:59.999" if high else "00:00:00.000"
    else:
        minute = f"{int(numbers[1]):02}" if len(numbers) > 1 else "00"
        second = "59.999" if high else "00.000"
        if len(numbers) > 2:
            second = _second(numbers[2], fraction_digits, high)
        text = f"{int(numbers[0]):02}:{minute}:{second}"
    return text[: {2: 2, 4: 5, 6: 8, 9: 12}[digits]]


def _second(second: Decimal, fraction_digits: int, high: bool) -> str:
    whole, _, fraction = f"{second:.9f}".partition(".")
    kept = fraction[: min(fraction_digits, 3)]
    return f"{int(whole):02}.{kept.ljust(3, '9' if high else '0')}"

"""Dates, dateTimes and times moved by durations.

Source: FHIRPath N1, "Date/Time Arithmetic": the last day of a shorter month is taken, what is
smaller than the precision of the value is ignored, and so is a fraction of the amount.
"""

import calendar
from datetime import date, timedelta
from decimal import Decimal

from desktop.forms.fhirpath.temporal import CALENDAR_UNITS, Parts, Temporal, parts_of

_UCUM = {"wk": "week", "d": "day", "h": "hour", "min": "minute", "s": "second", "ms": "millisecond"}
"""The UCUM units that mean what the calendar word means; "a" and "mo" are mean lengths."""
_SECOND = 1_000_000_000
_NANOSECONDS = {
    "hour": 3600 * _SECOND,
    "minute": 60 * _SECOND,
    "second": _SECOND,
    "millisecond": _SECOND // 1000,
}
_DAY = 24 * 3600 * _SECOND
_MOST = 1_000_000_000_000


def shift(value: Temporal, amount: Decimal, unit: str) -> Temporal | None:
    """``value`` moved by a duration; None for a unit it cannot be moved by, or out of range."""
    name = _UCUM.get(unit) or unit.removesuffix("s")
    parts = parts_of(value.kind, value.text)
    if name not in CALENDAR_UNITS or parts is None or abs(amount) > _MOST:
        return None
    number = int(amount)
    try:
        if name in _NANOSECONDS:
            return _moved_by_clock(value, parts, number * _NANOSECONDS[name])
        return None if value.kind == "time" else _moved_by_day(value, parts, number, name)
    except (ValueError, OverflowError):
        return None


def _moved_by_day(value: Temporal, parts: Parts, number: int, name: str) -> Temporal:
    year, month, day = (*(int(part) for part in parts.numbers[:3]), 1, 1)[:3]
    precision = min(len(parts.numbers), 3)
    moved = _moved(date(year, month, day), number, name, precision)
    head = moved.isoformat()[: (4, 7, 10)[precision - 1]]
    return Temporal(value.kind, head + value.text[len(head) :])


def _moved(day: date, number: int, name: str, precision: int) -> date:
    if name in ("week", "day"):
        days = number * (7 if name == "week" else 1)
        if precision == 3:
            return day + timedelta(days=days)
        number, name = int(days / 30), "month"
    if precision == 1 and name == "month":
        number, name = int(number / 12), "year"
    months = day.year * 12 + day.month - 1 + number * (12 if name == "year" else 1)
    year, month = months // 12, months % 12 + 1
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(day.day, last))


def _moved_by_clock(value: Temporal, parts: Parts, nanoseconds: int) -> Temporal:
    clock = parts.numbers if value.kind == "time" else parts.numbers[3:]
    if not clock:
        return _moved_by_day(value, parts, int(Decimal(nanoseconds) / _DAY), "day")
    step = _step(len(clock), parts.fraction_digits)
    moved = _since_midnight(clock) + int(Decimal(nanoseconds) / step) * step
    days, rest = divmod(moved, _DAY)
    text = _clock_text(rest, len(clock), parts.fraction_digits)
    if value.kind == "time":
        return Temporal("time", text)
    year, month, day = (int(part) for part in parts.numbers[:3])
    head = (date(year, month, day) + timedelta(days=days)).isoformat()
    return Temporal(value.kind, f"{head}T{text}{parts.zone}")


def _step(precision: int, fraction_digits: int) -> int:
    if precision < 3:
        return (_NANOSECONDS["hour"], _NANOSECONDS["minute"])[precision - 1]
    return int(_SECOND // 10**fraction_digits)


def _since_midnight(clock: tuple[Decimal, ...]) -> int:
    hour, minute, second = (*clock, Decimal(0), Decimal(0))[:3]
    return int((hour * 3600 + minute * 60 + second) * _SECOND)


def _clock_text(nanoseconds: int, precision: int, fraction_digits: int) -> str:
    seconds, rest = divmod(nanoseconds, _SECOND)
    text = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"[: 3 * precision - 1]
    return f"{text}.{rest:09}"[: len(text) + 1 + fraction_digits] if fraction_digits else text

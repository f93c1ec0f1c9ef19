"""FHIRPath dates, dateTimes and times of any precision, compared and moved by durations."""

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_TIME = re.compile(r"(\d{2})(?::(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?")
_ZONE = re.compile(r"(Z|[+-]\d{2}:\d{2})?")

CALENDAR_UNITS = (
    "year",
    "month",
    "week",
    "day",
    "hour",
    "minute",
    "second",
    "millisecond",
)


@dataclass(frozen=True, slots=True)
class Temporal:
    """``kind`` is "date", "dateTime" or "time"; ``text`` is its FHIR form."""

    kind: str
    text: str


def parse_temporal(kind: str, text: str) -> Temporal | None:
    """The value, or None when ``text`` is no such thing (a day that does not exist is none)."""
    if _components(kind, text) is None:
        return None
    return Temporal(kind, text)


def _components(kind: str, text: str) -> tuple[tuple[Decimal, ...], str] | None:
    """Its components from the year (or hour) down, and its zone ("" when it has none)."""
    if kind == "time":
        clock = _TIME.fullmatch(text)
        return (_clock_parts(clock), "") if clock and _clock_is_real(clock) else None
    day_text, mark, rest = text.partition("T")
    day = _DATE.fullmatch(day_text)
    if not day or not _day_is_real(day) or (kind == "date" and mark):
        return None
    parts = tuple(Decimal(part) for part in day.groups() if part)
    if not mark or not rest:
        return parts, ""
    clock = _TIME.match(rest)
    if len(parts) < 3 or not clock or not _clock_is_real(clock):
        return None
    zone = _ZONE.fullmatch(rest, clock.end())
    return (parts + _clock_parts(clock), zone.group() or "") if zone else None


def _day_is_real(day: re.Match[str]) -> bool:
    year, month, number = (int(part or 1) for part in day.groups())
    return year >= 1 and 1 <= month <= 12 and 1 <= number <= calendar.monthrange(year, month)[1]


def _clock_is_real(clock: re.Match[str]) -> bool:
    hour, minute, second = (int(part or 0) for part in clock.groups()[:3])
    return hour < 24 and minute < 60 and second < 60


def _clock_parts(clock: re.Match[str]) -> tuple[Decimal, ...]:
    hour, minute, second, fraction = clock.groups()
    parts = [Decimal(part) for part in (hour, minute) if part]
    if second:
        parts.append(Decimal(f"{second}.{fraction or 0}"))
    return tuple(parts)


def compare(one: Temporal, other: Temporal) -> int | None:
    """-1, 0 or 1; None where different precision leaves it open, or the kinds do not mix.

    Source: FHIRPath N1, "Comparison" (http://hl7.org/fhirpath/N1/#comparison).
    """
    if (one.kind == "time") != (other.kind == "time"):
        return None
    left, right = _comparable(one), _comparable(other)
    for mine, theirs in zip(left, right, strict=False):
        if mine != theirs:
            return -1 if mine < theirs else 1
    return 0 if len(left) == len(right) else None


def _comparable(value: Temporal) -> tuple[Decimal, ...]:
    found = _components(value.kind, value.text)
    if found is None:
        return ()
    parts, zone = found
    if not zone or len(parts) < 5:
        return parts
    minutes = 0 if zone == "Z" else (int(zone[1:3]) * 60 + int(zone[4:6]))
    sign = -1 if zone[0] == "+" else 1
    year, month, day, hour, minute = (int(part) for part in parts[:5])
    whole = datetime(year, month, day, hour, minute, tzinfo=UTC)
    try:
        moved = whole + timedelta(minutes=sign * minutes)
    except OverflowError:
        return parts
    numbers = (moved.year, moved.month, moved.day, moved.hour, moved.minute)
    return tuple(Decimal(number) for number in numbers) + parts[5:]


def shift(value: Temporal, amount: Decimal, unit: str) -> Temporal | None:
    """``value`` moved by a calendar duration; None for a unit it cannot be moved by.

    Source: FHIRPath N1, "Date/Time Arithmetic": the last day of a shorter month is taken, and a
    fraction of a year, month, week or day is ignored.
    """
    name = unit.removesuffix("s")
    if value.kind == "time" or name not in CALENDAR_UNITS[:4] or abs(amount) > 1_000_000:
        return None
    found = _components("dateTime", value.text)
    if found is None:
        return None
    parts = [int(part) for part in found[0][:3]]
    precision = len(parts)
    year, month, day = (*parts, 1, 1)[:3]
    number = int(amount)
    try:
        moved = _moved(date(year, month, day), number, name, precision)
    except (ValueError, OverflowError):
        return None
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

"""FHIRPath dates, dateTimes and times of any precision, and their order."""

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import lru_cache

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
WIDEST_ZONE = timedelta(hours=14)
"""No place on Earth is further from UTC; where one value has no zone, less than this is open."""


@dataclass(frozen=True, slots=True)
class Temporal:
    """``kind`` is "date", "dateTime" or "time"; ``text`` is its FHIR form."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Parts:
    """Components from the year (or the hour) down, the digits after the second, the zone or ""."""

    numbers: tuple[Decimal, ...]
    fraction_digits: int
    zone: str


def parse_temporal(kind: str, text: str) -> Temporal | None:
    """The value, or None when ``text`` is no such thing (a day that does not exist is none)."""
    if parts_of(kind, text) is None:
        return None
    return Temporal(kind, text)


@lru_cache(4096)
def parts_of(kind: str, text: str) -> Parts | None:
    """What a date or time is made of; None when ``text`` is none."""
    if kind == "time":
        clock = _TIME.fullmatch(text)
        return _with_clock((), clock, "") if clock and _clock_is_real(clock) else None
    day_text, mark, rest = text.partition("T")
    day = _DATE.fullmatch(day_text)
    if not day or not _day_is_real(day) or (kind == "date" and mark):
        return None
    numbers = tuple(Decimal(part) for part in day.groups() if part)
    if not mark or not rest:
        return Parts(numbers, 0, "")
    clock = _TIME.match(rest)
    if len(numbers) < 3 or not clock or not _clock_is_real(clock):
        return None
    zone = _ZONE.fullmatch(rest, clock.end())
    return _with_clock(numbers, clock, zone.group() or "") if zone else None


def _day_is_real(day: re.Match[str]) -> bool:
    year, month, number = (int(part or 1) for part in day.groups())
    return year >= 1 and 1 <= month <= 12 and 1 <= number <= calendar.monthrange(year, month)[1]


def _clock_is_real(clock: re.Match[str]) -> bool:
    hour, minute, second = (int(part or 0) for part in clock.groups()[:3])
    return hour < 24 and minute < 60 and second < 60


def _with_clock(day: tuple[Decimal, ...], clock: re.Match[str], zone: str) -> Parts:
    hour, minute, second, fraction = clock.groups()
    numbers = [Decimal(part) for part in (hour, minute) if part]
    if second:
        numbers.append(Decimal(f"{second}.{fraction or 0}"))
    return Parts((*day, *numbers), len(fraction or ""), zone)


def compare(one: Temporal, other: Temporal) -> int | None:
    """-1, 0 or 1; None where different precision leaves it open, or the kinds do not mix.

    Where one has a time zone and the other has none, only more than 14 hours decide.
    Source: FHIRPath N1, "Comparison" (http://hl7.org/fhirpath/N1/#comparison).
    """
    if (one.kind == "time") != (other.kind == "time"):
        return None
    left, right = parts_of(one.kind, one.text), parts_of(other.kind, other.text)
    if left is None or right is None:
        return None
    if one.kind == "time" or len(left.numbers) < 4 or len(right.numbers) < 4:
        return _compare_numbers(left.numbers, right.numbers)
    if bool(left.zone) != bool(right.zone):
        gap = _moment(left) - _moment(right)
        return None if abs(gap) <= WIDEST_ZONE else (1 if gap > timedelta(0) else -1)
    return _compare_numbers(_in_utc(left), _in_utc(right))


def _compare_numbers(left: tuple[Decimal, ...], right: tuple[Decimal, ...]) -> int | None:
    for mine, theirs in zip(left, right, strict=False):
        if mine != theirs:
            return -1 if mine < theirs else 1
    return 0 if len(left) == len(right) else None


def _moment(parts: Parts) -> datetime:
    year, month, day, hour, minute = (*(int(part) for part in parts.numbers[:5]), 0)[:5]
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def _in_utc(parts: Parts) -> tuple[Decimal, ...]:
    if parts.zone in ("", "Z"):
        return parts.numbers
    minutes = int(parts.zone[1:3]) * 60 + int(parts.zone[4:6])
    try:
        moved = _moment(parts) + timedelta(minutes=-minutes if parts.zone[0] == "+" else minutes)
    except OverflowError:
        return parts.numbers
    numbers = (moved.year, moved.month, moved.day, moved.hour, moved.minute)
    kept = tuple(Decimal(number) for number in numbers) + parts.numbers[5:]
    return kept[: len(parts.numbers)]

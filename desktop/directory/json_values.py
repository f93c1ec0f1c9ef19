"""Narrowing of JSON that came from outside: each function gives its type, or its empty value."""

from collections.abc import Iterator, Mapping
from datetime import date


def as_object(value: object) -> Mapping[str, object]:
    """The JSON object, or an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def objects(value: object) -> Iterator[Mapping[str, object]]:
    """The objects of a JSON array; anything else in it is passed over."""
    if isinstance(value, list):
        for one in value:
            if isinstance(one, dict):
                yield one


def text(value: object) -> str:
    """The text with its white space made single, or "" for anything but text and numbers."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return " ".join(str(value).split())


def whole_number(value: object) -> int | None:
    """The whole number, also when written as text or as 12.0; else None."""
    if isinstance(value, bool):
        return None
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str) and value.strip().isdecimal():
        return int(value.strip())
    return value if isinstance(value, int) else None


def day(value: object) -> date | None:
    """The date of an ISO 8601 date or date-time, else None."""
    try:
        return date.fromisoformat(text(value)[:10])
    except ValueError:
        return None

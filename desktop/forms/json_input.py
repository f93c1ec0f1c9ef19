"""Bytes to JSON with hostile input refused quickly, and lenient looks into JSON objects."""

import json
import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from desktop.errors import KnownError

MAX_BYTES = 8 * 1024 * 1024
"""Real forms stay below 1.1 MB."""
MAX_JSON_DEPTH = 120
MAX_JSON_PARTS = 300_000
"""Objects, lists and members, counted by their marks; the largest real form has 17,000."""
_MAX_EXPONENT = 300
_SURROGATE = re.compile(r"\\u[dD][89abAB-fF]", re.ASCII)
JsonObject = Mapping[str, Any]


def read_json(data: bytes, name: str) -> JsonObject:
    """The JSON object of a file.

    Raises KnownError: too large, too many parts, too deep, not JSON, no object.
    """
    if len(data) > MAX_BYTES:
        raise KnownError("form-too-large", name=name, limit_mb=MAX_BYTES // 1024 // 1024)
    if sum(data.count(mark) for mark in (b"{", b"[", b",")) > MAX_JSON_PARTS:
        # Parsing would take seconds and hundreds of megabytes before anything could be judged.
        opened = data.count(b"{") + data.count(b"[") - data.count(b"}") - data.count(b"]")
        raise KnownError(
            "form-too-deep" if opened > MAX_JSON_DEPTH else "form-too-heavy", name=name
        )
    try:
        text = data.decode("utf-8-sig")
        found = json.loads(text, parse_float=_decimal, parse_constant=_refused)
        if _SURROGATE.search(text):
            json.dumps(found, ensure_ascii=False, default=str).encode()
    except json.JSONDecodeError as error:
        raise KnownError("form-not-json", name=name, line=error.lineno) from None
    except (UnicodeError, ValueError, InvalidOperation):
        raise KnownError("form-not-json", name=name, line=1) from None
    except RecursionError:
        raise KnownError("form-too-deep", name=name) from None
    if not isinstance(found, dict):
        raise KnownError("form-not-questionnaire", name=name, found="JSON")
    if _depth_exceeds(found, MAX_JSON_DEPTH):
        raise KnownError("form-too-deep", name=name)
    return found


def _depth_exceeds(found: object, limit: int) -> bool:
    level = [found]
    for _ in range(limit):
        level = [
            child
            for one in level
            if isinstance(one, dict | list)
            for child in (one.values() if isinstance(one, dict) else one)
        ]
        if not level:
            return False
    return True


def _decimal(text: str) -> Decimal:
    value = Decimal(text)
    if not -_MAX_EXPONENT < value.adjusted() < _MAX_EXPONENT:
        raise ValueError("a number out of range")
    return value


def _refused(_: str) -> Decimal:
    raise ValueError("NaN and Infinity are not JSON")


def objects(source: JsonObject, name: str) -> list[JsonObject]:
    """The objects of an array; anything of another shape is left out."""
    found = source.get(name)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def an_object(source: JsonObject, name: str) -> JsonObject:
    """A nested object; empty when there is none."""
    found = source.get(name)
    return found if isinstance(found, dict) else {}


def a_text(source: JsonObject, name: str) -> str:
    """A text; empty when there is none."""
    found = source.get(name)
    return found if isinstance(found, str) else ""


def a_flag(source: JsonObject, name: str) -> bool:
    """True only where it says so."""
    return source.get(name) is True


def a_whole(source: JsonObject, name: str) -> int | None:
    """A whole number; None when there is none."""
    found = source.get(name)
    return found if isinstance(found, int) and not isinstance(found, bool) else None

"""Community partners: whom a person can say yes to, by name, and what they do."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.directory.json_values import as_object, objects, text
from desktop.errors import KnownError


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner organization. ``purpose`` is why something would be shared, as a purpose code."""

    name: str
    purpose: str
    what: Mapping[str, str] = field(default_factory=dict)


def read_partners(data: bytes, group: str = "hartford") -> tuple[Partner, ...]:
    """The partners of one group of the file (``demo`` holds invented ones).

    Raises KnownError ``partners.not-readable`` when the file is not JSON, has no such group, or a
    partner has no name or purpose.
    """
    try:
        parsed: object = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise KnownError("partners.not-readable") from None
    rows = as_object(parsed).get(group)
    partners = tuple(_partner(row) for row in objects(rows))
    if not isinstance(rows, list) or not all(one.name and one.purpose for one in partners):
        raise KnownError("partners.not-readable")
    return partners


def _partner(row: Mapping[str, object]) -> Partner:
    what = {language: text(words) for language, words in as_object(row.get("what")).items()}
    return Partner(text(row.get("name")), text(row.get("purpose")), what)

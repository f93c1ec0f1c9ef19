"""What a journal row's body holds, as JSON text and back."""

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from desktop.errors import KnownError
from desktop.forms.answer_json import answer_from_json, answer_to_json
from desktop.forms.answers import Answer
from desktop.forms.instances import ItemKey
from desktop.services.ports import JournalRow

T = TypeVar("T")


def body_of(value: object) -> str:
    """A frozen value as JSON text, the same text every time."""
    return msgspec.json.encode(value, order="deterministic").decode()


def value_of(row: JournalRow, value_type: type[T]) -> T:
    """The value of a row; KnownError ``store.damaged`` when it is not one of this type.

    The decoder's own words are dropped: they would quote the content.
    """
    try:
        return msgspec.json.decode(row.body, type=value_type)
    except (msgspec.DecodeError, ValueError):
        raise KnownError("store.damaged") from None


Entries = Sequence[tuple[ItemKey, Answer]]
"""What one act changed: the answer first, then what came with it."""


def entries_body(entries: Entries) -> str:
    """The answer of one act as JSON text; what came with it stands under ``also``.

    One row, so that a form is never found with half of an act.
    """
    (_, first), *rest = entries
    body = answer_to_json(first)
    if rest:
        body["also"] = [[key, answer_to_json(answer)] for key, answer in rest]
    return body_of(body)


def entries_of(row: JournalRow) -> Entries:
    """The answers of a row by key. Raises KnownError ``store.damaged``."""
    body = value_of(row, dict[str, object])
    also = body.pop("also", [])
    try:
        rest = msgspec.convert(also, list[tuple[str, dict[str, object]]])
    except msgspec.ValidationError:
        raise KnownError("store.damaged") from None
    more = ((ItemKey(key), answer_from_json(answer)) for key, answer in rest)
    return ((ItemKey(row.key), answer_from_json(body)), *more)

"""What a journal row's body holds, as JSON text and back."""

from typing import TypeVar

import msgspec

from desktop.errors import KnownError
from desktop.forms.answer_json import answer_from_json, answer_to_json
from desktop.forms.answers import Answer
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


def answer_body(answer: Answer) -> str:
    """An answer, a reason or "cleared" as JSON text."""
    return body_of(answer_to_json(answer))


def answer_of(row: JournalRow) -> Answer:
    """The answer of a row."""
    return answer_from_json(value_of(row, dict[str, object]))

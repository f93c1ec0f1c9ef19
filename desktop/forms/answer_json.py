"""Answers in their loss-free form for journal rows, and whether two are the same."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from desktop.errors import BugError
from desktop.forms.answers import (
    Answer,
    Answered,
    AnswerValue,
    Attachment,
    Coding,
    NoAnswer,
    NoAnswerReason,
    PartialDate,
    PartialDateTime,
    Quantity,
    Reference,
    Rows,
    TimeOfDay,
    Unanswered,
)


def same_answer(one: Answer, other: Answer) -> bool:
    """Equal with their types: True is not 1, and 1.50 is not 1.5 (kept as typed)."""
    return answer_to_json(one) == answer_to_json(other)


def answer_to_json(answer: Answer) -> dict[str, object]:
    """Compact JSON for a journal row: ``{}``, ``{"no": reason}``, ``{"values": [...]}`` or
    ``{"rows": [...]}`` (the ids, then the following one).

    Every value but boolean and string is a one-key object, so that its type survives.
    """
    match answer:
        case Unanswered():
            return {}
        case NoAnswer(reason):
            return {"no": reason.value}
        case Answered(values):
            return {"values": [value_to_json(value) for value in values]}
        case Rows(ids, following):
            return {"rows": [*ids, following]}


def answer_from_json(row: Mapping[str, object]) -> Answer:
    """The answer of a journal row. Raises BugError on a row that this module did not write."""
    try:
        if not row:
            return Unanswered()
        if "no" in row:
            return NoAnswer(NoAnswerReason(str(row["no"])))
        if "rows" in row:
            return _rows(row["rows"])
        values = row["values"]
        if not isinstance(values, list):
            raise BugError("a journal row of an unknown shape")
        return Answered(tuple(_value_from_json(value) for value in values))
    except (KeyError, ValueError, TypeError, IndexError, InvalidOperation):
        raise BugError("a journal row of an unknown shape") from None


def _rows(ids: object) -> Rows:
    if not isinstance(ids, list) or not ids or not all(type(one) is int for one in ids):
        raise BugError("a journal row of an unknown shape")
    return Rows(tuple(ids[:-1]), ids[-1])


def value_to_json(value: AnswerValue) -> object:
    """One value as compact JSON that keeps its type."""
    match value:
        case bool() | str():
            return value
        case int():
            return {"i": str(value)}
        case Decimal():
            return {"d": str(value)}
        case Coding(code, system, display):
            return {"c": [code, system, display]}
        case Quantity(amount, unit, system, code):
            return {"q": [str(amount), unit, system, code]}
        case PartialDate(text):
            return {"date": text}
        case PartialDateTime(text):
            return {"dateTime": text}
        case TimeOfDay(text):
            return {"time": text}
        case Reference(reference, display):
            return {"ref": [reference, display]}
        case Attachment():
            return {"file": [value.content_type, value.data, value.url, value.title]}


def _value_from_json(value: object) -> AnswerValue:
    if isinstance(value, bool | str):
        return value
    if not isinstance(value, dict) or len(value) != 1:
        raise ValueError("not a value")
    ((kind, body),) = value.items()
    if isinstance(body, list):
        return _compound_from_json(kind, [str(part) for part in body])
    return _simple_from_json(kind, str(body))


def _simple_from_json(kind: str, body: str) -> AnswerValue:
    match kind:
        case "i":
            return int(body)
        case "d":
            return Decimal(body)
        case "date":
            return PartialDate(body)
        case "dateTime":
            return PartialDateTime(body)
        case "time":
            return TimeOfDay(body)
        case _:
            raise ValueError("not a value")


def _compound_from_json(kind: str, body: list[str]) -> AnswerValue:
    match kind:
        case "c":
            return Coding(*body)
        case "q":
            return Quantity(Decimal(body[0]), *body[1:])
        case "ref":
            return Reference(*body)
        case "file":
            return Attachment(*body)
        case _:
            raise ValueError("not a value")

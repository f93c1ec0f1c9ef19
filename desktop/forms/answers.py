"""Answers: values, reasons for no answer, and their loss-free form for journal rows."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from desktop.errors import BugError

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?")
_ZONE = re.compile(r"Z|[+-](0\d|1[0-4]):[0-5]\d")


class NoAnswerReason(StrEnum):
    """Why a question has no answer; a closed set, mapped to FHIR's data-absent-reason codes.

    Source of the FHIR codes: http://terminology.hl7.org/CodeSystem/data-absent-reason.
    """

    DECLINED = "declined"
    UNABLE = "unable"
    NOT_SAFE = "not-safe"
    LATER = "later"
    NOT_APPLICABLE = "not-applicable"

    @property
    def satisfies_required(self) -> bool:
        """True for every reason but LATER, which is a promise to come back."""
        return self is not NoAnswerReason.LATER


@dataclass(frozen=True, slots=True)
class Coding:
    """One coded answer. Two codings name the same concept when code and system agree."""

    code: str
    system: str = ""
    display: str = ""

    def same_concept(self, other: "Coding") -> bool:
        """Equal codes, and equal systems where both name one; the display says nothing."""
        if not self.code and not other.code:
            return self.display == other.display
        if self.system and other.system and self.system != other.system:
            return False
        return self.code == other.code


@dataclass(frozen=True, slots=True)
class Quantity:
    """A measured amount; ``value`` is kept as typed."""

    value: Decimal
    unit: str = ""
    system: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of known precision: YYYY, YYYY-MM or YYYY-MM-DD (FHIR R4 ``date``)."""

    text: str

    def __post_init__(self) -> None:
        """Raises ValueError on any other shape."""
        if not _DATE.fullmatch(self.text) or self.text.startswith("0000"):
            raise ValueError("not a FHIR date")


@dataclass(frozen=True, slots=True)
class PartialDateTime:
    """A FHIR R4 ``dateTime``: a partial date, or a date with time and zone."""

    text: str

    def __post_init__(self) -> None:
        """Raises ValueError on any other shape; a missing zone or second is tolerated."""
        date, mark, rest = self.text.partition("T")
        if not _DATE.fullmatch(date) or (mark and len(date) != len("2000-01-01")):
            raise ValueError("not a FHIR dateTime")
        if mark and not self._is_time_with_zone(rest):
            raise ValueError("not a FHIR dateTime")

    @staticmethod
    def _is_time_with_zone(rest: str) -> bool:
        time = _TIME.match(rest)
        return time is not None and (
            time.end() == len(rest) or bool(_ZONE.fullmatch(rest[time.end() :]))
        )


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A FHIR R4 ``time``: hh:mm:ss; hh:mm is tolerated."""

    text: str

    def __post_init__(self) -> None:
        """Raises ValueError on any other shape."""
        if not _TIME.fullmatch(self.text):
            raise ValueError("not a FHIR time")


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to another resource, kept as it came."""

    reference: str
    display: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Attachment:
    """A file as an answer; ``data`` is base64 text."""

    content_type: str = ""
    data: str = ""
    url: str = ""
    title: str = ""


AnswerValue = (
    bool
    | int
    | Decimal
    | str
    | Coding
    | Quantity
    | PartialDate
    | PartialDateTime
    | TimeOfDay
    | Reference
    | Attachment
)


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Nothing has been said yet. Never the same as No."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One or more values; more than one only where the question repeats."""

    values: tuple[AnswerValue, ...]

    def __post_init__(self) -> None:
        """An answer holds at least one value."""
        if not self.values:
            raise BugError("an answer needs a value")


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """The question was met but has no answer, for a reason."""

    reason: NoAnswerReason


Answer = Unanswered | Answered | NoAnswer


def answer_values(answer: Answer) -> tuple[AnswerValue, ...]:
    """The values of an answer; nothing for a reason or no answer."""
    return answer.values if isinstance(answer, Answered) else ()


def same_answer(one: Answer, other: Answer) -> bool:
    """Equal with their types: True is not 1, and 1.50 is not 1.5 (kept as typed)."""
    return answer_to_json(one) == answer_to_json(other)


def answer_to_json(answer: Answer) -> dict[str, object]:
    """Compact JSON for a journal row: ``{}``, ``{"no": reason}`` or ``{"values": [...]}``.

    Every value but boolean and string is a one-key object, so that its type survives.
    """
    match answer:
        case Unanswered():
            return {}
        case NoAnswer(reason):
            return {"no": reason.value}
        case Answered(values):
            return {"values": [_value_to_json(value) for value in values]}


def answer_from_json(row: Mapping[str, object]) -> Answer:
    """The answer of a journal row. Raises BugError on a row that this module did not write."""
    try:
        if not row:
            return Unanswered()
        if "no" in row:
            return NoAnswer(NoAnswerReason(str(row["no"])))
        values = row["values"]
        if not isinstance(values, list):
            raise BugError("a journal row of an unknown shape")
        return Answered(tuple(_value_from_json(value) for value in values))
    except (KeyError, ValueError, TypeError, IndexError, InvalidOperation):
        raise BugError("a journal row of an unknown shape") from None


def _value_to_json(value: AnswerValue) -> object:
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

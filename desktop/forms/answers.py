"""Answers: values, reasons for no answer, rows of a repeating group."""

import re
from dataclasses import dataclass
from decimal import Decimal
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

    @property
    def size(self) -> int:
        """Bytes of the file, as base64 says them."""
        return len(self.data) * 3 // 4 - self.data[-2:].count("=")


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


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a repeating group in their order, by row id; it stands under the list's key.

    ``following`` is the id that the next new row gets: an id is never given twice, so that what
    was answered in a removed row stays apart and comes back with it.
    """

    ids: tuple[int, ...]
    following: int

    def __post_init__(self) -> None:
        """Ids are whole, not negative, given once, and below ``following``."""
        if len(set(self.ids)) != len(self.ids) or not all(
            0 <= row < self.following for row in self.ids
        ):
            raise BugError("rows of an unknown shape")


Answer = Unanswered | Answered | NoAnswer | Rows


def answer_values(answer: Answer) -> tuple[AnswerValue, ...]:
    """The values of an answer; nothing for a reason or no answer."""
    return answer.values if isinstance(answer, Answered) else ()


def number_in(answer: Answer) -> Decimal | None:
    """The number of an answer; None when it has none."""
    for value in answer_values(answer):
        if isinstance(value, Quantity):
            return value.value
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            return Decimal(value)
    return None

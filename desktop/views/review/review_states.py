"""What the review desk shows, as one frozen value."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.records.ids import RecordId
from desktop.services.open_visit import VisitPage
from desktop.services.read_review_desk import ReviewDesk
from desktop.services.visit_lines import AnswerLine


class LineFilter(StrEnum):
    """Which answers are listed."""

    FLAGS = "flags"
    MISSING = "missing"
    COMMENTS = "comments"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class ReviewState:
    """``page`` is None until a visit is chosen; ``is_mine`` visits are never opened."""

    desk: ReviewDesk
    now: datetime
    page: VisitPage | None = None
    filter: LineFilter = LineFilter.ALL
    commenting: tuple[RecordId, str] | None = None
    """Form and item under which a new comment is being written."""


def is_shown(line: AnswerLine, kind: LineFilter) -> bool:
    """Whether the filter lets the line through."""
    if kind is LineFilter.FLAGS:
        return line.is_flag
    if kind is LineFilter.MISSING:
        return line.is_missing
    if kind is LineFilter.COMMENTS:
        return bool(line.comments)
    return True


def count_of(page: VisitPage, kind: LineFilter) -> int:
    """How many lines the filter would show."""
    return sum(is_shown(line, kind) for line in page.lines)

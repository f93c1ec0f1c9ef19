"""What a page is made of: cards, rows that repeat, folds, tabs and tables, one inside another."""

from dataclasses import dataclass
from decimal import Decimal

from desktop.forms.questionnaire import LocalText
from desktop.forms.session import ItemKey
from desktop.views.editors.language_mode import LanguageMode
from desktop.views.interview.interview_state import CardState, Gate


@dataclass(frozen=True, slots=True)
class RowHead:
    """The head of one row of a repeating group: "Medicine, 2 of 3"; ``key`` is the row's.

    ``problem`` is a sentence about how many rows there are, or "".
    """

    key: ItemKey
    title: str
    number: int
    count: int
    can_remove: bool
    can_move_up: bool
    can_move_down: bool
    problem: str = ""


@dataclass(frozen=True, slots=True)
class FoldHead:
    """The head of a group that folds, with how far it is; ``key`` is the group's."""

    key: ItemKey
    title: str
    answered: int
    total: int
    is_open: bool
    wants: bool = False


@dataclass(frozen=True, slots=True)
class AnswerHead:
    """Which of several answers the questions below belong to."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class AddRow:
    """What follows the last row of a repeating group: the way to one more."""

    list_key: ItemKey
    title: str
    can_add: bool


@dataclass(frozen=True, slots=True)
class TabBar:
    """The tabs of a container as (key, title); ``chosen`` is shown below.

    ``marks`` stands beside the titles: one for each tab, "" where the form says nothing there.
    """

    key: ItemKey
    title: str
    tabs: tuple[tuple[ItemKey, str], ...]
    chosen: ItemKey
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Parts that belong together: framed with a head, or only set in (no head)."""

    key: str
    head: "Head | None"
    parts: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class TableLine:
    """One line of a table; ``cells`` are None where a question is not asked in it.

    ``head`` stands over the line where rows repeat.
    """

    key: ItemKey
    title: str
    cells: tuple[CardState | None, ...]
    head: RowHead | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Questions as lines over the same answers (``is_matrix``: one cell a line, a column for each
    answer), or lines of questions that stand below the same heads. ``plain`` is the same for a
    narrow page. ``widths`` are what the form asks for its columns, by place: (number, unit).
    """

    key: str
    title: str
    is_matrix: bool
    columns: tuple[str, ...]
    lines: tuple[TableLine, ...]
    plain: tuple["Part", ...]
    widths: tuple[tuple[Decimal, str] | None, ...] = ()


Head = RowHead | FoldHead | AnswerHead
Part = CardState | Block | AddRow | TabBar | Table


def part_key(part: Part) -> str:
    """What a part is called on its page; the kind is in it."""
    match part:
        case CardState():
            return f"card {part.key}"
        case Block():
            return f"{type(part.head).__name__} {part.key}"
        case AddRow():
            return f"add {part.list_key}"
        case TabBar():
            return f"tabs {part.key}"
        case Table():
            return f"table {part.key}"


@dataclass(frozen=True, slots=True)
class PageState:
    """One section. ``parked`` counts the answers kept aside while it is closed."""

    section: str
    title: LocalText
    mode: LanguageMode
    gate: Gate
    parts: tuple[Part, ...]
    parked: int = 0

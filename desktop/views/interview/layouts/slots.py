"""One place in a column of parts: what belongs there, its widget once made, its height."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from desktop.forms.session import ItemKey
from desktop.views.interview.interview_state import CardState
from desktop.views.interview.layouts.parts import Block, Part, Table
from desktop.views.theme.holder import current_theme
from desktop.views.theme.tokens import Space

W = TypeVar("W", bound=QWidget)

_MOST_ROWS = 10
"""More options than this are no rows but a list that unfolds."""


@dataclass(slots=True)
class Slot(Generic[W]):
    """One place; ``height`` in pixels is a guess until there is a ``widget``."""

    part: Part
    height: int
    widget: W | None = None
    placed: tuple[int, int, int] = (-1, -1, -1)
    """Top, width and height that the widget has."""


def likely_height(part: Part) -> int:
    """About how high a part will be: it only has to keep the scroll bar honest."""
    metrics = current_theme().metrics
    match part:
        case CardState() if part.item.item.type.is_question:
            options = len(part.item.options)
            rows = options if 0 < options <= _MOST_ROWS else 1
            return 3 * metrics.target + 2 * Space.L + rows * (metrics.option + Space.S)
        case Block():
            return 2 * Space.M + sum(likely_height(one) + Space.M for one in part.parts)
        case Table():
            return (len(part.lines) + 1) * (metrics.option + Space.S)
        case _:
            return int(metrics.target)


def count_of(part: Part) -> int:
    """How many widgets a part takes; a table counts as one."""
    return 1 + sum(map(count_of, part.parts)) if isinstance(part, Block) else 1


def holds(part: Part, key: ItemKey) -> bool:
    """Whether the card of an item stands in a part."""
    match part:
        case CardState():
            return part.key == key
        case Block():
            return any(holds(one, key) for one in part.parts)
        case Table():
            cells = (cell for line in part.lines for cell in line.cells if cell is not None)
            return any(cell.key == key for cell in cells)
        case _:
            return False

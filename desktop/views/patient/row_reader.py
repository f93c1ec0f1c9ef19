"""The rows of repeating groups around one question, and where another one can be added."""

from collections.abc import Callable
from dataclasses import replace

from desktop.forms.instances import Instance
from desktop.forms.session import ItemKey
from desktop.views.interview.interview import Interview
from desktop.views.interview.interview_state import CardState
from desktop.views.interview.layouts.part_kinds import is_row
from desktop.views.interview.layouts.part_reader import PartReader
from desktop.views.interview.layouts.parts import AddRow, RowHead


class RowReader:
    """Reads them for a person who sees one question at a time.

    ``asked`` are always the questions that the person is given, in their order.
    """

    def __init__(self, interview: Interview, card: Callable[[ItemKey], CardState]) -> None:
        self._interview = interview
        self._parts = PartReader(interview, card, _no_problem)

    def rows(self, key: ItemKey, asked: tuple[ItemKey, ...]) -> tuple[RowHead, ...]:
        """From the outside in; one can be removed only where it begins."""
        found = []
        for one in self._around(key):
            head = self._parts.row_head(one)
            begins = _asked_in(one, asked)[:1] == (key,)
            found.append(_told(head, can_remove=head.can_remove and begins))
        return tuple(found)

    def adds(self, key: ItemKey, asked: tuple[ItemKey, ...]) -> tuple[AddRow, ...]:
        """The groups that take one more and whose last row ends with ``key``, the inner first."""
        found = []
        for one in reversed(self._around(key)):
            row = self._interview.session.state(one.key).row
            is_last = row is not None and row.number == row.count
            add = self._parts.add_row(one)
            if is_last and add.can_add and _asked_in(one, asked)[-1:] == (key,):
                found.append(add)
        return tuple(found)

    def head(self, row: ItemKey) -> RowHead:
        """The row itself."""
        return self._parts.row_head(self._interview.session.tree.by_key[row])

    def first_in(self, row: ItemKey, asked: tuple[ItemKey, ...]) -> ItemKey | None:
        """The first question of a row."""
        inside = _asked_in(self._interview.session.tree.by_key[row], asked)
        return inside[0] if inside else None

    def _around(self, key: ItemKey) -> list[Instance]:
        found: list[Instance] = []
        above = self._interview.session.tree.by_key[key].parent
        while above is not None:
            if is_row(above):
                found.insert(0, above)
            above = above.parent
        return found


def _asked_in(row: Instance, asked: tuple[ItemKey, ...]) -> tuple[ItemKey, ...]:
    below = {one.key for one in row.with_descendants()}
    return tuple(key for key in asked if key in below)


def _told(head: RowHead, *, can_remove: bool) -> RowHead:
    """Without the ways to move it, which need all rows in sight."""
    return replace(head, can_remove=can_remove, can_move_up=False, can_move_down=False)


def _no_problem(_key: ItemKey) -> str:
    return ""

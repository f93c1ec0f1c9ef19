"""Says which groups are tables, and reads their lines."""

from collections.abc import Callable, Sequence

from desktop.forms.instances import Instance
from desktop.forms.questionnaire import ItemType
from desktop.forms.session import FormSession, ItemKey
from desktop.views.editors.choices import option_items, options_of
from desktop.views.editors.language_mode import LanguageMode, one_text
from desktop.views.interview.interview_state import CardState
from desktop.views.interview.layouts.parts import Part, RowHead, Table, TableLine
from desktop.views.interview.required_words import needed_title

MOST_LINES = 30
"""A longer table is shown as rows one below the other, which are built while they are read."""
MOST_COLUMNS = 12
_MATRIX = frozenset({"table", "htable", "atable"})
_ANY = _MATRIX | {"grid", "gtable"}


def asks_table(group: Instance) -> bool:
    """Whether a group asks for its questions as a table line (``gtable``)."""
    return "gtable" in group.item.presentation.controls


def asks_any_table(group: Instance) -> bool:
    """Whether a group asks for a table of any kind."""
    return not _ANY.isdisjoint(group.item.presentation.controls)


class TableReader:
    """``card`` and ``row_head`` read one item."""

    def __init__(
        self,
        session: FormSession,
        mode: LanguageMode,
        card: Callable[[ItemKey], CardState],
        row_head: Callable[[Instance], RowHead],
    ) -> None:
        self._session = session
        self._mode = mode
        self._card = card
        self._row_head = row_head

    def matrix(
        self, group: Instance, below: Sequence[Instance], plain: tuple[Part, ...]
    ) -> Table | None:
        """Choice questions with the same answers as lines; None where the group is no such."""
        controls = _MATRIX.intersection(group.item.presentation.controls)
        questions = [one for one in below if one.is_question]
        if not controls or not questions or not all(map(_is_plain_choice, questions)):
            return None
        states = [self._session.state(one.key) for one in questions]
        options = states[0].options
        same = all(one.options == options for one in states)
        if not same or not 1 < len(options) <= MOST_COLUMNS or len(states) > MOST_LINES:
            return None
        words = option_items(options_of(states[0], ()), self._mode)
        lines = tuple(self._matrix_line(one) for one in questions)
        columns = tuple(" · ".join(t for t in (one.text, one.second) if t) for one in words)
        return Table(group.key, self._words(group), True, columns, lines, plain)

    def _matrix_line(self, question: Instance) -> TableLine:
        card = self._card(question.key)
        return TableLine(question.key, self._needed(self._words(question), (card,)), (card,))

    def rows(self, rows: Sequence[Instance], plain: tuple[Part, ...]) -> Table | None:
        """The rows of a group as lines, its questions as columns."""
        first = rows[0]
        lines = [(row, self._cells(row)) for row in rows]
        asked = [one.item.link_id for one in first.children if one.is_question]
        shown = [link_id for link_id in asked if any(link_id in cells for _, cells in lines)]
        fits = all(_is_flat(row) for row in rows) and len(rows) <= MOST_LINES
        if not fits or not 1 < len(shown) <= MOST_COLUMNS:
            return None
        titles = {one.item.link_id: self._words(one) for one in first.children}
        items = {one.item.link_id: one.item for one in first.children}
        made = tuple(
            TableLine(
                row.key,
                self._words(row),
                tuple(self._cell(cells.get(link_id)) for link_id in shown),
                self._row_head(row) if first.item.repeats else None,
            )
            for row, cells in lines
        )
        columns = self._columns([titles[link_id] for link_id in shown], made)
        widths = tuple(items[link_id].presentation.width for link_id in shown)
        return Table(first.list_key, self._words(first), False, columns, made, plain, widths)

    def grid(
        self, group: Instance, below: Sequence[Instance], plain: tuple[Part, ...]
    ) -> Table | None:
        """Groups as lines, their questions as columns by place (``grid``)."""
        lines = [one for one in below if one.item.type is ItemType.GROUP]
        if "grid" not in group.item.presentation.controls or not lines:
            return None
        cells = [list(self._cells(one).values()) for one in lines]
        count = max(map(len, cells))
        is_flat = all(_is_flat(one) and not one.item.repeats for one in lines)
        if not is_flat or not 1 <= count <= MOST_COLUMNS or len(lines) > MOST_LINES:
            return None
        made = tuple(
            TableLine(
                line.key,
                self._words(line),
                tuple(self._cell(one) for one in (*found, *[None] * (count - len(found)))),
            )
            for line, found in zip(lines, cells, strict=True)
        )
        heads = max(cells, key=len)
        columns = self._columns([self._words(one) for one in heads], made)
        widths = tuple(one.item.presentation.width for one in heads)
        return Table(group.key, self._words(group), False, columns, made, plain, widths)

    def _columns(self, titles: list[str], lines: tuple[TableLine, ...]) -> tuple[str, ...]:
        """The heads; one says that its answers are needed where those of every line are."""
        return tuple(
            self._needed(title, [line.cells[at] for line in lines])
            for at, title in enumerate(titles)
        )

    def _needed(self, title: str, cells: Sequence[CardState | None]) -> str:
        there = [one for one in cells if one is not None]
        is_needed = bool(there) and all(one.required_words for one in there)
        return needed_title(title, is_needed=is_needed, language=self._mode.first)

    def _cells(self, row: Instance) -> dict[str, Instance]:
        return {
            one.item.link_id: one
            for one in row.children
            if one.is_question and self._session.state(one.key).visible
        }

    def _cell(self, instance: Instance | None) -> CardState | None:
        return None if instance is None else self._card(instance.key)

    def _words(self, instance: Instance) -> str:
        return one_text(instance.item.label, self._mode)


def _is_plain_choice(question: Instance) -> bool:
    return question.item.type is ItemType.CHOICE and _has_no_questions(question)


def _is_flat(group: Instance) -> bool:
    return all(
        one.item.type is not ItemType.GROUP and _has_no_questions(one) for one in group.children
    )


def _has_no_questions(instance: Instance) -> bool:
    return all(one.item.type is ItemType.DISPLAY for one in instance.children)

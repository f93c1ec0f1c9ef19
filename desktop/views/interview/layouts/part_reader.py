"""Reads a section of an interview into the parts of its page, as its groups ask to be laid out."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby
from typing import Protocol

from desktop.forms.answers import Answered, AnswerValue, Coding, answer_values
from desktop.forms.instances import Instance, is_list
from desktop.forms.presentation import DisabledDisplay
from desktop.forms.questionnaire import ItemType
from desktop.forms.rows import answer_rows
from desktop.forms.session import FormSession, ItemKey
from desktop.views.editors.language_mode import LanguageMode, one_text
from desktop.views.interview.asides import kind_of_aside
from desktop.views.interview.interview_state import CardState
from desktop.views.interview.layouts.page_place import PagePlace
from desktop.views.interview.layouts.part_kinds import (
    folds,
    is_blank,
    is_row,
    list_or_self,
    marks_of,
    place_of,
)
from desktop.views.interview.layouts.parts import (
    AddRow,
    AnswerHead,
    Block,
    FoldHead,
    Head,
    Part,
    RowHead,
    TabBar,
)
from desktop.views.interview.layouts.table_reader import TableReader, asks_any_table, asks_table
from desktop.views.interview.running import Running
from desktop.views.interview.sections import Section, is_page, visible_keys

_TABS = "tab-container"


class Filled(Protocol):
    """A form being filled, and which page of it is looked at."""

    @property
    def session(self) -> FormSession:
        """The answers."""

    @property
    def section(self) -> Section:
        """The page."""

    @property
    def mode(self) -> LanguageMode:
        """The languages."""

    @property
    def place(self) -> PagePlace:
        """Folds and tabs."""

    @property
    def running(self) -> Running:
        """What stands above and below every page."""


class PartReader:
    """``card`` reads one item into its card, ``problem`` the sentence about an item or ""."""

    def __init__(
        self,
        shown: Filled,
        card: Callable[[ItemKey], CardState],
        problem: Callable[[ItemKey], str],
    ) -> None:
        self._shown = shown
        self._card = card
        self._problem = problem

    def parts(self) -> tuple[Part, ...]:
        """The page of the present section, from top to bottom."""
        runs = self._shown.running
        shown = frozenset(visible_keys(self._session, self._shown.section))
        reading = _Reading(self, self._without(shown, runs.everything))
        tree, found = self._session.tree, list(self._beside_page(runs.headers))
        for link_id in self._shown.section.roots:
            roots = tree.by_link_id.get(link_id, ())
            if roots and is_page(roots[0]):
                found += list(reading.page(roots[0]))
            else:
                found += list(reading.many(list(roots)))
        return (*found, *self._beside_page(runs.footers))

    def _without(self, keys: frozenset[ItemKey], link_ids: frozenset[str]) -> frozenset[ItemKey]:
        by_key = self._session.tree.by_key
        return frozenset(key for key in keys if by_key[key].item.link_id not in link_ids)

    def _beside_page(self, link_ids: tuple[str, ...]) -> Iterator[Part]:
        """Words that run: the same on every page, with all that is visible below them."""
        tree = self._session.tree
        roots = [one for link_id in link_ids for one in tree.by_link_id.get(link_id, ())]
        below = [one for root in roots for one in root.with_descendants()]
        shown = frozenset(one.key for one in below if self._session.state(one.key).visible)
        yield from _Reading(self, shown).many(roots)

    def head(self, key: ItemKey) -> RowHead | FoldHead | None:
        """The head that stands over a group or row; None where it has none."""
        instance = self._session.tree.by_key[key]
        if is_row(instance):
            return self.row_head(instance)
        return self.fold_head(instance) if folds(instance) else None

    @property
    def _session(self) -> FormSession:
        return self._shown.session

    def title(self, instance: Instance) -> str:
        """What a group is called on the page."""
        words = one_text(instance.item.label, self._shown.mode).strip()
        return words or one_text(self._shown.section.title, self._shown.mode)

    def card(self, instance: Instance) -> CardState:
        """One card."""
        return self._card(instance.key)

    def row_head(self, instance: Instance) -> RowHead:
        """The head of one row."""
        row = self._session.state(instance.key).row
        assert row is not None
        return RowHead(
            instance.key,
            self.title(instance),
            row.number,
            row.count,
            row.can_remove,
            row.can_move_up,
            row.can_move_down,
            self._problem(instance.key),
        )

    def fold_head(self, instance: Instance) -> FoldHead:
        """The head of a group that folds."""
        session = self._session
        below = [one for one in instance.with_descendants() if one.is_question]
        states = [session.state(one.key) for one in below]
        visible = [one for one in states if one.visible]
        return FoldHead(
            instance.key,
            self.title(instance),
            sum(isinstance(one.answer, Answered) for one in visible),
            len(visible),
            self._shown.place.is_open(instance),
            any(one.problems or session.is_missing(one.key) for one in visible),
        )

    def tables(self) -> TableReader:
        """Reads groups that ask for a table."""
        return TableReader(self._session, self._shown.mode, self._card, self.row_head)

    def add_row(self, last: Instance) -> AddRow:
        """What follows the last row of a group."""
        list_key = last.list_key
        return AddRow(list_key, self.title(last), self._session.can_add(list_key))

    def tab_bar(self, instance: Instance, tabs: list[Instance]) -> TabBar:
        """The tabs of a container inside a page."""
        pairs = tuple((one.key, self.title(one)) for one in tabs)
        chosen = self._shown.place.tab_of(instance, tabs)
        marks = tuple(marks_of(one, self._card) for one in tabs)
        return TabBar(instance.key, self.title(instance), pairs, chosen, marks)

    def answers_of(self, question: Instance) -> dict[int, str]:
        """The answers of a repeating question that has items below, in words, by row id."""
        values = answer_values(self._session.state(question.key).answer)
        return dict(
            zip(answer_rows(values), map(partial(self._words, question), values), strict=True)
        )

    def _words(self, question: Instance, value: AnswerValue) -> str:
        option = question.item.option_of(value)
        if option is not None:
            return one_text(option.label, self._shown.mode)
        return value.display or value.code if isinstance(value, Coding) else str(value)


class _Reading:
    """One reading of a page; ``shown`` are the keys that are visible on it."""

    def __init__(self, reader: PartReader, shown: frozenset[ItemKey]) -> None:
        self._reader = reader
        self._shown = shown

    def page(self, root: Instance) -> Iterator[Part]:
        """A group that is the page itself; its title stands in the head."""
        yield from self._table_or(root, self._below(root))

    def _below(self, instance: Instance) -> list[Instance]:
        section = instance.item.section
        return [one for one in instance.children if one.item.section == section]

    def many(self, instances: list[Instance]) -> Iterator[Part]:
        """Headers first, footers last, and after the last row of a group the way to add one."""
        ordered = [one for one in sorted(instances, key=place_of) if self._is_shown(one)]
        for _name, found in groupby(ordered, key=list_or_self):
            together = list(found)
            first = together[0]
            if asks_table(first) and is_row(first):
                yield from self._table_rows(together)
            else:
                for instance in together:
                    yield from self._one(instance)
            if is_row(first):
                yield self._reader.add_row(first)

    def _table_rows(self, rows: list[Instance]) -> Iterator[Part]:
        plain = tuple(part for row in rows for part in self._one(row))
        table = self._reader.tables().rows(rows, plain)
        if table is None:
            yield from plain
            return
        yield from self.many([one for one in rows[0].children if not one.is_question])
        yield table

    def _is_shown(self, instance: Instance) -> bool:
        if kind_of_aside(instance) is not None:
            # The card of the question above shows it.
            return False
        is_display = instance.item.type is ItemType.DISPLAY
        if is_display and is_blank(instance, self._reader.card(instance)):
            return False
        if instance.key in self._shown:
            return True
        is_protected = instance.item.presentation.disabled_display is DisabledDisplay.PROTECTED
        return is_protected and not instance.is_hidden

    def _one(self, instance: Instance) -> Iterator[Part]:
        below = self._below(instance)
        if instance.is_question:
            yield self._reader.card(instance)
            yield from self._below_answers(instance, below)
        elif is_row(instance):
            head = self._reader.row_head(instance)
            yield Block(instance.key, head, tuple(self._inside(instance, below)))
        elif folds(instance):
            fold = self._reader.fold_head(instance)
            parts = tuple(self._inside(instance, below)) if fold.is_open else ()
            yield Block(instance.key, fold, parts)
        else:
            if instance.item.text or not below:
                yield self._reader.card(instance)
            yield from self._table_or(instance, below)

    def _table_or(self, group: Instance, below: list[Instance]) -> Iterator[Part]:
        if not asks_any_table(group):
            yield from self._inside(group, below)
            return
        shown = [one for one in below if self._is_shown(one)]
        questions = [one for one in shown if one.item.type is not ItemType.DISPLAY]
        plain = tuple(self._inside(group, questions))
        tables = self._reader.tables()
        table = tables.matrix(group, shown, plain) or tables.grid(group, shown, plain)
        if table is None and asks_table(group):
            table = tables.rows([group], plain)
        if table is None:
            yield from self._inside(group, below)
            return
        yield from self.many([one for one in shown if one.item.type is ItemType.DISPLAY])
        yield table

    def _inside(self, group: Instance, below: list[Instance]) -> Iterator[Part]:
        tabs = [one for one in below if one.item.type is ItemType.GROUP and one.key in self._shown]
        if group.item.presentation.control != _TABS or len(tabs) < 2:
            yield from self.many(below)
            return
        bar = self._reader.tab_bar(group, tabs)
        yield from self.many([one for one in below if one.item.type is not ItemType.GROUP])
        yield bar
        chosen = next(one for one in tabs if one.key == bar.chosen)
        inside = tuple(self._table_or(chosen, chosen.children))
        yield Block(f"{group.key} {chosen.key}", None, inside)

    def _below_answers(self, question: Instance, below: list[Instance]) -> Iterator[Part]:
        """One block for each answer, named by it where there may be several."""
        if not is_list(question.item):
            yield from _block(question.key, None, self.many(below))
            return
        words = self._reader.answers_of(question)
        for row, title in words.items():
            key = f"{question.key} {row}"
            here = [one for one in below if one.rows[len(question.rows)] == row]
            yield from _block(key, AnswerHead(key, title), self.many(here))


def _block(key: str, head: Head | None, parts: Iterable[Part]) -> Iterator[Part]:
    found = tuple(parts)
    if found:
        yield Block(key, head, found)

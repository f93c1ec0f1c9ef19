"""The lists of the worklist: panels with rows, of which one case is chosen across all."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.views.widgets.panel import Panel
from desktop.views.widgets.row_item import Cell, Column, RowItem
from desktop.views.widgets.row_list import RowList


class ListPanel(Panel):
    """A titled list with its count; hidden while it is empty if ``hides_empty``."""

    def __init__(
        self,
        title: str,
        parent: QWidget | None = None,
        *,
        name: str,
        columns: Sequence[Column] = (),
        opens_on_press: bool = False,
        hides_empty: bool = True,
    ) -> None:
        super().__init__(title, parent, name=f"{name}-panel", is_flush=True)
        self._hides_empty = hides_empty
        self._heads = tuple(column.title for column in columns)[1:]
        self._items: tuple[RowItem, ...] = ()
        self._is_stacked = False
        self.rows = RowList(
            title,
            self,
            name=name,
            columns=columns,
            opens_on_press=opens_on_press,
            is_chosen_kept=not opens_on_press,
        )
        self.body.addWidget(self.rows)

    def show_rows(self, items: Sequence[RowItem]) -> None:
        """Show these rows and their count."""
        self._items = tuple(items)
        self.rows.show_rows([self._headed(item) for item in items])
        self.set_count(len(items), self.tr("{count} in this list").format(count=len(items)))
        self.rows.setVisible(bool(items))
        self.setVisible(bool(items) or not self._hides_empty)

    def set_stacked(self, is_stacked: bool) -> None:
        """Put cells under titles, each with the head of its column."""
        self._is_stacked = is_stacked
        self.rows.set_stacked(is_stacked)
        self.rows.show_rows([self._headed(item) for item in self._items])

    def _headed(self, item: RowItem) -> RowItem:
        """Without columns to look up at, each cell says what it is: stacked, and when spoken."""
        if not item.cells:
            return item
        told = [self._told(head, cell) for head, cell in zip(self._heads, item.cells, strict=True)]
        notes = [cell.note for cell in item.cells]
        said = ", ".join(part for part in (item.title, item.second, *told, *notes) if part)
        cells = item.cells
        if self._is_stacked:
            cells = tuple(
                replace(cell, text=words) for cell, words in zip(cells, told, strict=True) if words
            )
        return replace(item, cells=cells, spoken=item.spoken or said)

    def _told(self, head: str, cell: Cell) -> str:
        if not cell.text or not head:
            return cell.text
        return self.tr("{head}: {words}").format(head=head, words=cell.text)


def go_to_found(lists: Sequence[ListPanel], *, opens_the_only: bool) -> bool:
    """Put the focus on the first row of all lists; False when they are empty.

    The only one is opened at once with ``opens_the_only``; among several the user looks first,
    since each look into a case is logged.
    """
    filled = [each.rows for each in lists if each.rows.rows()]
    if not filled:
        return False
    key = filled[0].go_first()
    if opens_the_only and sum(len(each.rows()) for each in filled) == 1:
        filled[0].opened.emit(key)
    return True


class CaseChoice(QObject):
    """Keeps one chosen row across several lists of cases.

    Signals: ``chosen(key)`` the user chose another case; ``opened(key)`` the user opened one.
    """

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, lists: Sequence[RowList], parent: QObject) -> None:
        super().__init__(parent)
        self._lists = tuple(lists)
        for each in self._lists:
            each.chosen.connect(self._choose)
            each.opened.connect(self.opened)

    def show_chosen(self, key: str) -> None:
        """Show ``key`` as chosen wherever it is listed."""
        for each in self._lists:
            each.set_chosen(key)

    @Slot(str)
    def _choose(self, key: str) -> None:
        self.show_chosen(key)
        self.chosen.emit(key)

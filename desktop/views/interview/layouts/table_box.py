"""A table of questions: heads over its columns, and a line for each row or question."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.forms.session import ItemKey
from desktop.views.editors.editor import safe_name
from desktop.views.interview.layouts.heads import RowBar
from desktop.views.interview.layouts.making import PartMaker, show_card
from desktop.views.interview.layouts.parts import Table, TableLine
from desktop.views.interview.layouts.table_cell import TableCell
from desktop.views.interview.layouts.table_sizes import TableSizes
from desktop.views.theme.tokens import Space, TextStyle
from desktop.views.widgets.group import Group
from desktop.views.widgets.surface import Ground, Rule, Surface
from desktop.views.widgets.wrap_label import WrapLabel


@dataclass(slots=True)
class _Line:
    """The widgets of one line."""

    box: Group
    label: WrapLabel
    row: QHBoxLayout
    bar: RowBar | None
    cells: dict[ItemKey, TableCell] = field(default_factory=dict)
    places: list[QWidget] = field(default_factory=list)


class TableBox(Surface):
    """Shows a ``Table`` with columns of ``sizes``; cards are its cells, found by key as any."""

    def __init__(self, state: Table, maker: PartMaker, parent: QWidget, sizes: TableSizes) -> None:
        super().__init__(Ground.PANEL, parent)
        self.setObjectName(f"table-{safe_name(state.key)}")
        self._maker = maker
        self._sizes = sizes
        self._lines: dict[ItemKey, _Line] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        self._column.setSpacing(Space.S)
        self._heads = QWidget(self)
        self._head_row = QHBoxLayout(self._heads)
        self._head_row.setContentsMargins(0, 0, 0, 0)
        self._head_row.setSpacing(0 if state.is_matrix else Space.S)
        self._column.addWidget(self._heads)
        self._column.addWidget(Rule(self))
        self._labels: list[WrapLabel] = []
        self._shown: Table = state
        self.show_table(state, sizes)

    def show_table(self, state: Table, sizes: TableSizes) -> None:
        """Show the table anew; lines that stay keep their widgets."""
        self._shown, self._sizes = state, sizes
        self.setAccessibleName(state.title)
        self._show_heads()
        for key in set(self._lines) - {line.key for line in state.lines}:
            self._drop_line(key)
        for at, line in enumerate(state.lines):
            if line.key not in self._lines:
                self._lines[line.key] = self._make_line(line)
            self._show_line(self._lines[line.key], line)
            place = 2 + at
            box = self._lines[line.key].box
            if self._column.indexOf(box) != place:
                self._column.insertWidget(place, box)
                box.show()

    def set_sizes(self, sizes: TableSizes) -> None:
        """Line up in other widths."""
        if sizes != self._sizes:
            self._sizes = sizes
            self._show_heads()
            for line in self._shown.lines:
                made = self._lines[line.key]
                made.label.setFixedWidth(max(sizes.label, 1))
                self._place(made, line)

    def leaves(self) -> Iterator[RowBar | TableCell]:
        """Bars and cells, line by line."""
        for line in self._shown.lines:
            made = self._lines[line.key]
            if made.bar is not None:
                yield made.bar
            yield from (made.cells[one.key] for one in line.cells if one is not None)

    def drop_all(self) -> None:
        """Every cell goes with the table."""
        for key in tuple(self._lines):
            self._drop_line(key)

    def _show_heads(self) -> None:
        table, sizes = self._shown, self._sizes
        titles = ["", *table.columns] if sizes.label else list(table.columns)
        if len(self._labels) != len(titles):
            for label in self._labels:
                label.hide()
                label.deleteLater()
            self._labels = [WrapLabel("", self._heads, style=TextStyle.BODY_STRONG) for _ in titles]
            for label in self._labels:
                self._head_row.addWidget(label, 0, Qt.AlignmentFlag.AlignBottom)
            self._head_row.addStretch(1)
        for at, (label, words) in enumerate(zip(self._labels, titles, strict=True)):
            label.setText(words)
            place = at - 1 if sizes.label else at
            label.setFixedWidth(sizes.label if place < 0 else sizes.width_at(place))

    def _make_line(self, line: TableLine) -> _Line:
        box = Group(line.title, self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        bar = RowBar(line.head, self._maker, box) if line.head is not None else None
        if bar is not None:
            column.addWidget(bar)
        row = QHBoxLayout()
        row.setSpacing(0 if self._shown.is_matrix else Space.S)
        label = WrapLabel("", box, style=TextStyle.ROW)
        row.addWidget(label)
        column.addLayout(row)
        return _Line(box, label, row, bar)

    def _show_line(self, made: _Line, line: TableLine) -> None:
        sizes = self._sizes
        if made.bar is not None and line.head is not None:
            made.bar.show_head(line.head)
        words = made.bar.words() if made.bar is not None else line.title
        made.box.setAccessibleName(words)
        made.label.setText(line.title)
        made.label.setVisible(bool(sizes.label))
        made.label.setFixedWidth(max(sizes.label, 1))
        wanted = {one.key for one in line.cells if one is not None}
        for key in set(made.cells) - wanted:
            self._drop_cell(made, key)
        for state in line.cells:
            if state is None:
                continue
            if state.key not in made.cells:
                cell = self._maker.cell(state, made.box, words, is_matrix=self._shown.is_matrix)
                made.cells[state.key] = cell
            else:
                show_card(made.cells[state.key], state)
        self._place(made, line)

    def _place(self, made: _Line, line: TableLine) -> None:
        for place in made.places:
            made.row.removeWidget(place)
            if not isinstance(place, TableCell):
                place.deleteLater()
        made.places = []
        for at, state in enumerate(line.cells):
            width = self._sizes.width_at(at)
            place = QWidget(made.box) if state is None else made.cells[state.key]
            if isinstance(place, TableCell):
                place.set_sizes(self._sizes)
                place.set_layout(width, is_stacked=True)
            if not self._shown.is_matrix:
                place.setFixedWidth(width)
            is_matrix = self._shown.is_matrix
            top = Qt.AlignmentFlag.AlignTop
            made.row.addWidget(
                place, 1 if is_matrix else 0, Qt.AlignmentFlag(0) if is_matrix else top
            )
            place.show()
            made.places.append(place)
        if not self._shown.is_matrix:
            made.row.setAlignment(Qt.AlignmentFlag.AlignLeft)

    def _drop_cell(self, made: _Line, key: ItemKey) -> None:
        cell = made.cells.pop(key)
        if cell in made.places:
            made.places.remove(cell)
        self._maker.forget(cell)
        made.row.removeWidget(cell)
        cell.hide()
        cell.deleteLater()

    def _drop_line(self, key: ItemKey) -> None:
        made = self._lines.pop(key)
        for cell in tuple(made.cells):
            self._drop_cell(made, cell)
        self._column.removeWidget(made.box)
        made.box.hide()
        made.box.deleteLater()

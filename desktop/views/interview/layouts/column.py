"""A column of parts: shows a list of states, keeping every widget that still fits."""

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.editors.editor import safe_name
from desktop.views.interview.display_card import DisplayCard
from desktop.views.interview.interview_state import CardState
from desktop.views.interview.layouts.add_bar import AddBar
from desktop.views.interview.layouts.heads import AnswerLabel, FoldBar, RowBar
from desktop.views.interview.layouts.making import PartMaker, show_card
from desktop.views.interview.layouts.parts import (
    AddRow,
    AnswerHead,
    Block,
    FoldHead,
    Part,
    RowHead,
    TabBar,
    Table,
    part_key,
)
from desktop.views.interview.layouts.tab_strip import TabStrip
from desktop.views.interview.layouts.table_box import TableBox
from desktop.views.interview.layouts.table_sizes import TableSizes, sizes_for
from desktop.views.interview.question_card import QuestionCard
from desktop.views.theme.tokens import Space
from desktop.views.widgets.surface import Ground, Surface

Leaf = QuestionCard | DisplayCard | AddBar | TabStrip | RowBar | FoldBar | AnswerLabel


class PartColumn(QVBoxLayout):
    """Widgets of ``owner``, one below the other. Only what changed is made, moved or dropped."""

    def __init__(
        self, owner: QWidget, maker: PartMaker, layout_now: tuple[int, bool] = (0, False)
    ) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(Space.M)
        self._owner = owner
        self._maker = maker
        self._shown: dict[str, Leaf | PartBlock | TableBox] = {}
        self._layout_now = layout_now
        self._tables: dict[str, tuple[Table, bool]] = {}

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        """Show these; what is not made yet is left out while the maker has no more room."""
        parts = tuple(self._fitting(parts))
        keys = [part_key(part) for part in parts]
        self._drop(set(self._shown) - set(keys))
        place = 0
        for key, part in zip(keys, parts, strict=True):
            widget = self._shown.get(key)
            if widget is None:
                if not self._maker.may_make():
                    continue
                widget = self._shown[key] = self._make(part)
                width, is_stacked = self._layout_now
                if not isinstance(widget, TableBox):
                    widget.set_layout(width, is_stacked=is_stacked)
            else:
                self._show(widget, part)
            if self.indexOf(widget) != place:
                self.insertWidget(place, widget)
                widget.show()
            place += 1

    def set_layout(self, width: int, *, is_stacked: bool) -> None:
        """Fit everything into ``width`` pixels."""
        self._layout_now = (width, is_stacked)
        for key, (table, fitted) in self._tables.items():
            sizes = self._sizes(table)
            if (sizes is not None) is not fitted:
                self._maker.redraw_wanted.emit()
                return
            box = self._shown.get(key)
            if isinstance(box, TableBox) and sizes is not None:
                box.set_sizes(sizes)
        for widget in self._shown.values():
            if not isinstance(widget, TableBox):
                widget.set_layout(width, is_stacked=is_stacked)

    def _sizes(self, table: Table) -> TableSizes | None:
        width, is_stacked = self._layout_now
        return sizes_for(table, width, is_stacked=is_stacked)

    def _fitting(self, parts: tuple[Part, ...]) -> Iterator[Part]:
        """The parts, with what stands for a table that is too wide."""
        self._tables = {}
        for part in parts:
            if not isinstance(part, Table):
                yield part
                continue
            fits = self._sizes(part) is not None
            self._tables[part_key(part)] = (part, fits)
            if fits:
                yield part
            else:
                yield from part.plain

    def leaves(self) -> Iterator[Leaf]:
        """Cards, heads and bars from top to bottom."""
        for at in range(self.count()):
            item = self.itemAt(at)
            widget = item.widget() if item is not None else None
            if isinstance(widget, PartBlock | TableBox):
                yield from widget.leaves()
            elif isinstance(widget, Leaf):
                yield widget

    def _make(self, part: Part) -> "Leaf | PartBlock | TableBox":
        match part:
            case CardState():
                return self._maker.card(part, self._owner)
            case Block():
                return PartBlock(part, self._maker, self._owner, self._layout_now)
            case AddRow():
                return AddBar(part, self._maker, self._owner)
            case TabBar():
                return TabStrip(part, self._maker, self._owner)
            case Table():
                sizes = self._sizes(part)
                assert sizes is not None
                return TableBox(part, self._maker, self._owner, sizes)

    def _show(self, widget: "Leaf | PartBlock | TableBox", part: Part) -> None:
        match widget, part:
            case PartBlock() as block, Block() as state:
                block.show_block(state)
            case TableBox() as box, Table() as state:
                sizes = self._sizes(state)
                if sizes is not None:
                    box.show_table(state, sizes)
            case _ if self._maker.is_filling:
                pass
            case (QuestionCard() | DisplayCard()) as card, CardState() as state:
                show_card(card, state)
            case AddBar() as bar, AddRow() as state:
                bar.show_add(state)
            case TabStrip() as strip, TabBar() as state:
                strip.show_tabs(state)

    def _drop(self, keys: set[str]) -> None:
        for key in keys:
            widget = self._shown.pop(key)
            if isinstance(widget, PartBlock | TableBox):
                widget.drop_all()
            elif isinstance(widget, QuestionCard | DisplayCard):
                self._maker.forget(widget)
            self.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def drop_all(self) -> None:
        """Nothing is shown any more."""
        self._drop(set(self._shown))


class PartBlock(Surface):
    """Parts that belong together: framed below a head, or only set in below an answer."""

    def __init__(
        self, state: Block, maker: PartMaker, parent: QWidget, layout_now: tuple[int, bool]
    ) -> None:
        is_framed = isinstance(state.head, RowHead | FoldHead)
        super().__init__(Ground.WELL if is_framed else Ground.CANVAS, parent)
        if not is_framed:
            # Whatever it is set into shows through.
            self.setProperty("surface", None)
        self.setObjectName(f"block-{safe_name(state.key)}")
        self._side = Space.M if is_framed else Space.XL
        self._maker = maker
        self._head: RowBar | FoldBar | AnswerLabel | None = None
        column = QVBoxLayout(self)
        right = self._side if is_framed else 0
        bottom = top = Space.M if is_framed else 0
        column.setContentsMargins(self._side, top, right, bottom)
        column.setSpacing(Space.M)
        self._taken = self._side + right
        match state.head:
            case RowHead():
                self._head = RowBar(state.head, maker, self)
            case FoldHead():
                self._head = FoldBar(state.head, maker, self)
            case AnswerHead():
                self._head = AnswerLabel(state.head, self)
        if self._head is not None:
            column.addWidget(self._head)
        width, is_stacked = layout_now
        self._column = PartColumn(self, maker, (width - self._taken, is_stacked))
        column.addLayout(self._column)
        self.show_block(state)

    @property
    def head(self) -> RowBar | FoldBar | AnswerLabel | None:
        """What stands over the parts."""
        return self._head

    def show_block(self, state: Block) -> None:
        """Show the head and the parts anew."""
        if not self._maker.is_filling:
            self._show_head(state)
        self._column.show_parts(state.parts)

    def _show_head(self, state: Block) -> None:
        match self._head, state.head:
            case RowBar() as bar, RowHead() as head:
                bar.show_head(head)
            case FoldBar() as bar, FoldHead() as head:
                bar.show_head(head)
            case AnswerLabel() as label, AnswerHead() as head:
                label.show_head(head)
        self.setAccessibleName(self._head.words() if self._head is not None else "")

    def set_layout(self, width: int, *, is_stacked: bool) -> None:
        """Fit everything into ``width`` pixels."""
        if self._head is not None:
            self._head.set_layout(width - self._taken, is_stacked=is_stacked)
        self._column.set_layout(width - self._taken, is_stacked=is_stacked)

    def leaves(self) -> Iterator[Leaf]:
        """Head, cards and bars from top to bottom."""
        if self._head is not None:
            yield self._head
        yield from self._column.leaves()

    def drop_all(self) -> None:
        """Everything in it goes with it."""
        self._column.drop_all()

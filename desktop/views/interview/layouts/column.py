"""A column of parts: shows a list of states, keeping every widget that still fits."""

import sys
from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.forms.session import ItemKey
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
from desktop.views.interview.layouts.placed_column import PlacedColumn, height_of
from desktop.views.interview.layouts.slots import Slot, holds, likely_height
from desktop.views.interview.layouts.tab_strip import TabStrip
from desktop.views.interview.layouts.table_box import TableBox
from desktop.views.interview.layouts.table_sizes import TableSizes, sizes_for
from desktop.views.interview.question_card import QuestionCard
from desktop.views.theme.tokens import Space
from desktop.views.widgets.surface import Ground, Surface

Leaf = QuestionCard | DisplayCard | AddBar | TabStrip | RowBar | FoldBar | AnswerLabel


class PartColumn(PlacedColumn["Made"]):
    """Parts one below the other. Only what changed is made, moved or dropped.

    A part far from what is read is only room until ``make_between`` or ``reach`` makes it.
    """

    def __init__(
        self, owner: QWidget, maker: PartMaker, layout_now: tuple[int, bool] = (0, False)
    ) -> None:
        super().__init__(owner)
        self._maker = maker
        self._layout_now = layout_now
        self._tables: dict[str, tuple[Table, bool]] = {}
        self.hide()

    @property
    def is_whole(self) -> bool:
        """Whether everything in it is made."""
        return all(
            slot.widget is not None
            and (not isinstance(slot.widget, PartBlock) or slot.widget.parts.is_whole)
            for slot in self.slots.values()
        )

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        """Show these where they are made; what is not made yet gets its room."""
        fitting = {part_key(part): part for part in self._fitting(parts)}
        self._drop(set(self.slots) - set(fitting))
        before, self.slots = self.slots, {}
        for key, part in fitting.items():
            slot = before.get(key)
            if slot is None:
                slot = Slot(part, likely_height(part))
            elif slot.widget is not None:
                self._show(slot.widget, part)
            slot.part = part
            self.slots[key] = slot
        self.setVisible(bool(fitting))
        self.measure()

    def make_between(self, above: int, below: int) -> bool:
        """Make what stands between two heights, in pixels from its top; whether anything was.

        While the maker has some ``left``, also what stands elsewhere, from the top.
        """
        top, has_made = 0, False
        for key, slot in self.slots.items():
            is_near = top <= below and top + slot.height >= above
            if is_near or self._maker.left > 0:
                has_made |= self._make_in(key, slot, above - top, below - top)
            elif top > below:
                break
            top += slot.height + Space.M
        if has_made:
            self.measure()
        return has_made

    def make_all(self) -> None:
        """Make everything: for a picture of the whole."""
        self.make_between(-sys.maxsize, sys.maxsize)

    def reach(self, key: ItemKey) -> None:
        """Make the card of an item, and what it stands in."""
        for name, slot in self.slots.items():
            if holds(slot.part, key):
                widget = slot.widget or self._make(name, slot)
                if isinstance(widget, PartBlock):
                    widget.parts.reach(key)
                self.measure()

    def _make_in(self, key: str, slot: Slot["Made"], above: int, below: int) -> bool:
        has_made = slot.widget is None
        widget = slot.widget or self._make(key, slot)
        if isinstance(widget, PartBlock):
            has_made |= widget.parts.make_between(above, below)
        if has_made:
            slot.height = height_of(widget, self.width())
        return has_made

    def set_layout(self, width: int, *, is_stacked: bool) -> None:
        """Fit everything into ``width`` pixels."""
        self._layout_now = (width, is_stacked)
        for key, (table, fitted) in self._tables.items():
            sizes = self._sizes(table)
            if (sizes is not None) is not fitted:
                self._maker.redraw_wanted.emit()
                return
            box = self.slots[key].widget if key in self.slots else None
            if isinstance(box, TableBox) and sizes is not None:
                box.set_sizes(sizes)
        for slot in self.slots.values():
            if slot.widget is not None and not isinstance(slot.widget, TableBox):
                slot.widget.set_layout(width, is_stacked=is_stacked)
        self.measure()

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
        """Cards, heads and bars from top to bottom, as far as they are made."""
        for slot in self.slots.values():
            if isinstance(slot.widget, PartBlock | TableBox):
                yield from slot.widget.leaves()
            elif slot.widget is not None:
                yield slot.widget

    def _make(self, key: str, slot: Slot["Made"]) -> "Made":
        self._maker.count()
        widget = slot.widget = self._widget_for(slot.part)
        if not isinstance(widget, TableBox):
            width, is_stacked = self._layout_now
            widget.set_layout(width, is_stacked=is_stacked)
        # Screen readers go through siblings as they lie in front of each other.
        names = list(self.slots)
        later = (self.slots[name].widget for name in names[names.index(key) + 1 :])
        following = next((one for one in later if one is not None), None)
        if following is not None:
            widget.stackUnder(following)
        slot.height = height_of(widget, self.width())
        widget.resize(self.width(), slot.height)
        widget.show()
        return widget

    def _widget_for(self, part: Part) -> "Made":
        match part:
            case CardState():
                return self._maker.card(part, self)
            case Block():
                return PartBlock(part, self._maker, self, self._layout_now)
            case AddRow():
                return AddBar(part, self._maker, self)
            case TabBar():
                return TabStrip(part, self._maker, self)
            case Table():
                sizes = self._sizes(part)
                assert sizes is not None
                return TableBox(part, self._maker, self, sizes)

    def _show(self, widget: "Made", part: Part) -> None:
        match widget, part:
            case PartBlock() as block, Block() as state:
                block.show_block(state)
            case TableBox() as box, Table() as state:
                sizes = self._sizes(state)
                if sizes is not None:
                    box.show_table(state, sizes)
            case (QuestionCard() | DisplayCard()) as card, CardState() as state:
                show_card(card, state)
            case AddBar() as bar, AddRow() as state:
                bar.show_add(state)
            case TabStrip() as strip, TabBar() as state:
                strip.show_tabs(state)

    def _drop(self, keys: set[str]) -> None:
        for key in keys:
            widget = self.slots.pop(key).widget
            if widget is None:
                continue
            if isinstance(widget, PartBlock | TableBox):
                widget.drop_all()
            elif isinstance(widget, QuestionCard | DisplayCard):
                self._maker.forget(widget)
            widget.hide()
            widget.deleteLater()

    def drop_all(self) -> None:
        """Nothing is shown any more."""
        self._drop(set(self.slots))
        self.measure()


class PartBlock(Surface):
    """Parts that belong together: framed below a head, or only set in below an answer.

    ``parts`` is the column inside.
    """

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
                self._head = RowBar(maker.newest(state.head), maker, self)
            case FoldHead():
                self._head = FoldBar(maker.newest(state.head), maker, self)
            case AnswerHead():
                self._head = AnswerLabel(state.head, self)
        if self._head is not None:
            column.addWidget(self._head)
        width, is_stacked = layout_now
        self.parts = PartColumn(self, maker, (width - self._taken, is_stacked))
        column.addWidget(self.parts)
        self.show_block(state)

    @property
    def head(self) -> RowBar | FoldBar | AnswerLabel | None:
        """What stands over the parts."""
        return self._head

    def show_block(self, state: Block) -> None:
        """Show the head and the parts anew."""
        self._show_head(state)
        self.parts.show_parts(state.parts)

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
        self.parts.set_layout(width - self._taken, is_stacked=is_stacked)

    def leaves(self) -> Iterator[Leaf]:
        """Head, cards and bars from top to bottom."""
        if self._head is not None:
            yield self._head
        yield from self.parts.leaves()

    def drop_all(self) -> None:
        """Everything in it goes with it."""
        self.parts.drop_all()


Made = Leaf | PartBlock | TableBox

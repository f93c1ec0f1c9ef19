"""What the widgets of a page share: their signals, the cards by key, how much may be built now."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.forms.questionnaire import ItemType
from desktop.forms.session import ItemKey
from desktop.views.interview.display_card import DisplayCard
from desktop.views.interview.interview_state import CardState
from desktop.views.interview.layouts.parts import FoldHead, RowHead
from desktop.views.interview.layouts.table_cell import TableCell
from desktop.views.interview.question_card import QuestionCard
from desktop.views.theme.tokens import TextStyle

Card = QuestionCard | DisplayCard

S = TypeVar("S", CardState, RowHead, FoldHead)


class PartMaker(QObject):
    """Makes cards and knows them, from the states that came since the page was read (``newer``).

    ``left`` is how many widgets may still be made wherever they stand; ``made`` counts all. Cards
    made while it ``is_hasty`` wait to be finished after the repaint.

    Signals: ``answered(key, answer)``; ``unsaved_changed()``; ``row_wanted(list_key)``;
    ``row_unwanted(key)``; ``row_moved(key, places)``; ``fold_toggled(key, is_open)``;
    ``tab_chosen(container, tab)``; ``redraw_wanted()`` a table fits now, or no longer.
    """

    answered = Signal(str, object)
    unsaved_changed = Signal()
    row_wanted = Signal(str)
    row_unwanted = Signal(str)
    row_moved = Signal(str, int)
    fold_toggled = Signal(str, bool)
    tab_chosen = Signal(str, str)
    redraw_wanted = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._now = now
        self.cards: dict[ItemKey, Card] = {}
        self.left = 0
        self.made = 0
        self.is_hasty = False
        self._unfinished: list[QuestionCard] = []
        self.newer: dict[ItemKey, CardState | RowHead | FoldHead] = {}

    def count(self) -> None:
        """One more widget is made."""
        self.left -= 1
        self.made += 1

    def newest(self, state: S) -> S:
        """The state of an item as it came last."""
        found = self.newer.get(ItemKey(state.key), state)
        return found if isinstance(found, type(state)) else state

    def card(self, state: CardState, parent: QWidget) -> Card:
        """A new card."""
        state = self.newest(state)
        if state.item.item.type.is_question:
            card: Card = self._question(state, parent)
        else:
            card = DisplayCard(state, parent)
            if state.item.item.type is ItemType.GROUP and state.level > 1:
                card.text.set_style(TextStyle.ROW)
        self.cards[state.key] = card
        set_protected(card, state)
        return card

    def cell(self, state: CardState, parent: QWidget, line: str, *, is_matrix: bool) -> TableCell:
        """A new cell of a table."""
        state = self.newest(state)
        cell = TableCell(state, self._now, parent, line=line, is_matrix=is_matrix)
        cell.answered.connect(self.answered)
        cell.unsaved_changed.connect(self.unsaved_changed)
        self.cards[state.key] = cell
        set_protected(cell, state)
        return cell

    def _question(self, state: CardState, parent: QWidget) -> QuestionCard:
        card = QuestionCard(state, self._now, parent, is_hasty=self.is_hasty)
        if self.is_hasty:
            self._unfinished.append(card)
        card.answered.connect(self.answered)
        card.unsaved_changed.connect(self.unsaved_changed)
        return card

    @property
    def has_unfinished(self) -> bool:
        """Whether a card waits to be finished."""
        return bool(self._unfinished)

    def finish(self) -> tuple[ItemKey, ...]:
        """Finish the cards that wait; their keys."""
        cards, self._unfinished = self._unfinished, []
        for card in cards:
            card.finish()
        return tuple(card.key for card in cards)

    def forget(self, card: Card) -> None:
        """A card goes."""
        self._unfinished = [one for one in self._unfinished if one is not card]
        if self.cards.get(card.key) is card:
            del self.cards[card.key]
        if isinstance(card, QuestionCard) and card.has_unsaved:
            self.unsaved_changed.emit()


def show_card(card: Card, state: CardState) -> None:
    """Redraw a card if anything changed; another number alone is not worth the whole card."""
    before = card.state
    if before is state or before == state:
        return
    if isinstance(card, QuestionCard) and replace(before, number=state.number) == state:
        card.show_number(state)
        return
    card.show_state(state)
    set_protected(card, state)


def set_protected(card: Card, state: CardState) -> None:
    """A question that is shown although it is disabled takes no answer."""
    is_enabled = state.item.enabled
    if isinstance(card, QuestionCard) and card.isEnabled() != is_enabled:
        card.setEnabled(is_enabled)

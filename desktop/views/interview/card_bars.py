"""What a card offers to press: suggestions, earlier answers, and to work it out again."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.forms.answers import Answered, AnswerValue, Unanswered
from desktop.forms.earlier_answers import EarlierAnswer
from desktop.views.editors.editor import Editor
from desktop.views.editors.language_mode import one_text
from desktop.views.editors.shown_value import value_text
from desktop.views.interview.earlier_bar import EarlierBar, EarlierLine
from desktop.views.interview.interview_state import CardState
from desktop.views.interview.local_time import shown_day
from desktop.views.interview.recalculate_bar import RecalculateBar
from desktop.views.interview.suggestion_bar import SuggestionBar


class CardBars(QObject):
    """Each is made when first needed: few questions have any.

    Signals: ``taken(answer)`` an Answer, after a press.
    """

    taken = Signal(object)

    def __init__(self, card: QWidget, column: QVBoxLayout, below: QWidget, name: str) -> None:
        super().__init__(card)
        self._card = card
        self._column = column
        self._below = below
        self._name = name
        self._again: RecalculateBar | None = None
        self._suggestions: SuggestionBar | None = None
        self._earlier: EarlierBar | None = None
        self._editor: Editor | None = None
        self._offered: tuple[AnswerValue, ...] = ()
        self._from_before: tuple[EarlierAnswer, ...] = ()

    def follow_editor(self, editor: Editor, state: CardState) -> None:
        """Stand below this new editor. Before the reasons: Tab goes through a card as built."""
        self._editor = editor
        below = self._column.indexOf(editor) + 1
        if state.item.item.logic.candidates is not None:
            self._suggestions = SuggestionBar(self._card, name=f"suggestions-{self._name}")
            self._suggestions.picked.connect(self._picked)
            self._column.insertWidget(below, self._suggestions)
            below += 1
        if state.looks_back:
            self._earlier = EarlierBar(self._card, name=f"earlier-{self._name}")
            self._earlier.picked.connect(self._picked_earlier)
            self._column.insertWidget(below, self._earlier)

    def drop_editor(self) -> None:
        """The editor goes, and what was offered for it."""
        self._editor, self._offered, self._from_before = None, (), ()
        for bar in (self._suggestions, self._earlier):
            if bar is not None:
                bar.hide()
                bar.deleteLater()
        self._suggestions = self._earlier = None

    def show_state(self, state: CardState, finish: Callable[[], None]) -> None:
        """Show what may be pressed now; ``finish`` makes what the card left for later."""
        self._show_again(state, finish)
        self._show_earlier(state)
        if self._suggestions is None or self._editor is None:
            return
        is_asked = not (state.item.read_only or state.is_closed)
        given = self._editor.values
        self._offered = tuple(one for one in state.item.candidates if is_asked and one not in given)
        texts = [value_text(state.item.item, one, state.mode) for one in self._offered]
        self._suggestions.show_texts(texts, self._editor.question())

    def _show_earlier(self, state: CardState) -> None:
        if self._earlier is None or self._editor is None:
            return
        self._from_before = () if state.is_closed else state.earlier
        lines = [
            EarlierLine(
                value_text(state.item.item, one.value, state.mode),
                shown_day(one.at),
                one_text(one.title, state.mode),
            )
            for one in self._from_before
        ]
        self._earlier.show_lines(lines, self._editor.question())

    def _show_again(self, state: CardState, finish: Callable[[], None]) -> None:
        is_overridden = state.item.is_overridden and not state.is_closed
        if self._again is None and is_overridden:
            finish()
            self._again = RecalculateBar(self._card, name=f"recalculate-{self._name}")
            self._again.recalculate_requested.connect(self._recalculate)
            # Behind the reasons: Tab goes through a card as it was built.
            self._column.insertWidget(self._column.indexOf(self._below), self._again)
        if self._again is not None:
            self._again.show_state(is_overridden=is_overridden)

    @Slot()
    def _recalculate(self) -> None:
        self._focus()
        self.taken.emit(Unanswered())

    @Slot(int)
    def _picked(self, at: int) -> None:
        if at < len(self._offered):
            self._take(self._offered[at])

    @Slot(int)
    def _picked_earlier(self, at: int) -> None:
        if at < len(self._from_before):
            self._take(self._from_before[at].value)

    def _take(self, value: AnswerValue) -> None:
        if self._editor is None:
            return
        kept = self._editor.values if self._editor.state.item.repeats else ()
        # The pressed button goes: the focus stays in the card.
        self._focus()
        self.taken.emit(Answered((*kept, value)))

    def _focus(self) -> None:
        if self._editor is not None:
            self._editor.focus_first()

"""One question: number, words, reviewer's comments, answer, reasons for none, what is wrong."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.forms.answers import Answer, NoAnswer, NoAnswerReason, Unanswered
from desktop.forms.session import ItemKey, ItemState
from desktop.views.editors.editor import Editor, safe_name
from desktop.views.editors.read_only_editor import ReadOnlyEditor
from desktop.views.editors.registry import editor_for, kind_of
from desktop.views.interview.beside import beside_of
from desktop.views.interview.card_bars import CardBars
from desktop.views.interview.card_extras import CardExtras, flyover_words, has_extras
from desktop.views.interview.card_notes import CardNotes, Note
from desktop.views.interview.interview_state import CardState
from desktop.views.interview.reason_place import ReasonPlace
from desktop.views.interview.reason_words import reason_items
from desktop.views.interview.rich_words import item_words
from desktop.views.interview.two_column_text import TwoColumnText
from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.announce import announce
from desktop.views.widgets.in_view import keep_whole_with_focus
from desktop.views.widgets.reason_row import ReasonRow
from desktop.views.widgets.surface import Ground, Surface


class QuestionCard(Surface):
    """Shows a ``CardState``; a closed card says nothing of its question.

    ``is_hasty`` leaves room for the reasons; ``finish`` makes them after the repaint.

    Signals: ``answered(key, answer)`` after the user answered, gave a reason or took it back;
    ``unsaved_changed()`` when ``has_unsaved`` did.
    """

    answered = Signal(str, object)
    unsaved_changed = Signal()

    def __init__(
        self,
        state: CardState,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
        *,
        is_hasty: bool = False,
    ) -> None:
        super().__init__(Ground.PANEL, parent)
        self._is_hasty = is_hasty
        self._now = now
        self._state = state
        self._name = safe_name(state.key)
        self._is_stacked = False
        self._width = 0
        self._said = ""
        self._shown_kind = kind_of(state.item)
        self.setObjectName(f"question-{self._name}")
        keep_whole_with_focus(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        self._column.setSpacing(Space.M)
        self.head = TwoColumnText(self, name=f"head-{self._name}", style=TextStyle.ROW_STRONG)
        self._column.addWidget(self.head)
        self._extras: CardExtras | None = None
        self.comments = CardNotes(self, name=f"comments-{self._name}")
        self._column.addWidget(self.comments)
        self.editor: Editor | None = None
        self.below = CardNotes(self, name=f"notes-{self._name}")
        self._column.addWidget(self.below)
        self._bars = CardBars(self, self._column, self.below, self._name)
        self._bars.taken.connect(self._editor_answered)
        self._reason_place = ReasonPlace(self, self._column, self.below, f"reasons-{self._name}")
        self.show_state(state)

    @property
    def key(self) -> ItemKey:
        """The question's key."""
        return self._state.key

    @property
    def state(self) -> CardState:
        """What it shows."""
        return self._state

    @property
    def reasons(self) -> ReasonRow | None:
        """The reasons for no answer, where there are any now."""
        return self._reason_place.row

    @property
    def has_unsaved(self) -> bool:
        """Whether something is typed that was not told."""
        return self.editor is not None and self.editor.has_unsaved

    def show_state(self, state: CardState) -> None:
        """Show a question anew; focus and caret stay where they are."""
        self._state = state
        # Before the answer: Tab goes through a card as it was built.
        self._show_extras()
        if state.is_closed:
            self._show_closed()
        else:
            self._show_open()
        self._show_notes()

    def finish(self) -> None:
        """Make what was left for after the repaint."""
        self._is_hasty = False
        if self._reason_place.is_room:
            self._make_reasons(is_closed=False)
            self._show_reason()
            self._reason_place.settle()

    def show_number(self, state: CardState) -> None:
        """Show a state that differs in nothing but its number."""
        self._state = state
        if not state.is_closed:
            self._show_words()

    def set_layout(self, width: int, *, is_stacked: bool) -> None:
        """Fit into ``width`` pixels: reasons fold to a menu, languages stack when narrow."""
        self._width = width
        self._is_stacked = is_stacked
        self.head.set_stacked(is_stacked)
        if self.editor is not None:
            self.editor.set_stacked(is_stacked)
        self._fold_reasons()

    def focus_first(self) -> None:
        """Put the focus into the answer, or where a closed card can be answered."""
        target = self.editor.focus_target() if self.editor is not None else None
        if self.editor is not None and target is not None:
            self.editor.focus_first()
        elif self.reasons is not None:
            button = next((each for each in self.reasons.controls() if each.isEnabled()), None)
            if button is not None:
                button.setFocus()

    def flush(self) -> None:
        """Tell what was typed now."""
        if self.editor is not None:
            self.editor.flush()

    def make_editor(self, state: ItemState) -> Editor:
        """A new editor; a cell of a table has its own."""
        return editor_for(state, self._now, self)

    def _show_open(self) -> None:
        state = self._state
        if self.editor is not None and self._shown_kind != kind_of(state.item):
            # An expression opened, closed or refilled the question: another editor takes over.
            self.editor.flush()
            self._drop_editor()
        self._show_words()
        if self.editor is None:
            self._shown_kind = kind_of(state.item)
            self.editor = self.make_editor(state.item)
            self.editor.answered.connect(self._editor_answered)
            self.editor.problem_found.connect(self._typed_problem)
            self.editor.unsaved_changed.connect(self.unsaved_changed)
            self.editor.set_stacked(self._is_stacked)
            self._column.insertWidget(self._column.indexOf(self.comments) + 1, self.editor)
            self.editor.show()
            self._bars.follow_editor(self.editor, state)
            if self._is_hasty and not state.item.read_only:
                self._reason_place.keep_room()
            elif not state.item.read_only:
                self._make_reasons(is_closed=False)
        self.editor.show_beside(beside_of(state))
        self.editor.show_state(state.item, state.mode)
        if isinstance(self.editor, ReadOnlyEditor) and state.value_words:
            self.editor.show_words(state.value_words)
        self._show_reason()

    def _show_words(self) -> None:
        state = self._state
        first, second, rich = item_words(state.item, state.mode)
        self.head.show_texts(
            first, second, number=state.number, rich=rich, rich_number=state.rich_number
        )
        tip = flyover_words(state)
        if tip != self.head.toolTip():
            self.head.setToolTip(tip)

    def _show_closed(self) -> None:
        self._drop_editor()
        self.head.show_texts(
            self.tr("This question opens when the room is private."),
            icon=State.LOCKED,
            tone=Tone.PRIVATE,
        )
        self._show_reason()
        if self.reasons is None and not self._state.has_parked:
            self._make_reasons(is_closed=True)
            self._show_reason()
        has_reason = isinstance(self._state.item.answer, NoAnswer)
        self._reason_place.show(is_shown=has_reason or not self._state.has_parked)

    def _drop_editor(self) -> None:
        """Take the answer off the screen; nothing of it stays in a widget."""
        if self.editor is not None:
            had_unsaved = self.has_unsaved
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
            self._bars.drop_editor()
            self._reason_place.drop()
            if had_unsaved:
                self.unsaved_changed.emit()

    def _make_reasons(self, *, is_closed: bool) -> None:
        items = reason_items()
        if is_closed:
            kept = (NoAnswerReason.NOT_SAFE, NoAnswerReason.LATER)
            items = tuple(item for item in items if item.reason in kept)
        self._reason_place.make(items).chosen.connect(self._reason_chosen)
        self._fold_reasons()

    def _show_reason(self) -> None:
        answer = self._state.item.answer
        if self.reasons is not None:
            shown = answer.reason if isinstance(answer, NoAnswer) else None
            if self.reasons.reason() != shown:
                self.reasons.set_reason(shown)

    def _show_notes(self) -> None:
        state = self._state
        self.comments.show_comments(state.comments)
        notes: list[Note] = []
        answer = state.item.answer
        if state.has_parked:
            words = self.tr("An answer is kept aside until the room is private.")
            notes.append((State.LOCKED, Tone.PRIVATE, words))
        elif isinstance(answer, NoAnswer):
            effects = {item.reason: item for item in reason_items()}
            if answer.reason in effects:
                item = effects[answer.reason]
                notes.append((item.icon, Tone.MUTED, f"{item.text}: {item.effect}"))
        if state.hint:
            notes.append((State.LOOK_HERE, Tone.WARNING, state.hint))
        if state.problem:
            notes.append((State.LOOK_HERE, Tone.WARNING, state.problem))
        if state.warning:
            words = self.tr("Please check: {sentence}").format(sentence=state.warning)
            notes.append((Icon.INFO, Tone.ACCENT, words))
        self._bars.show_state(state, self.finish)
        self.below.show_notes(tuple(notes))
        if self.editor is not None:
            said = (state.problem or state.warning or state.hint, state.required_words)
            self.editor.set_spoken(" ".join(words for words in said if words))
        if state.hint and state.hint != self._said:
            announce(self, state.hint)
        self._said = state.hint

    def _fold_reasons(self) -> None:
        if self.reasons is None or not self._width:
            return
        is_tight = self.reasons.needed_width() > self._width
        self.reasons.set_folded(self._is_stacked or is_tight)

    @Slot(object)
    def _editor_answered(self, answer: Answer) -> None:
        self.answered.emit(self.key, answer)

    @Slot(object)
    def _reason_chosen(self, reason: NoAnswerReason | None) -> None:
        self.answered.emit(self.key, Unanswered() if reason is None else NoAnswer(reason))

    def _show_extras(self) -> None:
        if self._extras is None and has_extras(self._state):
            self._extras = CardExtras(self, name=self._name)
            self._column.insertWidget(1, self._extras)
        if self._extras is not None:
            self._extras.show_state(self._state)

    @Slot(str)
    def _typed_problem(self, sentence: str) -> None:
        # The field row inside the editor shows the sentence and says it once.
        if self.editor is not None:
            self.editor.set_spoken(sentence)

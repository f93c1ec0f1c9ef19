"""Choice, open choice and yes/no as rows; nothing is chosen until somebody chose."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.forms.answers import Answered, AnswerValue, Unanswered
from desktop.forms.questionnaire import ItemType
from desktop.forms.session import ItemState
from desktop.views.editors.choices import key_of, option_items, options_of
from desktop.views.editors.count_words import choice_words, is_full
from desktop.views.editors.editor import Editor
from desktop.views.editors.language_mode import LanguageMode, one_text
from desktop.views.editors.own_answer import OwnAnswer
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.option_grid import OptionGrid
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.undo_notice import UndoNotice
from desktop.views.widgets.wrap_label import WrapLabel


class ChoiceEditor(Editor):
    """One row per option, boxes where the question repeats; open choice adds a text box.

    Signals: those of Editor.
    """

    def __init__(self, state: ItemState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self._options = options_of(state, self.values)
        self._items = option_items(self._options, self.mode, self.values, with_note=True)
        self.group = self._make_group(state)
        self.column.addWidget(self.group)
        self.group.answered.connect(self._chosen)
        self.own: OwnAnswer | None = None
        if state.item.type is ItemType.OPEN_CHOICE:
            self.own = OwnAnswer(self, name=f"{self.name}-other", has_more=state.item.repeats)
            self.column.addWidget(self.own)
            self.watch(self.own.line)
            self.own.told.connect(self._own_told)
            self.own.another_wanted.connect(self._show_again)
        self._count: WrapLabel | None = None
        self._notice: UndoNotice | None = None
        self._before = state.answer

    def _make_group(self, state: ItemState) -> OptionGroup:
        shown = state.item.presentation
        is_across = shown.orientation == "horizontal"
        question, is_multiple = self.question(), state.item.repeats
        if not is_across and (shown.column_count or 1) == 1:
            return OptionGroup(question, self._items, self, name=self.name, is_multiple=is_multiple)
        return OptionGrid(
            question,
            self._items,
            self,
            name=self.name,
            is_multiple=is_multiple,
            columns=shown.column_count or 0,
            is_across=is_across,
        )

    def show_state(self, state: ItemState, mode: LanguageMode) -> None:
        """Show what is chosen, in one or both languages."""
        super().show_state(state, mode)
        in_box = self.own.take(self._texts(), self._option_texts()) if self.own is not None else ""
        listed = tuple(value for value in self.values if value != in_box or not in_box)
        self._options = options_of(state, listed)
        count = len(self.values)
        is_closed = is_full(state, count)
        items = option_items(self._options, mode, self.values, is_full=is_closed, with_note=True)
        if items != self._items:
            self._items = items
            self.group.set_options(items)
        self.group.set_question(self.question())
        keys = [key_of(self._options, value) for value in listed]
        self.group.set_chosen({key for key in keys if key is not None})
        if self.own is not None:
            self.own.set_label(one_text(state.item.presentation.open_label, mode))
            self.own.set_closed(is_closed=is_closed)
        self._show_count(choice_words(state, count))

    def set_stacked(self, is_stacked: bool) -> None:
        """Put the second language under the first."""
        self.group.set_stacked(is_stacked)

    def set_spoken(self, description: str) -> None:
        """The group carries it, so that it is read with the question."""
        words = (description, self._count.text() if self._count is not None else "")
        self.group.setAccessibleDescription(" ".join(each for each in words if each))

    def focus_target(self) -> QWidget | None:
        """The chosen row, else the first."""
        rows = [row for row in self.group.rows() if row.isEnabled()]
        return next((row for row in rows if row.isChecked()), rows[0] if rows else self._own_line())

    def focus_first(self) -> None:
        """Put the focus on the chosen row, else on the first."""
        if self.group.rows():
            self.group.focus_first()
        else:
            super().focus_first()

    def flush(self) -> None:
        """Tell what was typed beside the options."""
        if self.own is not None:
            self.own.line.flush()

    def _own_line(self) -> QWidget | None:
        return self.own.line if self.own is not None else None

    def _texts(self) -> tuple[str, ...]:
        return tuple(value for value in self.values if isinstance(value, str))

    def _option_texts(self) -> frozenset[str]:
        values = (option.value for option in self.state.options)
        return frozenset(value for value in values if isinstance(value, str))

    @Slot(object)
    def _chosen(self, keys: tuple[str, ...]) -> None:
        own = self.own.text if self.own is not None else ""
        before = self.state.answer
        values: list[AnswerValue] = [self._options[key].value for key in keys]
        is_alone = any(self._options[key].exclusive for key in keys)
        if own and not is_alone and (self.state.item.repeats or not values):
            values.append(own)
        gone = [value for value in self.values if value not in values]
        self._before = before
        self._show_notice("")
        added = [value for value in values if value not in self.values]
        self.tell(Answered(tuple(values)) if values else Unanswered())
        if self.state.item.repeats and added and gone:
            self._say_taken_back(added[0], gone)

    def _say_taken_back(self, added: AnswerValue, gone: list[AnswerValue]) -> None:
        """An answer that stands alone and another were both wanted: one of them went."""
        words = self.tr("“{answer}” cannot stand beside: {others}. Those were taken back.")
        others = ", ".join(self._label(value) for value in gone)
        self._show_notice(words.format(answer=self._label(added), others=others))

    def _show_notice(self, words: str) -> None:
        """Made when first needed: a page has many questions and few of these."""
        if self._notice is None and words:
            self._notice = UndoNotice(self, name=f"{self.name}-notice")
            self._notice.undo_requested.connect(self._bring_back)
            self.column.addWidget(self._notice)
        if self._notice is not None:
            self._notice.show_notice(words)

    def _show_count(self, words: str) -> None:
        if self._count is None and words:
            self._count = WrapLabel("", self, tone=Tone.MUTED)
            self._count.setObjectName(f"{self.name}-count")
            self.column.addWidget(self._count)
        if self._count is not None:
            self._count.setText(words)
            self._count.setVisible(bool(words))

    def _label(self, value: AnswerValue) -> str:
        key = key_of(self._options, value)
        return str(value) if key is None else one_text(self._options[key].label, self.mode)

    @Slot()
    def _bring_back(self) -> None:
        self.tell(self._before)

    @Slot(str)
    def _own_told(self, text: str) -> None:
        """``text`` is now in the box; what stood there before is no answer any more."""
        was = self.own.text if self.own is not None else ""
        keeps = self.state.item.repeats or not text
        values: list[AnswerValue] = [
            value for value in self.values if keeps and (not was or value != was)
        ]
        if text and text not in values:
            values.append(text)
        if self.own is not None:
            self.own.text = text
        self.tell(Answered(tuple(values)) if values else Unanswered())

    @Slot()
    def _show_again(self) -> None:
        """The box is free for another answer; what was in it is a row now."""
        self.show_state(self.state, self.mode)

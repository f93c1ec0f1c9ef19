"""A choice among hundreds: type a part of the answer, in either language, and pick it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.forms.answers import Answered, AnswerValue, Unanswered
from desktop.forms.questionnaire import AnswerOption, ItemType
from desktop.forms.session import ItemState
from desktop.views.editors.choices import chosen_options, option_items, options_of
from desktop.views.editors.count_words import choice_words, is_full
from desktop.views.editors.editor import Editor
from desktop.views.editors.language_mode import LanguageMode, one_text
from desktop.views.editors.option_columns import match_columns, spoken_cells
from desktop.views.editors.option_search import OptionSearch
from desktop.views.widgets.announce import announce
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.type_ahead import TypeAhead


class AutocompleteEditor(Editor):
    """What is chosen stands as rows above the box; unticking a row takes it back.

    An open choice keeps what was typed with Enter. Signals: those of Editor.
    """

    def __init__(self, state: ItemState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self._options = options_of(state, ())
        self._search = OptionSearch(self._options)
        self._given: dict[str, AnswerOption] = {}
        self.chosen = OptionGroup(
            self.question(), (), self, name=f"{self.name}-chosen", is_multiple=True
        )
        self.column.addWidget(self.chosen)
        self.box = TypeAhead(
            self._find,
            self,
            name=self.name,
            takes_text=state.item.type is ItemType.OPEN_CHOICE,
        )
        self.column.addWidget(self.box)
        self._name_columns()
        self.chosen.answered.connect(self._kept)
        self.box.picked.connect(self._picked)
        self.box.typed.connect(self._add)

    def show_state(self, state: ItemState, mode: LanguageMode) -> None:
        """Show what is chosen; both languages stand on one row."""
        is_new = state.options is not self.state.options or mode is not self.mode
        super().show_state(state, mode)
        if is_new:
            self._options = options_of(state, ())
            self._search = OptionSearch(self._options)
            self._name_columns()
            self.box.renew()
        shown = self._given = chosen_options(self._options, self.values)
        self.chosen.set_options(option_items(shown, mode, self.values))
        self.chosen.set_chosen(set(shown))
        self.chosen.setVisible(bool(shown))
        self.chosen.set_question(self.question())
        self.box.row.set_label(self.question())
        words = choice_words(state, len(self.values))
        count = ""
        if self._options:
            count = self.tr("Answers to search in: {count}").format(count=len(self._options))
        self.box.line.setReadOnly(is_full(state, len(self.values)))
        self.box.show_status(words or count)

    def set_stacked(self, is_stacked: bool) -> None:
        """Put the second language under the first."""
        self.chosen.set_stacked(is_stacked)

    def focus_target(self) -> QWidget | None:
        """The box."""
        return self.box.line

    def _find(self, typed: str) -> tuple[list[tuple[str, str]], int]:
        keys, count = self._search.find(typed)
        found = {key: self._options[key] for key in keys if self._options[key].is_open}
        items = option_items(found, self.mode)
        rows = [
            (one.key, spoken_cells(self.state.item, self._cells(one.key), self.mode) or plain)
            for one in items
            for plain in [" · ".join(text for text in (one.text, one.second) if text)]
        ]
        return rows, count

    def _name_columns(self) -> None:
        columns = match_columns(self.state.item, self.mode, self._cells)
        if columns is not None:
            self.box.set_columns(columns)

    def _cells(self, key: str) -> tuple[str, ...]:
        """What stands in the columns of a row, its label in the language shown."""
        option = self._options.get(key)
        if option is None or not any(option.columns):
            return ()
        label = one_text(option.label, self.mode)
        return tuple(label if one == option.label.base else one for one in option.columns)

    @Slot(object)
    def _kept(self, keys: tuple[str, ...]) -> None:
        values = tuple(
            value for key, value in zip(self._given, self.values, strict=True) if key in keys
        )
        self.tell(Answered(values) if values else Unanswered())
        self.box.line.setFocus()

    @Slot(str)
    def _picked(self, key: str) -> None:
        option = self._options.get(key)
        if option is not None:
            self._add(option.value)

    @Slot(str)
    def _add(self, value: AnswerValue) -> None:
        kept = self.values if self.state.item.repeats else ()
        values = (*(one for one in kept if one != value), value)
        self.tell(Answered(values))
        row = self.chosen.rows()[-1] if self.chosen.rows() else None
        if row is not None:
            announce(self.box.line, self.tr("Chosen: {answer}").format(answer=row.item.text))

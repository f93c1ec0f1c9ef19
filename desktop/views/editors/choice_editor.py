"""Choice, open choice and yes/no as rows; nothing is chosen until somebody chose."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.forms.answers import Answered, AnswerValue, Unanswered
from desktop.forms.questionnaire import ItemType
from desktop.forms.session import ItemState
from desktop.views.editors.choices import key_of, option_items, options_of
from desktop.views.editors.editor import Editor
from desktop.views.editors.language_mode import LanguageMode
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem


class ChoiceEditor(Editor):
    """One row per option, boxes where the question repeats; open choice adds a text box.

    Signals: those of Editor.
    """

    def __init__(self, state: ItemState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self._options = options_of(state, self.values)
        self._items: list[OptionItem] = []
        self.group = OptionGroup(
            self.question(),
            option_items(self._options, self.mode),
            self,
            name=self.name,
            is_multiple=state.item.repeats,
        )
        self.column.addWidget(self.group)
        self.group.answered.connect(self._chosen)
        self._other: LineField | None = None
        if state.item.type is ItemType.OPEN_CHOICE:
            self._other = LineField(self, name=f"{self.name}-other", is_patient_text=True)
            self.column.addWidget(FieldRow(self.tr("Another answer"), self._other, self))
            self.watch(self._other)
            self._other.committed.connect(self._other_typed)

    def show_state(self, state: ItemState, mode: LanguageMode) -> None:
        """Show what is chosen, in one or both languages."""
        super().show_state(state, mode)
        self._options = options_of(state, self.values)
        items = option_items(self._options, mode, self.values)
        if items != self._items:
            self._items = items
            self.group.set_options(items)
        self.group.set_question(self.question())
        keys = [key_of(self._options, value) for value in self.values]
        self.group.set_chosen({key for key in keys if key is not None})
        if self._other is not None and not self._other.has_pending:
            self._other.set_value(self._typed_text())

    def set_stacked(self, is_stacked: bool) -> None:
        """Put the second language under the first."""
        self.group.set_stacked(is_stacked)

    def set_spoken(self, description: str) -> None:
        """The group carries it, so that it is read with the question."""
        self.group.setAccessibleDescription(description)

    def focus_target(self) -> QWidget | None:
        """The chosen row, else the first."""
        rows = self.group.rows()
        return next((row for row in rows if row.isChecked()), rows[0] if rows else None)

    def focus_first(self) -> None:
        """Put the focus on the chosen row, else on the first."""
        self.group.focus_first()

    def flush(self) -> None:
        """Tell what was typed beside the options."""
        if self._other is not None:
            self._other.flush()

    def _typed_text(self) -> str:
        return next((value for value in self.values if isinstance(value, str)), "")

    @Slot(object)
    def _chosen(self, keys: tuple[str, ...]) -> None:
        typed = self._typed_text()
        values: list[AnswerValue] = [self._options[key].value for key in keys]
        if typed and (self.state.item.repeats or not values):
            values.append(typed)
        self.tell(Answered(tuple(values)) if values else Unanswered())

    @Slot(str)
    def _other_typed(self, text: str) -> None:
        keeps = self.state.item.repeats or not text
        values: list[AnswerValue] = [
            value for value in self.values if keeps and not isinstance(value, str)
        ]
        if text:
            values.append(text)
        self.tell(Answered(tuple(values)) if values else Unanswered())

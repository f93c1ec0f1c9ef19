"""A choice among very many: a list that opens and takes the first letters of an answer."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.forms.answers import Answered, Unanswered
from desktop.forms.session import ItemState
from desktop.views.editors.choices import key_of, option_items, options_of
from desktop.views.editors.editor import Editor
from desktop.views.editors.language_mode import LanguageMode
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.picker import Picker

_NONE = "-"


class PickerEditor(Editor):
    """One of many options; the first entry takes the answer back. Signals: those of Editor."""

    def __init__(self, state: ItemState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self._options = options_of(state, self.values)
        self.picker = Picker(self, name=self.name, placeholder=self.tr("Choose an answer"))
        self._row = FieldRow(self.question(), self.picker, self, is_label_hidden=True)
        self.column.addWidget(self._row)
        self.picker.picked.connect(self._picked)

    def show_state(self, state: ItemState, mode: LanguageMode) -> None:
        """Show what is picked; both languages stand on one line."""
        super().show_state(state, mode)
        self._options = options_of(state, self.values)
        choices = [(_NONE, self.tr("No answer yet"))]
        items = option_items(self._options, mode, self.values)
        for item in items:
            words = " · ".join(text for text in (item.text, item.second) if text)
            choices.append(
                (item.key, f"{words} ({item.closed_reason})" if item.closed_reason else words)
            )
        self._row.set_label(self.question())
        closed = {item.key for item in items if item.closed_reason}
        self.picker.set_choices(choices, closed)
        picked = [key_of(self._options, value) for value in self.values]
        # "No answer yet", once reached, stays: from the placeholder the arrows never got past it.
        empty = _NONE if self.picker.picked_key() == _NONE else ""
        self.picker.show_picked(picked[0] or "" if picked else empty)

    def focus_target(self) -> QWidget | None:
        """The list."""
        return self.picker

    @Slot(str)
    def _picked(self, key: str) -> None:
        option = self._options.get(key)
        self.tell(Unanswered() if option is None else Answered((option.value,)))

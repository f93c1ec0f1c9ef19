"""The answers of one line of a table: marks side by side, below the heads of their columns."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.forms.answers import Answered, Unanswered
from desktop.forms.session import ItemState
from desktop.views.editors.choices import key_of, option_items, options_of
from desktop.views.editors.count_words import is_full
from desktop.views.editors.editor import Editor
from desktop.views.editors.language_mode import LanguageMode
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem


class MatrixEditor(Editor):
    """Radio marks, or boxes where the question repeats; the arrows move from column to column.

    Signals: those of Editor.
    """

    def __init__(self, state: ItemState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self._options = options_of(state, ())
        self.group = OptionGroup(
            self.question(), self._marks(), self, name=self.name, is_multiple=state.item.repeats
        )
        box = self.group.layout()
        if isinstance(box, QBoxLayout):
            box.setDirection(QBoxLayout.Direction.LeftToRight)
            box.setSpacing(0)
        self.column.addWidget(self.group)
        self.group.answered.connect(self._chosen)

    def _marks(self) -> list[OptionItem]:
        """The rows without their words: those stand over the column."""
        return [OptionItem(one.key, "", is_exclusive=one.is_exclusive) for one in self._items()]

    def _items(self) -> list[OptionItem]:
        closed = is_full(self.state, len(self.values))
        return option_items(self._options, self.mode, self.values, is_full=closed)

    def show_state(self, state: ItemState, mode: LanguageMode) -> None:
        """Show what is chosen."""
        super().show_state(state, mode)
        self._options = options_of(state, ())
        self.group.set_options(self._marks())
        self.group.set_question(self.question())
        for row, item in zip(self.group.rows(), self._items(), strict=True):
            name = self.tr("{row}, {column}").format(row=self.question(), column=item.text)
            row.setAccessibleName(name)
            row.setAccessibleDescription(item.closed_reason)
            row.setToolTip(": ".join(part for part in (item.text, item.closed_reason) if part))
            row.setEnabled(not item.closed_reason)
        keys = {key_of(self._options, value) for value in self.values}
        self.group.set_chosen({key for key in keys if key is not None})

    def set_spoken(self, description: str) -> None:
        """The line carries it, so that it is read with the question."""
        self.group.setAccessibleDescription(description)

    def focus_target(self) -> QWidget | None:
        """The chosen mark, else the first."""
        rows = self.group.rows()
        return next((row for row in rows if row.isChecked()), rows[0] if rows else None)

    def focus_first(self) -> None:
        """Put the focus on the chosen mark, else on the first."""
        self.group.focus_first()

    @Slot(object)
    def _chosen(self, keys: tuple[str, ...]) -> None:
        values = tuple(self._options[key].value for key in keys)
        self.tell(Answered(values) if values else Unanswered())

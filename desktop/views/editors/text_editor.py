"""Free text: one line, or several; told within a second of the last keystroke."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.forms.answers import Answered, Unanswered
from desktop.forms.questionnaire import ItemType
from desktop.forms.session import ItemState
from desktop.views.editors.editor import Editor
from desktop.views.editors.language_mode import LanguageMode, one_text
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.text_field import TextField


class TextEditor(Editor):
    """A line for ``string`` and ``url``, a box for ``text``.

    Signals: those of Editor; ``edited(text)`` at each keystroke.
    """

    edited = Signal(str)

    def __init__(self, state: ItemState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self.field: LineField | TextField
        if state.item.type is ItemType.TEXT:
            self.field = TextField(self, name=self.name, lines=2, is_patient_text=True)
        else:
            self.field = LineField(self, name=self.name, is_patient_text=True)
        self._row = FieldRow(self.question(), self.field, self, is_label_hidden=True)
        self.column.addWidget(self._row)
        self.watch(self.field)
        self.field.committed.connect(self._committed)
        self.field.edited.connect(self.edited)

    def show_state(self, state: ItemState, mode: LanguageMode) -> None:
        """Show the text, unless something newer is being typed."""
        super().show_state(state, mode)
        self._row.set_label(self.question())
        self.field.setPlaceholderText(one_text(state.item.presentation.entry_format, mode))
        if not self.field.has_pending:
            text = next((value for value in self.values if isinstance(value, str)), "")
            if text != self.field.value():
                self.field.set_value(text)

    def set_spoken(self, description: str) -> None:
        """Shown by the card; here it is only spoken."""
        self.field.setAccessibleDescription(description)

    def focus_target(self) -> QWidget | None:
        """The box."""
        return self.field

    def flush(self) -> None:
        """Tell what was typed now."""
        self.field.flush()

    @Slot(str)
    def _committed(self, text: str) -> None:
        self.tell(Answered((text,)) if text else Unanswered())

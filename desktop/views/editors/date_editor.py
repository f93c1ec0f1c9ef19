"""A date that may be partial (a year, a month) and is empty until somebody gave it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.forms.answers import Answered, PartialDate, Unanswered
from desktop.forms.session import ItemState
from desktop.views.editors.editor import Editor
from desktop.views.editors.language_mode import LanguageMode
from desktop.views.editors.partial_date_field import PartialDateField
from desktop.views.widgets.field_row import FieldRow


class DateEditor(Editor):
    """2026, 2026-03 or 2026-03-14. Signals: those of Editor."""

    def __init__(self, state: ItemState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self.field = PartialDateField(self, name=self.name)
        self._row = FieldRow(self.question(), self.field, self, is_label_hidden=True)
        self.column.addWidget(self._row)
        self.watch(self.field.line)
        self.field.value_committed.connect(self._committed)
        self.field.problem_found.connect(self.problem_found)

    def show_state(self, state: ItemState, mode: LanguageMode) -> None:
        """Show the date as precisely as it is known."""
        super().show_state(state, mode)
        self._row.set_label(self.question())
        self.show_format(self.field.line)
        value = next((each for each in self.values if isinstance(each, PartialDate)), None)
        if not self.field.line.has_pending and (value is not None or self._was_told()):
            self.field.show_value(value)

    def focus_target(self) -> QWidget | None:
        """The box."""
        return self.field.line

    def flush(self) -> None:
        """Tell what was typed now."""
        self.field.flush()

    def _was_told(self) -> bool:
        """Text that is no date stays in the box to be mended."""
        try:
            self.field.line.typed_value()
        except ValueError:
            return False
        return True

    @Slot(object)
    def _committed(self, value: object) -> None:
        self.tell(Answered((value,)) if isinstance(value, PartialDate) else Unanswered())

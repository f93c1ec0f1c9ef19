"""Free text: one line, or several; told within a second of the last keystroke."""

import re

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.forms.answers import Answered, Unanswered
from desktop.forms.questionnaire import ItemType
from desktop.forms.session import ItemState
from desktop.views.editors.editor import Editor
from desktop.views.editors.language_mode import LanguageMode, one_text
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.parsed_field import NotReadable, ParsedField
from desktop.views.widgets.text_field import TextField

_HINT = Qt.InputMethodHint
_KEYBOARDS = {
    "phone": _HINT.ImhDialableCharactersOnly,
    "email": _HINT.ImhEmailCharactersOnly,
    "number": _HINT.ImhFormattedNumbersOnly,
    "url": _HINT.ImhUrlCharactersOnly,
}
"""Which keys the keyboard on a touch screen begins with (SDC ``sdc-questionnaire-keyboard``); what
may be typed stays free."""
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:\S+")


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
        elif state.item.type is ItemType.URL:
            self.field = ParsedField(self._to_address, str, self, name=self.name)
            self.field.problem_found.connect(self.problem_found)
        else:
            self.field = LineField(self, name=self.name, is_patient_text=True)
        hint = _KEYBOARDS.get(state.item.presentation.keyboard or "")
        if hint is not None:
            self.field.setInputMethodHints(self.field.inputMethodHints() | hint)
        self._row = FieldRow(self.question(), self.field, self, is_label_hidden=True)
        self.column.addWidget(self._row)
        self.watch(self.field)
        if isinstance(self.field, ParsedField):
            self.field.value_committed.connect(self._address_committed)
        else:
            self.field.committed.connect(self._committed)
        self.field.edited.connect(self.edited)

    def show_state(self, state: ItemState, mode: LanguageMode) -> None:
        """Show the text, unless something newer is being typed."""
        super().show_state(state, mode)
        self._row.set_label(self.question())
        self.field.setPlaceholderText(one_text(state.item.presentation.entry_format, mode))
        if not self.field.has_pending and not self._is_told_unreadable():
            text = next((value for value in self.values if isinstance(value, str)), "")
            if text != self.field.value():
                self.field.set_value(text)

    def _is_told_unreadable(self) -> bool:
        """Text that is no address stays in the box to be mended."""
        return isinstance(self.field, ParsedField) and bool(self._row.error)

    @Slot(object)
    def _address_committed(self, value: object) -> None:
        self._committed(value if isinstance(value, str) else "")

    def set_spoken(self, description: str) -> None:
        """Shown by the card; here it is only spoken."""
        self.field.setAccessibleDescription(description)

    def focus_target(self) -> QWidget | None:
        """The box."""
        return self.field

    def flush(self) -> None:
        """Tell what was typed now."""
        self.field.flush()

    def _to_address(self, text: str) -> str:
        """A whole address: scheme, colon, something, no spaces (FHIR R4 ``uri``)."""
        if not _ADDRESS.fullmatch(text):
            raise NotReadable(self.tr("Type a whole address, such as https://one.example"))
        return text

    @Slot(str)
    def _committed(self, text: str) -> None:
        self.tell(Answered((text,)) if text else Unanswered())

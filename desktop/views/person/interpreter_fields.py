"""How it is interpreted: the mode, the language, the interpreter's number; calm about relatives."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.records.interpreting import (
    LONGEST_NOTE,
    FamilyReason,
    InterpreterMode,
    Interpreting,
)
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.announce import announce
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.picker import Picker


class InterpreterFields(QWidget):
    """Nothing is picked at first, and nothing of it is required.

    Signals: ``changed()`` something was picked, or typed and let rest.
    """

    changed = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("room-interpreter")
        choose = self.tr("Choose")
        modes = [
            (one.value, sentence(f"interpreting.{one.value}", language)) for one in InterpreterMode
        ]
        whys = [
            (one.value, sentence(f"interpreting.why.{one.value}", language)) for one in FamilyReason
        ]
        self.mode = Picker(self, name="room-interpreter-mode", choices=modes, placeholder=choose)
        self.why = Picker(self, name="room-interpreter-why", choices=whys, placeholder=choose)
        self.language = LineField(self, name="room-interpreter-language")
        self.number = LineField(self, name="room-interpreter-id")
        for line in (self.language, self.number):
            line.setMaxLength(LONGEST_NOTE)
        self.note = MessageBar(self, name="room-interpreter-note", is_closable=False)
        self.mode_row = FieldRow(self.tr("Interpreter"), self.mode, self)
        self.why_row = FieldRow(self.tr("Why a relative or friend"), self.why, self)
        self.language_row = FieldRow(self.tr("Language spoken"), self.language, self)
        self.number_row = FieldRow(self.tr("Interpreter's number or ID"), self.number, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for part in (self.mode_row, self.note, self.why_row, self.language_row, self.number_row):
            column.addWidget(part)
        self.mode.picked.connect(self._picked)
        self.why.picked.connect(self.changed)
        for line in (self.language, self.number):
            line.committed.connect(self.changed)
        self.show_interpreting(None)

    def show_interpreting(self, noted: Interpreting | None) -> None:
        """Show what is noted, without a word aloud."""
        self.mode.show_picked(noted.mode.value if noted else "")
        self.language.set_value(noted.language if noted else "")
        self.number.set_value(noted.interpreter_id if noted else "")
        reason = noted.family_reason if noted else None
        self.why.show_picked(reason.value if reason else "")
        self._fit(is_spoken=False)

    def interpreting(self) -> Interpreting | None:
        """What is said, None for nothing."""
        key, why = self.mode.picked_key(), self.why.picked_key()
        if not key:
            return None
        return Interpreting(
            InterpreterMode(key),
            self.language.value(),
            self.number.value(),
            FamilyReason(why) if why else None,
        ).tidied()

    def flush(self) -> None:
        """Tell what was typed now."""
        for line in (self.language, self.number):
            line.flush()

    @Slot(str)
    def _picked(self, _key: str) -> None:
        self._fit(is_spoken=True)
        self.changed.emit()

    def _fit(self, *, is_spoken: bool) -> None:
        """Ask only what the mode has; what was typed stays until another is kept."""
        key = self.mode.picked_key()
        is_family = key == InterpreterMode.FAMILY.value
        is_any = key not in ("", InterpreterMode.NONE_NEEDED.value)
        self.language_row.setVisible(is_any)
        self.number_row.setVisible(is_any and not is_family)
        self.why_row.setVisible(is_family)
        if not is_family:
            self.note.clear()
        elif self.note.isHidden():
            words = self.tr(
                "A trained interpreter costs the person nothing. Relatives and friends may leave"
                " things out, and people may hold back before them. A child interprets only when it"
                " cannot wait and nobody else is there."
            )
            self.note.show_message(Tone.ACCENT, words, is_spoken=False)
            if is_spoken:
                announce(self, words)

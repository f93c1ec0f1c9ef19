"""When the screen is covered and when it locks: numbers of minutes, within bounds."""

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.services.idle_rules import (
    COVER_LEAST,
    COVER_MOST,
    LOCK_LEAST,
    LOCK_MOST,
    PATIENT_LEAST,
    PATIENT_MOST,
    IdleRules,
)
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.number_field import NumberField
from desktop.views.widgets.parsed_field import NotReadable
from desktop.views.widgets.wrap_label import WrapLabel


class IdlePanel(TaskPanel):
    """Signals: ``rules_given(IdleRules)``."""

    rules_given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Cover and lock"), self.tr("Save cover and lock"), parent, name="idle"
        )
        self.cover = NumberField(
            self, name="idle-cover", least=Decimal(COVER_LEAST), most=Decimal(COVER_MOST)
        )
        self.cover_row = FieldRow(
            self.tr("Cover after how many minutes"),
            self.cover,
            self,
            help_text=self.tr("2 to 10. The PIN takes the cover away."),
        )
        self.lock = NumberField(
            self, name="idle-lock", least=Decimal(LOCK_LEAST), most=Decimal(LOCK_MOST)
        )
        self.lock_row = FieldRow(
            self.tr("Lock after how many minutes"),
            self.lock,
            self,
            help_text=self.tr("5 to 30, and later than the cover. Then the password is needed."),
        )
        self.patient = NumberField(
            self, name="idle-patient", least=Decimal(PATIENT_LEAST), most=Decimal(PATIENT_MOST)
        )
        self.patient_row = FieldRow(
            self.tr("In patient mode, cover after how many minutes"),
            self.patient,
            self,
            help_text=self.tr(
                "5 to 20, and at least as long as the cover. While the patient has the screen."
            ),
        )
        note = self.tr(
            "Minutes in which nobody touches the computer. They count from the next sign-in on."
            " Everybody is warned a minute before, and after twelve hours in any case."
        )
        self.note = WrapLabel(note, self, tone=Tone.MUTED)
        for widget in (self.cover_row, self.lock_row, self.patient_row, self.note):
            self.body.addWidget(widget)
        self.cover.edited.connect(self.cover_row.clear_error)
        self.lock.edited.connect(self.lock_row.clear_error)
        self.patient.edited.connect(self.patient_row.clear_error)

    def begin(self, rules: IdleRules) -> None:
        """Show the rules in force."""
        self.cover.show_value(Decimal(rules.cover_minutes))
        self.lock.show_value(Decimal(rules.lock_minutes))
        self.patient.show_value(Decimal(rules.patient_minutes))
        for row in (self.cover_row, self.lock_row, self.patient_row):
            row.set_error("")

    def focus_first(self) -> None:
        """The minutes to the cover."""
        self.cover.setFocus()

    def show_problem(self, message_id: str, words: str) -> bool:
        """A number that will not do is said below it."""
        if not message_id.startswith("idle."):
            return False
        rows = {
            "idle.cover-bounds": self.cover_row,
            "idle.patient-bounds": self.patient_row,
            "idle.patient-longer": self.patient_row,
        }
        row = rows.get(message_id, self.lock_row)
        row.set_error(words)
        row.control.setFocus()
        return True

    def submit(self) -> None:
        """Tell what was given."""
        cover = self._minutes(self.cover, self.cover_row)
        if cover is None:
            return
        lock = self._minutes(self.lock, self.lock_row)
        if lock is None:
            return
        patient = self._minutes(self.patient, self.patient_row)
        if patient is not None:
            self.rules_given.emit(IdleRules(cover, lock, patient))

    def _minutes(self, field: NumberField, row: FieldRow) -> int | None:
        problem = self.tr("Type a number of whole minutes.")
        try:
            value = field.typed_value()
        except NotReadable as error:
            value, problem = None, str(error)
        if isinstance(value, Decimal) and value == value.to_integral_value():
            return int(value)
        row.set_error(problem)
        field.setFocus()
        return None

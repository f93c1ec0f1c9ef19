"""Edit the legal identity and the ways to reach a person, with what is safe on each."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.records.ids import PersonId
from desktop.records.person import PersonIdentity
from desktop.views.person.task_panel import TaskPanel
from desktop.views.person.ways_list import WaysList
from desktop.views.widgets.date_field import DateField
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.parsed_field import NotReadable


class IdentityPanel(TaskPanel):
    """Signals: ``identity_given(PersonIdentity)``."""

    identity_given = Signal(object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, name="identity")
        self.set_title(self.tr("Name and contacts"))
        self.action_text = self.tr("Save name and contacts")
        self._kept = PersonIdentity(PersonId(""))
        self.legal_name = LineField(self, name="identity-name")
        self.birth_date = DateField(self, name="identity-born")
        self.record_number = LineField(self, name="identity-mrn")
        self.name_row = FieldRow(self.tr("Legal name"), self.legal_name, self)
        self.born_row = FieldRow(self.tr("Date of birth"), self.birth_date, self)
        self.number_row = FieldRow(self.tr("Medical record number"), self.record_number, self)
        for row in (self.name_row, self.born_row, self.number_row):
            self.body.addWidget(row)
        self.ways = WaysList(language, self, name="identity")
        self.body.addWidget(self.ways)

    def begin(self, identity: PersonIdentity) -> None:
        """Show what is kept."""
        self._kept = identity
        self.legal_name.set_value(identity.legal_name or "")
        self.birth_date.show_value(identity.birth_date)
        self.record_number.set_value(identity.medical_record_number or "")
        self.ways.show_paths(identity.contacts)
        for row in (self.name_row, self.born_row, self.number_row):
            row.set_error("")

    def focus_first(self) -> None:
        """The name."""
        self.legal_name.setFocus()

    def submit(self) -> None:
        """Tell the whole identity."""
        can_read, born = self._read_birth_date()
        if not self.ways.check() or not can_read:
            return
        identity = replace(
            self._kept,
            legal_name=self.legal_name.value() or None,
            birth_date=born,
            medical_record_number=self.record_number.value() or None,
            contacts=self.ways.paths(),
        )
        self.identity_given.emit(identity)

    def _read_birth_date(self) -> tuple[bool, date | None]:
        try:
            born = self.birth_date.typed_value()
        except NotReadable as problem:
            self.born_row.set_error(str(problem))
            self.birth_date.setFocus()
            return False, None
        return True, born

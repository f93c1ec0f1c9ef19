"""Edit the legal identity, what to call a person, and the ways to reach them."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.ids import PersonId
from desktop.records.person import PersonIdentity
from desktop.views.person.task_panel import TaskPanel
from desktop.views.person.ways_list import WaysList
from desktop.views.widgets.date_field import DateField
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.offered_line import OfferedLine
from desktop.views.widgets.parsed_field import NotReadable

PRONOUNS = ("she", "he", "they")
"""Usual ones, offered; any other is typed, and nobody has to answer."""


class IdentityPanel(TaskPanel):
    """Signals: ``identity_given(PersonIdentity)``."""

    identity_given = Signal(object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, name="identity")
        self.set_title(self.tr("Name and contacts"))
        self.action_text = self.tr("Save name and contacts")
        self._kept = PersonIdentity(PersonId(""))
        self.legal_name = LineField(self, name="identity-name")
        self.name_used = LineField(self, name="identity-used")
        offered = [sentence(f"identity.pronouns.{one}", language) for one in PRONOUNS]
        self.pronouns = OfferedLine(offered, self, name="identity-pronouns")
        self.birth_date = DateField(self, name="identity-born")
        self.record_number = LineField(self, name="identity-mrn")
        self.name_row = FieldRow(self.tr("Legal name"), self.legal_name, self)
        self.born_row = FieldRow(self.tr("Date of birth"), self.birth_date, self)
        self.number_row = FieldRow(self.tr("Medical record number"), self.record_number, self)
        used, pronouns = (sentence(f"identity.{one}", language) for one in ("used", "pronouns"))
        self.used_row = FieldRow(
            used, self.name_used, self, help_text=sentence("identity.used-help", language)
        )
        self.pronouns_row = FieldRow(pronouns, self.pronouns, self)
        called = (self.used_row, self.pronouns_row)
        for row in (self.name_row, *called, self.born_row, self.number_row):
            self.body.addWidget(row)
        self.ways = WaysList(language, self, name="identity")
        self.body.addWidget(self.ways)

    def begin(self, identity: PersonIdentity) -> None:
        """Show what is kept."""
        self._kept = identity
        self.legal_name.set_value(identity.legal_name or "")
        self.name_used.set_value(identity.name_used)
        self.pronouns.set_value(identity.pronouns)
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
            name_used=self.name_used.value(),
            pronouns=self.pronouns.value(),
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

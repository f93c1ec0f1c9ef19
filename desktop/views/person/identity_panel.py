"""Edit the legal identity and the ways to reach a person, with what is safe on each."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.records.ids import PersonId
from desktop.records.person import ContactKind, ContactPath, PersonIdentity
from desktop.views.person.task_panel import TaskPanel
from desktop.views.widgets.date_field import DateField
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.parsed_field import NotReadable

CALL, TEXT, MESSAGE = "call", "text", "message"


class IdentityPanel(TaskPanel):
    """Signals: ``identity_given(PersonIdentity)``."""

    identity_given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
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
        self.own = ContactFields(self.tr("Own phone"), self, name="identity-own")
        self.trusted = ContactFields(
            self.tr("Trusted person"), self, name="identity-trusted", has_owner=True
        )
        self.mail = ContactFields(self.tr("E-mail"), self, name="identity-mail", is_mail=True)
        for fields in (self.own, self.trusted, self.mail):
            self.body.addWidget(fields)

    def begin(self, identity: PersonIdentity) -> None:
        """Show what is kept."""
        self._kept = identity
        self.legal_name.set_value(identity.legal_name or "")
        self.birth_date.show_value(identity.birth_date)
        self.record_number.set_value(identity.medical_record_number or "")
        self.own.show_path(_first(identity, ContactKind.OWN_PHONE))
        self.trusted.show_path(_first(identity, ContactKind.TRUSTED_PERSON))
        self.mail.show_path(_first(identity, ContactKind.EMAIL))
        for row in (self.name_row, self.born_row, self.number_row):
            row.set_error("")

    def focus_first(self) -> None:
        """The name."""
        self.legal_name.setFocus()

    def submit(self) -> None:
        """Tell the whole identity; other ways to reach that are kept stay."""
        can_read, born = self._read_birth_date()
        fields = (self.own, self.trusted, self.mail)
        if not can_read or not all(each.check() for each in fields):
            return
        given = (
            self.own.path(ContactKind.OWN_PHONE),
            self.trusted.path(ContactKind.TRUSTED_PERSON),
            self.mail.path(ContactKind.EMAIL),
        )
        edited = [_first(self._kept, kind) for kind in _EDITED]
        others = [path for path in self._kept.contacts if path not in edited]
        identity = replace(
            self._kept,
            legal_name=self.legal_name.value() or None,
            birth_date=born,
            medical_record_number=self.record_number.value() or None,
            contacts=(*(path for path in given if path is not None), *others),
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


_EDITED = (ContactKind.OWN_PHONE, ContactKind.TRUSTED_PERSON, ContactKind.EMAIL)


class ContactFields(Panel):
    """One way to reach: whose, the number or address, what is safe to do, when.

    On an e-mail address the one thing that can be safe is to write.
    """

    def __init__(
        self,
        title: str,
        parent: QWidget | None = None,
        *,
        name: str,
        has_owner: bool = False,
        is_mail: bool = False,
    ) -> None:
        super().__init__(title, parent, name=name)
        self._has_owner, self._is_mail = has_owner, is_mail
        self.owner = LineField(self, name=f"{name}-owner")
        self.owner_row = FieldRow(self.tr("Who it is"), self.owner, self)
        self.owner_row.setVisible(has_owner)
        self.number = LineField(self, name=f"{name}-number")
        asked = self.tr("E-mail address") if is_mail else self.tr("Phone number")
        self.number_row = FieldRow(asked, self.number, self)
        question = self.tr("What is safe to do?")
        self.safe = OptionGroup(
            question,
            self._acts(),
            self,
            name=f"{name}-safe",
            is_multiple=True,
            is_flat=True,
        )
        self.times = LineField(self, name=f"{name}-times")
        for row in (
            self.owner_row,
            self.number_row,
            FieldRow(question, self.safe, self),
            FieldRow(self.tr("Best times"), self.times, self),
        ):
            self.body.addWidget(row)

    def _acts(self) -> list[OptionItem]:
        if self._is_mail:
            return [OptionItem(TEXT, self.tr("Write"))]
        return [
            OptionItem(CALL, self.tr("Call")),
            OptionItem(TEXT, self.tr("Send a text")),
            OptionItem(MESSAGE, self.tr("Leave a message")),
        ]

    def show_path(self, path: ContactPath | None) -> None:
        """Show what is kept, or nothing."""
        self.owner.set_value(path.owner if path else "")
        self.number.set_value(path.value if path else "")
        self.times.set_value(path.best_times if path else "")
        safe = {
            CALL: path is not None and path.safe_to_call,
            TEXT: path is not None and path.safe_to_text,
            MESSAGE: path is not None and path.safe_to_leave_message,
        }
        known = {option.key for option in self._acts()}
        self.safe.set_chosen([key for key, is_safe in safe.items() if is_safe and key in known])
        self.number_row.set_error("")

    def check(self) -> bool:
        """Whether it is empty or has a number; says what is missing."""
        is_used = bool(self.owner.value() or self.safe.chosen_keys() or self.times.value())
        is_missing = is_used and not self.number.value()
        words = self.tr("Type the address.") if self._is_mail else self.tr("Type the number.")
        self.number_row.set_error(words if is_missing else "")
        if is_missing:
            self.number.setFocus()
        return not is_missing

    def path(self, kind: ContactKind) -> ContactPath | None:
        """The way to reach as typed, None without a number."""
        if not self.number.value():
            return None
        safe = self.safe.chosen_keys()
        return ContactPath(
            kind,
            self.number.value(),
            self.owner.value() if self._has_owner else "",
            safe_to_call=CALL in safe,
            safe_to_text=TEXT in safe,
            safe_to_leave_message=MESSAGE in safe,
            best_times=self.times.value(),
        )


def _first(identity: PersonIdentity, kind: ContactKind) -> ContactPath | None:
    return next((path for path in identity.contacts if path.kind is kind), None)

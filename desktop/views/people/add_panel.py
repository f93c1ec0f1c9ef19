"""Someone new: name, sign-in name, role, and for an administrator two recovery codes."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.records.roles import Role
from desktop.services.ports import NewStaff
from desktop.views.entry.sign_in_names import proposed_name
from desktop.views.people.people_words import role_words
from desktop.views.people.two_codes import TwoCodes
from desktop.views.person.task_panel import TaskPanel
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_item import OptionItem


class AddPanel(TaskPanel):
    """Signals: ``person_given(NewStaff, RecoveryCodes | None)``."""

    person_given = Signal(object, object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Add a person"), self.tr("Add and make a code"), parent, name="person-add"
        )
        self.name = LineField(self, name="person-name")
        self.name_row = FieldRow(self.tr("Name"), self.name, self)
        self.sign_in = LineField(self, name="person-sign-in")
        self.sign_in_row = FieldRow(
            self.tr("Sign-in name"),
            self.sign_in,
            self,
            help_text=self.tr("Typed at each sign-in. Short, and no one else's."),
        )
        question = self.tr("Role")
        options = [OptionItem(role.value, role_words(role, language)) for role in Role]
        self.role_choice = OptionGroup(question, options, self, name="person-role")
        self.role_row = FieldRow(question, self.role_choice, self)
        self.codes = TwoCodes(self, name="person-codes")
        for widget in (self.name_row, self.sign_in_row, self.role_row, self.codes):
            self.body.addWidget(widget)
        self._proposed = ""
        self.name.edited.connect(self._propose)
        self.sign_in.edited.connect(self.sign_in_row.clear_error)
        self.role_choice.answered.connect(self._follow)

    def begin(self) -> None:
        """Ask about somebody new."""
        self._proposed = ""
        self.name.set_value("")
        self.sign_in.set_value("")
        self.role_choice.set_chosen(())
        self.codes.ask(is_needed=False)
        for row in (self.name_row, self.sign_in_row, self.role_row):
            row.set_error("")

    def focus_first(self) -> None:
        """The name."""
        self.name.setFocus()

    def show_problem(self, message_id: str, words: str) -> bool:
        """Put a refusal below the field that it is about."""
        if message_id == "staff.name-taken":
            self.sign_in_row.set_error(words)
            self.sign_in.setFocus()
            return True
        return self.codes.show_problem(message_id, words)

    def submit(self) -> None:
        """Tell what was typed, or say what is missing."""
        role = next(iter(self.role_choice.chosen_keys()), "")
        name, sign_in = self.name.value().strip(), self.sign_in.value().strip()
        self.name_row.set_error("" if name else self.tr("Type the person's name."))
        self.sign_in_row.set_error("" if sign_in else self.tr("Type a sign-in name."))
        self.role_row.set_error("" if role else self.tr("Choose a role."))
        missing = self.codes.check()
        if not name:
            self.name.setFocus()
        elif not sign_in:
            self.sign_in.setFocus()
        elif not role:
            self.role_choice.focus_first()
        elif missing is not None:
            missing.setFocus()
        else:
            self.person_given.emit(NewStaff(sign_in, name, Role(role)), self.codes.value())

    @Slot()
    def _propose(self) -> None:
        self.name_row.set_error("")
        if self.sign_in.value() == self._proposed:
            self._proposed = proposed_name(self.name.value())
            self.sign_in.set_value(self._proposed)

    @Slot(object)
    def _follow(self, keys: tuple[str, ...]) -> None:
        self.role_row.set_error("")
        self.codes.ask(is_needed=Role.ADMINISTRATOR.value in keys)

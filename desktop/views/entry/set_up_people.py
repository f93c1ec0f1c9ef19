"""The four people a store begins with: a name and a sign-in name for each role."""

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGroupBox, QVBoxLayout, QWidget

from desktop.records.roles import Role
from desktop.services.ports import NewStaff
from desktop.views.entry.sign_in_names import proposed_name, repeated
from desktop.views.theme.holder import current_theme
from desktop.views.theme.tokens import Space, TextStyle, Tone, Width
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.wrap_label import WrapLabel


@dataclass(frozen=True, slots=True)
class RoleWords:
    """What a role is called and what it does."""

    role: Role
    title: str
    task: str


class PersonFields(QGroupBox):
    """One person of one role; the sign-in name follows the name until it is typed itself."""

    def __init__(self, words: RoleWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = f"set-up-{words.role.value}"
        self.setObjectName(name)
        self.setAccessibleName(words.title)
        self.role = words.role
        self.name = LineField(self, name=f"{name}-name")
        self.name_row = FieldRow(self.tr("Name"), self.name, self)
        self.sign_in = LineField(self, name=f"{name}-sign-in")
        self.sign_in_row = FieldRow(self.tr("Sign-in name"), self.sign_in, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(WrapLabel(words.title, self, style=TextStyle.ROW_STRONG))
        column.addWidget(WrapLabel(words.task, self, tone=Tone.MUTED))
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(Space.M)
        self._pair.addWidget(self.name_row, 1)
        self._pair.addWidget(self.sign_in_row, 1)
        column.addSpacing(Space.XS)
        column.addLayout(self._pair)
        self.name.edited.connect(self._propose)
        self.sign_in.edited.connect(self.sign_in_row.clear_error)
        self._proposed = ""

    def staff(self) -> NewStaff:
        """The person as typed."""
        return NewStaff(self.sign_in.value(), self.name.value(), self.role)

    def adopt(self) -> None:
        """After typed text was put back: a sign-in name that would be proposed still follows."""
        if self.sign_in.value() == proposed_name(self.name.value()):
            self._proposed = self.sign_in.value()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two fields below each other when the text is large for the width."""
        super().resizeEvent(event)
        is_narrow = self.width() < current_theme().metrics.scaled(Width.SIDE_MOST)
        self._pair.setDirection(
            QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        )

    @Slot(str)
    def _propose(self, text: str) -> None:
        self.name_row.set_error("")
        if self.sign_in.value() == self._proposed:
            self._proposed = proposed_name(text)
            self.sign_in.set_value(self._proposed)
            self.sign_in_row.set_error("")


class SetUpPeople(QWidget):
    """Administrator, specialist, nurse manager and packet desk, in this order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("set-up-people")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XL)
        self.people = tuple(PersonFields(words, self) for words in self._roles())
        for person in self.people:
            column.addWidget(person)

    def staff(self) -> tuple[NewStaff, ...]:
        """All four as typed."""
        return tuple(person.staff() for person in self.people)

    def adopt(self) -> None:
        """See ``PersonFields.adopt``."""
        for person in self.people:
            person.adopt()

    def check(self) -> QWidget | None:
        """Show what is wrong below the fields; the first field to go to, or None."""
        twice = repeated([person.sign_in.value() for person in self.people])
        target: QWidget | None = None
        for at, person in enumerate(self.people):
            no_name = "" if person.name.value() else self.tr("Type a name.")
            problem = "" if person.sign_in.value() else self.tr("Type a sign-in name.")
            if at in twice:
                problem = self.tr("Someone above has this sign-in name. Choose another.")
            person.name_row.set_error(no_name)
            person.sign_in_row.set_error(problem)
            if target is None and (no_name or problem):
                target = person.name if no_name else person.sign_in
        return target

    def _roles(self) -> tuple[RoleWords, ...]:
        return (
            RoleWords(
                Role.ADMINISTRATOR,
                self.tr("Administrator"),
                self.tr("Certifies people and approves consent texts; reads no records."),
            ),
            RoleWords(
                Role.SPECIALIST,
                self.tr("First intervention specialist"),
                self.tr("Works at the bedside. More specialists can follow."),
            ),
            RoleWords(
                Role.NURSE_MANAGER,
                self.tr("First nurse manager"),
                self.tr("Reviews and signs off what others wrote."),
            ),
            RoleWords(
                Role.PACKET_DESK,
                self.tr("First person of the packet desk"),
                self.tr("Prints packets that are ready; sees nothing else."),
            ),
        )

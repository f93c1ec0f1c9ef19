"""Two people confirm that an older store was put back on purpose."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.services.ports import RollbackAlarm, SecondPerson
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.button import ButtonRole
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.password_field import PasswordField
from desktop.views.widgets.wrap_label import WrapLabel


class AlarmPanel(TaskPanel):
    """Signals: ``settled(password, SecondPerson)``."""

    settled = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Confirm the restore"),
            self.tr("Confirm the restore"),
            parent,
            name="backup-alarm",
        )
        self.role = ButtonRole.DANGER
        self.counts = WrapLabel("", self)
        self.note = WrapLabel(
            self.tr(
                "Confirm only if a backup was put back here on purpose. What was written after it"
                " is not in this store; the store from before is kept in the data folder. If"
                " nobody restored anything, call whoever looks after this computer instead."
            ),
            self,
            tone=Tone.WARNING,
        )
        self.mine = PasswordField(self, name="alarm-mine")
        self.mine_row = FieldRow(self.tr("Your password"), self.mine, self)
        self.name = LineField(self, name="alarm-name")
        self.name_row = FieldRow(
            self.tr("Sign-in name of a second person"),
            self.name,
            self,
            help_text=self.tr("A colleague with an account here, at this screen now."),
        )
        self.theirs = PasswordField(self, name="alarm-theirs")
        self.theirs_row = FieldRow(self.tr("Password of the second person"), self.theirs, self)
        for widget in (self.counts, self.note, self.mine_row, self.name_row, self.theirs_row):
            self.body.addWidget(widget)
        self.mine.edited.connect(self.mine_row.clear_error)
        self.name.edited.connect(self.name_row.clear_error)
        self.theirs.edited.connect(self.theirs_row.clear_error)

    def begin(self, alarm: RollbackAlarm) -> None:
        """Ask both; nothing of an earlier try stays."""
        words = self.tr("Entries of the audit trail seen before: {seen}. Now: {now}.")
        if alarm.records:
            words = self.tr(
                "Records and logs of which something newer was saved and signed for than is here:"
                " {records}."
            )
        self.counts.setText(
            words.format(seen=alarm.seen_entries, now=alarm.entries, records=alarm.records)
        )
        self.forget()
        for row in (self.mine_row, self.name_row, self.theirs_row):
            row.set_error("")

    def forget(self) -> None:
        """Empty what was typed."""
        self.mine.clear()
        self.theirs.clear()
        self.name.set_value("")

    def focus_first(self) -> None:
        """One's own password."""
        self.mine.setFocus()

    def show_problem(self, message_id: str, words: str) -> bool:
        """Which of the two passwords was wrong is not told: it is said below the last field."""
        if not message_id.startswith(("rollback.", "sign-in.")):
            return False
        row = self.name_row if message_id == "rollback.two-people" else self.theirs_row
        row.set_error(words)
        row.control.setFocus()
        return True

    def submit(self) -> None:
        """Tell what both gave; an empty field is said at once."""
        for row, text in (
            (self.mine_row, self.mine.value()),
            (self.name_row, self.name.value()),
            (self.theirs_row, self.theirs.value()),
        ):
            if not text:
                row.set_error(self.tr("This is still empty."))
                row.control.setFocus()
                return
        second = SecondPerson(self.name.value(), self.theirs.value())
        self.settled.emit(self.mine.value(), second)

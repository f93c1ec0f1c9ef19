"""Dates to keep and who to call: what is on paper already, and a form for one more date."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.records.packet_record import Appointment
from desktop.views.packet.editor_panel import EditorPanel
from desktop.views.packet.packet_states import PacketState
from desktop.views.person.moment_field import MomentField
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.announce import announce
from desktop.views.widgets.button import Button
from desktop.views.widgets.evidence_hint import EvidenceHint
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.surface import Rule
from desktop.views.widgets.tab_order import keep_tab_order
from desktop.views.widgets.wrap_label import WrapLabel


class AppointmentsEditor(EditorPanel):
    """Signals: ``contact_written(name, phone)``; ``appointment_added(Appointment)``;
    ``appointment_removed(index)``."""

    contact_written = Signal(str, str)
    appointment_added = Signal(object)
    appointment_removed = Signal(int)

    def __init__(self, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(parent, name="packet-appointments")
        self.set_title(self.tr("Appointments and who to call"))
        self._shown: tuple[Appointment, ...] | None = None
        self.contact_name = LineField(self, name="packet-contact-name")
        self.contact_phone = LineField(self, name="packet-contact-phone")
        self.dates = QWidget(self)
        self._dates_column = QVBoxLayout(self.dates)
        self._dates_column.setContentsMargins(0, 0, 0, 0)
        self._dates_column.setSpacing(Space.S)
        self.moment = MomentField(self.tr("When"), now, self, name="packet-date")
        self.what = LineField(self, name="packet-date-what")
        self.where = LineField(self, name="packet-date-where")
        self.phone = LineField(self, name="packet-date-phone")
        self.hint = EvidenceHint((self.what, self.where), self, name="packet-date-hint")
        self.what_row = FieldRow(self.tr("What or who"), self.what, self)
        self.add_button = Button(
            self.tr("Add this date"), self, name="packet-date-add", icon=Icon.PLUS
        )
        self._lay_out()
        self.add_button.clicked.connect(self._add)
        for field in (self.contact_name, self.contact_phone):
            field.committed.connect(self._contact_written)
            field.unsaved_changed.connect(self.unsaved_changed)
        for line in self._date_lines():
            line.textChanged.connect(self._date_changed)

    def show_state(self, state: PacketState) -> None:
        """Show the dates and the contact; what is being typed stays."""
        choices = state.choices
        for field, value in (
            (self.contact_name, choices.contact_name),
            (self.contact_phone, choices.contact_phone),
        ):
            if not field.has_pending:
                field.set_value(value)
        if choices.appointments != self._shown:
            self._show_dates(choices.appointments)

    def focus_first(self) -> None:
        """Begin with who to call."""
        self.contact_name.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def has_unsaved(self) -> bool:
        """Whether a contact is being typed, or a date that was not added yet."""
        is_typing = self.contact_name.has_unsaved or self.contact_phone.has_unsaved
        return is_typing or any(line.text().strip() for line in self._date_lines())

    def flush(self) -> None:
        """Tell what is typed of the contact; a date counts once it is added."""
        self.contact_name.flush()
        self.contact_phone.flush()

    def _date_lines(self) -> tuple[QLineEdit, ...]:
        moment = (self.moment.day.line, self.moment.time.line)
        return (*moment, self.what, self.where, self.phone)

    @Slot()
    def _date_changed(self) -> None:
        self.unsaved_changed.emit()

    def _lay_out(self) -> None:
        body = self.body
        body.addWidget(WrapLabel(self.tr("Who to call"), self, style=TextStyle.ROW_STRONG))
        body.addWidget(FieldRow(self.tr("Name"), self.contact_name, self))
        help_text = self.tr("Printed large on the first page and on the wallet card")
        body.addWidget(FieldRow(self.tr("Number"), self.contact_phone, self, help_text=help_text))
        body.addWidget(Rule(self))
        body.addWidget(WrapLabel(self.tr("Dates to keep"), self, style=TextStyle.ROW_STRONG))
        body.addWidget(self.dates)
        body.addWidget(self.moment)
        body.addWidget(self.what_row)
        body.addWidget(FieldRow(self.tr("Where"), self.where, self))
        body.addWidget(self.hint)
        body.addWidget(FieldRow(self.tr("Number to call about it"), self.phone, self))
        body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_dates(self, appointments: tuple[Appointment, ...]) -> None:
        self._shown = appointments
        while (item := self._dates_column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        buttons: list[QWidget] = []
        for at, appointment in enumerate(appointments):
            row = _DateRow(at, appointment, self.dates)
            row.remove_button.clicked.connect(self._remove)
            self._dates_column.addWidget(row)
            row.show()
            buttons.append(row.remove_button)
        if not appointments:
            self._dates_column.addWidget(
                WrapLabel(self.tr("No date yet"), self.dates, tone=Tone.MUTED)
            )
        keep_tab_order(self.dates, buttons)

    @Slot(str)
    def _contact_written(self, _text: str) -> None:
        self.contact_written.emit(self.contact_name.value(), self.contact_phone.value())

    @Slot()
    def _add(self) -> None:
        is_read, when = self.moment.read()
        has_what = bool(self.what.value())
        self.what_row.set_error("" if has_what else self.tr("Say what or who the date is for."))
        if is_read and when is None:
            self.moment.row.set_error(self.tr("Add the day and the time."))
        if not is_read or when is None or not has_what:
            return
        added = Appointment(when, self.what.value(), self.where.value(), self.phone.value())
        for field in (self.what, self.where, self.phone):
            field.set_value("")
        self.hint.follow()
        self.moment.show_moment(None)
        self.appointment_added.emit(added)
        announce(self, self.tr("The date is in the packet."))
        self.moment.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _remove(self) -> None:
        index = int(self.sender().property("index"))
        self.moment.setFocus(Qt.FocusReason.OtherFocusReason)
        self.appointment_removed.emit(index)
        announce(self, self.tr("Removed. Undo brings it back."))


class _DateRow(QWidget):
    """One date with its words and Remove."""

    def __init__(self, index: int, appointment: Appointment, parent: QWidget) -> None:
        super().__init__(parent)
        when = appointment.when.astimezone().strftime("%Y-%m-%d %H:%M")
        about = ", ".join(
            part for part in (appointment.what, appointment.where, appointment.phone) if part
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(WrapLabel(when, self, style=TextStyle.BODY_STRONG))
        words.addWidget(WrapLabel(about, self, tone=Tone.MUTED))
        row.addLayout(words, 1)
        self.remove_button = Button(
            self.tr("Remove {when}").format(when=when),
            self,
            name=f"packet-date-remove-{index + 1}",
            icon=Icon.TRASH,
            is_icon_only=True,
        )
        self.remove_button.setProperty("index", index)
        row.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignTop)

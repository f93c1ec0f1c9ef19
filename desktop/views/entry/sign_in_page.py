"""The sign-in page: who, password, and where this is."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.entry.entry_page import EntryPage
from desktop.views.entry.entry_states import SignInState
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.busy import Busy
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.icon_label import IconLabel
from desktop.views.widgets.in_view import show_whole
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.password_field import PasswordField
from desktop.views.widgets.wrap_label import WrapLabel


class SignInPage(EntryPage):
    """Signals: ``submitted(name, password)``; ``enrol_requested()`` for "I cannot sign in"."""

    submitted = Signal(str, str)
    enrol_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="sign-in", title=self.tr("Sign in"))
        self._is_busy = False
        self._build_place()
        self._build_fields()
        self._build_actions()

    def show_state(self, state: SignInState) -> None:
        """Show where this is, whether a check is running, and what went wrong."""
        self.hospital_label.setText(state.hospital)
        self.hospital_label.setVisible(bool(state.hospital))
        self.station_label.setText(self.tr("Workstation {name}").format(name=state.workstation))
        self.station_label.setVisible(bool(state.workstation))
        self._show_demo(state)
        self._show_note(state.note)
        self.show_backup(state.backup)
        was_busy, self._is_busy = self._is_busy, state.is_busy
        self.sign_in_button.set_closed(self.tr("Checking") if state.is_busy else "")
        if state.is_busy:
            self.busy.start(self.tr("Checking"))
        else:
            self.busy.stop()
        self.name_row.set_error("")
        self.password_row.set_error("" if state.is_busy else state.error)
        if was_busy and state.error:
            self.password.line.selectAll()
            show_whole(self.area, self.password_row)
            self.password.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_backup(self, words: str) -> None:
        """How old the last backup is; "" for nothing to say."""
        self.backup_label.setText(words)
        self.backup_label.setVisible(bool(words))

    def propose_name(self, name: str) -> None:
        """Fill in a name that is known, and go on to the password."""
        self.name.set_value(name)
        self.password.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_place(self) -> None:
        self.hospital_label = WrapLabel("", self, style=TextStyle.ROW, tone=Tone.MUTED)
        self.station_label = WrapLabel("", self, style=TextStyle.ROW, tone=Tone.MUTED)
        self.demo_mark = MessageBar(self, name="sign-in-demo", is_closable=False)
        self.note_bar = MessageBar(self, name="sign-in-note", is_closable=False)
        self.body.setSpacing(Space.M)
        place = QVBoxLayout()
        place.setSpacing(Space.XS)
        place.addWidget(self.hospital_label)
        place.addWidget(self.station_label)
        self.body.addLayout(place)
        self.body.addSpacing(Space.XS)
        self.body.addWidget(self.demo_mark)
        self.body.addWidget(self.note_bar)

    def _build_fields(self) -> None:
        self.name = LineField(self, name="sign-in-name")
        self.name_row = FieldRow(self.tr("Name"), self.name, self)
        self.password = PasswordField(
            self, name="sign-in-password", placeholder=self.tr("Type your password")
        )
        self.password_row = FieldRow(self.tr("Password"), self.password, self)
        self.body.addSpacing(Space.S)
        self.body.addWidget(self.name_row)
        self.body.addWidget(self.password_row)
        self.name.returnPressed.connect(self._submit)
        self.password.submitted.connect(self._submit)
        self.password.edited.connect(self.password_row.clear_error)

    def _build_actions(self) -> None:
        self.sign_in_button = Button(
            self.tr("Sign in"), self, name="sign-in-submit", role=ButtonRole.PRIMARY
        )
        self.sign_in_button.set_large()
        self.cannot_button = Button(
            self.tr("I cannot sign in"), self, name="sign-in-cannot", role=ButtonRole.LINK
        )
        self.sign_in_button.clicked.connect(self._submit)
        self.cannot_button.clicked.connect(self._cannot)
        row = QHBoxLayout()
        row.setSpacing(Space.XL)
        row.addWidget(self.sign_in_button)
        row.addWidget(self.cannot_button)
        row.addStretch(1)
        self.busy = Busy(self, name="sign-in-busy", can_cancel=False)
        offline = QHBoxLayout()
        offline.setSpacing(Space.S)
        offline.addWidget(IconLabel(Icon.WIFI_OFF, self, tone=Tone.MUTED))
        offline.addWidget(WrapLabel(self.tr("Works without network"), self, tone=Tone.MUTED), 1)
        self.body.addSpacing(Space.S)
        self.body.addLayout(row)
        self.body.addWidget(self.busy)
        self.body.addSpacing(Space.S)
        self.body.addLayout(offline)
        self.backup_label = WrapLabel("", self, tone=Tone.MUTED)
        self.backup_label.hide()
        self.body.addWidget(self.backup_label)

    def _show_demo(self, state: SignInState) -> None:
        if not state.is_demo:
            self.demo_mark.clear()
            return
        title = self.tr("Demo: invented people only. Do not enter a real person.")
        self.demo_mark.show_message(Tone.PRIVATE, state.demo_hint, title=title, is_spoken=False)

    def _show_note(self, note: str) -> None:
        if note:
            self.note_bar.show_message(Tone.SUCCESS, note)
        else:
            self.note_bar.clear()

    @Slot()
    def _submit(self) -> None:
        if self._is_busy:
            return
        missing = ""
        if not self.name.value():
            missing = self.tr("Type your name.")
        self.name_row.set_error(missing)
        if missing:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.password.value():
            self.password_row.set_error(
                "" if self.name.hasFocus() else self.tr("Type your password.")
            )
            self.password.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.submitted.emit(self.name.value(), self.password.value())

    @Slot()
    def _cannot(self) -> None:
        self.enrol_requested.emit()

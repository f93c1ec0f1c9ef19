"""Passphrase mode: the workstation is opened once each time the app starts."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.views.entry.entry_page import EntryPage
from desktop.views.entry.entry_states import PageState
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.busy import Busy
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.password_field import PasswordField
from desktop.views.widgets.wrap_label import WrapLabel


class UnlockPage(EntryPage):
    """Signals: ``submitted(passphrase)``; ``enrol_again_requested()`` when it is lost."""

    submitted = Signal(str)
    enrol_again_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="unlock", title=self.tr("Open this workstation"))
        self._is_busy = False
        self.station_label = WrapLabel("", self, style=TextStyle.ROW, tone=Tone.MUTED)
        self.why_label = WrapLabel(
            self.tr(
                "The records here are encrypted. Type the passphrase of this workstation, "
                "the one that was chosen at set-up. After that, people sign in as usual."
            ),
            self,
            is_long=True,
        )
        self.again_label = WrapLabel(
            self.tr(
                "It is asked each time the app starts. A full lock ends the app and starts it "
                "afresh, so that nothing readable stays in memory: that is why it is asked again "
                "now if this workstation was locked. Everything saved is still here."
            ),
            self,
            tone=Tone.MUTED,
            is_long=True,
        )
        self.passphrase = PasswordField(self, name="unlock-passphrase")
        self.row = FieldRow(self.tr("Passphrase of this workstation"), self.passphrase, self)
        self.open_button = Button(
            self.tr("Open"), self, name="unlock-submit", role=ButtonRole.PRIMARY
        )
        self.open_button.set_large()
        self.lost_button = Button(
            self.tr("The passphrase is lost"), self, name="unlock-lost", role=ButtonRole.LINK
        )
        self.busy = Busy(self, name="unlock-busy", can_cancel=False)
        for widget in (self.station_label, self.why_label, self.row):
            self.body.addWidget(widget)
        self.body.addSpacing(Space.S)
        self.body.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.busy)
        self.body.addWidget(self.again_label)
        self.body.addWidget(self.lost_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.passphrase.submitted.connect(self._submit)
        self.open_button.clicked.connect(self._submit)
        self.lost_button.clicked.connect(self._lost)

    def show_state(self, state: PageState, workstation: str) -> None:
        """Show which workstation, whether it is being opened, and what went wrong."""
        self.station_label.setText(self.tr("Workstation {name}").format(name=workstation))
        self.station_label.setVisible(bool(workstation))
        was_busy, self._is_busy = self._is_busy, state.is_busy
        self.open_button.set_closed(self.tr("Opening") if state.is_busy else "")
        if state.is_busy:
            self.busy.start(self.tr("Opening"))
        else:
            self.busy.stop()
        self.row.set_error(state.error)
        if was_busy and state.error:
            self.passphrase.line.selectAll()
            self.passphrase.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _lost(self) -> None:
        if not self._is_busy:
            self.enrol_again_requested.emit()

    @Slot()
    def _submit(self) -> None:
        if self._is_busy:
            return
        if not self.passphrase.value():
            self.row.set_error(self.tr("Type the passphrase."))
            self.passphrase.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.submitted.emit(self.passphrase.value())

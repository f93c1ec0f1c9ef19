"""One's own password and PIN: either or both are chosen anew, with the rules beside them."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.services.ports import SecretsChange
from desktop.views.entry.new_secrets import NewPassword, NewPin
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.busy import Busy
from desktop.views.widgets.button import Button
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.password_field import PasswordField
from desktop.views.widgets.wrap_label import WrapLabel


class SecretsPanel(Panel):
    """Signals: ``change_requested(SecretsChange)``."""

    change_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name="own-secrets")
        self.set_title(self.tr("Your password and PIN"))
        self.present = PasswordField(self, name="own-present")
        self.present_row = FieldRow(self.tr("Your present password"), self.present, self)
        self.why = WrapLabel(
            self.tr(
                "Fill in what you want to change and leave the rest empty. Nobody can look either"
                " of them up. A forgotten password is replaced by an administrator's code."
            ),
            self,
            tone=Tone.MUTED,
        )
        self.password = NewPassword(
            self.tr("New password"), self.tr("New password again"), self, name="own-password"
        )
        self.pin = NewPin(self, name="own-pin")
        self.button = Button(self.tr("Change"), self, name="own-change", icon=Icon.KEY)
        self.busy = Busy(self, name="own-busy", can_cancel=False)
        for widget in (
            self.why,
            self.present_row,
            self.password,
            self.pin,
            self.button,
            self.busy,
        ):
            self.body.addWidget(widget)
        self.present.edited.connect(self.present_row.clear_error)
        self.pin.submitted.connect(self._submit)
        self.password.submitted.connect(self._submit)
        self.button.clicked.connect(self._submit)

    def start(self) -> None:
        """It is on its way to the store, which takes its time by design."""
        words = self.tr("Changing")
        self.button.set_closed(words)
        self.busy.start(words)

    def stop(self) -> None:
        """The store answered."""
        self.button.set_closed("")
        self.busy.stop()

    def clear(self) -> None:
        """Keep nothing that was typed."""
        fields = (self.present.line, self.password.first.line, self.password.second.line)
        for field in (*fields, self.pin.first, self.pin.second):
            field.clear()

    def show_problem(self, message_id: str, words: str) -> bool:
        """Put a refusal below the field that it is about; False when it is about none."""
        if message_id.startswith("sign-in."):
            self.present_row.set_error(words)
            self.present.clear()
            self.present.line.setFocus()
        elif message_id.startswith("password."):
            self.password.first_row.set_error(words)
            self.password.first.line.setFocus()
        elif message_id.startswith("pin."):
            self.pin.first_row.set_error(words)
            self.pin.first.setFocus()
        else:
            return False
        return True

    @Slot()
    def _submit(self) -> None:
        if self.button.closed_reason:
            return
        target = self._missing()
        if target is not None:
            target.setFocus()
            return
        self.change_requested.emit(
            SecretsChange(
                self.present.value(), self.password.value() or None, self.pin.value() or None
            )
        )

    def _missing(self) -> QWidget | None:
        """The first field that will not do, with its sentence below it."""
        password, pin = self.password, self.pin
        has_password = bool(password.value() or password.second.value())
        has_pin = bool(pin.value() or pin.second.value())
        problems: list[QWidget | None] = []
        if not self.present.value():
            self.present_row.set_error(self.tr("Type the password that you use now."))
            problems.append(self.present.line)
        if has_password:
            problems.append(password.check())
        if has_pin:
            problems.append(pin.check())
        if not has_password and not has_pin:
            password.first_row.set_error(self.tr("Type a new password, a new PIN or both."))
            problems.append(password.first.line)
        return next((one for one in problems if one is not None), None)

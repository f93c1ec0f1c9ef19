"""A one-time code is used to choose a password and a PIN."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.views.entry.entry_page import EntryPage
from desktop.views.entry.entry_states import EnrolRequest, PageState
from desktop.views.entry.new_secrets import NewPassword, NewPin
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.action_bar import ActionBar
from desktop.views.widgets.busy import Busy
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.wrap_label import WrapLabel


class EnrolPage(EntryPage):
    """Signals: ``submitted(EnrolRequest)``; ``sign_in_requested()`` to go back."""

    submitted = Signal(object)
    sign_in_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="enrol", title=self.tr("Use a one-time code"))
        self._is_busy = False
        self._build_fields()
        self._build_actions()

    def show_state(self, state: PageState) -> None:
        """Show whether the code is being used, and what went wrong."""
        self._is_busy = state.is_busy
        self.submit_button.set_closed(self.tr("Checking the code") if state.is_busy else "")
        if state.is_busy:
            self.busy.start(self.tr("Checking the code"))
        else:
            self.busy.stop()
        if state.error:
            self.message.show_message(Tone.DANGER, state.error)
            self.area.ensureWidgetVisible(self.message)
        else:
            self.message.clear()

    def _build_fields(self) -> None:
        self.why_label = WrapLabel(
            self.tr(
                "New here, or forgot your password? Ask your administrator for a one-time code. "
                "With it you choose a password and a PIN of your own."
            ),
            self,
            is_long=True,
        )
        self.message = MessageBar(self, name="enrol-message", is_closable=False)
        self.name = LineField(self, name="enrol-name")
        self.name_row = FieldRow(self.tr("Your sign-in name"), self.name, self)
        self.code = LineField(self, name="enrol-code")
        self.code_row = FieldRow(
            self.tr("One-time code"),
            self.code,
            self,
            help_text=self.tr("Eight groups of five; capitals, spaces and hyphens do not matter."),
        )
        self.password = NewPassword(
            self.tr("New password"), self.tr("New password again"), self, name="enrol-password"
        )
        self.pin = NewPin(self, name="enrol-pin")
        self.body.setSpacing(Space.M)
        for widget in (
            self.why_label,
            self.message,
            self.name_row,
            self.code_row,
            self.password,
            self.pin,
        ):
            self.body.addWidget(widget)
        self.name.returnPressed.connect(self._to_code)
        self.code.returnPressed.connect(self._to_password)
        self.password.submitted.connect(self._to_pin)
        self.pin.submitted.connect(self._submit)
        self.name.edited.connect(self._clear_name)
        self.code.edited.connect(self._clear_code)

    def _build_actions(self) -> None:
        self.bar = ActionBar(self, name="enrol-bar")
        self.submit_button = Button(
            self.tr("Set password and PIN"), self.bar, name="enrol-submit", role=ButtonRole.PRIMARY
        )
        self.back_button = Button(self.tr("Back to sign-in"), self.bar, name="enrol-back")
        self.submit_button.clicked.connect(self._submit)
        self.back_button.clicked.connect(self._back)
        self.bar.add_left(self.back_button)
        self.bar.add_right(self.submit_button)
        self.busy = Busy(self, name="enrol-busy", can_cancel=False)
        self.body.addWidget(self.busy)
        self.add_bar(self.bar)

    def _first_problem(self) -> QWidget | None:
        has_name, has_code = bool(self.name.value()), bool(self.code.value())
        self.name_row.set_error("" if has_name else self.tr("Type your sign-in name."))
        self.code_row.set_error("" if has_code else self.tr("Type the code from your slip."))
        found = (
            None if has_name else self.name,
            None if has_code else self.code,
            self.password.check(),
            self.pin.check(),
        )
        return next((field for field in found if field is not None), None)

    @Slot()
    def _submit(self) -> None:
        if self._is_busy:
            return
        problem = self._first_problem()
        if problem is not None:
            problem.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(problem)
            return
        self.submitted.emit(
            EnrolRequest(
                self.name.value(), self.code.value(), self.password.value(), self.pin.value()
            )
        )

    @Slot()
    def _back(self) -> None:
        self.sign_in_requested.emit()

    @Slot()
    def _to_code(self) -> None:
        self.code.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _to_password(self) -> None:
        self.password.first.line.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _to_pin(self) -> None:
        self.pin.first.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _clear_name(self) -> None:
        self.name_row.set_error("")

    @Slot()
    def _clear_code(self) -> None:
        self.code_row.set_error("")

"""A one-time code is used to choose a password and a PIN."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.views.entry.entry_form import EntryForm, needed
from desktop.views.entry.entry_states import EnrolRequest, PageState
from desktop.views.entry.new_secrets import NewPassword, NewPin
from desktop.views.theme.tokens import Space
from desktop.views.widgets.action_bar import ActionBar
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.in_view import show_whole
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.wrap_label import WrapLabel


class EnrolPage(EntryForm):
    """Signals: ``submitted(EnrolRequest)``; ``sign_in_requested()`` to go back."""

    submitted = Signal(object)
    sign_in_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="enrol", title=self.tr("Use a one-time code"))
        self._build_fields()
        self._build_actions()

    def show_state(self, state: PageState) -> None:
        """Show whether the code is being used, and what went wrong."""
        words = self.tr("Checking the code")
        self.show_progress(state, self.submit_button, words, words)
        if state.error:
            show_whole(self.area, self.message)

    def _build_fields(self) -> None:
        self.why_label = WrapLabel(
            self.tr(
                "New here, or forgot your password? Ask your administrator for a one-time code. "
                "With it you choose a password and a PIN of your own."
            ),
            self,
            is_long=True,
        )
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
        self.name.edited.connect(self.name_row.clear_error)
        self.code.edited.connect(self.code_row.clear_error)

    def _build_actions(self) -> None:
        self.bar = ActionBar(self, name="enrol-bar", tells_reasons=False)
        self.submit_button = Button(
            self.tr("Set password and PIN"), self.bar, name="enrol-submit", role=ButtonRole.PRIMARY
        )
        self.back_button = Button(self.tr("Back to sign-in"), self.bar, name="enrol-back")
        self.submit_button.clicked.connect(self._submit)
        self.back_button.clicked.connect(self._back)
        self.way_back = self.back_button
        self.bar.add_left(self.back_button)
        self.bar.add_right(self.submit_button)
        self.body.addWidget(self.busy)
        self.add_bar(self.bar)

    def _problems(self) -> tuple[QWidget | None, ...]:
        return (
            needed(self.name_row, self.name, self.tr("Type your sign-in name.")),
            needed(self.code_row, self.code, self.tr("Type the code from your slip.")),
            self.password.check(),
            self.pin.check(),
        )

    @Slot()
    def _submit(self) -> None:
        if not self.may_send(self._problems):
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

"""The key of the workstation is gone: two recovery codes bring it and an administrator back."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.ports import ReEnrolment
from desktop.views.entry.code_groups import CodeGroups
from desktop.views.entry.entry_form import EntryForm, needed
from desktop.views.entry.entry_states import EnrolAgainState, PageState
from desktop.views.entry.set_up_key import SetUpKey
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.action_bar import ActionBar
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.in_view import show_whole
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.wrap_label import WrapLabel


class EnrolAgainPage(EntryForm):
    """Signals: ``submitted(ReEnrolment)``; ``back_requested()`` to go on, done or not."""

    submitted = Signal(object)
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="again", title=self.tr("Enrol this workstation again"))
        self._is_done = False
        self.form = QWidget(self)
        self.result = QWidget(self)
        self._build_form()
        self._build_result()
        self._build_actions()

    def show_state(self, state: EnrolAgainState) -> None:
        """Show the form, what went wrong, or the code once it is done."""
        words = self.tr("Enrolling")
        self.show_progress(PageState(state.is_busy, state.error), self.submit, words, words)
        self.key.show_keyring(has_keyring=state.has_keyring)
        self._is_done = bool(state.code)
        self.form.setVisible(not self._is_done)
        self.result.setVisible(self._is_done)
        self.submit.setText(self.tr("Go on") if self._is_done else self.tr("Enrol again"))
        self.back.setVisible(not self._is_done)
        if self._is_done:
            self._show_code(state)
        elif state.error:
            show_whole(self.area, self.message)

    def _build_form(self) -> None:
        self.why_label = WrapLabel(
            self.tr(
                "The records are safe. The key of this workstation is not here any more, so nobody"
                " can sign in. Two of the three recovery codes make a new one. After that everyone"
                " chooses a new password with a one-time code; the first is an administrator."
            ),
            self.form,
            is_long=True,
        )
        self.name = LineField(self.form, name="again-name")
        self.name_row = FieldRow(self.tr("Sign-in name of an administrator"), self.name, self.form)
        self.one = LineField(self.form, name="again-one")
        self.one_row = FieldRow(self.tr("A recovery code"), self.one, self.form)
        self.other = LineField(self.form, name="again-other")
        self.other_row = FieldRow(
            self.tr("Another recovery code"),
            self.other,
            self.form,
            help_text=self.tr("Capitals, spaces and hyphens do not matter."),
        )
        self.key = SetUpKey(self.form)
        column = _column(self.form)
        for widget in (self.why_label, self.name_row, self.one_row, self.other_row, self.key):
            column.addWidget(widget)
        self.body.setSpacing(Space.M)
        self.body.addWidget(self.message)
        self.body.addWidget(self.form)
        for field, row in (
            (self.name, self.name_row),
            (self.one, self.one_row),
            (self.other, self.other_row),
        ):
            field.edited.connect(row.clear_error)
        self.name.returnPressed.connect(self._to_one)
        self.one.returnPressed.connect(self._to_other)
        self.other.returnPressed.connect(self._submit)
        self.key.passphrase.submitted.connect(self._submit)

    def _build_result(self) -> None:
        self.done_label = WrapLabel("", self.result, is_long=True)
        self.code: CodeGroups | None = None
        self.until_label = WrapLabel("", self.result, tone=Tone.MUTED, is_long=True)
        self._result = _column(self.result)
        self._result.addWidget(self.done_label)
        self._result.addWidget(self.until_label)
        self.body.addWidget(self.result)

    def _build_actions(self) -> None:
        self.bar = ActionBar(self, name="again-bar", tells_reasons=False)
        self.submit = Button(
            self.tr("Enrol again"), self.bar, name="again-submit", role=ButtonRole.PRIMARY
        )
        self.back = Button(self.tr("Back"), self.bar, name="again-back")
        self.submit.clicked.connect(self._submit)
        self.back.clicked.connect(self._back)
        self.way_back = self.back
        self.bar.add_left(self.back)
        self.bar.add_right(self.submit)
        self.body.addWidget(self.busy)
        self.add_bar(self.bar)

    def _show_code(self, state: EnrolAgainState) -> None:
        self.forget()
        self.done_label.setText(
            self.tr(
                "This workstation is enrolled again. Here is the one-time code of {name}. Write it"
                " down: it is not shown again. On the sign-in page, choose I cannot sign in."
            ).format(name=state.name)
        )
        self.until_label.setText(self.tr("Good until {time}.").format(time=state.until))
        if self.code is None:
            self.code = CodeGroups(state.code, self.result, name="again-code")
            self._result.insertWidget(1, self.code)
        self.submit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _problems(self) -> tuple[QWidget | None, ...]:
        missing = self.tr("Type a code from one of the papers.")
        return (
            needed(self.name_row, self.name, self.tr("Type the sign-in name.")),
            needed(self.one_row, self.one, missing),
            needed(self.other_row, self.other, missing),
            self.key.check(),
        )

    @Slot()
    def _submit(self) -> None:
        if self._is_done:
            self.back_requested.emit()
        if self._is_done or not self.may_send(self._problems):
            return
        codes = (self.one.value(), self.other.value())
        self.submitted.emit(ReEnrolment(self.name.value(), codes, self.key.value()))

    @Slot()
    def _back(self) -> None:
        if not self._is_busy:
            self.back_requested.emit()

    @Slot()
    def _to_one(self) -> None:
        self.one.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _to_other(self) -> None:
        self.other.setFocus(Qt.FocusReason.TabFocusReason)


def _column(inside: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.M)
    return column

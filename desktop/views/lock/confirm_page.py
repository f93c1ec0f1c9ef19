"""The password again: what it is for, whose it is, the field, and a way to leave it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.services.confirmations import ConfirmedAct
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.tokens import Space, TextStyle, Tone, Width
from desktop.views.widgets.announce import announce
from desktop.views.widgets.busy import Busy
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.password_field import PasswordField
from desktop.views.widgets.wrap_label import WrapLabel


class ConfirmPage(QScrollArea):
    """Stands in place of the screen until the password is right or the act is left.

    Signals: ``password_given(password)``; ``cancelled()``.
    """

    password_given = Signal(str)
    cancelled = Signal()

    def __init__(self, act: ConfirmedAct, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("confirm")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._is_busy = False
        page = QWidget()
        page.setProperty("page", True)
        self.panel = Panel(self.tr("Your password again"), page, name="confirm-panel")
        self.what_label = WrapLabel(self._what(act), self.panel)
        self.name_label = WrapLabel(name, self.panel, style=TextStyle.ROW_STRONG)
        self.password = PasswordField(self.panel, name="confirm-password")
        self.row = FieldRow(self.tr("Password"), self.password, self.panel)
        self.busy = Busy(self.panel, name="confirm-busy", can_cancel=False)
        self.note_label = WrapLabel(
            self.tr("It then counts for five minutes, until the screen is covered or locked."),
            self.panel,
            tone=Tone.MUTED,
        )
        self.confirm_button = Button(
            self.tr("Confirm"), self.panel, name="confirm-submit", role=ButtonRole.PRIMARY
        )
        self.cancel_button = Button(self.tr("Cancel"), self.panel, name="confirm-cancel")
        self._lay_out(page)
        self.password.submitted.connect(self._submit)
        self.password.edited.connect(self.row.clear_error)
        self.confirm_button.clicked.connect(self._submit)
        self.cancel_button.clicked.connect(self._cancel)
        theme_holder().changed.connect(self._follow_scale)
        self._follow_scale()

    def begin(self) -> None:
        """Put the focus into the field, and say why it is here."""
        self.password.line.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self.panel.accessibleName()}. {self.what_label.text()}")

    def show_busy(self) -> None:
        """The password is being checked."""
        self._is_busy = True
        self.row.set_error("")
        self.confirm_button.set_closed(self.tr("One moment"))
        self.busy.start(self.tr("Checking the password"))

    def show_error(self, error: str) -> None:
        """It was not taken: the field is empty again and says why."""
        self._is_busy = False
        self.busy.stop()
        self.confirm_button.set_closed("")
        self.row.set_error(error)
        self.password.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the act undone."""
        if event.key() == Qt.Key.Key_Escape:
            self._cancel()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, page: QWidget) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.M)
        buttons.addWidget(self.confirm_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        for widget in (self.what_label, self.name_label, self.row, self.busy):
            self.panel.body.addWidget(widget)
        self.panel.body.addLayout(buttons)
        self.panel.body.addWidget(self.note_label)
        beside = QHBoxLayout()
        beside.addStretch(1)
        beside.addWidget(self.panel)
        beside.addStretch(1)
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.addStretch(1)
        column.addLayout(beside)
        column.addStretch(2)
        self.setWidget(page)

    def _what(self, act: ConfirmedAct) -> str:
        return {
            ConfirmedAct.SIGN_OFF: self.tr("You are about to sign off this visit for good."),
            ConfirmedAct.GRANT: self.tr("You are about to give keys that open records."),
            ConfirmedAct.ACCOUNTS: self.tr("You are about to change an account or what it may do."),
            ConfirmedAct.BREAK_GLASS: self.tr("You are about to open somebody else's case."),
            ConfirmedAct.PART2_RELEASE: self.tr(
                "You are about to release substance use treatment notes."
            ),
            ConfirmedAct.EXPORT: self.tr(
                "You are about to write a file that shows what is in it to anybody who has it."
            ),
            ConfirmedAct.ERASURE: self.tr("You are about to decide about somebody's data."),
            ConfirmedAct.RECOVERY_KIT: self.tr("You are about to make new recovery codes."),
            ConfirmedAct.RESTORE: self.tr(
                "You are about to leave, so that a backup can take the place of this store."
            ),
            ConfirmedAct.LONGER_SESSION: self.tr(
                "You have been signed in for almost twelve hours and want to stay."
            ),
        }[act]

    @Slot()
    def _follow_scale(self) -> None:
        self.panel.setMinimumWidth(current_theme().metrics.scaled(2 * Width.PICTURE))
        self.panel.setMaximumWidth(current_theme().metrics.scaled(Width.SIDE_MOST))

    @Slot()
    def _submit(self) -> None:
        if self._is_busy:
            return
        password = self.password.value()
        self.password.clear()
        if not password:
            self.row.set_error(self.tr("Type your password."))
            self.password.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.password_given.emit(password)

    @Slot()
    def _cancel(self) -> None:
        self.password.clear()
        self.cancelled.emit()

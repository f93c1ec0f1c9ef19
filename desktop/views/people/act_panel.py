"""Asks once more before a password or an account ends, and says what that means."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.records.roles import Role
from desktop.services.ports import StaffEntry, StaffStanding
from desktop.views.forms.breakable import breakable
from desktop.views.people.two_codes import TwoCodes
from desktop.views.person.task_panel import TaskPanel
from desktop.views.widgets.button import ButtonRole
from desktop.views.widgets.wrap_label import WrapLabel


class ActPanel(TaskPanel):
    """A new code, or the end of an account. Signals: ``code_agreed(RecoveryCodes | None)``,
    ``end_agreed(RecoveryCodes | None)``."""

    code_agreed = Signal(object)
    end_agreed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, name="account-act")
        self._is_end = False
        self.meaning = WrapLabel("", self, is_long=True)
        self.codes = TwoCodes(self, name="act-codes")
        self.body.addWidget(self.meaning)
        self.body.addWidget(self.codes)

    def begin_code(self, entry: StaffEntry) -> None:
        """A new one-time code for this person."""
        self._begin(entry, is_end=False)
        self.action_text, self.role = self.tr("Make a new code"), ButtonRole.PRIMARY
        title = self.tr("New code for {name}").format(name=entry.member.display_name)
        self.set_title(breakable(title))
        if entry.standing in (StaffStanding.INVITED, StaffStanding.EXPIRED):
            self.meaning.setText(
                self.tr("The code handed out before stops working. The new one works for 72 hours.")
            )
            return
        self.meaning.setText(
            self.tr(
                "The old password ends now. With the new code the person chooses another one"
                " within 72 hours. Afterwards somebody who holds the keys has to give them again."
            )
        )

    def begin_end(self, entry: StaffEntry) -> None:
        """The end of this account."""
        self._begin(entry, is_end=True)
        self.role = ButtonRole.DANGER
        title = self.tr("End the account of {name}").format(name=entry.member.display_name)
        self.action_text = self.tr("End account")
        self.set_title(breakable(title))
        self.meaning.setText(
            self.tr(
                "From now on this person cannot sign in. Their forms, plans and signatures stay."
                " What they copied or printed before stays readable. A nurse manager then makes"
                " new keys, so that nothing written later opens with the old ones. An ended"
                " account is never opened again: add the person anew instead."
            )
        )

    def focus_first(self) -> None:
        """The first code, or nothing to type: the title is read out."""
        (self.codes.one if self.codes.isVisible() else self.close_button).setFocus()

    def show_problem(self, message_id: str, words: str) -> bool:
        """A refused recovery code."""
        return self.codes.show_problem(message_id, words)

    def submit(self) -> None:
        """The user agreed."""
        missing = self.codes.check()
        if missing is not None:
            missing.setFocus()
            return
        agreed = self.end_agreed if self._is_end else self.code_agreed
        agreed.emit(self.codes.value())

    def _begin(self, entry: StaffEntry, *, is_end: bool) -> None:
        self._is_end = is_end
        self.codes.ask(is_needed=entry.member.role is Role.ADMINISTRATOR)

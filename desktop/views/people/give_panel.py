"""Gives somebody the keys they wait for, after the code was compared; the password once for all."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.services.ports import PendingKey
from desktop.views.forms.breakable import breakable
from desktop.views.people.people_words import keys_words
from desktop.views.people.two_codes import TwoCodes
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.tokens import TextStyle, Tone
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.password_field import PasswordField
from desktop.views.widgets.wrap_label import WrapLabel


class GivePanel(TaskPanel):
    """Signals: ``keys_agreed(password, RecoveryCodes | None)``."""

    keys_agreed = Signal(str, object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", self.tr("Give keys"), parent, name="give-keys")
        self._language = language
        self.compare = WrapLabel("", self)
        self.code = WrapLabel("", self, style=TextStyle.TITLE)
        self.meaning = WrapLabel("", self, tone=Tone.MUTED)
        self.password = PasswordField(self, name="give-password")
        self.password_row = FieldRow(self.tr("Your password"), self.password, self)
        why = self.tr(
            "Nobody here holds these keys any more. Two of the three recovery codes open them. Ask"
            " two colleagues for their sheets."
        )
        self.codes = TwoCodes(self, name="give-codes", why=why)
        for widget in (self.compare, self.code, self.meaning, self.codes, self.password_row):
            self.body.addWidget(widget)
        self.password.edited.connect(self.password_row.clear_error)

    def begin(self, waiting: Sequence[PendingKey]) -> None:
        """Ask about every key of one person that can be given now."""
        name = waiting[0].member.display_name
        self.set_title(breakable(self.tr("Give keys to {name}").format(name=name)))
        self.compare.setText(
            self.tr(
                "Ask {name} which code Firstlight showed after signing in. Give the keys only when"
                " it is the same:"
            ).format(name=name)
        )
        self.code.setText(waiting[0].fingerprint)
        keys = keys_words((one.compartment for one in waiting), self._language)
        self.meaning.setText(self.tr("They open: {keys}.").format(keys=keys))
        self.codes.ask(is_needed=any(one.needs_codes for one in waiting))
        self.password.clear()
        self.password_row.set_error("")

    def focus_first(self) -> None:
        """The first code, where codes are asked for, else the password."""
        (self.password.line if self.codes.isHidden() else self.codes.one).setFocus()

    def show_problem(self, message_id: str, words: str) -> bool:
        """A wrong password, or a code that does not fit, is said below it."""
        if self.codes.show_problem(message_id, words):
            return True
        if not message_id.startswith("sign-in."):
            return False
        self.password_row.set_error(words)
        self.password.clear()
        self.password.line.setFocus()
        return True

    def submit(self) -> None:
        """Tell the password, and the codes where they are asked for."""
        missing = self.codes.check()
        if missing is not None:
            missing.setFocus()
            return
        if not self.password.value():
            self.password_row.set_error(self.tr("Type your password."))
            self.password.line.setFocus()
            return
        self.keys_agreed.emit(self.password.value(), self.codes.value())

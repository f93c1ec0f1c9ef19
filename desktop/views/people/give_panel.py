"""Gives somebody the keys they wait for, after the code was compared; the password once for all."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.services.ports import PendingKey
from desktop.views.forms.breakable import breakable
from desktop.views.people.people_words import keys_words
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.tokens import TextStyle, Tone
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.password_field import PasswordField
from desktop.views.widgets.wrap_label import WrapLabel


class GivePanel(TaskPanel):
    """Signals: ``keys_agreed(password)``."""

    keys_agreed = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", self.tr("Give keys"), parent, name="give-keys")
        self._language = language
        self.compare = WrapLabel("", self)
        self.code = WrapLabel("", self, style=TextStyle.TITLE)
        self.meaning = WrapLabel("", self, tone=Tone.MUTED)
        self.password = PasswordField(self, name="give-password")
        self.password_row = FieldRow(self.tr("Your password"), self.password, self)
        for widget in (self.compare, self.code, self.meaning, self.password_row):
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
        self.password.clear()
        self.password_row.set_error("")

    def focus_first(self) -> None:
        """The password."""
        self.password.line.setFocus()

    def show_problem(self, message_id: str, words: str) -> bool:
        """A wrong password is said below it."""
        if not message_id.startswith("sign-in."):
            return False
        self.password_row.set_error(words)
        self.password.clear()
        self.password.line.setFocus()
        return True

    def submit(self) -> None:
        """Tell the password."""
        if not self.password.value():
            self.password_row.set_error(self.tr("Type your password."))
            self.password.line.setFocus()
            return
        self.keys_agreed.emit(self.password.value())

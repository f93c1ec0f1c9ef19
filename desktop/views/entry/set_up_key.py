"""How the workstation is opened: the computer's keyring, or a passphrase at each start."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.entry.new_secrets import NewPassword
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem
from desktop.views.widgets.wrap_label import WrapLabel

KEYRING, PASSPHRASE = "keyring", "passphrase"


class SetUpKey(QWidget):
    """The keyring is the default where there is one; elsewhere only the passphrase is asked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("set-up-key")
        self._has_keyring = False
        question = self.tr("How this workstation is opened")
        self.options = OptionGroup(
            question,
            [
                OptionItem(KEYRING, self.tr("By the keyring of this computer (recommended)")),
                OptionItem(PASSPHRASE, self.tr("By a passphrase typed at each start")),
            ],
            self,
            name="set-up-key-options",
        )
        self.meaning_label = WrapLabel("", self, tone=Tone.MUTED, is_long=True)
        self.passphrase = NewPassword(
            self.tr("Passphrase of this workstation"),
            self.tr("Passphrase again"),
            self,
            name="set-up-passphrase",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.options)
        column.addWidget(self.meaning_label)
        column.addWidget(self.passphrase)
        self.options.answered.connect(self._follow)
        self.show_keyring(has_keyring=False)

    def show_keyring(self, *, has_keyring: bool) -> None:
        """Offer the keyring or not; a choice already made stays."""
        if has_keyring and not self.options.chosen_keys():
            self.options.set_chosen((KEYRING,))
        self._has_keyring = has_keyring
        self.options.setVisible(has_keyring)
        self._follow()

    def choice(self) -> str:
        """``keyring`` or ``passphrase``."""
        if self._has_keyring and self.options.chosen_keys() == (KEYRING,):
            return KEYRING
        return PASSPHRASE

    def choose(self, key: str) -> None:
        """Show an earlier choice."""
        self.options.set_chosen((key,))
        self._follow()

    def value(self) -> str | None:
        """The passphrase, or None for the keyring."""
        return None if self.choice() == KEYRING else self.passphrase.value()

    def check(self) -> QWidget | None:
        """The field to go to, or None when all is well."""
        return None if self.choice() == KEYRING else self.passphrase.check()

    @Slot()
    def _follow(self) -> None:
        is_keyring = self.choice() == KEYRING
        self.passphrase.setVisible(not is_keyring)
        self.meaning_label.setText(self._keyring_words() if is_keyring else self._phrase_words())

    def _keyring_words(self) -> str:
        return self.tr(
            "The key is kept by the operating system and opens with the account of this "
            "computer. People only type their own password."
        )

    def _phrase_words(self) -> str:
        words = self.tr(
            "Someone types it each time Firstlight starts. Nobody can look it up: without it, "
            "two recovery codes are needed. In this way an older copy of the store, put back "
            "in its place, is noticed only by comparing it with printed packets."
        )
        if self._has_keyring:
            return words
        return self.tr("This computer offers no keyring, so a passphrase is used. {more}").format(
            more=words
        )

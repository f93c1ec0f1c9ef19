"""Whether the case that is added is a new one of somebody who has a closed case, and of whom."""

from collections.abc import Mapping

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.services.like_cases import LikeCase
from desktop.services.ports import EpisodeRef
from desktop.views.person.key_buttons import KeyButtons
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.message_bar import MessageBar

NOT_SAME = "not-same"


class AgainChoice(QWidget):
    """Hidden while nobody is alike and nobody is chosen; a choice can be taken back."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._cases: dict[str, LikeCase] = {}
        self.ref: EpisodeRef | None = None
        """The earlier case of the same person; None for somebody new."""
        self.bar = MessageBar(self, name="new-person-again", is_closable=False)
        self.offers = KeyButtons(self, name="new-person-again-of", icon=Icon.HISTORY)
        self.undo = KeyButtons(self, name="new-person-again-undo", icon=Icon.X)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for part in (self.bar, self.offers, self.undo):
            column.addWidget(part)
        self.offers.pressed.connect(self._choose)
        self.undo.pressed.connect(self._take_back)
        self.hide()

    def clear(self) -> None:
        """Somebody new, and nobody alike."""
        self.ref = None
        self.offer({})

    def offer(self, cases: Mapping[str, LikeCase]) -> None:
        """Offer those whose case is over; a choice that was made stays."""
        self._cases = {key: one for key, one in cases.items() if one.can_begin_again}
        if self.ref is None:
            self._show_offers()

    def fix(self, ref: EpisodeRef, alias: str, *, was_confidential: bool) -> None:
        """The person of this case, without another choice.

        That no caller is told holds on in the new case, and is said here.
        """
        self.ref = ref
        self._show_chosen(alias)
        self.undo.show_buttons({})
        if was_confidential:
            names = ("again.words", "again.no-information")
            words = " ".join(self._say(one, alias=alias) for one in names)
            self.bar.show_message(Tone.WARNING, words)

    def tell(self, words: str) -> None:
        """Say who is added, where that is no choice."""
        self.bar.show_message(Tone.ACCENT, words)
        self.show()

    def _show_offers(self) -> None:
        self.bar.clear()
        self.undo.show_buttons({})
        self.offers.show_buttons(
            {key: self._say("again.same", alias=one.alias) for key, one in self._cases.items()}
        )
        self.setVisible(bool(self._cases))

    def _show_chosen(self, alias: str) -> None:
        self.offers.show_buttons({})
        self.bar.show_message(Tone.ACCENT, self._say("again.words", alias=alias))
        self.undo.show_buttons({NOT_SAME: self._say("again.not-same")})
        self.show()

    def _say(self, message_id: str, **params: str) -> str:
        return sentence(message_id, self._language, **params)

    @Slot(str)
    def _choose(self, key: str) -> None:
        case = self._cases[key]
        self.ref = case.ref
        self._show_chosen(case.alias)
        self.undo.setFocus()

    @Slot(str)
    def _take_back(self, _key: str) -> None:
        self.ref = None
        self._show_offers()
        self.offers.setFocus()

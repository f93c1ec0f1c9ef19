"""A new case of the person whose case is closed: new alias, new place, new times."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.services.cases import CaseCard
from desktop.views.worklist.new_person_panel import NewPersonPanel


class AgainPanel(NewPersonPanel):
    """As for a new person, with the person known. Signals: those of its parent."""

    def __init__(
        self, language: str, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(language, now, parent)
        self._add_text = sentence("again.act", language)

    def begin_after(self, card: CaseCard) -> None:
        """Ask for what is new. The language that the person reads stands there to be changed; the
        age does not, as time has passed."""
        self.begin()
        self.set_title(sentence("again.title", self._language, alias=card.alias))
        was_confidential = card.confidential_review is not None
        self.again.fix(card.ref, card.alias, was_confidential=was_confidential)
        self.reading.set_chosen(card.language)

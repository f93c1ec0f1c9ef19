"""A page for a member of the family of somebody who died: another person, with their own alias."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.episode import CaseSource
from desktop.services.cases import CaseCard
from desktop.views.worklist.new_person_panel import NewPersonPanel


class FamilyPanel(NewPersonPanel):
    """As for any new person. Signals: those of its parent."""

    def __init__(
        self, language: str, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(language, now, parent)
        self._add_text = sentence("family-page.act", language)

    def begin_for(self, card: CaseCard) -> None:
        """Nothing of the case goes along but how the team heard, which can be changed."""
        self.begin()
        self.set_title(sentence("family-page.title", self._language))
        self.again.tell(sentence("family-page.words", self._language, alias=card.alias))
        self.source.show_picked(CaseSource.FAMILY)

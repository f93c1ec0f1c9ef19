"""Opens a page for a member of the family of somebody who died, from the person page."""

from PySide6.QtCore import Slot

from desktop.services.cases import CaseCard
from desktop.services.read_person import PersonPage
from desktop.views.person.case_from_here import CaseFromHere
from desktop.views.person.person_view import PersonView
from desktop.views.screen import ScreenContext


class FamilyTasks(CaseFromHere):
    """The offer and its panel."""

    def __init__(self, context: ScreenContext, view: PersonView) -> None:
        super().__init__(context, view, view.family)
        self._card: CaseCard | None = None
        view.family_offer.open_requested.connect(self._open)

    def know(self, page: PersonPage) -> None:
        """The case as it stands; what went to another workstation begins nothing here."""
        self._card = page.card
        self._view.family_offer.setVisible(page.card.has_died and page.away is None)

    @Slot()
    def _open(self) -> None:
        if self._card is not None and not self._view.keeps_task():
            self._view.family().begin_for(self._card)
            self.ask()

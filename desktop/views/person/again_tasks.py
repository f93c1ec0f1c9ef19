"""Opens a new case of the person whose case is closed, from the person page."""

from PySide6.QtCore import Slot

from desktop.services.read_person import PersonPage
from desktop.views.person.case_from_here import CaseFromHere
from desktop.views.person.next_act import Act, next_act
from desktop.views.person.person_view import PersonView
from desktop.views.screen import ScreenContext


class AgainTasks(CaseFromHere):
    """The button, the next act of a case that closed as hurt again, and the panel of both."""

    def __init__(self, context: ScreenContext, view: PersonView) -> None:
        super().__init__(context, view, view.again)
        self._page: PersonPage | None = None
        view.again_button.clicked.connect(self.open)
        view.next_requested.connect(self._go_on)

    def know(self, page: PersonPage) -> None:
        """The case as it stands."""
        self._page = page

    @Slot()
    def open(self) -> None:
        """Ask for what is new; nothing where a new case cannot begin from here."""
        page = self._page
        if page is not None and page.can_begin_again and not self._view.keeps_task():
            self._view.again().begin_after(page.card)
            self.ask()

    @Slot()
    def _go_on(self) -> None:
        page = self._page
        if page is not None and next_act(page, self._context.language).act is Act.AGAIN:
            self.open()

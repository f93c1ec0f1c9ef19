"""Every new case that can begin from a person page."""

from desktop.services.read_person import PersonPage
from desktop.views.person.again_tasks import AgainTasks
from desktop.views.person.family_tasks import FamilyTasks
from desktop.views.person.person_view import PersonView
from desktop.views.screen import ScreenContext


class NewCases:
    """Of the same person who was hurt again, and of a relative of somebody who died."""

    def __init__(self, context: ScreenContext, view: PersonView) -> None:
        self._again = AgainTasks(context, view)
        self._family = FamilyTasks(context, view)

    def know(self, page: PersonPage) -> None:
        """The case as it stands."""
        self._again.know(page)
        self._family.know(page)

    def open_again(self) -> None:
        """Ask at once for the new case of the same person."""
        self._again.open()

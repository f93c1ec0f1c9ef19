"""Opens a new case of the person whose case is closed, from the person page."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.messages import sentence
from desktop.services.add_case import NewCase, add_case, suggest_alias
from desktop.services.add_case_at_bed import add_case_at_bed
from desktop.services.cases import CaseCard
from desktop.services.person_steps import StepKind
from desktop.services.read_person import PersonPage
from desktop.services.routes import routes
from desktop.views.person.again_panel import AgainPanel
from desktop.views.person.next_act import Act, next_act
from desktop.views.person.person_view import PersonView
from desktop.views.person.task_runner import TaskRunner
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.tokens import Tone


class AgainTasks(QObject):
    """The button, the next act of a case that closed as hurt again, and the panel of both."""

    def __init__(self, context: ScreenContext, view: PersonView) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._page: PersonPage | None = None
        self._runner = TaskRunner(context, view)
        view.again_button.clicked.connect(self.open)
        view.next_requested.connect(self._go_on)
        view.again.when_made(self._wire)

    def _wire(self, panel: AgainPanel) -> None:
        panel.person_given.connect(self._add)
        panel.another_alias_requested.connect(self._suggest)

    def know(self, page: PersonPage) -> None:
        """The case as it stands."""
        self._page = page

    @Slot()
    def open(self) -> None:
        """Ask for what is new; nothing where a new case cannot begin from here."""
        page = self._page
        if page is None or not page.can_begin_again or self._view.keeps_task():
            return
        panel = self._view.again()
        panel.begin_after(page.card)
        self._view.open_task(panel)
        self._suggest()
        self._context.runner.run(
            self._view,
            partial(routes, self._context.work, self._context.language),
            done=panel.pathway.show_routes,
            failed=self._context.navigator.fail,
        )

    @Slot()
    def _go_on(self) -> None:
        page = self._page
        if page is not None and next_act(page, self._context.language).act is Act.AGAIN:
            self.open()

    @Slot()
    def _suggest(self) -> None:
        self._context.runner.run(
            self._view,
            partial(suggest_alias, self._context.work),
            done=self._show_alias,
            failed=self._context.navigator.fail,
        )

    def _show_alias(self, alias: str) -> None:
        """A proposal is nothing that the user began."""
        is_begun = self._view.is_begun
        self._view.again().show_alias(alias)
        if not is_begun:
            self._view.rest_task()

    @Slot(object, bool)
    def _add(self, new: NewCase, begins: bool) -> None:
        use_case = add_case_at_bed if begins else add_case
        work = partial(use_case, self._context.work, new)
        self._runner.run(self._view.again(), work, partial(self._added, begins=begins))

    def _added(self, card: CaseCard, *, begins: bool) -> None:
        """To the new case; whom another program takes is not enrolled here."""
        if not card.is_closed:
            self._context.navigator.open_person(card.ref, StepKind.ASSESSMENT if begins else None)
            return
        words = sentence("route.done", self._context.language, alias=card.alias)
        self._context.navigator.open_person(card.ref)
        self._context.navigator.say(Message(Tone.SUCCESS, words))

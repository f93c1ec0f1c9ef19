"""Adds a case from the page of another: asks for it, suggests an alias, opens what was added."""

from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Slot

from desktop.messages import sentence
from desktop.services.add_case import NewCase, add_case, suggest_alias
from desktop.services.add_case_at_bed import add_case_at_bed
from desktop.services.cases import CaseCard
from desktop.services.person_steps import StepKind
from desktop.services.routes import routes
from desktop.views.person.on_demand import OnDemand
from desktop.views.person.person_view import PersonView
from desktop.views.person.task_runner import TaskRunner
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.tokens import Tone
from desktop.views.worklist.new_person_panel import NewPersonPanel

P = TypeVar("P", bound=NewPersonPanel)


class CaseFromHere(QObject):
    """A subclass begins the panel and calls ``ask``."""

    def __init__(self, context: ScreenContext, view: PersonView, panel: OnDemand[P]) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._panel = panel
        self._runner = TaskRunner(context, view)
        panel.when_made(self._wire)

    def _wire(self, panel: NewPersonPanel) -> None:
        panel.person_given.connect(self._add)
        panel.another_alias_requested.connect(self._suggest)

    def ask(self) -> None:
        """Open the panel, which has begun."""
        panel = self._panel()
        self._view.open_task(panel)
        self._suggest()
        self._context.runner.run(
            self._view,
            partial(routes, self._context.work, self._context.language),
            done=panel.pathway.show_routes,
            failed=self._context.navigator.fail,
        )

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
        self._panel().show_alias(alias)
        if not is_begun:
            self._view.rest_task()

    @Slot(object, bool)
    def _add(self, new: NewCase, begins: bool) -> None:
        use_case = add_case_at_bed if begins else add_case
        work = partial(use_case, self._context.work, new)
        self._runner.run(self._panel(), work, partial(self._added, begins=begins))

    def _added(self, card: CaseCard, *, begins: bool) -> None:
        """To the new case; whom another program takes is not enrolled here."""
        if not card.is_closed:
            self._context.navigator.open_person(card.ref, StepKind.ASSESSMENT if begins else None)
            return
        words = sentence("route.done", self._context.language, alias=card.alias)
        self._context.navigator.open_person(card.ref)
        self._context.navigator.say(Message(Tone.SUCCESS, words))

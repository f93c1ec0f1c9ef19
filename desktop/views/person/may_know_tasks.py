"""Shows who may know on the person page, and keeps the names."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.records.may_know import NamedPerson
from desktop.services.may_know import read_may_know, save_may_know
from desktop.services.ports import EpisodeRef
from desktop.views.person.person_view import PersonView
from desktop.views.person.task_runner import TaskRunner
from desktop.views.screen import ScreenContext


class MayKnowTasks(QObject):
    """The names are hidden together with the legal name."""

    def __init__(self, context: ScreenContext, ref: EpisodeRef, view: PersonView) -> None:
        super().__init__(view)
        self._context = context
        self._ref = ref
        self._view = view
        self._runner = TaskRunner(context, view)
        self._people: tuple[NamedPerson, ...] = ()
        self._part = view.confidential_card.may_know
        self._part.look_requested.connect(self._look)
        self._part.edit_requested.connect(self._edit)
        view.identity_card.closed.connect(self._part.close_names)
        view.may_know.when_made(lambda task: task.people_given.connect(self._save))

    @Slot()
    def _look(self) -> None:
        self._context.runner.run(
            self._view,
            partial(read_may_know, self._context.work, self._ref),
            done=self._show,
            failed=self._context.navigator.fail,
        )

    def _show(self, people: tuple[NamedPerson, ...]) -> None:
        self._people = people
        self._part.show_people(people)

    @Slot()
    def _edit(self) -> None:
        if not self._view.keeps_task():
            self._view.may_know().begin(self._people)
            self._view.open_task(self._view.may_know())

    @Slot(object)
    def _save(self, people: tuple[NamedPerson, ...]) -> None:
        work = partial(save_may_know, self._context.work, self._ref, people)
        self._runner.run(self._view.may_know(), work, self._saved)

    def _saved(self, people: tuple[NamedPerson, ...]) -> None:
        self._view.close_task()
        self._show(people)

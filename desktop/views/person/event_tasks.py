"""Notes the two facts about the event from the person page."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop.records.event_facts import NOTHING_SAID, EventFacts
from desktop.services.note_event import note_event
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import PersonPage
from desktop.views.person.event_card import event_lines
from desktop.views.person.person_view import PersonView
from desktop.views.person.task_runner import TaskRunner
from desktop.views.screen import ScreenContext


class EventTasks(QObject):
    """Signals: ``changed()`` after the store confirmed it."""

    changed = Signal()

    def __init__(self, context: ScreenContext, ref: EpisodeRef, view: PersonView) -> None:
        super().__init__(view)
        self._context = context
        self._ref = ref
        self._view = view
        self._facts = NOTHING_SAID
        self._runner = TaskRunner(context, view)
        view.event_card.note_requested.connect(self._begin)
        view.event_facts.when_made(lambda task: task.event_given.connect(self._save))

    def know(self, page: PersonPage) -> None:
        """What is noted now."""
        self._facts = page.event
        can_note = not page.card.is_closed and page.away is None
        lines = event_lines(page.event, self._context.language)
        self._view.event_card.show_lines(lines, can_note=can_note)

    @Slot()
    def _begin(self) -> None:
        if not self._view.keeps_task():
            self._view.event_facts().begin(self._facts)
            self._view.open_task(self._view.event_facts())

    @Slot(object)
    def _save(self, facts: EventFacts) -> None:
        work = partial(note_event, self._context.work, self._ref, facts)
        self._runner.run(self._view.event_facts(), work, self._kept)

    def _kept(self, _facts: EventFacts) -> None:
        self.changed.emit()

"""Notes from the person page who was told of an alert of a completed form."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop.records.alert import HandOff
from desktop.services.note_hand_off import note_hand_off
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import PersonPage
from desktop.services.untold_alerts import UntoldAlert, UntoldName
from desktop.views.interview.hand_off_form import HandOffEntry
from desktop.views.person.person_view import PersonView
from desktop.views.person.task_runner import TaskRunner
from desktop.views.screen import ScreenContext


class ToldTasks(QObject):
    """Signals: ``changed()`` after the store confirmed an act."""

    changed = Signal()

    def __init__(self, context: ScreenContext, ref: EpisodeRef, view: PersonView) -> None:
        super().__init__(view)
        self._context = context
        self._ref = ref
        self._view = view
        self._runner = TaskRunner(context, view)
        self._alerts: tuple[UntoldAlert, ...] = ()
        self._chosen: UntoldAlert | None = None
        view.untold.told_requested.connect(self._begin)
        view.told.when_made(lambda task: task.recorded.connect(self._record))
        view.told.when_made(lambda task: task.not_reached.connect(self._note_try))

    def know(self, page: PersonPage) -> None:
        """The alerts of the case as they stand."""
        self._alerts = page.untold
        self._view.untold.show_alerts(page.untold, page.untold_unknown)

    def open(self, name: UntoldName) -> None:
        """Begin with this one; nothing where somebody was told meanwhile."""
        for index, alert in enumerate(self._alerts):
            if (alert.form_id, alert.code) == (name.form_id, name.code):
                self._begin(index)

    @Slot(int)
    def _begin(self, index: int) -> None:
        if not self._view.keeps_task():
            self._chosen = self._alerts[index]
            self._view.told().begin(self._chosen)
            self._view.open_task(self._view.told())

    @Slot(object)
    def _record(self, entry: HandOffEntry) -> None:
        self._keep(entry, told=entry.told, said=entry.said)

    @Slot(object)
    def _note_try(self, entry: HandOffEntry) -> None:
        self._keep(entry, told="", said=entry.told)

    def _keep(self, entry: HandOffEntry, *, told: str, said: str) -> None:
        alert = self._chosen
        if alert is None:
            return
        work = partial(
            note_hand_off,
            self._context.work,
            self._ref,
            alert.form_id,
            alert.code,
            told=told,
            how=entry.how,
            told_at=entry.told_at,
            said=said,
        )
        self._runner.run(self._view.told(), work, self._kept)

    def _kept(self, _act: HandOff) -> None:
        self.changed.emit()

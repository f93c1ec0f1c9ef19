"""Prints a completed form of the case for the staff, from the person page."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.messages import sentence
from desktop.records.ids import RecordId
from desktop.services.ports import EpisodeRef, PrintQueue
from desktop.services.print_record import PrintableRecord, print_record
from desktop.views.person.person_view import PersonView
from desktop.views.person.task_runner import TaskRunner
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.tokens import Tone


class RecordPrinting(QObject):
    """Asks which form and printer, then prints."""

    def __init__(self, context: ScreenContext, ref: EpisodeRef, view: PersonView) -> None:
        super().__init__(view)
        self._context = context
        self._ref = ref
        self._view = view
        self._runner = TaskRunner(context, view)
        self._records: tuple[PrintableRecord, ...] = ()
        view.print_requested.connect(self._begin)
        view.record_print.when_made(lambda task: task.print_given.connect(self._print))

    def know(self, records: Sequence[PrintableRecord]) -> None:
        """The forms of the case that can be printed."""
        self._records = tuple(records)

    @Slot()
    def _begin(self) -> None:
        if self._view.keeps_task():
            return
        self._context.runner.run(
            self._view,
            self._context.work.printers.queues,
            done=self._ask,
            failed=self._context.navigator.fail,
        )

    def _ask(self, queues: Sequence[PrintQueue]) -> None:
        self._view.record_print().begin(self._records, queues)
        self._view.open_task(self._view.record_print())

    @Slot(str, str)
    def _print(self, record_id: str, queue: str) -> None:
        context = self._context
        work = partial(
            print_record, context.work, self._ref, RecordId(record_id), queue, context.language
        )
        self._runner.run(self._view.record_print(), work, partial(self._printed, queue))

    def _printed(self, queue: str, _job_id: str) -> None:
        self._view.close_task()
        words = sentence("record-print.printed", self._context.language, queue=queue)
        self._context.navigator.say(Message(Tone.SUCCESS, words))

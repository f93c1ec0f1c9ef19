"""Makes new recovery codes from the desk of people."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Slot

from desktop.messages import sentence
from desktop.services.code_sheets import PrintRoom, sheets_of
from desktop.services.confirmations import ConfirmedAct
from desktop.services.ports import NewRecoveryCodes, RecoveryCodes
from desktop.services.renew_recovery import make_recovery_codes, take_recovery_codes
from desktop.services.work import Work
from desktop.views.confirming import confirm_then
from desktop.views.people.people_view import PeopleView
from desktop.views.person.task_runner import TaskRunner
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.tokens import Tone

T = TypeVar("T")


class RecoveryCodesTask(QObject):
    """The panel of recovery codes, for administrators."""

    def __init__(self, context: ScreenContext, view: PeopleView, tasks: TaskRunner) -> None:
        super().__init__(view)
        self._context, self._view, self._tasks = context, view, tasks
        view.recovery_requested.connect(self._ask)
        view.task_closed.connect(self._left)
        view.recovery.codes_given.connect(self._make)
        view.recovery.print_requested.connect(self._print)
        view.recovery.agreed.connect(self._take)

    @Slot()
    def _ask(self) -> None:
        if not self._view.keeps_task():
            self._view.recovery.begin()
            self._view.open_task(self._view.recovery)

    @Slot(object)
    def _make(self, old: RecoveryCodes) -> None:
        work = partial(make_recovery_codes, self._context.work, old)
        self._confirmed(partial(self._made, old), work)

    def _made(self, old: RecoveryCodes, new: NewRecoveryCodes) -> None:
        panel = self._view.recovery
        panel.show_codes(old, new)
        self._view.open_task(panel)
        self._context.runner.run(
            self._view,
            self._context.work.printers.queues,
            done=panel.printers.show_queues,
            failed=self._context.navigator.fail,
        )

    @Slot(object)
    def _print(self, new: NewRecoveryCodes) -> None:
        queue = self._view.recovery.printers.chosen()
        work = partial(_printed, self._context.work, new, self._context.language, queue)
        self._context.runner.run(
            self._view, work, done=self._said_printed, failed=self._context.navigator.fail
        )

    def _said_printed(self, queue: str) -> None:
        words = sentence("people.printed", self._context.language, queue=queue)
        self._view.recovery.show_printed(words)

    @Slot(object, object)
    def _take(self, old: RecoveryCodes, new: NewRecoveryCodes) -> None:
        work = partial(take_recovery_codes, self._context.work, old, new)
        self._confirmed(self._taken, work)

    def _taken(self, _nothing: None) -> None:
        self._view.recovery.forget()
        self._view.close_task()
        self._say("people.recovery-renewed", Tone.SUCCESS)

    def _confirmed(self, done: Callable[[T], None], work: Callable[[], T]) -> None:
        """Both steps ask for the password, unless it was given just now."""
        run = partial(self._tasks.run, self._view.recovery, work, done)
        confirm_then(self._context, ConfirmedAct.RECOVERY_KIT, run)

    @Slot()
    def _left(self) -> None:
        """New codes that were on the screen count for nothing."""
        if self._view.recovery.has_codes:
            self._say("people.recovery-dropped", Tone.ACCENT)
        self._view.recovery.forget()

    def _say(self, message_id: str, tone: Tone) -> None:
        words = sentence(message_id, self._context.language)
        self._context.navigator.say(Message(tone, words))


def _printed(work: Work, new: NewRecoveryCodes, language: str, queue: str) -> str:
    """Each on a sheet of its own, by a pipe; the name of the queue."""
    hospital = work.session.site.hospital_name
    sheets = sheets_of(new.codes, (), hospital, work.clock.now(), language)
    return PrintRoom(work.paper, work.printers).print_sheets(sheets, queue)

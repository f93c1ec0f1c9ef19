"""Opening a case of somebody else from the worklist: a reason first, then the person page."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.messages import sentence
from desktop.records.break_glass import GlassKind, GlassReason
from desktop.services.break_glass import needs_reason, open_outside
from desktop.services.read_worklist import OutsideCase
from desktop.services.work import Work
from desktop.views.oversight.asks import NOTE, glass_reasons, note_line
from desktop.views.person.ask_panel import Ask, Given
from desktop.views.person.task_runner import TaskRunner
from desktop.views.screen import ScreenContext
from desktop.views.worklist.worklist_view import WorklistView


class OutsideTasks(QObject):
    """Lives as long as the worklist. ``case_of`` names the case of a row."""

    def __init__(
        self,
        context: ScreenContext,
        view: WorklistView,
        case_of: Callable[[str], OutsideCase | None],
        tasks: TaskRunner,
    ) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._case_of = case_of
        self._tasks = tasks
        self._case: OutsideCase | None = None
        view.outside_opened.connect(self._look)
        view.asking.when_made(lambda task: task.given.connect(self._open))

    @Slot(str)
    def _look(self, key: str) -> None:
        """What was mine all along, or is open already, opens at once."""
        case = self._case_of(key)
        if case is not None:
            self._context.runner.run(
                self._view,
                partial(needs_reason, self._context.work, case.ref),
                done=partial(self._looked, case),
                failed=self._context.navigator.fail,
            )

    def _looked(self, case: OutsideCase, is_asked: bool) -> None:
        if not is_asked:
            self._context.navigator.open_person(case.ref)
            return
        self._case = case
        self._view.asking().begin(self._ask(case))
        self._view.open_task(self._view.asking())

    @Slot(object)
    def _open(self, given: Given) -> None:
        if self._case is not None:
            work = partial(_open_outside, self._context.work, self._case, given)
            self._tasks.run(self._view.asking(), work, partial(self._opened, self._case))

    def _opened(self, case: OutsideCase, _glass: object) -> None:
        self._context.navigator.open_person(case.ref)

    def _ask(self, case: OutsideCase) -> Ask:
        language = self._context.language
        return Ask(
            title=sentence("glass.begin-title", language, alias=case.alias),
            intro=sentence("glass.begin-intro", language),
            action=sentence("glass.begin-do", language),
            reason_label=sentence("glass.question", language),
            reasons=glass_reasons(GlassKind.OUTSIDE, language),
            lines=(note_line(language),),
            problems={"glass.note-too-long": NOTE},
        )


def _open_outside(work: Work, case: OutsideCase, given: Given) -> object:
    reason = GlassReason(given.reason)
    return open_outside(work, case.ref, reason, given.words[NOTE], given.password)

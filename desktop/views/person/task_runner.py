"""Takes what a task panel gave to the store, and a refusal back to the field that it is about."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from desktop.errors import KnownError
from desktop.messages import explain
from desktop.views.person.desk_frame import DeskFrame
from desktop.views.person.task_panel import Task
from desktop.views.screen import ScreenContext

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class TaskRunner:
    """Runs the work of the open task of one frame, and tells while one is begun and not saved."""

    context: ScreenContext
    frame: DeskFrame

    def __post_init__(self) -> None:
        self.frame.unsaved_changed.connect(partial(_tell_unsaved, self.context))

    def run(self, task: Task, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """``done`` is called after the store confirmed; the task cannot be sent twice."""
        self.frame.set_working(is_working=True)
        self.context.runner.run(
            self.frame, work, done=partial(self._done, done), failed=partial(self._failed, task)
        )

    def _done(self, done: Callable[[T], None], result: T) -> None:
        self.frame.set_working(is_working=False)
        self.frame.rest_task()
        self.context.navigator.saved(self.context.work.clock.now())
        done(result)

    def _failed(self, task: Task, error: Exception) -> None:
        self.frame.set_working(is_working=False)
        if isinstance(error, KnownError):
            words = explain(error, self.context.language)
            if task.show_problem(error.message_id, words):
                return
        self.context.navigator.not_saved(error)


def _tell_unsaved(context: ScreenContext, is_unsaved: bool) -> None:
    context.navigator.show_unsaved(is_unsaved=is_unsaved)

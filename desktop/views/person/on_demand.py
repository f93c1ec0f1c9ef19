"""A task of a desk that is made when it is first wanted: most never are, and each has a page."""

from collections.abc import Callable
from typing import Generic, TypeVar

from desktop.views.person.task_panel import Task

T = TypeVar("T", bound=Task)


class OnDemand(Generic[T]):
    """Call it for the task; ``make`` is called once. ``DeskFrame.on_demand`` gives one."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._task: T | None = None
        self._wirings: list[Callable[[T], object]] = []

    def __call__(self) -> T:
        """The task, made now if it was not wanted before."""
        if self._task is None:
            self._task = self._make()
            for wire in self._wirings:
                wire(self._task)
        return self._task

    def when_made(self, wire: Callable[[T], object]) -> None:
        """Connect it once it is there, at once when it is there already."""
        self._wirings.append(wire)
        if self._task is not None:
            wire(self._task)

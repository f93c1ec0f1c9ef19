"""How running work tells its steps and sees that it should stop."""

import threading
from collections.abc import Callable
from typing import NamedTuple


class WorkCancelled(Exception):
    """Running work stopped because it was asked to; not an error."""


class Step(NamedTuple):
    """``done`` of ``total`` steps (total 0: not known); ``what`` is a message id or empty."""

    done: int
    total: int = 0
    what: str = ""


class Progress:
    """Given to work on the worker thread; safe from both threads."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()
        self._listener: Callable[[Step], None] | None = None

    def listen(self, listener: Callable[[Step], None]) -> None:
        """Send the steps to ``listener``, which is called on the worker thread."""
        self._listener = listener

    def cancel(self) -> None:
        """Ask the work to stop at its next check."""
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether the work should stop."""
        return self._cancelled.is_set()

    def check(self) -> None:
        """Raise ``WorkCancelled`` when the work should stop; call between steps."""
        if self.is_cancelled:
            raise WorkCancelled

    def report(self, step: Step) -> None:
        """Tell a step, and stop here when asked to."""
        self.check()
        if self._listener is not None:
            self._listener(step)

"""Keeps what is not yet durable, in order, until the store took it."""

from collections import deque
from collections.abc import Callable
from datetime import datetime

Write = Callable[[], datetime]


class JournalWriter:
    """Filled on the GUI thread, emptied on the one storage worker.

    An entry leaves only when its write returned: after a failure the next run begins with it, so
    the order never changes and nothing is lost as long as the process lives.
    """

    def __init__(self) -> None:
        self._waiting: deque[Write] = deque()

    @property
    def waiting(self) -> int:
        """How many entries the store has not taken yet."""
        return len(self._waiting)

    def add(self, write: Write) -> None:
        """Put one entry at the end."""
        self._waiting.append(write)

    def write_all(self) -> datetime | None:
        """Write everything that waits; the time of the last, None when nothing waited.

        Runs on the storage worker. Raises what a write raised; that entry stays first.
        """
        last: datetime | None = None
        while self._waiting:
            last = self._waiting[0]()
            self._waiting.popleft()
        return last

"""How much of a file SQLite goes through: the steps of its program, the same on every machine."""

from collections.abc import Iterator
from contextlib import contextmanager

from desktop.storage.engine import Database


class Steps:
    """Counted while the block runs: a row that is looked at costs a few."""

    def __init__(self) -> None:
        self.count = 0

    def take(self) -> int:
        """What was counted since the last time."""
        count, self.count = self.count, 0
        return count

    def _step(self) -> None:
        self.count += 1


@contextmanager
def counted_steps(database: Database) -> Iterator[Steps]:
    """Steps of the virtual machine on this connection (https://sqlite.org/c3ref/progress_handler.html)."""
    steps, raw = Steps(), database._raw()
    raw.set_progress_handler(steps._step, 1)
    yield steps
    raw.set_progress_handler(None, 1)

"""Moves records under new keys in small parts, between other work; an answer never waits for it."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.background.runner import BackgroundRunner
from desktop.services.read_people import records_to_move
from desktop.services.renew_key import move_some_data_keys
from desktop.services.work import Work


class KeyMover(QObject):
    """One move at a time; it lives as long as the window, whatever screen is open.

    Signals: ``stepped(done, total)``; ``moved()`` at the end, ``failed(Exception)``, or
    ``stopped()`` when it was called off: what is moved stays moved, the next one goes on.
    """

    stepped = Signal(int, int)
    moved = Signal()
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, runner: BackgroundRunner) -> None:
        super().__init__(runner)
        self.setObjectName("key-mover")
        self._runner = runner
        self._total = 0
        self._done = 0
        self._count = 0
        """Which move this is: what a part of an earlier one still delivers is not heard."""
        self._is_busy = False

    @property
    def is_busy(self) -> bool:
        """Whether a move is under way."""
        return self._is_busy

    @property
    def progress(self) -> tuple[int, int]:
        """Moved and all of the present move."""
        return self._done, self._total

    def start(self, work: Work) -> None:
        """Begin, if there is anything to move; nothing while a move is under way."""
        if self._is_busy:
            return
        self._is_busy = True
        self._done = self._total = 0
        count = self._count
        self._runner.run(
            self,
            partial(records_to_move, work),
            done=partial(self._counted, count, work),
            failed=partial(self._went_wrong, count),
        )

    def stop(self) -> None:
        """Call it off after the part that is under way."""
        if self._is_busy:
            self._end()
            self.stopped.emit()

    def _counted(self, count: int, work: Work, total: int) -> None:
        if count != self._count:
            return
        if not total:
            self._end()
            return
        self._total = total
        self._tell(total)
        self._move_some(count, work)

    def _move_some(self, count: int, work: Work) -> None:
        self._runner.run(
            self,
            partial(move_some_data_keys, work),
            done=partial(self._part_moved, count, work),
            failed=partial(self._went_wrong, count),
        )

    def _part_moved(self, count: int, work: Work, left: int) -> None:
        if count != self._count:
            return
        self._tell(left)
        if left:
            self._move_some(count, work)
            return
        self._end()
        self.moved.emit()

    def _went_wrong(self, count: int, error: Exception) -> None:
        if count == self._count:
            self._end()
            self.failed.emit(error)

    def _tell(self, left: int) -> None:
        self._done = max(self._total - left, 0)
        self.stepped.emit(self._done, self._total)

    def _end(self) -> None:
        self._is_busy = False
        self._count += 1


def mover_of(runner: BackgroundRunner) -> KeyMover:
    """The one mover of this storage worker."""
    found = runner.findChild(KeyMover, "key-mover")
    return found if isinstance(found, KeyMover) else KeyMover(runner)

"""After sign-in: whether my own keys are there, who waits for mine, and what is to be moved."""

import logging
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.background.runner import BackgroundRunner
from desktop.services.own_keys import OwnKeys, own_keys
from desktop.services.read_people import keys_waiting, records_to_move
from desktop.services.work import Work

log = logging.getLogger("firstlight.keys")


class KeyWatch(QObject):
    """Looks once, off the GUI thread. Signals: ``own_known(is_waiting)`` before the first desk;
    ``others_known(count)`` after it, where somebody waits for keys that I can give or renew."""

    own_known = Signal(bool)
    others_known = Signal(int)

    def __init__(self, runner: BackgroundRunner, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._work = work
        self._is_stopped = False

    def start(self) -> None:
        """Look."""
        self._runner.run(
            self, partial(own_keys, self._work), done=self._own, failed=self._not_known
        )

    def stop(self) -> None:
        """The session ends: what is under way is heard no more, and nothing else begins."""
        from desktop.views.people.key_mover import mover_of

        self._is_stopped = True
        mover_of(self._runner).stop()

    def _own(self, own: OwnKeys) -> None:
        if self._is_stopped:
            return
        self.own_known.emit(bool(own.givers))
        if not own.givers:
            self._runner.run(self, partial(_chores, self._work), done=self._others, failed=_unheard)

    def _not_known(self, error: Exception) -> None:
        _unheard(error)
        if not self._is_stopped:
            self.own_known.emit(False)

    def _others(self, chores: tuple[int, int]) -> None:
        if self._is_stopped:
            return
        waiting, to_move = chores
        if waiting or to_move:
            self.others_known.emit(waiting)
        if to_move:
            from desktop.views.people.key_mover import mover_of

            mover_of(self._runner).start(self._work)


def _chores(work: Work) -> tuple[int, int]:
    return keys_waiting(work), records_to_move(work)


def _unheard(error: Exception) -> None:
    log.warning("the keys that wait were not read", exc_info=error)

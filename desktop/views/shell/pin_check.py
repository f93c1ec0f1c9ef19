"""Checks PINs on the worker, from the cover and from the person's last page, and counts them."""

import logging
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop.background.runner import BackgroundRunner
from desktop.messages import sentence
from desktop.services.work import Work
from desktop.views.shell.main_window import MainWindow

log = logging.getLogger("firstlight.session")

WRONG_PINS = 5
"""Wrong PINs in a row before the full lock."""


class PinCheck(QObject):
    """Signals: ``right()``; ``wrong(words)`` with what to say; ``used_up()`` at the fifth in a row,
    and at each after it."""

    right = Signal()
    wrong = Signal(str)
    used_up = Signal()

    def __init__(
        self, runner: BackgroundRunner, work: Work, window: MainWindow, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._work = work
        self._window = window
        self._wrong_count = 0

    @property
    def is_used_up(self) -> bool:
        """Whether no PIN opens anything any more."""
        return self._wrong_count >= WRONG_PINS

    @Slot(str)
    def check(self, pin: str) -> None:
        """Check one."""
        if self.is_used_up:
            self.used_up.emit()
            return
        check = partial(self._work.session.check_pin, pin)
        self._runner.run(self, check, done=self._checked, failed=self._failed)

    def _checked(self, is_right: bool) -> None:
        self._wrong_count = 0 if is_right else self._wrong_count + 1
        if is_right:
            self.right.emit()
        elif self.is_used_up:
            self.used_up.emit()
        else:
            left = WRONG_PINS - self._wrong_count
            self.wrong.emit(sentence("cover.wrong-pin", self._window.language, left=left))

    def _failed(self, error: Exception) -> None:
        self.wrong.emit(sentence("cover.pin-unchecked", self._window.language))
        log.error("the PIN was not checked", exc_info=error)

"""Hears that the system asks this process to end, where systems ask by signal (POSIX)."""

import os
import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

ASKING = ("SIGTERM", "SIGHUP", "SIGINT")


class EndingSignals(QObject):
    """Signals: ``asked()`` on the event loop, after SIGTERM, SIGHUP or SIGINT.

    A handler in Python runs only when the interpreter is at work, and an event loop that rests is
    not; so the system's own handler writes to a socket that the event loop watches.
    """

    asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ours, self._theirs = socket.socketpair()
        for end in (self._ours, self._theirs):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        signal.set_wakeup_fd(self._theirs.fileno(), warn_on_full_buffer=False)
        for name in ASKING:
            signal.signal(getattr(signal, name), _leave_to_the_event_loop)

    @Slot()
    def _hear(self) -> None:
        if self._ours.recv(64):
            self.asked.emit()


def listen_to_signals(parent: QObject) -> EndingSignals | None:
    """From now on until the process ends; None on Windows, which sends no such signals."""
    return None if os.name == "nt" else EndingSignals(parent)


def _leave_to_the_event_loop(_number: int, _frame: FrameType | None) -> None:
    """The number is in the socket already."""

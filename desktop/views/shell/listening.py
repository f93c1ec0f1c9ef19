"""Keys of the whole window: the shortcuts, and Esc twice."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.clock import Clock
from desktop.views.shell.double_escape import DoubleEscape
from desktop.views.shell.shortcuts import Shortcuts


class Listening(QObject):
    """Made when the first picture is on the screen, before any key can come: nobody should wait for
    it.

    Signals: ``asked(ShortcutAct)``; ``escaped_twice()``.
    """

    asked = Signal(object)
    escaped_twice = Signal()

    def __init__(self, clock: Clock, window: QWidget) -> None:
        super().__init__(window)
        self._shortcuts = Shortcuts(window)
        self._shortcuts.asked.connect(self.asked)
        self._escape = DoubleEscape(clock, self)
        self._escape.pressed_twice.connect(self.escaped_twice)

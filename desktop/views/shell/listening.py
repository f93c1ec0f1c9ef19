"""Keys and wheel of the whole window: the shortcuts, Esc twice, and the wheel's guard."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop.clock import Clock
from desktop.views.shell.double_escape import DoubleEscape
from desktop.views.shell.shortcuts import Shortcuts
from desktop.views.widgets.wheel_guard import install_wheel_guard


class Listening(QObject):
    """Made when the first picture is on the screen, before any key can come.

    A filter on the application sees every event of every object while the page is being built,
    and has Qt load its whole list of classes to name them: 50 ms that nobody should wait for.

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
        application = QApplication.instance()
        if isinstance(application, QApplication):
            install_wheel_guard(application)

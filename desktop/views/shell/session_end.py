"""The end that comes from outside: the system asks, and what is typed is stored first."""

from typing import Protocol

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from desktop.background.runner import BackgroundRunner
from desktop.views.shell.main_window import MainWindow

LONGEST_WAIT_S = 5.0
"""Systems end what has not answered by itself: Windows after 5 s (HungAppTimeout)."""


class Ending(Protocol):
    """What Qt's session manager lets an app say while a desktop session ends."""

    def allowsInteraction(self) -> bool: ...

    def cancel(self) -> None: ...


class SessionEnd(QObject):
    """Ends the app in order when the desktop session ends or another process asks for it."""

    def __init__(self, window: MainWindow, runner: BackgroundRunner) -> None:
        super().__init__(window)
        self._window = window
        self._runner = runner
        self._was_asked = False

    def listen(self, application: QGuiApplication) -> None:
        """Hear of the end of the desktop session (logging out, shutting down)."""
        application.commitDataRequest.connect(self.keep_all)

    @Slot(object)
    def keep_all(self, manager: Ending) -> None:
        """Store what is typed before this returns; what cannot be stored stops the ending, where
        the system lets an app ask."""
        if not self.store_now() and manager.allowsInteraction():
            manager.cancel()

    def store_now(self) -> bool:
        """Cover the screen and wait until what was typed is stored; whether all of it is."""
        signed_in = self._window.signed_in
        if signed_in is None:
            return True
        signed_in.cover()
        signed_in.shell.flush()
        is_written = self._runner.wait(LONGEST_WAIT_S)
        return is_written and not (signed_in.shell.has_unsaved or signed_in.shell.has_begun)

    @Slot()
    def end(self) -> None:
        """Store, forget the keys, end. What the store refuses keeps the app; asked again, it ends
        without."""
        signed_in = self._window.signed_in
        if signed_in is None or self._was_asked:
            _end_loop()
            return
        self._was_asked = True
        signed_in.cover()
        signed_in.leave(_end_loop)


def _end_loop() -> None:
    """Not ``quit``, which asks each window first and is dropped where one stays."""
    QGuiApplication.exit(0)

"""What goes on by itself while somebody is signed in: what is over goes, who is missed is told."""

from PySide6.QtCore import QObject, Slot

from desktop.services.work import Work
from desktop.views.screen import tell_late
from desktop.views.shell.outing_watch import OutingWatch
from desktop.views.shell.overdue_watch import OverdueWatch
from desktop.views.shell.parts import ShellParts
from desktop.views.shell.shell import Shell
from desktop.views.shell.shell_window import SavedState, ShellWindow


class Watches(QObject):
    """One per session."""

    def __init__(
        self, parts: ShellParts, inside: ShellWindow, shell: Shell, work: Work, language: str
    ) -> None:
        super().__init__(inside)
        self._shell = shell
        self.overdue = OverdueWatch(parts.runner, parts.clock, work, self)
        self.outings = OutingWatch(inside.outing_bar, parts.runner, work, language)
        self.outings.show_requested.connect(shell.open_home)
        self.outings.changed.connect(self._tell_screen)
        inside.state_told.connect(self._look_again)

    def start(self) -> None:
        """Go on, or go on again."""
        self.overdue.start()
        self.outings.start()

    def stop(self) -> None:
        """The session ends."""
        self.overdue.stop()
        self.outings.stop()

    def speak(self, language: str) -> None:
        """Another interface language."""
        self.outings.speak(language)

    @Slot()
    def _tell_screen(self) -> None:
        """A desk that lists who is missed reads it again."""
        tell_late(self._shell.screen)

    @Slot(object)
    def _look_again(self, state: SavedState) -> None:
        if state is SavedState.SAVED:
            self.outings.look_again()

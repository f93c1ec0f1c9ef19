"""The screen in the person's hands: their page alone, in their language, large, until the PIN."""

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot

from desktop.views.lock.cover_view import WorkState
from desktop.views.lock.idle_watch import Near
from desktop.views.patient.patient_controller import PatientController
from desktop.views.patient.patient_view import PatientView
from desktop.views.shell.main_window import MainWindow
from desktop.views.shell.shell import Shell
from desktop.views.shell.shell_window import SavedState, ShellWindow
from desktop.views.shell.time_limits import TimeLimits
from desktop.views.theme.switcher import ThemeSwitcher

LARGE = 1.75
"""Text scale of the person's page; the workstation's own where that is larger."""

_WORK = {
    SavedState.SAVED: WorkState.SAVED,
    SavedState.SAVING: WorkState.SAVING,
    SavedState.NOT_SAVED: WorkState.NOT_SAVED,
}


class PatientFacing(QObject):
    """Language, text size and time limits change with the side, and change back with it.

    The page outlives what it shows: when nothing of the person may be seen any more, the PIN
    still leads out. Signals: ``pin_entered(pin)``.
    """

    pin_entered = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        inside: ShellWindow,
        shell: Shell,
        limits: TimeLimits,
        themes: ThemeSwitcher,
    ) -> None:
        super().__init__(inside)
        self._window, self._inside, self._shell = window, inside, shell
        self._limits, self._themes = limits, themes
        self._side: PatientController | None = None
        self._view: PatientView | None = None
        self._is_on = False
        self._staff_scale = themes.scale
        self._staff_language = window.language
        inside.state_told.connect(self._tell_work)
        limits.idle.near.connect(self._near)
        limits.idle.hands_seen.connect(self._calm)
        shell.glass.over.connect(self._end)

    @property
    def is_on(self) -> bool:
        """Whether the person has the screen."""
        return self._is_on

    @property
    def side(self) -> PatientController | None:
        """What the person sees, while it is theirs."""
        side = self._side
        return side if side is not None and shiboken6.isValid(side) else None

    def turn(self, side: PatientController) -> None:
        """Give the window to the person."""
        self._is_on, self._side = True, side
        self._staff_language, self._staff_scale = self._window.language, self._themes.scale
        side.language_chosen.connect(self._build)
        self._themes.set_scale(max(LARGE, self._staff_scale))
        self._limits.set_turned(is_turned=True)
        self._window.show_title("")
        self._build()

    def turn_back(self) -> None:
        """Staff have it again."""
        if not self._is_on:
            return
        side = self.side
        self.restore()
        self._window.speak(self._staff_language)
        self._inside.show_staff()
        if side is not None:
            side.turned_back.emit()

    def restore(self) -> None:
        """The look and the limits of before; the session may be over."""
        if not self._is_on:
            return
        self._is_on, self._side, self._view = False, None, None
        self._themes.set_scale(self._staff_scale)
        self._limits.set_turned(is_turned=False)

    def ask_back(self) -> None:
        """Somebody tried to close the window."""
        if self.side is not None:
            self.side.ask_back()

    def show_error(self, words: str) -> None:
        """The PIN was not taken."""
        if self._view is not None:
            self._view.give_back.show_error(words)

    def focus_first(self) -> None:
        """Under the cover it was theirs, and it still is."""
        if self._view is not None:
            self._view.focus_first()

    @Slot()
    def _build(self) -> None:
        side = self.side
        if side is None:
            return
        self._window.speak(side.language)
        self._limits.speak_on_cover(side.language)
        self._view = side.build(self._inside)
        self._view.pin_entered.connect(self.pin_entered)
        self._view.cover_requested.connect(self._shell.cover_requested)
        self._inside.show_patient(self._view)
        self._tell_work(self._inside.state)
        side.begin()

    @Slot(object)
    def _tell_work(self, state: SavedState) -> None:
        if self.side is not None:
            self.side.show_work(_WORK[state])

    @Slot(object, int)
    def _near(self, near: Near, seconds: int) -> None:
        if self.side is not None and near is Near.COVER:
            self.side.show_near(seconds)

    @Slot()
    def _calm(self) -> None:
        if self.side is not None:
            self.side.show_near(None)

    @Slot(bool)
    def _end(self, _is_time_over: bool) -> None:
        """The staff may not see the person any more: nothing stays but the PIN."""
        if self.side is not None:
            self.side.end()

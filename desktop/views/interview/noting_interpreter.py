"""Notes from the interview how it is interpreted; each change is kept with the room at once."""

from PySide6.QtCore import QObject, Qt, Slot

from desktop.services.work import Work
from desktop.views.interview.draft_saving import DraftSaving
from desktop.views.interview.interpreter_panel import InterpreterPanel
from desktop.views.interview.interview import Interview
from desktop.views.interview.interview_screen import InterviewScreen
from desktop.views.interview.interview_view import InterviewView


class NotingInterpreter(QObject):
    """Opens the panel over the questions, and takes it away again."""

    def __init__(
        self,
        work: Work,
        view: InterviewView,
        interview: Interview,
        screen: InterviewScreen,
        saving: DraftSaving,
        language: str,
    ) -> None:
        super().__init__(view)
        self._work, self._view, self._interview = work, view, interview
        self._screen, self._saving, self._language = screen, saving, language
        self._panel: InterpreterPanel | None = None
        for part in (view.room, view.room_button):
            part.interpreter_requested.connect(self.open)

    @Slot()
    def open(self) -> None:
        """Show it, or go back into it."""
        if self._panel is None:
            self._panel = InterpreterPanel(self._language, self._view.page)
            self._panel.changed.connect(self._changed)
            self._panel.close_requested.connect(self._close)
            room = self._interview.room
            self._panel.begin(room.interpreting if room is not None else None)
            self._view.page.add_above(self._panel)
            self._panel.show()
            self._view.order_focus()
        self._panel.fields.mode.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Tell what is typed now."""
        if self._panel is not None:
            self._panel.fields.flush()

    @Slot()
    def _close(self) -> None:
        self.flush()
        panel, self._panel = self._panel, None
        if panel is None:
            return
        self._view.page.remove_above(panel)
        panel.deleteLater()
        self._view.order_focus()
        self._view.focus_question(self._interview.position)

    @Slot()
    def _changed(self) -> None:
        panel, room = self._panel, self._interview.room
        said = panel.fields.interpreting() if panel is not None else None
        if said == (room.interpreting if room is not None else None):
            return
        work = self._work
        me, now = work.session.me.staff_id, work.clock.now()
        self._saving.room(self._interview.noted_interpreting(said, now, me))
        self._screen.draw_room_bars()

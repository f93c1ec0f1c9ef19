"""After the cover it is asked anew whether it is private: who came in may still be there."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Slot

from desktop.records.room import Presence
from desktop.views.interview.interview import Interview
from desktop.views.interview.interview_view import InterviewView

Note = Callable[[frozenset[Presence], bool | None, str], None]


class CoverEndsPrivacy(QObject):
    """``note`` keeps the room; behind the cover private parts close before anybody sees them again.

    While the person has the screen the staff's page is hidden already, and nothing is noted.
    """

    def __init__(self, view: InterviewView, interview: Interview, note: Note) -> None:
        super().__init__(view)
        self._view, self._interview, self._note = view, interview, note
        self._has_ended = False
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page goes behind the cover, or comes back."""
        if event.type() == QEvent.Type.Hide:
            # The window says that it is covered once the page is gone.
            QTimer.singleShot(0, self, self._end_behind_cover)
        elif event.type() == QEvent.Type.Show and self._has_ended:
            self._has_ended = False
            self._view.focus_question(None)
        return super().eventFilter(watched, event)

    @Slot()
    def _end_behind_cover(self) -> None:
        if not getattr(self._view.window(), "is_covered", False):
            return
        room = self._interview.room
        if room is not None and (room.private_now or room.not_private_reason):
            self._has_ended = True
            self._note(room.present, None, "")

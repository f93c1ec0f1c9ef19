"""Tells how many answers an answer put aside; they come back when their question does."""

from PySide6.QtCore import QObject

from desktop.forms.session import FormSession
from desktop.views.interview.interview_view import InterviewView
from desktop.views.theme.tokens import Tone


class ParkedNote(QObject):
    """Says it once, in the bar below the page, each time that more are kept aside."""

    def __init__(self, view: InterviewView, session: FormSession) -> None:
        super().__init__(view)
        self._view = view
        self._session = session
        self._count = session.parked_count

    def look_again(self) -> None:
        """After a change: say it where more answers are parked than before."""
        before, self._count = self._count, self._session.parked_count
        if self._count > before:
            self._view.note.show_message(Tone.ACCENT, self._words(self._count))

    def _words(self, count: int) -> str:
        if count == 1:
            return self.tr("1 answer is kept aside and comes back with its question.")
        return self.tr("{count} answers are kept aside and come back with their questions.").format(
            count=count
        )

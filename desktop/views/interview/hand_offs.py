"""Keeps who was told about an alert, or that no one was reached, and leads to its question."""

from PySide6.QtCore import QObject, Slot

from desktop.records.alert import HandOff
from desktop.services.alerts import raised_by
from desktop.services.work import Work
from desktop.views.interview.draft_saving import DraftSaving
from desktop.views.interview.hand_off_form import HandOffEntry
from desktop.views.interview.interview import Interview
from desktop.views.interview.interview_screen import InterviewScreen
from desktop.views.interview.interview_view import InterviewView
from desktop.views.interview.moving import Moving


class HandOffs(QObject):
    """Hears the alert panels of one interview."""

    def __init__(
        self,
        work: Work,
        view: InterviewView,
        interview: Interview,
        screen: InterviewScreen,
        moving: Moving,
        saving: DraftSaving,
    ) -> None:
        super().__init__(view)
        self._work = work
        self._view = view
        self._interview = interview
        self._screen = screen
        self._moving = moving
        self._saving = saving
        view.alerts.hand_off_recorded.connect(self._hand_off_recorded)
        view.alerts.no_one_reached.connect(self._no_one_reached)
        view.alerts.open_requested.connect(self._alert_requested)

    @Slot(str)
    def _alert_requested(self, code: str) -> None:
        key = next((alert.key for alert in self._interview.alerts if alert.code == code), None)
        if key is not None:
            self._moving.go_to(key)
            self._view.alerts.focus_alert(code)

    @Slot(str, object)
    def _hand_off_recorded(self, code: str, entry: HandOffEntry) -> None:
        # The panel folds under the focus, which then goes through the questions by itself.
        place = self._interview.position
        self._keep(code, entry, told=entry.told, said=entry.said)
        self._view.focus_question(place)

    @Slot(str, object)
    def _no_one_reached(self, code: str, entry: HandOffEntry) -> None:
        self._keep(code, entry, told="", said=entry.told)

    def _keep(self, code: str, entry: HandOffEntry, *, told: str, said: str) -> None:
        now = self._work.clock.now()
        act = HandOff(
            form_id=self._interview.form.draft.record_id,
            alert_code=code,
            told=told,
            how=entry.how,
            told_at=entry.told_at.astimezone(now.tzinfo),
            recorded_by=self._work.session.me.staff_id,
            recorded_at=now,
            said=said,
            about=raised_by(self._interview.session.alerts, code),
        )
        self._interview.hand_offs = (*self._interview.hand_offs, act)
        self._saving.hand_off(act)
        self._screen.draw_all()

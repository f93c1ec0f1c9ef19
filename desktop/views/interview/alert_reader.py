"""Reads an interview into what its alert panels show."""

from PySide6.QtCore import QObject

from desktop.forms.findings import Alert
from desktop.messages import sentence
from desktop.records.alert import HandOff, ToldBy
from desktop.views.interview.interview import Interview
from desktop.views.interview.interview_state import AlertState
from desktop.views.interview.local_time import shown_clock
from desktop.views.interview.opening import Opened


class AlertReader(QObject):
    """Gives words in the interface language."""

    def __init__(
        self, interview: Interview, language: str, opened: Opened, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._opened = opened
        self._interview = interview
        self._language = language
        self._was_read: tuple[tuple[Alert, ...], ...] = ((), ())

    def has_news(self) -> bool:
        """Whether an alert came, went or was told since they were read."""
        return self._raised() != self._was_read

    def _raised(self) -> tuple[tuple[Alert, ...], ...]:
        return (tuple(self._interview.session.alerts), self._interview.alerts)

    def read(self) -> tuple[AlertState, ...]:
        """Every alert that an answer raises, told or not, one for each code."""
        interview = self._interview
        self._was_read = self._raised()
        open_codes = {alert.code for alert in interview.alerts}
        found: dict[str, AlertState] = {}
        for alert in interview.session.alerts:
            if alert.code not in found:
                is_open = alert.code in open_codes
                untold = next((one for one in interview.alerts if one.code == alert.code), None)
                found[alert.code] = self._state(untold or alert, is_open=is_open)
        return tuple(found.values())

    def _state(self, alert: Alert, *, is_open: bool) -> AlertState:
        code, key = alert.code, alert.key
        interview, words = self._interview, self._opened.alerts[code]
        section = interview.section_of(key)
        acts = interview.tries(code)
        closing = next((act for act in reversed(acts) if act.closes), None)
        questions = interview.questions(section)
        number = questions.index(key) + 1 if key in questions else 0
        return AlertState(
            code=code,
            title=sentence("alert.tell-now", self._language),
            about=words.title.in_language(self._language),
            what_to_do=words.what_to_do.in_language(self._language),
            detail=self.tr("Question {number}").format(number=number) if number else "",
            is_open=is_open,
            is_here=section is interview.section,
            told=self._told(closing) if closing is not None and not is_open else "",
            tries=tuple(self._tried(act) for act in acts if not act.closes),
            contacts=words.offered(self._opened.contacts),
            waiting="" if alert.waits else sentence("site-alert.hand-off-open", self._language),
        )

    def _told(self, act: HandOff) -> str:
        words = self.tr("Told {name}, {how}, {time}").format(
            name=act.told, how=self._how(act.how), time=shown_clock(act.told_at)
        )
        return f"{words}, {act.said.lower()}." if act.said else f"{words}."

    def _tried(self, act: HandOff) -> str:
        return self.tr("{time}, {how}: not reached. {said}").format(
            time=shown_clock(act.told_at), how=self._how(act.how), said=act.said
        )

    def _how(self, how: ToldBy) -> str:
        return {
            ToldBy.IN_PERSON: self.tr("in person"),
            ToldBy.PHONE: self.tr("by phone"),
            ToldBy.PAGE: self.tr("by page"),
        }[how]

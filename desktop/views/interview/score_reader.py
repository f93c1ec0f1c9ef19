"""Reads an interview into the panel at the right: ticks, score or withheld, what is missing."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from desktop.forms.answers import Answered, NoAnswer, NoAnswerReason
from desktop.forms.findings import Alert
from desktop.forms.session import ItemKey
from desktop.views.editors.language_mode import one_text
from desktop.views.interview.interview import Interview
from desktop.views.interview.interview_state import MissingEntry, ScoreState, ScoreWords
from desktop.views.interview.sections import Section, is_private
from desktop.views.theme.state_icons import State
from desktop.views.widgets.ticks import Tick


class ScoreReader(QObject):
    """Gives words in the interface language."""

    def __init__(self, interview: Interview, parent: QObject) -> None:
        super().__init__(parent)
        self._interview = interview

    def read(self) -> ScoreState:
        """The panel for the present section."""
        interview = self._interview
        questions = interview.questions()
        alerts = interview.alerts
        raised = {alert.key for alert in alerts}
        ticks = tuple(self._tick(key, key in raised) for key in questions)
        missing = self._needed()
        return ScoreState(
            title=one_text(interview.section.title, interview.mode),
            note=self._note(len(questions)),
            ticks=ticks,
            answered=sum(tick in (Tick.ANSWERED, Tick.ALERT) for tick in ticks),
            total=len(questions),
            score=self._score(),
            open_alerts=len(alerts),
            missing=self._alerts(alerts) + self._entries(missing),
            missing_count=len(missing),
        )

    def _note(self, count: int) -> str:
        if count == 1:
            return self.tr("1 question")
        return self.tr("{count} questions").format(count=count)

    def _tick(self, key: ItemKey, is_alert: bool) -> Tick:
        answer = self._interview.session.state(key).answer
        if is_alert:
            return Tick.ALERT
        if isinstance(answer, Answered):
            return Tick.ANSWERED
        if isinstance(answer, NoAnswer):
            return Tick.REASON
        return Tick.HERE if key == self._interview.position else Tick.OPEN

    def _score(self) -> ScoreWords | None:
        scores = self._interview.session.scores
        if not scores:
            return None
        score = scores[-1]
        label = one_text(score.label, self._interview.mode)
        return ScoreWords(label, score.value, len(score.missing), score.total)

    def _needed(self) -> tuple[ItemKey, ...]:
        session = self._interview.session
        wrong = {problem.key for problem in session.problems}
        needed = wrong.union(session.missing)
        return tuple(key for key in session.tree.by_key if key in needed)

    def _alerts(self, alerts: Sequence[Alert]) -> tuple[MissingEntry, ...]:
        return tuple(
            MissingEntry(
                alert.key,
                self._title(alert.key),
                self.tr("alert"),
                State.DANGER,
                alert.key == self._interview.position,
            )
            for alert in alerts
        )

    def _entries(self, missing: Sequence[ItemKey]) -> tuple[MissingEntry, ...]:
        interview = self._interview
        found: list[MissingEntry] = []
        here = set(interview.questions())
        with_reason = {
            key
            for key in here
            if isinstance(interview.session.state(key).answer, NoAnswer) and key not in missing
        }
        listed = set(missing) if interview.lists_all_missing else here.intersection(missing)
        for key in interview.session.tree.by_key:
            if key in listed or key in with_reason:
                found.append(self._entry(key))
        if not interview.lists_all_missing:
            found.extend(self._elsewhere(missing))
        return tuple(found)

    def _elsewhere(self, missing: Sequence[ItemKey]) -> list[MissingEntry]:
        found = []
        for section in self._interview.shown_sections():
            keys = [key for key in missing if self._interview.section_of(key) is section]
            if keys and section is not self._interview.section:
                found.append(self._section_entry(section, keys))
        return found

    def _section_entry(self, section: Section, keys: list[ItemKey]) -> MissingEntry:
        return MissingEntry(
            keys[0],
            one_text(section.title, self._interview.mode),
            self.tr("{count} open").format(count=len(keys)),
            State.NOT_STARTED,
        )

    def _entry(self, key: ItemKey) -> MissingEntry:
        state = self._interview.session.state(key)
        is_here = key == self._interview.position
        if state.problems:
            return MissingEntry(
                key, self._title(key), self.tr("look again"), State.LOOK_HERE, is_here
            )
        if isinstance(state.answer, NoAnswer):
            second, icon = self._reason_words(state.answer.reason)
            return MissingEntry(key, self._title(key), second, icon, is_here)
        second = self.tr("here") if is_here else self.tr("open")
        icon = State.IN_PROGRESS if is_here else State.NOT_STARTED
        return MissingEntry(key, self._title(key), second, icon, is_here)

    def _title(self, key: ItemKey) -> str:
        interview = self._interview
        instance = interview.session.tree.by_key[key]
        questions = interview.questions(interview.section_of(key))
        number = questions.index(key) + 1 if key in questions else 0
        label = one_text(instance.item.label, interview.mode)
        if not interview.private_now and is_private(instance):
            label = self.tr("Private")
        return self.tr("{number} {question}").format(number=number, question=label)

    def _reason_words(self, reason: NoAnswerReason) -> tuple[str, State]:
        words = {
            NoAnswerReason.DECLINED: (self.tr("declined"), State.SAID_NO),
            NoAnswerReason.UNABLE: (self.tr("unable"), State.SAID_NO),
            NoAnswerReason.NOT_SAFE: (self.tr("not safe to ask"), State.SAID_NO),
            NoAnswerReason.LATER: (self.tr("later"), State.LATER),
            NoAnswerReason.NOT_APPLICABLE: (self.tr("does not apply"), State.SAID_NO),
        }
        return words[reason]

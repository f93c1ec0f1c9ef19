"""Reads an interview into the panel at the right: ticks, score or withheld, what is missing."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from PySide6.QtCore import QObject

from desktop.forms.answers import Answered, NoAnswer, NoAnswerReason
from desktop.forms.findings import Alert
from desktop.forms.session import ItemKey
from desktop.messages import sentence
from desktop.views.editors.language_mode import one_text
from desktop.views.interview.interview import Interview
from desktop.views.interview.interview_state import MissingEntry, ScoreState, ScoreWords
from desktop.views.interview.page_order import Closed, closed
from desktop.views.interview.sections import Section, wanting_keys
from desktop.views.theme.state_icons import State
from desktop.views.widgets.ticks import Tick

MOST_ROWS = 20
"""Questions that are listed one by one; a form of others may want hundreds."""


class ScoreReader(QObject):
    """Gives words in the interface language."""

    def __init__(self, interview: Interview, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._language = language
        self._interview = interview
        self._numbers: dict[str, dict[ItemKey, int]] = {}

    def read(self) -> ScoreState:
        """The panel for the present section."""
        interview = self._interview
        self._numbers.clear()
        questions = interview.questions()
        alerts = interview.alerts
        raised = {alert.key for alert in alerts}
        ticks = tuple(self._tick(key, key in raised) for key in questions)
        return ScoreState(
            title=one_text(interview.section.title, interview.mode),
            note=self._note(len(questions)),
            ticks=ticks,
            answered=sum(tick in (Tick.ANSWERED, Tick.ALERT) for tick in ticks),
            total=len(questions),
            score=self._score(),
            open_alerts=len(alerts),
            alert_note=self._alert_note(),
            unchecked=self._unchecked(),
            missing=self._alerts(alerts) + self._entries(),
            missing_count=sum(len(self._wanting(section)) for section in interview.sections),
            is_held=self._is_held(),
        )

    def _alert_note(self) -> str:
        waits = self._interview.waiting_alerts or not self._interview.alerts
        return "" if waits else sentence("site-alert.does-not-wait", self._language)

    def _unchecked(self) -> str:
        is_unchecked = self._interview.session.unchecked_alerts
        return sentence("site-alert.unchecked", self._language) if is_unchecked else ""

    def _is_held(self) -> bool:
        following = self._interview.neighbour(1)
        return following is not None and closed(self._interview, following) is Closed.AHEAD

    def _note(self, count: int) -> str:
        if count == 1:
            return self.tr("1 question")
        return self.tr("{count} questions").format(count=count)

    def _tick(self, key: ItemKey, is_alert: bool) -> Tick:
        answer = self._interview.session.answer_of(key)
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
        if not score.total and not self._interview.session.is_complete:
            return None  # nothing that counts was asked yet: a nought would read as a no
        label = one_text(score.label, self._interview.mode)
        band = "" if score.band is None else one_text(score.band.label, self._interview.mode)
        return ScoreWords(label, score.value, len(score.missing), score.total, band)

    def _wanting(self, section: Section) -> tuple[ItemKey, ...]:
        return wanting_keys(self._interview.session, section)

    def _alerts(self, alerts: Sequence[Alert]) -> tuple[MissingEntry, ...]:
        return tuple(
            MissingEntry(
                alert.key,
                self._title(alert.key, is_named=False),
                self.tr("hand-off open"),
                State.DANGER,
                alert.key == self._interview.position,
            )
            for alert in alerts
        )

    def _entries(self) -> tuple[MissingEntry, ...]:
        interview = self._interview
        questions = interview.questions()
        with_reason = {
            key for key in questions if isinstance(interview.session.answer_of(key), NoAnswer)
        }
        if not interview.lists_all_missing:
            listed = with_reason.union(self._wanting(interview.section))
            return (*self._stretch(questions, listed), *self._elsewhere())
        listed = with_reason.union(*map(self._wanting, interview.sections))
        return tuple(self._stretch(interview.session.tree.by_key, listed))

    def _stretch(
        self, ordered: Iterable[ItemKey], listed: AbstractSet[ItemKey]
    ) -> list[MissingEntry]:
        """The listed questions in reading order, ``MOST_ROWS`` about the present one.

        The line behind them goes to the first of those that follow, from the last to the first.
        """
        keys = list(ordered)
        found = [key for key in keys if key in listed]
        if len(found) <= MOST_ROWS:
            return [self._entry(key) for key in found]
        start = self._start_of_stretch(keys, found)
        shown = found[start : start + MOST_ROWS]
        after = start + MOST_ROWS
        following = found[after if after < len(found) else 0]
        more = self.tr("and {count} more").format(count=len(found) - len(shown))
        return [*map(self._entry, shown), MissingEntry(following, more, "", State.NOT_STARTED)]

    def _start_of_stretch(self, ordered: list[ItemKey], found: list[ItemKey]) -> int:
        """Whole stretches follow each other, so that the list stands still within each."""
        position = self._interview.position
        if position is None or position not in ordered:
            return 0
        before = len(set(found).intersection(ordered[: ordered.index(position)]))
        return min(before, len(found) - 1) // MOST_ROWS * MOST_ROWS

    def _elsewhere(self) -> list[MissingEntry]:
        return [
            self._section_entry(section, keys)
            for section in self._interview.shown_sections()
            if section is not self._interview.section and (keys := self._wanting(section))
        ]

    def _section_entry(self, section: Section, keys: Sequence[ItemKey]) -> MissingEntry:
        return MissingEntry(
            keys[0],
            one_text(section.title, self._interview.mode),
            self.tr("{count} open").format(count=len(keys)),
            State.NOT_STARTED,
        )

    def _entry(self, key: ItemKey) -> MissingEntry:
        state = self._interview.session.state(key)
        is_here = key == self._interview.position
        if any(problem.is_blocking for problem in state.problems):
            return MissingEntry(
                key, self._title(key), self.tr("look again"), State.LOOK_HERE, is_here
            )
        if isinstance(state.answer, NoAnswer):
            second, icon = self._reason_words(state.answer.reason)
            return MissingEntry(key, self._title(key), second, icon, is_here)
        second = self.tr("here") if is_here else self.tr("open")
        icon = State.IN_PROGRESS if is_here else State.NOT_STARTED
        return MissingEntry(key, self._title(key), second, icon, is_here)

    def _title(self, key: ItemKey, *, is_named: bool = True) -> str:
        """Number and question; what raised an alert is not named where visitors can read."""
        interview = self._interview
        instance = interview.session.tree.by_key[key]
        number = self._numbers_in(interview.section_of(key)).get(key, 0)
        label = one_text(instance.item.label, interview.mode)
        if not is_named:
            label = self.tr("Alert")
        elif not interview.private_now and instance.is_private:
            label = self.tr("Private")
        if not number:
            return label  # a score, or what is not asked here: it has no number to find it by
        return self.tr("{number} {question}").format(number=number, question=label)

    def _numbers_in(self, section: Section) -> dict[ItemKey, int]:
        if section.name not in self._numbers:
            questions = self._interview.questions(section)
            self._numbers[section.name] = {key: at for at, key in enumerate(questions, 1)}
        return self._numbers[section.name]

    def _reason_words(self, reason: NoAnswerReason) -> tuple[str, State]:
        words = {
            NoAnswerReason.DECLINED: (self.tr("declined"), State.SAID_NO),
            NoAnswerReason.UNABLE: (self.tr("unable"), State.SAID_NO),
            NoAnswerReason.NOT_SAFE: (self.tr("not safe to ask"), State.SAID_NO),
            NoAnswerReason.LATER: (self.tr("later"), State.LATER),
            NoAnswerReason.NOT_APPLICABLE: (self.tr("does not apply"), State.SAID_NO),
        }
        return words[reason]

"""Rows of cases: wait, last attempt, next attempt, in words."""

from datetime import datetime, timedelta

from desktop.messages import sentence
from desktop.services.cases import CaseCard
from desktop.views.person.person_words import confidential_mark, reading_words, wish_mark
from desktop.views.person.when_words import moment_words, target_words, wait_words
from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.row_item import Bar, Cell, ChipFact, RowItem
from desktop.views.worklist.referral_due_rows import REFERRAL

BAR_SPAN = 2.25
"""The bar of a wait is full at this multiple of the site's target."""

REPORT = "report-"
"""Before the key of a case whose mandated report is owed: it may be due otherwise too."""

CONFIDENTIAL = "confidential-"
"""Likewise where "no information" is to be looked at again."""


class CaseRows:
    """Makes rows for one moment and one interface language."""

    def __init__(self, now: datetime, language: str) -> None:
        self._now = now
        self._language = language

    def eligible(self, card: CaseCard) -> RowItem:
        """Somebody whom nobody has spoken with yet."""
        return RowItem(
            key=card.ref.episode_id,
            title=card.alias,
            second=self._second(card),
            second_tone=_second_tone(card),
            icon=self._icon(card),
            cells=(self._wait(card), self._last(card), self._next(card)),
        )

    def to_call(self, card: CaseCard) -> RowItem:
        """Somebody who left before contact."""
        last = card.last_attempt
        left = moment_words(last.tried_at, self._now, self._language) if last else ""
        return RowItem(
            key=card.ref.episode_id,
            title=card.alias,
            second=self._marks(card),
            second_tone=_second_tone(card),
            icon=State.DANGER if card.open_alerts else Icon.PHONE,
            cells=(
                Cell(left),
                Cell(self._outcome(card), tone=Tone.MUTED),
                self._next(card),
            ),
        )

    def in_progress(self, card: CaseCard) -> RowItem:
        """Somebody who was reached and whose case is open."""
        reached = (
            moment_words(card.reached_at, self._now, self._language) if card.reached_at else ""
        )
        return RowItem(
            key=card.ref.episode_id,
            title=card.alias,
            second=self._second(card),
            second_tone=_second_tone(card),
            icon=State.DANGER if card.open_alerts else State.IN_PROGRESS,
            cells=(
                Cell(reached or self._outcome(card)),
                Cell(reading_words(card.language, self._language), tone=Tone.MUTED),
                self._next(card, is_seen=True),
            ),
        )

    def closed(self, card: CaseCard) -> RowItem:
        """A closed case, found by its alias or place."""
        return self._ended(card, State.DONE, self._end(card))

    def away(self, card: CaseCard) -> RowItem:
        """A case that was handed over to another workstation."""
        return self._ended(card, Icon.ARROW_RIGHT, self._say("worklist.away"))

    def _ended(self, card: CaseCard, icon: Icon | State, how: str) -> RowItem:
        arrived = moment_words(card.arrived_at, self._now, self._language)
        return RowItem(
            key=card.ref.episode_id,
            title=card.alias,
            second=self._second(card),
            second_tone=_second_tone(card),
            icon=icon,
            is_muted=True,
            cells=(Cell(arrived), Cell(how), Cell("")),
        )

    def missed(self, card: CaseCard) -> RowItem:
        """Somebody who was eligible and never reached, and what stood in the way."""
        why = f"missed-why.{card.missed_why.value}" if card.missed_why else "worklist.closed"
        return RowItem(
            key=card.ref.episode_id,
            title=card.alias,
            second=self._second(card),
            second_tone=_second_tone(card),
            icon=State.DONE,
            is_muted=True,
            cells=(
                Cell(moment_words(card.arrived_at, self._now, self._language)),
                Cell(self._say(why)),
                Cell(self._last(card).text, tone=Tone.MUTED),
            ),
        )

    def due(self, card: CaseCard) -> RowItem:
        """Somebody whose next attempt is due today or before."""
        assert card.next_due is not None
        time = moment_words(card.next_due, self._now, self._language)
        is_late = card.next_due <= self._now
        chip = ChipFact(
            self._say("worklist.due-at", time=time),
            Tone.WARNING if is_late else Tone.PLAIN,
            Icon.CLOCK if is_late else None,
        )
        if card.left_before_contact:
            what, icon = "worklist.due.call", Icon.PHONE
        elif card.reached_at is None:
            what, icon = "worklist.due.attempt", Icon.CLOCK
        else:
            what, icon = "worklist.due.contact", Icon.USER
        return RowItem(card.ref.episode_id, card.alias, self._say(what), icon, chip=chip)

    def report_due(self, card: CaseCard) -> RowItem:
        """What is owed next of a mandated report; a danger once it is late."""
        assert card.report is not None
        assert card.report_due is not None
        time = moment_words(card.report_due, self._now, self._language)
        is_late = card.report_due <= self._now
        tone = Tone.DANGER if is_late else Tone.WARNING
        # The words take the room of the icon while there is time.
        icon = Icon.CLOCK if is_late else None
        chip = ChipFact(self._say("worklist.due-at", time=time), tone, icon)
        what = self._say(f"worklist.due.report.{card.report.stage.value}")
        key = f"{REPORT}{card.ref.episode_id}"
        return RowItem(key, card.alias, what, Icon.PHONE, tone, chip=chip)

    def confidential_due(self, card: CaseCard) -> RowItem:
        """That "no information" is to be looked at again."""
        assert card.confidential_review is not None
        time = card.confidential_review.isoformat()
        chip = ChipFact(self._say("worklist.due-at", time=time), Tone.WARNING)
        what = self._say("worklist.due.confidential")
        key = f"{CONFIDENTIAL}{card.ref.episode_id}"
        return RowItem(key, card.alias, what, Icon.EAR_OFF, chip=chip)

    def is_confidential_due(self, card: CaseCard) -> bool:
        """Whether it is to be looked at again today, or was before."""
        day = card.confidential_review
        return day is not None and day <= self._now.astimezone().date()

    def is_due(self, card: CaseCard) -> bool:
        """Whether the next attempt is due by the end of this local day."""
        if card.next_due is None:
            return False
        return card.next_due.astimezone().date() <= self._now.astimezone().date()

    def _second(self, card: CaseCard) -> str:
        """Where the person is, that no caller is told, and what they asked in another case."""
        return " · ".join(part for part in (card.place, self._marks(card)) if part)

    def _marks(self, card: CaseCard) -> str:
        marks = (confidential_mark(card, self._language), wish_mark(card, self._language))
        return " · ".join(mark for mark in marks if mark)

    def _icon(self, card: CaseCard) -> State:
        if card.open_alerts:
            return State.DANGER
        return State.WAITING if card.last_attempt else State.NOT_STARTED

    def _wait(self, card: CaseCard) -> Cell:
        wait = max(self._now - card.arrived_at, timedelta(0))
        target = timedelta(minutes=card.first_contact_target_min)
        is_past = wait > target
        tone = Tone.WARNING if is_past else Tone.ACCENT
        return Cell(
            wait_words(wait, self._language),
            note=target_words(card.first_contact_target_min, self._language) if is_past else "",
            bar=Bar(wait / (target * BAR_SPAN), 1 / BAR_SPAN, tone),
        )

    def _last(self, card: CaseCard) -> Cell:
        if card.last_attempt is None:
            return Cell(self._say("worklist.not-tried"))
        time = moment_words(card.last_attempt.tried_at, self._now, self._language)
        return Cell(
            self._say("worklist.last", outcome=self._outcome(card), time=time),
        )

    def _next(self, card: CaseCard, *, is_seen: bool = False) -> Cell:
        if card.has_died or card.asks_no_contact:
            return Cell(self._say("worklist.no-calls"), tone=Tone.MUTED)
        if card.next_due is None:
            if card.last_attempt is None:
                return Cell(self._say("worklist.now"), is_strong=True)
            words = "worklist.no-date" if is_seen else "worklist.no-next"
            return Cell(self._say(words), tone=Tone.MUTED)
        if card.next_due <= self._now:
            time = moment_words(card.next_due, self._now, self._language)
            return Cell(self._say("worklist.due-at", time=time), tone=Tone.WARNING, is_strong=True)
        return Cell(moment_words(card.next_due, self._now, self._language))

    def _end(self, card: CaseCard) -> str:
        if card.close_reason is None:
            return self._say("worklist.closed")
        end = self._say(f"close-reason.{card.close_reason.value}")
        if card.missed_why is None:
            return self._say("worklist.closed-as", end=end)
        why = self._say(f"missed-why.{card.missed_why.value}")
        return self._say("worklist.closed-missed", end=end, why=why)

    def _outcome(self, card: CaseCard) -> str:
        if card.last_attempt is None:
            return ""
        return self._say(f"attempt-outcome.{card.last_attempt.outcome.value}")

    def _say(self, message_id: str, **params: str) -> str:
        return sentence(message_id, self._language, **params)


def _second_tone(card: CaseCard) -> Tone:
    return Tone.MUTED if card.confidential_review is None else Tone.PRIVATE


def case_key(key: str) -> str:
    """The case that a row is about, whichever list it stands in."""
    for prefix in (REPORT, CONFIDENTIAL, REFERRAL):
        key = key.removeprefix(prefix)
    return key

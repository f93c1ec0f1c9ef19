"""Reads the worklist into what the screen shows; keeps which row stands for which case."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain

from PySide6.QtCore import QDate, QLocale

from desktop.messages import sentence
from desktop.services.cases import CaseCard
from desktop.services.draft_cards import DraftCard
from desktop.services.read_worklist import OutsideCase, ReturnedCard, Worklist
from desktop.views.person.draft_card_panel import DraftWords, draft_words
from desktop.views.person.when_words import clock_words, moment_words
from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.row_item import RowItem
from desktop.views.worklist.case_rows import CaseRows, case_key
from desktop.views.worklist.referral_due_rows import referral_due_rows
from desktop.views.worklist.worklist_state import Reach, WorklistState

MOST_ROWS = 100
"""Rows of one list: who looks for somebody further down finds them by typing."""


_ENDED = 3
"""From which of the lists on nobody is seen or called any more."""

_CLOSED = 4
"""Which of the lists is shown only when somebody is looked for: closed here, or elsewhere."""


@dataclass(slots=True)
class WorklistReader:
    """The last list that was read, in words; ``query`` filters by alias and place."""

    language: str
    worklist: Worklist
    read_at: datetime
    is_fresh: bool = True
    query: str = ""
    selected: str = field(default="")

    def state(self) -> WorklistState:
        """Everything for one moment."""
        rows = CaseRows(self.read_at, self.language)
        listed = self._listed()
        found = [self._found(cards) for cards in listed]
        if not self.query:
            found[_CLOSED] = ()
        eligible, calls, seen, missed, closed = (cards[:MOST_ROWS] for cards in found)
        outside = self._found_outside()
        hidden = sum(max(len(cards) - MOST_ROWS, 0) for cards in (*found, outside))
        shown = [*eligible, *calls, *seen, *missed, *closed]
        self.selected = case_key(self.selected)
        if self.selected not in {card.ref.episode_id for card in shown}:
            self.selected = shown[0].ref.episode_id if shown else ""
        chosen, away = self.case(self.selected), self.worklist.away
        return WorklistState(
            second=self._second(hidden),
            reach=self._reach(),
            eligible=tuple(map(rows.eligible, eligible)),
            call_list=tuple(map(rows.to_call, calls)),
            in_progress=tuple(map(rows.in_progress, seen)),
            missed=tuple(map(rows.missed, missed)),
            closed=tuple(rows.away(c) if c in away else rows.closed(c) for c in closed),
            outside=tuple(map(self._outside, outside[:MOST_ROWS])),
            due=self._due(rows, listed),
            drafts=tuple(map(self._draft, self.own_drafts())),
            returned=tuple(map(self._returned, self._own_returned())),
            selected=self.selected,
            selected_alias=chosen.alias if chosen else "",
            can_log=chosen is not None and not chosen.is_closed and chosen not in away,
            is_empty=not any((*listed, self.worklist.outside)),
            is_finding=bool(self.query),
        )

    def _due(self, rows: CaseRows, listed: Sequence[Sequence[CaseCard]]) -> tuple[RowItem, ...]:
        """Reports that are owed, whom to see or call today, and what is to be looked at again."""
        due = sorted(
            (card for card in chain(*listed[:_ENDED]) if rows.is_due(card)),
            key=lambda card: card.next_due or self.read_at,
        )[:MOST_ROWS]
        here = [card for card in chain(*listed) if card not in self.worklist.away]
        owed = sorted(
            (card for card in here if card.report_due is not None),
            key=lambda card: card.report_due or self.read_at,
        )[:MOST_ROWS]
        looked_at = _one_of_each(card for card in here if rows.is_confidential_due(card))
        return (
            *map(rows.report_due, owed),
            *map(rows.due, due),
            *map(rows.confidential_due, looked_at[:MOST_ROWS]),
            *referral_due_rows(
                here,
                self.worklist.referrals_due,
                self.read_at.astimezone().date(),
                self.language,
                MOST_ROWS,
            ),
        )

    def case(self, key: str) -> CaseCard | None:
        """The case of a row."""
        key = case_key(key)
        cards = (card for cards in self._listed() for card in cards)
        return next((card for card in cards if card.ref.episode_id == key), None)

    def outside(self, key: str) -> OutsideCase | None:
        """The case of somebody else of a row."""
        cases = self.worklist.outside
        return next((one for one in cases if one.ref.episode_id == key), None)

    def draft(self, key: str) -> DraftCard | None:
        """The draft of a row."""
        return next((one for one in self.own_drafts() if one.draft.record_id == key), None)

    def returned(self, key: str) -> ReturnedCard | None:
        """The comment of a row."""
        return next((one for one in self._own_returned() if _key_of(one) == key), None)

    def own_drafts(self) -> tuple[DraftCard, ...]:
        """Drafts of the signed-in person, newest first."""
        return tuple(card for card in self.worklist.drafts if card.is_mine)

    def draft_words(self, card: DraftCard) -> DraftWords:
        """One's own unfinished draft, for the card after sign-in."""
        return draft_words(card, self.read_at, self.language, with_alias=True)

    def _listed(self) -> tuple[Sequence[CaseCard], ...]:
        lists = self.worklist
        closed = (*lists.away, *lists.closed)
        return lists.eligible, lists.call_list, lists.in_progress, lists.missed, closed

    def _found(self, cards: Iterable[CaseCard]) -> tuple[CaseCard, ...]:
        words = self.query.casefold().split()
        return tuple(
            card
            for card in cards
            if all(word in f"{card.alias} {card.place}".casefold() for word in words)
        )

    def _found_outside(self) -> tuple[OutsideCase, ...]:
        words = self.query.casefold().split()
        return tuple(
            case
            for case in self.worklist.outside
            if all(word in case.alias.casefold() for word in words)
        )

    def _outside(self, case: OutsideCase) -> RowItem:
        words = sentence("worklist.outside-line", self.language)
        return RowItem(case.ref.episode_id, case.alias, words, Icon.LOCK, has_chevron=True)

    def _own_returned(self) -> tuple[ReturnedCard, ...]:
        return tuple(card for card in self.worklist.returned if card.is_mine)

    def _second(self, hidden: int) -> str:
        local = self.read_at.astimezone()
        day = QLocale(self.language).toString(
            QDate(local.year, local.month, local.day), "dddd yyyy-MM-dd"
        )
        words = "worklist.refreshed" if self.is_fresh else "worklist.not-refreshed"
        time = clock_words(self.read_at)
        line = sentence(words, self.language, day=day[:1].upper() + day[1:], time=time)
        if not hidden:
            return line
        return f"{line}  ·  {sentence('worklist.hidden', self.language, count=hidden)}"

    def _reach(self) -> Reach:
        lists = self.worklist
        month = QLocale(self.language).standaloneMonthName(self.read_at.astimezone().month)
        return Reach(
            lists.reached_count,
            lists.arrived_count,
            sentence(
                "worklist.reach",
                self.language,
                reached=lists.reached_count,
                arrived=lists.arrived_count,
            ),
            sentence("worklist.reach-month", self.language, month=month),
        )

    def _draft(self, card: DraftCard) -> RowItem:
        words = sentence(
            "worklist.draft",
            self.language,
            form=card.form_title.in_language(self.language),
            place=self._place_in(card),
        )
        time = moment_words(card.changed_at, self.read_at, self.language)
        return RowItem(card.draft.record_id, card.alias, words, State.IN_PROGRESS, right=time)

    def _place_in(self, card: DraftCard) -> str:
        counts = {"answered": card.answered + card.with_reason, "total": card.total}
        section = card.section_title.in_language(self.language)
        if not section:
            return sentence("draft-place.no-section", self.language, **counts)
        return sentence("draft-place.section", self.language, section=section, **counts)

    def _returned(self, card: ReturnedCard) -> RowItem:
        quoted = sentence("worklist.quoted", self.language, text=_one_line(card.comment_text))
        return RowItem(
            _key_of(card),
            card.alias,
            quoted,
            Icon.MESSAGE,
            Tone.WARNING,
            has_chevron=True,
        )


def _one_of_each(cards: Iterable[CaseCard]) -> list[CaseCard]:
    """One case of each person: an open one, else the newest."""
    newest = sorted(cards, key=lambda card: (not card.is_closed, card.arrived_at))
    return list({card.ref.person_id: card for card in newest}.values())


COMMENT_SHOWN = 120
"""Characters of a comment that a row shows; the form shows all of it."""


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= COMMENT_SHOWN else f"{line[: COMMENT_SHOWN - 1].rstrip()}…"


def _key_of(card: ReturnedCard) -> str:
    return f"{card.form_id}-{card.item_key}-{card.at.timestamp():.0f}"

"""Rows of referrals that are due: alias and what, never which partner or for what."""

from collections.abc import Iterable, Mapping
from datetime import date

from desktop.messages import sentence
from desktop.records.ids import EpisodeId
from desktop.records.referral_due import ReferralDue, WaitingFor
from desktop.services.cases import CaseCard
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.row_item import ChipFact, RowItem

REFERRAL = "referral-"
"""Before the key of a case with a referral that is due: it may be due otherwise too."""


def referral_due_rows(
    cards: Iterable[CaseCard],
    due: Mapping[EpisodeId, ReferralDue],
    today: date,
    language: str,
    most: int,
) -> tuple[RowItem, ...]:
    """What waits the longest first, at most so many."""
    found = [(due[card.ref.episode_id], card) for card in cards if card.ref.episode_id in due]
    found.sort(key=lambda pair: pair[0].on)
    return tuple(_row(one, card, today, language) for one, card in found[:most])


def _row(due: ReferralDue, card: CaseCard, today: date, language: str) -> RowItem:
    days = (today - due.since).days
    count = "today" if days == 0 else "day" if days == 1 else "days"
    what = f"worklist.due.referral.{due.what.value}"
    if due.what in (WaitingFor.ANSWER, WaitingFor.MEETING):
        what = f"{what}.{count}"
    chip = ChipFact(sentence("worklist.due-at", language, time=due.on.isoformat()), Tone.WARNING)
    words = sentence(what, language, days=days)
    return RowItem(f"{REFERRAL}{card.ref.episode_id}", card.alias, words, Icon.USERS, chip=chip)

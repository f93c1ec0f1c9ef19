"""Reads the referrals of a case into rows: whom, for what, where it stands, what comes next."""

from collections.abc import Iterable
from datetime import date

from desktop.messages import sentence
from desktop.records.referral import ReferralStatus, Urgency
from desktop.records.referral_due import WaitingFor
from desktop.services.read_needs import NeedsPage
from desktop.services.read_referrals import ReferralCard
from desktop.services.referral_words import need_names, referral_title, stands_words
from desktop.views.needs.referral_acts import acts_of
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.row_item import RowItem

_S = ReferralStatus
_ICONS = {
    _S.DRAFT: State.NOT_STARTED,
    _S.REQUESTED: State.WAITING,
    _S.ACCEPTED: State.IN_PROGRESS,
    _S.IN_PROGRESS: State.DONE,
    _S.ON_HOLD: State.LATER,
    _S.REJECTED: State.SAID_NO,
    _S.COMPLETED: State.DONE,
}


def referral_rows(page: NeedsPage, language: str, *, shows_private: bool) -> tuple[RowItem, ...]:
    """One row for each; what is for needs known in private only waits until those are shown."""
    shown = (one for one in page.referrals if shows_private or not is_private(page, one))
    return tuple(_row(page, one, language) for one in shown)


def is_private(page: NeedsPage, card: ReferralCard) -> bool:
    """Whether a glance at it would tell a need that is known in private only."""
    private = {one.category for one in page.needs if one.is_private}
    return not private.isdisjoint(card.referral.needs)


def partner_words(page: NeedsPage, category: str, language: str) -> str:
    """How far a partner is with this need, "" where none was asked."""
    cards = [one for one in page.referrals if category in one.referral.needs]
    found = [far for one in cards if (far := _how_far(one)) is not None]
    return sentence(f"refer.need.{_FAR[max(found)]}", language) if found else ""


def next_words(card: ReferralCard, language: str) -> str:
    """The next act as its row's button says it."""
    if card.refusal is not None:
        if not card.is_stopped:
            return sentence("refer.next.ask-consent", language)
        reason = card.refusal.reason_id
        if reason == WITHDRAWN and not card.is_told:
            return sentence("refer.next.tell", language)
        act = "end" if reason in SAID_NO else "ask-consent"
        return sentence(f"refer.next.{act}", language)
    if not card.referral.is_open:
        return ""
    return sentence(f"refer.next.{acts_of(card)[0].value}", language)


WITHDRAWN = "consent-gate.withdrawn"
"""That its partner was told is noted with the consent."""

SAID_NO = frozenset(
    {
        WITHDRAWN,
        "consent-gate.declined-since",
        "consent-gate.declined",
        "consent-gate.guardian-may-not",
    }
)
"""A no since: the referral ends. For all else the person may be asked again."""

_FAR = ("asked", "yes", "met")


def _how_far(card: ReferralCard) -> int | None:
    if card.referral.is_warm:
        return 2
    if not card.referral.is_with_partner:
        return None
    return int(card.referral.accepted is not None)


def _row(page: NeedsPage, card: ReferralCard, language: str) -> RowItem:
    is_due = card.due is not None and card.due.is_due(page.today)
    needs_look = card.is_stopped or is_due
    icon = _ICONS.get(card.referral.status, State.PLANNED)
    return RowItem(
        key=card.referral.referral_id,
        title=referral_title(card, language),
        second=" · ".join(_second(page.today, card, language)),
        second_tone=Tone.WARNING if needs_look else Tone.MUTED,
        icon=State.LOOK_HERE if card.is_stopped else icon,
        right=next_words(card, language) if page.may_write else "",
        right_tone=Tone.ACCENT,
        is_right_strong=True,
        has_chevron=page.may_write,
        is_large=True,
        is_muted=not card.referral.is_open,
    )


def _second(today: date, card: ReferralCard, language: str) -> Iterable[str]:
    yield need_names(card.referral.needs, language)
    if card.referral.is_open and card.referral.urgency is not Urgency.ROUTINE:
        yield sentence(f"refer.wanted.{card.referral.urgency.value}", language)
    yield stands_words(card, today, language)
    if card.due is not None and not card.is_stopped and card.due.what is not WaitingFor.CONSENT:
        name = "since" if card.due.is_due(today) else "on"
        yield sentence(f"refer.due.{name}", language, day=card.due.on.isoformat())

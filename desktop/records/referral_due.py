"""What is due of a referral that waits, and on which day: a nudge, never a judgement.

No source gives days until a partner is asked again; a site sets them, and the usual numbers are
ours.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desktop.records.referral import Referral, ReferralStatus, Urgency

ASAP_DAYS, URGENT_DAYS = 0, 1
"""Days until a nudge where the partner is needed today, or soon: ours."""


class WaitingFor(StrEnum):
    """What has to happen next."""

    SENDING = "sending"
    ANSWER = "answer"
    MEETING = "meeting"
    CONSENT = "consent"
    """The consent that it stands on has ended: the partner is to be told, or the person asked."""


@dataclass(frozen=True, slots=True)
class DueDays:
    """Days of the site: until somebody said yes, and from then until the first meeting."""

    answer: int
    meeting: int


@dataclass(frozen=True, slots=True)
class WaitingReferral:
    """What a list keeps of a referral: no partner and no need, which a glance must not tell.

    ``what`` is None while nothing is due; ``holds_until`` is the last day on which its consent
    covers it, None for what was not sent.
    """

    what: WaitingFor | None
    since: date
    urgency: Urgency
    holds_until: date | None


@dataclass(frozen=True, slots=True)
class ReferralDue:
    """What comes next, on which local day it comes up, and since when it waits."""

    what: WaitingFor
    on: date
    since: date

    def is_due(self, today: date) -> bool:
        """From that day on."""
        return today >= self.on


def waiting_of(referral: Referral, holds_until: date | None) -> WaitingReferral | None:
    """What a list keeps of this one; None of one that ended."""
    if not referral.is_open:
        return None
    what, since = _next_of(referral)
    is_out = referral.sent is not None
    return WaitingReferral(what, since, referral.urgency, holds_until if is_out else None)


def due_of(waiting: WaitingReferral, days: DueDays, today: date) -> ReferralDue | None:
    """When what comes next is due; a consent that has ended comes before everything else."""
    own = _own_due(waiting, days)
    if waiting.holds_until is None:
        return own
    ended_on = waiting.holds_until + timedelta(days=1)
    if own is not None and own.on < ended_on and ended_on > today:
        return own
    return ReferralDue(WaitingFor.CONSENT, ended_on, ended_on)


def first_due(
    waiting: tuple[WaitingReferral, ...], days: DueDays, today: date
) -> ReferralDue | None:
    """Of all referrals of a case the one to show, None while nothing is due: where a consent ended
    first, then what is due the longest."""
    found = [due_of(one, days, today) for one in waiting]
    due = [one for one in found if one is not None and one.is_due(today)]
    return min(due, key=lambda one: (one.what is not WaitingFor.CONSENT, one.on), default=None)


def _own_due(waiting: WaitingReferral, days: DueDays) -> ReferralDue | None:
    if waiting.what is None:
        return None
    usual = days.meeting if waiting.what is WaitingFor.MEETING else days.answer
    wait = {Urgency.ASAP: ASAP_DAYS, Urgency.URGENT: URGENT_DAYS}.get(waiting.urgency, usual)
    on = waiting.since + timedelta(days=min(wait, usual))
    return ReferralDue(waiting.what, on, waiting.since)


def _next_of(referral: Referral) -> tuple[WaitingFor | None, date]:
    meeting, sent = referral.first_meeting, referral.sent
    since = (sent.at if sent is not None else referral.created_at).astimezone().date()
    if referral.status is ReferralStatus.DRAFT:
        return WaitingFor.SENDING, since
    if referral.status is ReferralStatus.REQUESTED:
        return WaitingFor.ANSWER, since
    if referral.accepted is not None:
        since = referral.accepted.on
    if referral.status is ReferralStatus.ACCEPTED:
        return WaitingFor.MEETING, meeting.on if meeting is not None else since
    return None, meeting.on if meeting is not None else since

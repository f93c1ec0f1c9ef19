"""The referrals of a case as its screens show them: where each stands, and what comes next."""

from dataclasses import dataclass

from desktop.directory.listing import Listing
from desktop.records.consent import ConsentStatus, ConsentType
from desktop.records.consent_gate import GateAnswer
from desktop.records.referral import Referral, ReferralStatus
from desktop.records.referral_due import (
    DueDays,
    ReferralDue,
    WaitingReferral,
    due_of,
    waiting_of,
)
from desktop.services.episode_records import referrals_of
from desktop.services.kept_consents import consents_of
from desktop.services.local_day import local_day
from desktop.services.ports import EpisodeRef, Revision
from desktop.services.referral_gate import ReferralGate, holds_until, standing_gate
from desktop.services.site_settings import (
    REFERRAL_ANSWER_DAYS,
    REFERRAL_BOUNDS_DAYS,
    REFERRAL_MEETING_DAYS,
    site_number,
)
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class ReferralCard:
    """One referral. ``listing`` is its service where the directory has it.

    ``gate`` is what the person's consent says of it today, None of what has ended; ``is_told``
    says that the partner knows of a withdrawal. ``due`` is None while nothing is.
    """

    referral: Referral
    listing: Listing | None
    gate: ReferralGate | None
    is_told: bool
    revision: int
    """The number of its newest revision."""
    due: ReferralDue | None

    @property
    def refusal(self) -> GateAnswer | None:
        """Why its consent does not cover it today: the first reason."""
        refusals = self.gate.refusals if self.gate is not None else ()
        return refusals[0][1] if refusals else None

    @property
    def is_stopped(self) -> bool:
        """Whether it was sent, is open, and cannot go on."""
        return self.referral.is_with_partner and self.refusal is not None


def referral_cards(work: Work, ref: EpisodeRef) -> tuple[ReferralCard, ...]:
    """Open ones first, as they were made; whoever shows them was let in by the caller."""
    work, days = _reading(work), due_days(work)
    found = [one for one in referrals_of(work, ref) if not _is_mistake(one.value)]
    cards = [_card(work, ref, one, days) for one in found]
    return tuple(sorted(cards, key=lambda card: not card.referral.is_open))


def waiting_referrals(work: Work, ref: EpisodeRef) -> tuple[WaitingReferral, ...]:
    """What lists keep of the open referrals of a case."""
    work = _reading(work)
    found = [one.value for one in referrals_of(work, ref)]
    waiting = [waiting_of(one, holds_until(work, ref, one)) for one in found if one.is_open]
    return tuple(one for one in waiting if one is not None)


def due_days(work: Work) -> DueDays:
    """The site's days until a nudge."""
    return DueDays(
        site_number(work, "referral-answer-days", REFERRAL_ANSWER_DAYS, REFERRAL_BOUNDS_DAYS),
        site_number(work, "referral-meeting-days", REFERRAL_MEETING_DAYS, REFERRAL_BOUNDS_DAYS),
    )


def _reading(work: Work) -> Work:
    """Each referral asks the gate for each kind of fact: the consents are opened once for all."""
    return work if work.read is not None else work.reading()


def _card(work: Work, ref: EpisodeRef, found: Revision[Referral], days: DueDays) -> ReferralCard:
    referral = found.value
    listing = work.library.directory().find(referral.service_id) if referral.service_id else None
    waiting = waiting_of(referral, holds_until(work, ref, referral)) if referral.is_open else None
    return ReferralCard(
        referral,
        listing,
        standing_gate(work, ref, referral) if referral.is_open else None,
        _is_told(work, ref, referral),
        found.number,
        due_of(waiting, days, local_day(work)) if waiting is not None else None,
    )


def _is_told(work: Work, ref: EpisodeRef, referral: Referral) -> bool:
    """Whether the partner knows of the newest withdrawal, whichever consent it was, and whether
    none was given since: the end of a later one is news again."""
    about = [
        one
        for one in consents_of(work, ref)
        if one.type is ConsentType.RELEASE
        and one.status in (ConsentStatus.GRANTED, ConsentStatus.WITHDRAWN)
        and one.scope is not None
        and one.scope.recipient == referral.to_org
    ]
    return bool(about) and about[-1].told is not None


def _is_mistake(referral: Referral) -> bool:
    return referral.status is ReferralStatus.ENTERED_IN_ERROR

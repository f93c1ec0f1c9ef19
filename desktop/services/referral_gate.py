"""What a referral tells a partner, and whether the person's consent covers all of it today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.errors import KnownError
from desktop.records.consent import Category, Purpose
from desktop.records.consent_gate import GateAnswer, may
from desktop.records.ids import RecordId
from desktop.records.referral import Referral
from desktop.services.ask_gate import gate_rules
from desktop.services.kept_consents import consents_of
from desktop.services.local_day import local_day
from desktop.services.packet_letter import OWN_CATEGORY, letter_purpose
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work

NEED_CATEGORY = {**OWN_CATEGORY, "substance-use": Category.SUBSTANCE_USE}
"""Needs that say more than "needs". No letter names the last; a referral may."""


@dataclass(frozen=True, slots=True)
class ReferralGate:
    """The gate's answer for each kind of fact that a referral tells."""

    purpose: Purpose
    answers: tuple[tuple[Category, GateAnswer], ...]

    @property
    def refusals(self) -> tuple[tuple[Category, GateAnswer], ...]:
        """What no consent covers today."""
        return tuple((one, answer) for one, answer in self.answers if not answer.allowed)

    @property
    def allowed(self) -> bool:
        """Whether all of it may go."""
        return not self.refusals

    @property
    def consent_id(self) -> RecordId | None:
        """The consent that covers who the person is."""
        return self.answers[0][1].consent_id

    def need(self) -> None:
        """Raise KnownError ``consent-gate.*`` with the first reason unless all of it may go."""
        for _, answer in self.refusals:
            raise KnownError(answer.reason_id)


def told_categories(needs: Iterable[str]) -> tuple[Category, ...]:
    """Who the person is comes first, then that help is wanted, then what a need says by itself."""
    own = (NEED_CATEGORY[one] for one in needs if one in NEED_CATEGORY)
    return tuple(dict.fromkeys((Category.IDENTITY_CONTACT, Category.NEEDS, *own)))


def referral_gate(
    work: Work, ref: EpisodeRef, to_org: str, purpose: Purpose, needs: Iterable[str]
) -> ReferralGate:
    """Whether these needs may be told to this organisation today; the caller checked who asks."""
    return _gate(work, ref, to_org, purpose, told_categories(needs))


def standing_gate(work: Work, ref: EpisodeRef, referral: Referral) -> ReferralGate:
    """Whether what was told is covered today; what was not sent yet by what it would tell, for
    the purpose of which the person was asked last."""
    if referral.sent is None:
        purpose = purpose_for(work, ref, referral.to_org)
        return referral_gate(work, ref, referral.to_org, purpose, referral.needs)
    told = tuple(one for one in Category if one in referral.sent.categories)
    return _gate(work, ref, referral.to_org, referral.purpose, told)


def holds_until(work: Work, ref: EpisodeRef, referral: Referral) -> date | None:
    """The last day on which a sent referral stands; a past one when its consent holds no more."""
    if referral.sent is None:
        return None
    gate, today = standing_gate(work, ref, referral), local_day(work)
    if not gate.allowed:
        return _last_day(work, ref, referral, today)
    ids = {answer.consent_id for _, answer in gate.answers}
    scopes = [one.scope for one in consents_of(work, ref) if one.consent_id in ids]
    ends = [one.expires_on for one in scopes if one is not None and one.expires_on is not None]
    return min(ends, default=today)


def purpose_for(work: Work, ref: EpisodeRef, to_org: str) -> Purpose:
    """As last asked of this organisation, else what the partner does, else help over time."""
    return letter_purpose(work, ref, to_org) or Purpose.CASE_MANAGEMENT


def _last_day(work: Work, ref: EpisodeRef, referral: Referral, today: date) -> date:
    """When it ended as far as the consent itself says so, else yesterday."""
    yesterday = today - timedelta(days=1)
    sent = referral.sent
    for one in consents_of(work, ref):
        if sent is None or one.consent_id != sent.consent_id:
            continue
        if one.withdrawn_at is not None:
            return min(one.withdrawn_at.astimezone().date() - timedelta(days=1), yesterday)
        if one.scope is not None and one.scope.expires_on is not None:
            return min(one.scope.expires_on, yesterday)
    return yesterday


def _gate(
    work: Work, ref: EpisodeRef, to_org: str, purpose: Purpose, told: tuple[Category, ...]
) -> ReferralGate:
    """As ``ask_gate`` for each, with the consents and the rules of the case opened once."""
    consents, rules, today = consents_of(work, ref), gate_rules(work, ref), local_day(work)
    answers = tuple((one, may(consents, to_org, purpose, one, today, rules)) for one in told)
    return ReferralGate(purpose, answers)

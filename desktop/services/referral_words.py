"""Where a referral stands, in plain words: for the needs page, the review and the staff's sheet."""

from collections.abc import Iterable
from datetime import date

from desktop.messages import sentence
from desktop.packets.paper_words import joined
from desktop.records.referral import Referral, ReferralStatus
from desktop.services.read_referrals import ReferralCard
from desktop.services.referral_gate import ReferralGate

NOT_COVERED = "consent-gate.category-not-covered"


def referral_title(card: ReferralCard, language: str) -> str:
    """Whom it asks: the partner, or the service and whose it is."""
    to_org = card.referral.to_org
    name = card.listing.name_in(language) if card.listing is not None else to_org
    return name if to_org in name else f"{name} ({to_org})"


def stands_words(card: ReferralCard, today: date, language: str) -> str:
    """One sentence; why it cannot go on comes before everything else."""
    if card.is_stopped and card.gate is not None:
        why = refusal_words(card.gate, language)
        then = "told" if card.is_told else "to-tell"
        return sentence(f"refer.stopped.{then}", language, why=why)
    return _stands(card.referral, today, language)


def refusal_words(gate: ReferralGate, language: str) -> str:
    """Why no consent covers it today; what is missing by name, where only a part is."""
    refusals = gate.refusals
    if not refusals:
        return ""
    reason = refusals[0][1].reason_id
    if reason != NOT_COVERED:
        return sentence(reason, language)
    missing = [one for one, answer in refusals if answer.reason_id == NOT_COVERED]
    what = joined([sentence(f"consent-short.{one.value}", language) for one in missing], language)
    return sentence("refer.no-category", language, what=what)


def need_names(needs: Iterable[str], language: str) -> str:
    """What it asks for."""
    return ", ".join(sentence(f"need.{one}", language) for one in needs)


def _stands(referral: Referral, today: date, language: str) -> str:
    if referral.ended is not None:
        return _ended(referral, language)
    if referral.status is ReferralStatus.REQUESTED and referral.sent is not None:
        how = sentence(f"refer.how-in.{referral.sent.how.value}", language)
        days = (today - referral.sent.at.astimezone().date()).days
        when = ("today", "yesterday")[days] if days in (0, 1) else "days"
        return sentence(f"refer.asked.{when}", language, how=how, days=days)
    if referral.status is ReferralStatus.ACCEPTED and referral.accepted is not None:
        if referral.first_meeting is not None:
            day = referral.first_meeting.on.isoformat()
            return sentence("refer.stands.not-held", language, day=day)
        return sentence("refer.stands.yes", language, day=referral.accepted.on.isoformat())
    if referral.status is ReferralStatus.IN_PROGRESS and referral.first_meeting is not None:
        day = referral.first_meeting.on.isoformat()
        return sentence("refer.stands.met", language, day=day)
    if referral.status is ReferralStatus.ON_HOLD:
        return sentence("refer.stands.on-hold", language)
    return sentence("refer.stands.draft", language)


def _ended(referral: Referral, language: str) -> str:
    assert referral.ended is not None
    if referral.status is ReferralStatus.COMPLETED and referral.first_meeting is not None:
        day = referral.first_meeting.on.isoformat()
        return sentence("refer.stands.handed-on", language, day=day)
    reason = sentence(f"refer.reason.{referral.ended.reason.value}", language)
    is_no = referral.status is ReferralStatus.REJECTED
    kind = "refer.stands.said-no" if is_no else "refer.stands.ended"
    return sentence(kind, language, reason=reason)

"""What the referrals of a case change in the step "needs and referrals" of the person page."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop.services.person_steps import Step, StepState
from desktop.services.read_referrals import ReferralCard

TO_TELL = "step-summary.needs.partner-to-tell"
DUE = "step-summary.needs.partner-due"


def with_referrals(step: Step, cards: Sequence[ReferralCard], today: date) -> Step:
    """The step with how far partners are; a partner to be told comes before what is begun, one to
    be asked again does not."""
    if any(card.is_stopped for card in cards):
        return replace(step, state=StepState.LOOK_HERE, summary_id=TO_TELL, params={})
    if any(card.due is not None and card.due.is_due(today) for card in cards):
        return replace(step, state=StepState.WAITING, summary_id=DUE, params={})
    out = [card.referral for card in cards if card.referral.is_with_partner]
    met = sum(card.referral.is_warm for card in cards)
    if not out and not met:
        return step
    yes = sum(one.accepted is not None and not one.is_warm for one in out)
    counts = {"asked": sum(one.accepted is None for one in out), "yes": yes, "met": met}
    summary = "step-summary.needs.partners"
    return replace(step, state=StepState.DONE, summary_id=summary, params=counts)

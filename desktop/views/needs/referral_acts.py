"""What can be noted of a referral where it stands now; the first is what comes next."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.records.referral import ClosedReason, ReferralStatus, SentHow
from desktop.records.referral_moves import REASONS
from desktop.services.read_referrals import ReferralCard


class ReferralAct(StrEnum):
    """One thing that happened; each has its words ``refer.act.<value>``."""

    SEND = "send"
    YES = "yes"
    NO = "no"
    MET = "met"
    NOT_MET = "not-met"
    HAND_ON = "hand-on"
    GO_ON = "go-on"
    HOLD = "hold"
    FAIL = "fail"
    CANCEL = "cancel"
    MISTAKE = "mistake"


@dataclass(frozen=True, slots=True)
class ActGiven:
    """What was noted; each field only where its act asks for it."""

    act: ReferralAct
    how: SentHow | None = None
    who: str = ""
    on: date | None = None
    reason: ClosedReason | None = None


_A, _S = ReferralAct, ReferralStatus

ACTS = {
    _S.DRAFT: (_A.SEND, _A.CANCEL, _A.MISTAKE),
    _S.REQUESTED: (_A.YES, _A.NO, _A.HOLD, _A.CANCEL, _A.MISTAKE),
    _S.ACCEPTED: (_A.MET, _A.NOT_MET, _A.HOLD, _A.FAIL, _A.CANCEL, _A.MISTAKE),
    _S.IN_PROGRESS: (_A.HAND_ON, _A.HOLD, _A.FAIL, _A.CANCEL, _A.MISTAKE),
    _S.ON_HOLD: (_A.GO_ON, _A.CANCEL, _A.MISTAKE),
}

NEED_CONSENT = frozenset({_A.SEND, _A.YES, _A.MET, _A.NOT_MET, _A.GO_ON})
"""What goes on with it: closed while no consent covers it."""

ENDS = {
    _A.NO: _S.REJECTED,
    _A.FAIL: _S.FAILED,
    _A.CANCEL: _S.CANCELLED,
    _A.HAND_ON: _S.COMPLETED,
    _A.MISTAKE: _S.ENTERED_IN_ERROR,
}


def acts_of(card: ReferralCard) -> tuple[ReferralAct, ...]:
    """What can be noted; of what has ended only that it was a mistake."""
    return ACTS.get(card.referral.status, (ReferralAct.MISTAKE,))


def reasons_of(act: ReferralAct) -> tuple[ClosedReason, ...]:
    """The reasons to choose from; none where the act says it all."""
    to = ENDS.get(act)
    reasons = REASONS[to] if to is not None else ()
    return reasons if len(reasons) > 1 else ()

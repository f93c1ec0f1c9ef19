"""An attempt to reach a person, and what came of it."""

from datetime import datetime
from enum import StrEnum

import msgspec

from desktop.records.ids import EpisodeId, RecordId, StaffId


class AttemptMode(StrEnum):
    """How it was tried."""

    BEDSIDE = "bedside"
    PHONE = "phone"
    VIDEO = "video"


class AttemptOutcome(StrEnum):
    """What came of an attempt: a synthesis of outcome lists of hospital programmes."""

    ENGAGED = "engaged"
    ASKED_TO_COME_BACK = "asked-to-come-back"
    DECLINED_NOW = "declined-now"
    DECLINED_DO_NOT_CONTACT = "declined-do-not-contact"
    ASLEEP_OR_SEDATED = "asleep-or-sedated"
    INTUBATED_OR_ICU = "intubated-or-icu"
    IN_SURGERY_OR_IMAGING = "in-surgery-or-imaging"
    IN_ISOLATION = "in-isolation"
    CAPACITY_NOT_PRESENT = "capacity-not-present"
    NO_ANSWER = "no-answer"
    NO_PRIVACY = "no-privacy"
    POLICE_PRESENT = "police-present"
    GUARDIAN_ABSENT = "guardian-absent"
    NO_INTERPRETER = "no-interpreter"
    LEFT_AGAINST_ADVICE = "left-against-advice"
    DISCHARGED_BEFORE_CONTACT = "discharged-before-contact"
    TRANSFERRED = "transferred"
    IN_CUSTODY = "in-custody"
    DIED = "died"
    NOT_THIS_PATHWAY = "not-this-pathway"
    ALREADY_ENROLLED = "already-enrolled"


REACHED = frozenset(
    {
        AttemptOutcome.ENGAGED,
        AttemptOutcome.ASKED_TO_COME_BACK,
        AttemptOutcome.DECLINED_NOW,
        AttemptOutcome.DECLINED_DO_NOT_CONTACT,
    }
)
"""Outcomes in which the person and a specialist did speak."""

NO_MORE_CONTACT = frozenset({AttemptOutcome.DECLINED_DO_NOT_CONTACT})
"""Outcomes after which nothing is due: the person asked not to be contacted."""

LEFT = frozenset({AttemptOutcome.LEFT_AGAINST_ADVICE, AttemptOutcome.DISCHARGED_BEFORE_CONTACT})
"""Outcomes that put a person who was never reached on the call list."""


class Attempt(msgspec.Struct, frozen=True, gc=False):
    """One try, kept with its time; ``next_due`` puts the case back on the worklist."""

    attempt_id: RecordId
    episode_id: EpisodeId
    tried_at: datetime
    mode: AttemptMode
    outcome: AttemptOutcome
    by: StaffId
    next_due: datetime | None = None
    may_call_later: bool | None = None
    """What somebody who declined now said to a later call; None where nobody asked."""

    @property
    def reached(self) -> bool:
        """Whether the person was spoken with."""
        return self.outcome in REACHED

    @property
    def asks_no_contact(self) -> bool:
        """Whether the person asked that nobody calls again; the case stays open all the same."""
        return self.outcome in NO_MORE_CONTACT or self.may_call_later is False

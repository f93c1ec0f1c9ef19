"""Who is in the room, whether it is private, and whether the person can decide now."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from desktop.records.ids import EpisodeId, StaffId
from desktop.records.interpreting import Interpreting


class Presence(StrEnum):
    """Who else is in the room.

    Others may overhear care (ACEP on police in the emergency department,
    acep.org/state-advocacy/state-advocacy-overview/law-enforcement-toolkit), a patient in the next
    bed too. Whether it is private is asked, and never worked out from who is here.
    """

    INTERPRETER = "interpreter"
    GUARDIAN = "guardian"
    FAMILY = "family"
    PARTNER = "partner"
    FRIENDS = "friends"
    POLICE = "police"
    ROOMMATE = "roommate"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class RoomState:
    """The room as the specialist saw it at ``noted_at``.

    ``private_now`` is None until somebody said yes or no; only an explicit yes opens locked
    sections.
    """

    episode_id: EpisodeId
    present: frozenset[Presence]
    private_now: bool | None
    noted_at: datetime
    noted_by: StaffId
    not_private_reason: str = ""
    interpreting: Interpreting | None = field(default=None, repr=False)
    """None until somebody said how it is interpreted, or that it need not be."""


class CapacityResult(StrEnum):
    """Decision-making capacity for the decision at hand; it can be lost and regained."""

    PRESENT = "present"
    ABSENT = "absent"
    UNCERTAIN = "uncertain"


class CapacityBy(StrEnum):
    """Whose judgement it was: a role, never a name."""

    OWN = "own"
    """Of whoever noted it."""
    PHYSICIAN = "physician"
    NURSE = "nurse"


class CapacityReason(StrEnum):
    """What stands in the way, in one word: no diagnosis and no story."""

    SEDATED = "sedated"
    INTOXICATED = "intoxicated"
    """Which does not by itself take capacity away: what the person can do decides
    (legalclarity.org, can-intoxicated-patients-give-consent)."""
    PAIN = "pain"
    INJURY = "injury"
    LANGUAGE = "language"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class CapacityCheck:
    """A note that the person can, cannot or may not be able to decide now.

    Capacity is specific to the decision and the moment and rests on communicating a choice,
    understanding, appreciating and reasoning (Appelbaum, N Engl J Med 2007;357:1834-40). That it
    is missing is for a physician to say, and often passes (reliasmedia.com, 144995); whose
    judgement it was is None where nobody said.
    """

    episode_id: EpisodeId
    result: CapacityResult
    checked_at: datetime
    checked_by: StaffId
    recheck_due: datetime | None = None
    by: CapacityBy | None = None
    reason: CapacityReason | None = None
    """Only where the person cannot or may not be able to decide."""

"""A warm hand-off of a person to a partner: whom it asks for what, and where it stands.

Statuses are those of the HL7 FHIR US SDOH Clinical Care referral set, which is TaskStatus less
"ready" and "received" (github.com/HL7/fhir-sdoh-clinicalcare,
input/fsh/valuesets/SDOHCCValueSetReferralTaskStatus.fsh). Coded facts, days and one name: what the
person said has no place here. Which status may follow which is in ``referral_moves``.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from desktop.records.consent import Category, Purpose
from desktop.records.ids import EpisodeId, RecordId, StaffId


class ReferralStatus(StrEnum):
    """FHIR Task status of a referral."""

    DRAFT = "draft"
    REQUESTED = "requested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CANCELLED = "cancelled"
    IN_PROGRESS = "in-progress"
    """The first meeting was held."""
    ON_HOLD = "on-hold"
    FAILED = "failed"
    COMPLETED = "completed"
    ENTERED_IN_ERROR = "entered-in-error"


class Urgency(StrEnum):
    """How soon the partner is needed: three of the four codes of FHIR RequestPriority."""

    ROUTINE = "routine"
    URGENT = "urgent"
    ASAP = "asap"


class SentHow(StrEnum):
    """By which way the partner was asked."""

    BY_PHONE = "by-phone"
    AT_BEDSIDE = "at-bedside"
    """In person: the partner came to the bed."""
    BY_LETTER = "by-letter"
    SECURE_CHANNEL = "secure-channel"
    """The hospital's own secure way; the app itself sends nothing."""


class ClosedReason(StrEnum):
    """Why a referral ended: a closed set, so that nothing of the story is kept."""

    HANDED_ON = "handed-on"
    """The partner accepted, the two have met, and the partner goes on with the person."""
    NO_ROOM = "no-room"
    NOT_SERVED = "not-served"
    """The partner does not serve this age, place or need."""
    NO_REASON = "no-reason"
    NO_ANSWER = "no-answer"
    PERSON_SAID_NO = "person-said-no"
    PERSON_NOT_REACHED = "person-not-reached"
    NOT_NEEDED = "not-needed"
    OTHER_PARTNER = "other-partner"
    NO_CONSENT = "no-consent"
    """The consent that it stood on holds no longer."""
    NEVER_MET = "never-met"
    PERSON_DIED = "person-died"
    BY_MISTAKE = "by-mistake"


@dataclass(frozen=True, slots=True)
class Sent:
    """That the partner was asked. ``categories`` is what it was told, each under ``consent_id``."""

    how: SentHow
    at: datetime
    by: StaffId
    consent_id: RecordId
    categories: frozenset[Category]


@dataclass(frozen=True, slots=True)
class Accepted:
    """The partner's yes: whose (a name or a role there), on which local day, noted by whom."""

    who: str = field(repr=False)
    on: date
    noted_at: datetime
    noted_by: StaffId


@dataclass(frozen=True, slots=True)
class FirstMeeting:
    """The first meeting of person and partner: its local day, and whether it was held."""

    on: date
    was_held: bool
    noted_at: datetime
    noted_by: StaffId


@dataclass(frozen=True, slots=True)
class Ended:
    """Why, when and by whom it was closed."""

    reason: ClosedReason
    at: datetime
    by: StaffId


@dataclass(frozen=True, slots=True)
class Referral:
    """One referral of a case. ``needs`` are categories of ``records.need``.

    ``service_id`` names one service of ``to_org`` in the directory (HSDS 3.0 service.id), "" for
    the organisation itself. The revisions of its record are its history.
    """

    referral_id: RecordId
    episode_id: EpisodeId
    to_org: str
    purpose: Purpose
    needs: tuple[str, ...]
    created_at: datetime
    created_by: StaffId
    service_id: str = ""
    urgency: Urgency = Urgency.ROUTINE
    status: ReferralStatus = ReferralStatus.DRAFT
    sent: Sent | None = None
    accepted: Accepted | None = None
    first_meeting: FirstMeeting | None = None
    held_from: ReferralStatus | None = None
    """Where it stood when it was put on hold."""
    ended: Ended | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something about it, or wait."""
        return self.ended is None

    @property
    def is_with_partner(self) -> bool:
        """Whether the partner was asked and it is open."""
        return self.is_open and self.sent is not None

    @property
    def has_met(self) -> bool:
        """Whether person and partner have met."""
        return self.first_meeting is not None and self.first_meeting.was_held

    @property
    def is_warm(self) -> bool:
        """Whether the hand-off is complete: the partner accepted *and* the first meeting was held.

        In Hartford's model the hospital's specialist connects a person to community groups, which
        then meet them (nbcconnecticut.com/news/local/
        hartford-launches-hospital-based-violence-intervention-program/2784129): asked is not met.
        """
        was_a_mistake = self.status is ReferralStatus.ENTERED_IN_ERROR
        return self.accepted is not None and self.has_met and not was_a_mistake

"""Going outside one's own caseload, or the privacy officer reading one person: signed, reviewed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.errors import KnownError
from desktop.records.ids import PersonId, StaffId

LASTS = timedelta(hours=4)
"""How long an access lasts at most."""
REVIEW_WITHIN = timedelta(hours=72)
"""When somebody else should have looked at it."""
LONGEST_NOTE = 200
"""Characters that may be added to the reason."""


class GlassKind(StrEnum):
    """Whose access it is."""

    OUTSIDE = "outside"
    """A clinician outside the own caseload."""
    OFFICER = "officer"
    """The privacy officer, with keys that a holder or two recovery codes lent."""


class GlassReason(StrEnum):
    """Why: a closed list."""

    EMERGENCY = "emergency"
    COVERING = "covering"
    PERSON_ASKS = "person-asks"
    SAFETY_OF_OTHERS = "safety-of-others"
    COMPLAINT = "complaint"
    ACCESS_CHECK = "access-check"
    LEGAL_REQUEST = "legal-request"


REASONS = {
    GlassKind.OUTSIDE: (
        GlassReason.EMERGENCY,
        GlassReason.COVERING,
        GlassReason.PERSON_ASKS,
        GlassReason.SAFETY_OF_OTHERS,
    ),
    GlassKind.OFFICER: (
        GlassReason.COMPLAINT,
        GlassReason.ACCESS_CHECK,
        GlassReason.LEGAL_REQUEST,
        GlassReason.PERSON_ASKS,
    ),
}
"""Which reasons fit which access, in the order in which they are offered."""


class GlassOutcome(StrEnum):
    """What a reviewer found."""

    APPROPRIATE = "appropriate"
    NOT_APPROPRIATE = "not-appropriate"
    FOLLOW_UP = "follow-up"


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenGlass:
    """One access to one person, from its opening to its review."""

    glass_id: str
    person_id: PersonId
    kind: GlassKind
    opened_by: StaffId
    reason: GlassReason
    opened_at: datetime
    until: datetime
    has_note: bool
    ended_at: datetime | None = None
    outcome: GlassOutcome | None = None
    reviewed_by: StaffId | None = None
    reviewed_at: datetime | None = None

    @property
    def review_by(self) -> datetime:
        """When somebody else should have looked at it."""
        return self.opened_at + REVIEW_WITHIN

    def is_standing(self, now: datetime) -> bool:
        """Whether it still opens anything; a clock set back before it began ends it too."""
        return self.ended_at is None and self.opened_at <= now < self.until


def check_opening(kind: GlassKind, reason: GlassReason, note: str) -> None:
    """Return when it may be opened so. KnownErrors ``glass.reason-missing``, ``...too-long``."""
    if reason not in REASONS[kind]:
        raise KnownError("glass.reason-missing")
    if len(note) > LONGEST_NOTE:
        raise KnownError("glass.note-too-long", most=LONGEST_NOTE)

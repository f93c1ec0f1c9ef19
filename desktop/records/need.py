"""Needs of a person: their categories, where each stands, and what staff noted of them.

A need is coded *not needed / identified / met* (San Francisco's wraparound project,
acemap.info/paper/370446084), or *declined* by the person (healthit.gov test method for social,
psychological and behavioral data: that somebody declined is recorded).
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from desktop.records.ids import EpisodeId, StaffId

GRAVITY = (
    "food-insecurity",
    "housing-instability",
    "homelessness",
    "inadequate-housing",
    "transportation-insecurity",
    "financial-insecurity",
    "material-hardship",
    "educational-attainment",
    "employment-status",
    "veteran-status",
    "stress",
    "social-connection",
    "intimate-partner-violence",
    "elder-abuse",
    "personal-health-literacy",
    "health-insurance-coverage-status",
    "medical-cost-burden",
    "digital-literacy",
    "digital-access",
    "utility-insecurity",
    "incarceration-status",
    "language-access",
)
"""Gravity Project SDOH categories, as the HL7 FHIR US SDOH Clinical Care value set
``SDOHCC-ValueSetSDOHCategory`` names them, less "unspecified" and "protective factor"."""

OURS = (
    "safety",
    "mental-health",
    "substance-use",
    "health-care",
    "legal",
    "family",
    "identity-documents",
)
"""Needs that our forms ask about and that value set has no code for."""

CATEGORIES = (*OURS[:1], *GRAVITY, *OURS[1:])

PRIVATE = frozenset({"intimate-partner-violence", "elder-abuse", "substance-use"})
"""Needs that say by their name what a paper or a glance must not: never proposed for paper."""

FIRST, LAST = 1, 3
"""The places that a person can give to what matters to them, the most important first."""


class NeedState(StrEnum):
    """Where a need stands."""

    IDENTIFIED = "identified"
    MET = "met"
    NOT_NEEDED = "not-needed"
    DECLINED = "declined"
    """The person does not want help with it; it is kept so that nobody asks again and again."""


@dataclass(frozen=True, slots=True)
class NeedMark:
    """What somebody of the staff noted of one need. ``state`` None is "as the answers say".

    ``priority`` is the place that the person gave it, 1 to 3, None for none.
    """

    category: str
    state: NeedState | None
    priority: int | None
    noted_at: datetime
    noted_by: StaffId


@dataclass(frozen=True, slots=True)
class NeedsNote:
    """All marks of one case, one for each category; the revisions of its record are its history."""

    episode_id: EpisodeId
    marks: tuple[NeedMark, ...]
    noted_at: datetime
    noted_by: StaffId

    def mark_of(self, category: str) -> NeedMark | None:
        """The mark of one category."""
        return next((one for one in self.marks if one.category == category), None)

    def with_mark(self, mark: NeedMark) -> "NeedsNote":
        """The same note with this mark in place of the category's own.

        A place is given once: whichever need had it has none afterwards.
        """
        rest = [one for one in self.marks if one.category != mark.category]
        if mark.priority is not None:
            rest = [
                replace(one, priority=None) if one.priority == mark.priority else one
                for one in rest
            ]
        return replace(self, marks=(*rest, mark), noted_at=mark.noted_at, noted_by=mark.noted_by)

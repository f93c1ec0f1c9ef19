"""That nobody outside is told that somebody is here: who asked, since when, until it was lifted.

A person, a representative, a police agency or the nursing supervisor may ask for it, and once it is
set nothing is released (experts123.com, "why are some trauma patients designated no information");
clinicians may ask for somebody who cannot answer (reliasmedia.com/articles/139724); it is lifted
when the team and the family agree that it is no longer needed (gillettechildrens.org, patient
anonymity and confidentiality). A person may keep out of a hospital's directory: 45 CFR 164.510(a)
(ecfr.gov/current/title-45/section-164.510). The alias is there with it and without it.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from desktop.errors import KnownError
from desktop.records.ids import EpisodeId, RecordId, StaffId


class AskedBy(StrEnum):
    """Who asked that nobody is told."""

    PERSON = "person"
    REPRESENTATIVE = "representative"
    POLICE = "police"
    NURSING_SUPERVISOR = "nursing-supervisor"
    CARE_TEAM = "care-team"


class LiftedWhy(StrEnum):
    """Why it was lifted; a closed set, so that no story is kept."""

    NOT_NEEDED = "not-needed"
    PERSON_ASKED = "person-asked"
    LEFT_HOSPITAL = "left-hospital"
    BY_MISTAKE = "by-mistake"


@dataclass(frozen=True, slots=True)
class ConfidentialStatus:
    """One time during which nobody is told; reviews and the lifting are its later revisions.

    ``review_due`` is a day of the hospital's calendar. Set again after it was lifted it is another
    record.
    """

    status_id: RecordId
    episode_id: EpisodeId
    asked_by: AskedBy
    since: datetime
    set_by: StaffId
    review_due: date
    reviewed_at: datetime | None = None
    reviewed_by: StaffId | None = None
    lifted_at: datetime | None = None
    lifted_by: StaffId | None = None
    lifted_why: LiftedWhy | None = None

    @property
    def holds(self) -> bool:
        """Whether nobody is told now."""
        return self.lifted_at is None

    def held_at(self, moment: datetime) -> bool:
        """Whether nobody was told then."""
        return self.since < moment and (self.lifted_at is None or self.lifted_at >= moment)

    def is_due(self, today: date) -> bool:
        """Whether it holds and its review is due today or was due before."""
        return self.holds and self.review_due <= today

    def reviewed(self, at: datetime, by: StaffId, next_due: date) -> "ConfidentialStatus":
        """The same, looked at and still needed. KnownError ``confidential.not-set``."""
        self._need_holding()
        return replace(self, reviewed_at=at, reviewed_by=by, review_due=next_due)

    def lifted(self, at: datetime, by: StaffId, why: LiftedWhy) -> "ConfidentialStatus":
        """The same at its end. KnownError ``confidential.not-set``."""
        self._need_holding()
        return replace(self, lifted_at=at, lifted_by=by, lifted_why=why)

    def _need_holding(self) -> None:
        if not self.holds:
            raise KnownError("confidential.not-set")

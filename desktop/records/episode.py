"""An episode of care ("case" on screen): from the trauma page to closure."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from desktop.errors import KnownError
from desktop.records.event_facts import NOTHING_SAID, EventFacts
from desktop.records.ids import EpisodeId, PersonId, StaffId
from desktop.records.mandated_report import MandatedReport
from desktop.records.missed import MissedWhy
from desktop.records.pathway import Pathway


class CaseSource(StrEnum):
    """How the team heard of the person."""

    TRAUMA_PAGE = "trauma-page"
    NURSE_CONSULT = "nurse-consult"
    LIST_SCAN = "list-scan"
    PARTNER_CALL = "partner-call"
    FAMILY = "family"
    """A relative of somebody who is or was in the program, helped in their own right."""


class CloseReason(StrEnum):
    """Why an episode ended before or after contact: a synthesis of what programs tell apart.

    San Francisco counts needs met, attrition and reinjury (journals.lww.com/jtrauma 2013/04000,
    Hospital_based_violence_intervention); the rest is how the work goes.
    """

    NEVER_REACHED = "never-reached"
    """Nobody of the team ever talked with the person."""
    DECLINED = "declined"
    TRANSFERRED = "transferred"
    OTHER_PATHWAY = "other-pathway"
    DUPLICATE = "duplicate"
    DIED = "died"
    COMPLETED = "completed"
    """What was planned is done, also where contact ended afterwards."""
    PARTIAL = "partial"
    """Some of it is done, and the person is content with that."""
    MOVED = "moved"
    LOST = "lost"
    """Somebody talked with the person once, and no later try reached them."""
    CONSENT_WITHDRAWN = "consent-withdrawn"
    IN_CUSTODY = "in-custody"
    HURT_AGAIN = "hurt-again"
    """A new episode of the same person goes on."""
    STAFF_SAFETY = "staff-safety"
    """Going on would put staff at risk; nothing more than this is kept."""


@dataclass(frozen=True, slots=True)
class Episode:
    """One hospital visit of one person. ``alias`` is what every list, title and job shows."""

    episode_id: EpisodeId
    person_id: PersonId
    alias: str
    place: str
    source: CaseSource
    arrived_at: datetime
    notified_at: datetime
    created_by: StaffId
    language: str = "en"
    age_years: int | None = None
    close_reason: CloseReason | None = None
    closed_at: datetime | None = None
    missed_why: MissedWhy | None = None
    """What stood in the way, where the case closed as never reached."""
    pathway: Pathway | None = None
    """None in cases from before it was asked."""
    report: MandatedReport | None = None
    """The clocks of a mandated report, where somebody of the staff had reasonable cause."""
    event: EventFacts = NOTHING_SAID
    """The kind of place and the hospital's report, and no more of what happened."""

    @property
    def is_closed(self) -> bool:
        """True after the case was closed with a reason."""
        return self.close_reason is not None

    def need_open(self) -> None:
        """Raise KnownError ``episode.closed`` when nothing new may be added to this case."""
        if self.is_closed:
            raise KnownError("episode.closed")

    def closed(
        self, reason: CloseReason, at: datetime, missed_why: MissedWhy | None = None
    ) -> "Episode":
        """The same episode, closed; closing twice is refused.

        "Never reached" needs the reason, so that it can be counted: KnownError
        ``episode.missed-without-reason``. With any other end ``missed_why`` is left out.
        """
        if self.is_closed:
            raise KnownError("episode.already-closed")
        is_missed = reason is CloseReason.NEVER_REACHED
        if is_missed and missed_why is None:
            raise KnownError("episode.missed-without-reason")
        why = missed_why if is_missed else None
        return replace(self, close_reason=reason, closed_at=at, missed_why=why)

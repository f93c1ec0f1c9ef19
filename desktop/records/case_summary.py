"""What lists show and search of one case, kept packed so that a list opens at once."""

from datetime import date, datetime

import msgspec

from desktop.records.attempt import LEFT, Attempt
from desktop.records.caseload import CaseHands
from desktop.records.confidential_status import ConfidentialStatus
from desktop.records.display import display_name
from desktop.records.episode import CaseSource, CloseReason, Episode
from desktop.records.ids import EpisodeId, PersonId
from desktop.records.mandated_report import MandatedReport
from desktop.records.missed import MissedWhy
from desktop.records.referral_due import WaitingReferral
from desktop.records.standing import Standing, standing_of
from desktop.records.visit import ReviewState, Visit


class CaseSummary(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One episode in a list; never more than its alias.

    A record that many lists of many people open at once: packed as an array, without field names.
    """

    episode_id: EpisodeId
    alias: str
    place: str
    language: str
    age_years: int | None
    arrived_at: datetime
    notified_at: datetime
    reached_at: datetime | None
    last_attempt: Attempt | None
    is_closed: bool
    left_before_contact: bool
    has_returned: bool
    """Whether a visit of this case was sent back with comments."""
    hands: CaseHands
    """Who had to do with the case, drafts and completed forms left out."""
    first_tried_at: datetime | None = None
    close_reason: CloseReason | None = None
    missed_why: MissedWhy | None = None
    report: MandatedReport | None = None
    confidential_review: date | None = None
    """Until when the status "no information" is to be looked at again; None where none holds."""
    is_family: bool = False
    """Whether it is a relative of somebody here: in no count of who arrived hurt."""
    referrals: tuple[WaitingReferral, ...] = ()
    """Open referrals to partners: what each waits for, and no more."""
    standing: Standing | None = None
    """What holds until the person is spoken with again: that nobody calls, or that they died."""

    @property
    def next_due(self) -> datetime | None:
        """When the case comes up again; never while nobody is to be called."""
        if self.last_attempt is None or self.standing is not None:
            return None
        return self.last_attempt.next_due


class PersonSummary(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """All cases of one person, oldest first."""

    person_id: PersonId
    cases: tuple[CaseSummary, ...]


def summarise(
    episode: Episode,
    attempts: tuple[Attempt, ...],
    visits: tuple[Visit, ...],
    confidential: ConfidentialStatus | None = None,
    referrals: tuple[WaitingReferral, ...] = (),
) -> CaseSummary:
    """The summary of a case from its records; ``attempts`` in the order of trying,
    ``confidential`` as it holds now, ``referrals`` the open ones."""
    reached_at = next((attempt.tried_at for attempt in attempts if attempt.reached), None)
    hands = CaseHands(
        created_by=episode.created_by,
        tried_by=frozenset(attempt.by for attempt in attempts),
        worked_by=frozenset(attempt.by for attempt in attempts if attempt.reached).union(
            *({visit.author, *visit.writers} for visit in visits)
        ),
    )
    return CaseSummary(
        episode_id=episode.episode_id,
        alias=display_name(episode),
        place=episode.place,
        language=episode.language,
        age_years=episode.age_years,
        arrived_at=episode.arrived_at,
        notified_at=episode.notified_at,
        reached_at=reached_at,
        last_attempt=attempts[-1] if attempts else None,
        is_closed=episode.is_closed,
        left_before_contact=reached_at is None and any(a.outcome in LEFT for a in attempts),
        has_returned=any(visit.state is ReviewState.RETURNED for visit in visits),
        hands=hands,
        first_tried_at=attempts[0].tried_at if attempts else None,
        close_reason=episode.close_reason,
        missed_why=episode.missed_why,
        report=episode.report,
        confidential_review=confidential.review_due if confidential else None,
        is_family=episode.source is CaseSource.FAMILY,
        referrals=referrals,
        standing=standing_of(attempts),
    )

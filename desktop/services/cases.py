"""One line of a list of cases: what a card says of an episode, never more than its alias."""

from dataclasses import dataclass
from datetime import datetime

from desktop.records.attempt import LEFT, Attempt
from desktop.records.display import display_name
from desktop.records.episode import Episode
from desktop.services.episode_records import attempts_of, episode_of
from desktop.services.ports import EpisodeRef
from desktop.services.site_settings import FIRST_CONTACT_TARGET_MIN, site_number
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class CaseCard:
    """An episode as lists show it. ``first_contact_target_min`` counts from arrival."""

    ref: EpisodeRef
    alias: str
    place: str
    language: str
    age_years: int | None
    arrived_at: datetime
    notified_at: datetime
    reached_at: datetime | None
    last_attempt: Attempt | None
    next_due: datetime | None
    is_closed: bool
    first_contact_target_min: int
    left_before_contact: bool
    open_alerts: int


def case_card(work: Work, ref: EpisodeRef, open_alerts: int = 0) -> CaseCard:
    """The card of one episode; ``open_alerts`` comes from its drafts."""
    return card_of(work, episode_of(work, ref).value, open_alerts)


def card_of(work: Work, episode: Episode, open_alerts: int) -> CaseCard:
    """The card of an episode that is already open."""
    ref = EpisodeRef(episode.person_id, episode.episode_id)
    attempts = attempts_of(work, ref)
    reached_at = next((attempt.tried_at for attempt in attempts if attempt.reached), None)
    last = attempts[-1] if attempts else None
    return CaseCard(
        ref=ref,
        alias=display_name(episode),
        place=episode.place,
        language=episode.language,
        age_years=episode.age_years,
        arrived_at=episode.arrived_at,
        notified_at=episode.notified_at,
        reached_at=reached_at,
        last_attempt=last,
        next_due=last.next_due if last else None,
        is_closed=episode.is_closed,
        first_contact_target_min=site_number(
            work, "first-contact-target-min", FIRST_CONTACT_TARGET_MIN
        ),
        left_before_contact=reached_at is None and any(a.outcome in LEFT for a in attempts),
        open_alerts=open_alerts,
    )

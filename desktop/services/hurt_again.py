"""A new case of somebody whose earlier case is closed: the same person, a new episode.

A person has any number of episodes (re-enrolment after a new injury is a new one). What belongs to
an episode stays with it: alias, times, room, forms, safety plan, alerts and consents. ``may()`` is
asked with the consents of one episode, so nothing that was agreed to then opens anything now.
"""

from collections.abc import Iterable
from datetime import datetime

from desktop.errors import KnownError
from desktop.records.episode import CloseReason
from desktop.records.ids import PersonId
from desktop.records.roles import Permission
from desktop.services.episode_records import episode_of
from desktop.services.linked_people import LinkedCase, linked_cases
from desktop.services.need_here import need_here
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work

NEVER_AGAIN = {
    CloseReason.DIED: "episode.again-died",
    CloseReason.DUPLICATE: "episode.again-duplicate",
}
"""Ends after which no case of this person begins, and the message that says so."""


def person_again(work: Work, earlier: EpisodeRef, arrived_at: datetime) -> PersonId:
    """The person under whom the new case is kept.

    KnownErrors ``caseload.outside``, ``hand-over.away``, ``episode.again-open`` (with the alias of
    the case that is open), ``episode.again-died``, ``episode.again-duplicate``,
    ``episode.again-before`` (the arrival is not after that of the earlier case).
    """
    need_case(work, Permission.WRITE_CASES, earlier)
    need_here(work, earlier.person_id)
    episode = episode_of(work, earlier).value
    others = linked_cases(work, earlier)
    still_open = _open_alias(others) if episode.is_closed else episode.alias
    if still_open:
        raise KnownError("episode.again-open", alias=still_open)
    if episode.close_reason in NEVER_AGAIN:
        raise KnownError(NEVER_AGAIN[episode.close_reason])
    if arrived_at <= episode.arrived_at:
        raise KnownError("episode.again-before")
    return earlier.person_id


def can_begin_again(ended: CloseReason | None, others: Iterable[LinkedCase]) -> bool:
    """Whether a new case can follow one that ``ended`` so (None: it is open); ``others`` are the
    person's other cases."""
    return ended is not None and ended not in NEVER_AGAIN and not _open_alias(others)


def case_number(arrived_at: datetime, others: Iterable[LinkedCase]) -> int:
    """Which case of the person arrived then, from 1; one that was entered twice is none."""
    earlier = (one for one in others if one.arrived_at < arrived_at)
    return 1 + sum(one.close_reason is not CloseReason.DUPLICATE for one in earlier)


def _open_alias(others: Iterable[LinkedCase]) -> str:
    return next((one.alias for one in others if not one.is_closed), "")

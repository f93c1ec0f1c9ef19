"""Add a case: a person with an alias, from the moment the team hears of them."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from desktop.errors import KnownError
from desktop.messages import LANGUAGES
from desktop.records.alias import new_alias
from desktop.records.audit_event import AuditAction
from desktop.records.episode import CaseSource, CloseReason, Episode
from desktop.records.ids import EpisodeId, RecordId
from desktop.records.kinds import EPISODE
from desktop.records.pathway import Pathway
from desktop.records.person import PersonIdentity
from desktop.records.roles import Permission
from desktop.services.cases import CaseCard, card_of
from desktop.services.hurt_again import person_again
from desktop.services.identity import keep_identity
from desktop.services.ports import EpisodeRef
from desktop.services.routes import leads_elsewhere
from desktop.services.work import Work

CLOCK_SLACK = timedelta(minutes=5)
"""How far another system's clock may run ahead of ours before a time is "in the future"."""

AGE_LIMIT_YEARS = 120


@dataclass(frozen=True, slots=True)
class NewCase:
    """What is known at the trauma page. ``alias`` None asks for a made-up one.

    ``notified_at`` None means now. It may lie before the arrival: partners are called while
    somebody is still on the way (nbcconnecticut.com, Hartford's hospital-based program, 2022).
    """

    place: str
    source: CaseSource
    arrived_at: datetime
    language: str = "en"
    age_years: int | None = None
    alias: str | None = None
    identity: PersonIdentity | None = field(default=None, repr=False)
    notified_at: datetime | None = None
    pathway: Pathway | None = None
    again: EpisodeRef | None = None
    """An earlier case of the same person, closed; None for somebody who is new here."""


def suggest_alias(work: Work) -> str:
    """An alias of neutral words that no open case has."""
    work.need(Permission.WRITE_CASES)
    return new_alias(open_aliases(work))


def open_aliases(work: Work) -> frozenset[str]:
    """The aliases of all open cases."""
    return frozenset(
        revision.value.alias
        for person_id in work.session.records.persons()
        for revision in work.session.records.list_newest(EPISODE, person_id)
        if not revision.value.is_closed
    )


def add_case(work: Work, new: NewCase) -> CaseCard:
    """Keep a new person and episode; whom another program takes is kept closed, and not enrolled.

    With ``again`` the episode is kept under the person of that case. KnownErrors as
    ``person_again``, ``episode.alias-taken``, ``episode.no-place``,
    ``episode.arrived-in-future``, ``episode.notified-in-future``, ``episode.age-out-of-range``,
    ``episode.language-unknown``."""
    work.need(Permission.WRITE_CASES)
    now = work.clock.now()
    alias = _checked_alias(work, new)
    _check(new, now)
    if new.again is not None:
        person_id = person_again(work, new.again, new.arrived_at)
    else:
        person_id = work.session.records.create_person()
    episode = Episode(
        episode_id=EpisodeId(work.ids.new_id()),
        person_id=person_id,
        alias=alias,
        place=new.place.strip(),
        source=new.source,
        arrived_at=new.arrived_at,
        notified_at=new.notified_at or now,
        created_by=work.session.me.staff_id,
        language=new.language,
        age_years=new.age_years,
        pathway=new.pathway,
    )
    is_elsewhere = leads_elsewhere(work, new.pathway)
    if is_elsewhere:
        episode = episode.closed(CloseReason.OTHER_PATHWAY, now)
    work.session.records.save(EPISODE, person_id, RecordId(episode.episode_id), episode, base=0)
    work.audit(AuditAction.CASE_ADDED, episode.episode_id, alias, person_id)
    if new.again is not None:
        work.audit(AuditAction.PERSON_AGAIN, episode.episode_id, new.again.episode_id, person_id)
    if is_elsewhere:
        reason = CloseReason.OTHER_PATHWAY.value
        work.audit(AuditAction.CASE_CLOSED, episode.episode_id, reason, person_id)
    if new.identity is not None:
        keep_identity(work, EpisodeRef(person_id, episode.episode_id), new.identity)
    return card_of(work, episode, 0)


def _checked_alias(work: Work, new: NewCase) -> str:
    taken = open_aliases(work)
    if new.alias is None:
        return new_alias(taken)
    alias = " ".join(new.alias.split())
    if not alias:
        raise KnownError("episode.no-alias")
    if alias.casefold() in {one.casefold() for one in taken}:
        raise KnownError("episode.alias-taken")
    return alias


def _check(new: NewCase, now: datetime) -> None:
    if not new.place.strip():
        raise KnownError("episode.no-place")
    if new.arrived_at > now + CLOCK_SLACK:
        raise KnownError("episode.arrived-in-future")
    if new.notified_at is not None and new.notified_at > now + CLOCK_SLACK:
        raise KnownError("episode.notified-in-future")
    if new.age_years is not None and not 0 <= new.age_years <= AGE_LIMIT_YEARS:
        raise KnownError("episode.age-out-of-range", limit=AGE_LIMIT_YEARS)
    if new.language not in LANGUAGES:
        raise KnownError("episode.language-unknown")

"""Close a case with a reason."""

from dataclasses import dataclass, replace

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.episode import CloseReason
from desktop.records.ids import RecordId
from desktop.records.kinds import EPISODE
from desktop.records.missed import MissedWhy
from desktop.records.pathway import OWN, Pathway
from desktop.records.roles import Permission
from desktop.services.episode_records import attempts_of, episode_of
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class CaseEnd:
    """How a case ends; ``missed_why`` only where the person was never reached, ``pathway`` only
    where another program takes over."""

    reason: CloseReason
    missed_why: MissedWhy | None = None
    pathway: Pathway | None = None


def close_case(
    work: Work,
    ref: EpisodeRef,
    reason: CloseReason,
    missed_why: MissedWhy | None = None,
    pathway: Pathway | None = None,
) -> None:
    """Close it; drafts and open alerts of a closed case stay on their lists.

    KnownErrors ``episode.already-closed``, ``episode.missed-without-reason``,
    ``episode.was-reached`` ("never reached" is a number that programmes answer for),
    ``episode.not-reached`` (contact that never was cannot be lost), ``episode.pathway-missing``.
    """
    need_case(work, Permission.WRITE_CASES, ref)
    revision = episode_of(work, ref)
    closed = revision.value.closed(reason, work.clock.now(), missed_why)
    was_reached = any(attempt.reached for attempt in attempts_of(work, ref))
    if reason is CloseReason.NEVER_REACHED and was_reached:
        raise KnownError("episode.was-reached")
    if reason is CloseReason.LOST and not was_reached:
        raise KnownError("episode.not-reached")
    if reason is CloseReason.OTHER_PATHWAY:
        if pathway is None or pathway in OWN:
            raise KnownError("episode.pathway-missing")
        closed = replace(closed, pathway=pathway)
    work.session.records.save(
        EPISODE, ref.person_id, RecordId(ref.episode_id), closed, base=revision.number
    )
    work.audit(AuditAction.CASE_CLOSED, ref.episode_id, reason.value)

"""Read and keep who may know that the person is here; each look is in the audit trail."""

from collections.abc import Sequence

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.ids import RecordId
from desktop.records.kinds import MAY_KNOW
from desktop.records.may_know import MayKnow, NamedPerson
from desktop.records.roles import Permission
from desktop.services.episode_records import all_of, episode_of
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef, Revision
from desktop.services.work import Work


def read_may_know(work: Work, ref: EpisodeRef) -> tuple[NamedPerson, ...]:
    """Who was named, in the person's order; empty means nobody. KnownErrors of ``need_case``."""
    access = need_case(work, Permission.READ_CASES, ref)
    episode_of(work, ref)
    work.audit(AuditAction.MAY_KNOW_READ, ref.episode_id, access)
    return kept_may_know(work, ref)


def save_may_know(
    work: Work, ref: EpisodeRef, people: Sequence[NamedPerson]
) -> tuple[NamedPerson, ...]:
    """Keep the names as a new revision. KnownErrors ``may-know.name-missing``, those of
    ``need_case``."""
    need_case(work, Permission.WRITE_CASES, ref)
    episode_of(work, ref)
    if any(not one.name.strip() for one in people):
        raise KnownError("may-know.name-missing")
    found = _kept(work, ref)
    record_id = found.record_id if found else RecordId(work.ids.new_id())
    base = found.number if found else 0
    value = MayKnow(ref.episode_id, tuple(people))
    work.session.records.save(MAY_KNOW, ref.person_id, record_id, value, base=base)
    work.audit(AuditAction.MAY_KNOW_SAVED, ref.episode_id, str(len(value.people)))
    return value.people


def kept_may_know(work: Work, ref: EpisodeRef) -> tuple[NamedPerson, ...]:
    """The same for whoever was let in by the caller, who writes the look down."""
    found = _kept(work, ref)
    return found.value.people if found else ()


def _kept(work: Work, ref: EpisodeRef) -> Revision[MayKnow] | None:
    return next(iter(all_of(work, MAY_KNOW, ref)), None)

"""Read and keep a person's legal identity: its own compartment, each look in the audit trail."""

from dataclasses import replace

from desktop.records.audit_event import AuditAction
from desktop.records.ids import PersonId, RecordId
from desktop.records.kinds import PERSON_IDENTITY
from desktop.records.person import PersonIdentity
from desktop.records.roles import Permission
from desktop.services.episode_records import episode_of
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef, Revision
from desktop.services.work import Work


def read_identity(work: Work, ref: EpisodeRef) -> PersonIdentity:
    """What is known of the person's identity; all unknown while there is only an alias."""
    access = need_case(work, Permission.READ_CASES, ref)
    episode_of(work, ref)
    work.audit(AuditAction.IDENTITY_READ, ref.person_id, access)
    found = _kept(work, ref.person_id)
    return found.value if found else PersonIdentity(ref.person_id)


def save_identity(work: Work, ref: EpisodeRef, identity: PersonIdentity) -> PersonIdentity:
    """Keep the identity as a new revision."""
    need_case(work, Permission.WRITE_CASES, ref)
    episode_of(work, ref)
    return keep_identity(work, ref, identity)


def keep_identity(work: Work, ref: EpisodeRef, identity: PersonIdentity) -> PersonIdentity:
    """Keep the identity of an episode that the caller has checked."""
    found = _kept(work, ref.person_id)
    kept = replace(identity, person_id=ref.person_id)
    record_id = found.record_id if found else RecordId(work.ids.new_id())
    base = found.number if found else 0
    work.session.records.save(PERSON_IDENTITY, ref.person_id, record_id, kept, base=base)
    work.audit(AuditAction.IDENTITY_SAVED, ref.person_id)
    return kept


def _kept(work: Work, person_id: PersonId) -> Revision[PersonIdentity] | None:
    return next(iter(work.session.records.list_newest(PERSON_IDENTITY, person_id)), None)

"""Note that the screen was turned to the person, and that staff took it back."""

from desktop.records.audit_event import AuditAction
from desktop.records.roles import Permission
from desktop.services.own_caseload import need_case
from desktop.services.ports import DraftRef, EpisodeRef
from desktop.services.work import Work


def turn_to_patient(work: Work, ref: EpisodeRef, draft: DraftRef) -> None:
    """The person answers from now on; the draft stays that of whoever is signed in.

    KnownErrors as ``need_case``.
    """
    need_case(work, Permission.WRITE_CASES, ref)
    work.audit(AuditAction.TURNED_TO_PATIENT, draft.record_id, person=ref.person_id)


def turn_to_staff(work: Work, ref: EpisodeRef, draft: DraftRef) -> None:
    """Staff took it back with their PIN. KnownErrors as ``need_case``."""
    need_case(work, Permission.WRITE_CASES, ref)
    work.audit(AuditAction.TURNED_TO_STAFF, draft.record_id, person=ref.person_id)

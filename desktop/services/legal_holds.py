"""Legal holds: one person sets, two different people end."""

from desktop.records.audit_event import AuditAction
from desktop.records.erasure import HoldReason
from desktop.records.ids import PersonId
from desktop.records.roles import Permission
from desktop.services.confirm_identity import confirm_identity
from desktop.services.confirmations import ConfirmedAct
from desktop.services.work import Work


def set_hold(work: Work, reference: str, reason: HoldReason, password: str) -> None:
    """Forbid that anything of the person with this reference is destroyed.

    KnownErrors ``person.no-such-reference``, ``hold.already``, ``person.erased``, and those of the
    password.
    """
    work.need(Permission.GUARD_DATA)
    person_id = work.session.erasure_desk.find(reference)
    confirm_identity(work, ConfirmedAct.ERASURE, password)
    work.session.erasure_desk.set_hold(person_id, reason)
    work.audit(AuditAction.HOLD_SET, person_id, reason.value, person_id)


def ask_to_end_hold(work: Work, person_id: PersonId) -> None:
    """The first of two; KnownErrors ``hold.none``, ``hold.end-asked``."""
    work.need(Permission.GUARD_DATA)
    work.session.erasure_desk.ask_to_end_hold(person_id)
    work.audit(AuditAction.HOLD_END_ASKED, person_id, person=person_id)


def end_hold(work: Work, person_id: PersonId, password: str) -> None:
    """The second, somebody else; KnownErrors ``hold.*`` and those of the password."""
    work.need(Permission.GUARD_DATA)
    confirm_identity(work, ConfirmedAct.ERASURE, password)
    work.session.erasure_desk.end_hold(person_id)
    work.audit(AuditAction.HOLD_ENDED, person_id, person=person_id)


def keep_hold(work: Work, person_id: PersonId) -> None:
    """Refuse, or take back, that it ends; KnownErrors ``hold.none``, ``hold.end-not-asked``."""
    work.need(Permission.GUARD_DATA)
    work.session.erasure_desk.keep_hold(person_id)
    work.audit(AuditAction.HOLD_KEPT, person_id, person=person_id)

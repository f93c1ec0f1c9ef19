"""Certify a person and make the one-time code to hand over."""

from desktop.records.audit_event import AuditAction
from desktop.records.roles import Permission
from desktop.services.confirm_identity import need_confirmed
from desktop.services.confirmations import ConfirmedAct
from desktop.services.ports import NewCode, NewStaff, RecoveryCodes
from desktop.services.work import Work


def invite_person(work: Work, new: NewStaff, codes: RecoveryCodes | None = None) -> NewCode:
    """Someone new; for an administrator with two recovery codes.

    KnownErrors ``confirm.needed``, ``set-up.name-empty``, ``staff.name-taken``,
    ``staff.needs-recovery-codes``, ``recovery.*``, ``code.*``.
    """
    work.need(Permission.CERTIFY_STAFF)
    need_confirmed(work, ConfirmedAct.ACCOUNTS)
    made = work.session.staff_desk.invite(new, codes)
    work.audit(AuditAction.STAFF_CERTIFIED, made.staff_id, new.role.value)
    return made

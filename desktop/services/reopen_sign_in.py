"""Let someone try again whose account was stopped after too many failed sign-ins."""

from desktop.records.audit_event import AuditAction
from desktop.records.ids import StaffId
from desktop.records.roles import Permission
from desktop.services.confirm_identity import need_confirmed
from desktop.services.confirmations import ConfirmedAct
from desktop.services.work import Work


def reopen_sign_in(work: Work, staff_id: StaffId) -> None:
    """Counts failed tries from zero again.

    KnownErrors ``confirm.needed``, ``staff.unknown``, ``staff.revoked``.
    """
    work.need(Permission.CERTIFY_STAFF)
    need_confirmed(work, ConfirmedAct.ACCOUNTS)
    work.session.staff_desk.clear_stop(staff_id)
    work.audit(AuditAction.SIGN_IN_OPENED_AGAIN, staff_id)

"""End someone's account."""

from desktop.records.audit_event import AuditAction
from desktop.records.ids import StaffId
from desktop.records.roles import Permission
from desktop.services.confirm_identity import need_confirmed
from desktop.services.confirmations import ConfirmedAct
from desktop.services.ports import RecoveryCodes
from desktop.services.work import Work


def revoke_person(work: Work, staff_id: StaffId, codes: RecoveryCodes | None = None) -> None:
    """From now on; keys that the person held are owed a renewal by their holders.

    KnownErrors ``confirm.needed``, ``staff.unknown``, ``staff.revoked``, ``staff.yourself``,
    ``staff.needs-recovery-codes``, ``rollback.wait``.
    """
    work.need(Permission.CERTIFY_STAFF)
    need_confirmed(work, ConfirmedAct.ACCOUNTS)
    work.session.staff_desk.revoke(staff_id, codes)
    work.audit(AuditAction.STAFF_REVOKED, staff_id)

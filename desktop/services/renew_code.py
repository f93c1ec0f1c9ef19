"""A new one-time code for someone who forgot the password or never used the first code."""

from desktop.records.audit_event import AuditAction
from desktop.records.ids import StaffId
from desktop.records.roles import Permission
from desktop.services.confirm_identity import need_confirmed
from desktop.services.confirmations import ConfirmedAct
from desktop.services.ports import NewCode, RecoveryCodes
from desktop.services.work import Work


def renew_code(work: Work, staff_id: StaffId, codes: RecoveryCodes | None = None) -> NewCode:
    """The old password ends now; a holder has to hand on the keys anew.

    KnownErrors ``confirm.needed``, ``staff.unknown``, ``staff.revoked``,
    ``staff.needs-recovery-codes``.
    """
    work.need(Permission.CERTIFY_STAFF)
    need_confirmed(work, ConfirmedAct.ACCOUNTS)
    made = work.session.staff_desk.renew(staff_id, codes)
    work.audit(AuditAction.STAFF_RENEWED, staff_id)
    return made

"""The list of people who may see substance-use treatment content (42 CFR Part 2)."""

from desktop.records.audit_event import AuditAction
from desktop.records.ids import StaffId
from desktop.records.kinds import Compartment
from desktop.records.roles import Permission
from desktop.services.confirm_identity import need_confirmed
from desktop.services.confirmations import ConfirmedAct
from desktop.services.work import Work


def name_part2_user(work: Work, staff_id: StaffId, *, is_named: bool) -> None:
    """Put someone on the list or take them off it. KnownErrors ``confirm.needed``, ``staff.*``."""
    work.need(Permission.CERTIFY_STAFF)
    need_confirmed(work, ConfirmedAct.ACCOUNTS)
    work.session.staff_desk.name_user(staff_id, Compartment.P2, is_named=is_named)
    action = AuditAction.STAFF_NAMED if is_named else AuditAction.STAFF_NAMED_NO_MORE
    work.audit(action, staff_id, Compartment.P2.value)

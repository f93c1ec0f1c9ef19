"""Wrap a compartment's key for a colleague: a holder's act, with the password again."""

from desktop.records.audit_event import AuditAction
from desktop.records.ids import StaffId
from desktop.records.kinds import Compartment
from desktop.records.roles import Permission
from desktop.services.confirm_identity import confirm_identity
from desktop.services.confirmations import ConfirmedAct
from desktop.services.ports import RecoveryCodes
from desktop.services.work import Work


def hand_on_key(
    work: Work,
    staff_id: StaffId,
    compartment: Compartment,
    password: str,
    codes: RecoveryCodes | None = None,
) -> None:
    """One key for one person (ASVS 5.0 7.5: the password again for grants).

    KnownErrors ``sign-in.*``, ``keys.not-mine``, ``keys.not-for-role``, ``recovery.*``.
    """
    work.need(Permission.HAND_ON_KEYS)
    confirm_identity(work, ConfirmedAct.GRANT, password)
    work.session.key_desk.hand_on(staff_id, compartment, codes)
    work.audit(AuditAction.KEY_HANDED_ON, staff_id, compartment.value)

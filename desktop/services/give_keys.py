"""Give somebody every key they wait for and I may hand on: a holder's act, one password for all."""

from desktop.records.audit_event import AuditAction
from desktop.records.ids import StaffId
from desktop.records.kinds import Compartment
from desktop.records.roles import Permission
from desktop.services.confirm_identity import confirm_identity
from desktop.services.confirmations import ConfirmedAct
from desktop.services.ports import RecoveryCodes
from desktop.services.work import Work


def give_keys(
    work: Work, staff_id: StaffId, password: str, codes: RecoveryCodes | None = None
) -> tuple[Compartment, ...]:
    """The keys that were given, each of them audited; empty when somebody else was faster.

    The password again for grants (ASVS 5.0 7.5), once for all keys of that person. ``codes`` are
    for keys that nobody here holds any more. KnownErrors ``sign-in.*``, ``keys.not-mine``,
    ``keys.not-for-role``, ``recovery.*``, ``code.*``.
    """
    work.need(Permission.HAND_ON_KEYS)
    confirm_identity(work, ConfirmedAct.GRANT, password)
    desk = work.session.key_desk
    given = []
    for waiting in desk.pending():
        is_mine = waiting.can_hand_on or (waiting.needs_codes and codes is not None)
        if waiting.member.staff_id != staff_id or not is_mine:
            continue
        desk.hand_on(staff_id, waiting.compartment, None if waiting.can_hand_on else codes)
        work.audit(AuditAction.KEY_HANDED_ON, staff_id, waiting.compartment.value)
        given.append(waiting.compartment)
    return tuple(given)

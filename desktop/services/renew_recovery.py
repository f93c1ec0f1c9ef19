"""New recovery codes for old ones: when a sheet is lost, or somebody who had one has left."""

from desktop.records.audit_event import AuditAction
from desktop.records.roles import Permission
from desktop.services.confirm_identity import need_confirmed
from desktop.services.confirmations import ConfirmedAct
from desktop.services.ports import NewRecoveryCodes, RecoveryCodes
from desktop.services.work import Work


def make_recovery_codes(work: Work, codes: RecoveryCodes) -> NewRecoveryCodes:
    """Three codes that open nothing yet: they have to be on paper before the old ones end.

    KnownErrors ``confirm.needed``, ``recovery.*``, ``code.*``.
    """
    work.need(Permission.CERTIFY_STAFF)
    need_confirmed(work, ConfirmedAct.RECOVERY_KIT)
    return work.session.staff_desk.make_recovery_codes(codes)


def take_recovery_codes(work: Work, codes: RecoveryCodes, new: NewRecoveryCodes) -> None:
    """The old codes open nothing here from now on; KnownErrors as above."""
    work.need(Permission.CERTIFY_STAFF)
    need_confirmed(work, ConfirmedAct.RECOVERY_KIT)
    work.session.staff_desk.take_recovery_codes(codes, new)
    work.audit(AuditAction.RECOVERY_RENEWED)

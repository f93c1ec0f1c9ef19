"""Destroy an older store that a restore moved aside: it has what was erased since."""

from desktop.records.audit_event import AuditAction
from desktop.records.roles import Permission
from desktop.services.confirm_identity import confirm_identity
from desktop.services.confirmations import ConfirmedAct
from desktop.services.work import Work


def destroy_kept_store(work: Work, name: str, password: str) -> None:
    """For good; an administrator, with the password.

    KnownErrors ``kept.gone``, ``rollback.wait``, ``store.read-only``, ``work.not-allowed`` and
    those of the password.
    """
    work.need(Permission.SET_SITE)
    confirm_identity(work, ConfirmedAct.ERASURE, password)
    work.session.backups.destroy_kept(name)
    work.audit(AuditAction.KEPT_STORE_DESTROYED, name)

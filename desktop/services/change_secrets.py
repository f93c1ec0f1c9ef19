"""Choose another password or PIN."""

from desktop.records.audit_event import AuditAction
from desktop.services.ports import SecretsChange
from desktop.services.work import Work


def change_secrets(work: Work, change: SecretsChange) -> None:
    """The signed-in person's own. KnownErrors ``sign-in.*``, ``password.*``, ``pin.*``."""
    work.session.change_secrets(change)
    what = [
        name
        for name, new in (("password", change.new_password), ("pin", change.new_pin))
        if new is not None
    ]
    work.audit(AuditAction.SECRETS_CHANGED, work.session.me.staff_id, "+".join(what))

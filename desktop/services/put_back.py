"""Putting a backup in the place of a store that is in use: an administrator's act."""

from desktop.records.roles import Permission
from desktop.services.confirm_identity import need_confirmed
from desktop.services.confirmations import ConfirmedAct
from desktop.services.work import Work


def allow_put_back(work: Work) -> None:
    """Return when the signed-in person may and gave the password for it just now.

    What follows needs the store closed: whoever asked is signed out first, and the restored audit
    trail names them. KnownErrors ``work.not-allowed``, ``confirm.needed``.
    """
    work.need(Permission.SET_SITE)
    need_confirmed(work, ConfirmedAct.RESTORE)

"""Two people say that an older store was put back on purpose: then work goes on from there."""

from desktop.records.ids import StaffId
from desktop.records.roles import Permission
from desktop.services.ports import SecondPerson
from desktop.services.work import Work


def settle_rollback(work: Work, password: str, second: SecondPerson) -> StaffId:
    """Both passwords, each counted like a sign-in; returns who the second person is.

    The store itself writes it into the audit trail. KnownErrors ``rollback.*``, ``sign-in.*``,
    ``work.not-allowed``.
    """
    work.need(Permission.SET_SITE)
    return work.session.rollback.confirm_restore(password, second)

"""Lend one person's data keys to a privacy officer for four hours."""

from desktop.records.audit_event import AuditAction
from desktop.records.ids import StaffId
from desktop.records.roles import Permission, Role, StaffMember
from desktop.services.confirm_identity import confirm_identity
from desktop.services.confirmations import ConfirmedAct
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef, Loan, RecoveryCodes, StaffStanding
from desktop.services.work import Work


def officers(work: Work) -> tuple[StaffMember, ...]:
    """Privacy officers who can be lent to, by name."""
    return tuple(
        entry.member
        for entry in work.session.staff_desk.people()
        if entry.member.role is Role.PRIVACY_OFFICER
        and entry.standing in (StaffStanding.ACTIVE, StaffStanding.WAITING)
    )


def lend_keys(work: Work, ref: EpisodeRef, officer_id: StaffId, password: str) -> Loan:
    """By a holder, from the person's page.

    KnownErrors ``glass.not-an-officer``, ``keys.not-mine``, and those of the password.
    """
    need_case(work, Permission.LEND_KEYS, ref)
    confirm_identity(work, ConfirmedAct.GRANT, password)
    loan = work.session.glass_desk.lend(ref.person_id, officer_id)
    work.audit(AuditAction.KEYS_LENT, ref.person_id, officer_id, ref.person_id)
    return loan


def lend_with_codes(work: Work, reference: str, codes: RecoveryCodes) -> Loan:
    """By the officer alone, with two of the three recovery codes.

    KnownErrors ``person.no-such-reference``, ``recovery.*``, ``code.*``.
    """
    work.need(Permission.READ_LENT)
    person_id = work.session.erasure_desk.find(reference)
    me = work.session.me.staff_id
    loan = work.session.glass_desk.lend(person_id, me, codes)
    work.audit(AuditAction.KEYS_LENT, person_id, "recovery-codes", person_id)
    return loan

"""Open one person outside the own caseload for four hours, end it, and see whether it stands."""

from desktop.records.audit_event import AuditAction
from desktop.records.break_glass import BrokenGlass, GlassKind, GlassReason
from desktop.records.ids import PersonId
from desktop.records.roles import Permission
from desktop.services.confirm_identity import confirm_identity
from desktop.services.confirmations import ConfirmedAct
from desktop.services.own_caseload import is_own_case
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work


def needs_reason(work: Work, ref: EpisodeRef) -> bool:
    """Whether this case opens only with a reason now."""
    work.need(Permission.READ_CASES)
    if is_own_case(work, ref):
        return False
    return work.session.glass_desk.standing(ref.person_id) is None


def open_outside(
    work: Work, ref: EpisodeRef, reason: GlassReason, note: str, password: str
) -> BrokenGlass:
    """Begin an access to this person; somebody else reviews it within 72 hours.

    KnownErrors ``glass.*``, ``person.erased``, and those of the password.
    """
    work.need(Permission.READ_CASES)
    return _open(work, ref.person_id, GlassKind.OUTSIDE, reason, note, password)


def open_lent(
    work: Work, person_id: PersonId, reason: GlassReason, note: str, password: str
) -> BrokenGlass:
    """Begin a privacy officer's access with the keys that were lent.

    KnownErrors ``glass.*``, ``person.erased``, and those of the password.
    """
    work.need(Permission.READ_LENT)
    return _open(work, person_id, GlassKind.OFFICER, reason, note, password)


def standing_access(work: Work, person_id: PersonId) -> BrokenGlass | None:
    """My access to this person that is in force now: what the banner shows."""
    return work.session.glass_desk.standing(person_id)


def end_access(work: Work, glass_id: str) -> None:
    """End my access before its time; KnownError ``glass.unknown``."""
    work.session.glass_desk.end(glass_id)
    work.audit(AuditAction.GLASS_ENDED, glass_id, person=_person_of(work, glass_id))


def note_time_over(work: Work, glass_id: str) -> None:
    """The four hours were over while somebody was signed in."""
    work.audit(AuditAction.GLASS_ENDED, glass_id, "time-over", _person_of(work, glass_id))


def _person_of(work: Work, glass_id: str) -> str:
    found = (each for each in work.session.glass_desk.all() if each.glass_id == glass_id)
    return next((each.person_id for each in found), "")


def _open(
    work: Work,
    person_id: PersonId,
    kind: GlassKind,
    reason: GlassReason,
    note: str,
    password: str,
) -> BrokenGlass:
    confirm_identity(work, ConfirmedAct.BREAK_GLASS, password)
    glass = work.session.glass_desk.open(person_id, kind, reason, note)
    work.audit(AuditAction.GLASS_OPENED, person_id, f"{glass.glass_id}:{reason.value}", person_id)
    return glass

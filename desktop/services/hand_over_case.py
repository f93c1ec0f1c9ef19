"""Hand a case over to another workstation of the hospital as a sealed file, or take it back."""

from dataclasses import dataclass, field
from pathlib import Path

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.hand_over import HandOverReason, TakeBackReason, Workstation
from desktop.records.roles import Permission
from desktop.services.confirm_identity import confirm_identity
from desktop.services.confirmations import ConfirmedAct
from desktop.services.late_outings import somebody_is_out
from desktop.services.linked_people import linked_cases, linked_people
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.private_file import write_private
from desktop.services.told_first import Release, told_first
from desktop.services.work import Work

SUFFIX = ".handover"
_SHORT = 8


@dataclass(frozen=True, slots=True)
class HandOverWish:
    """Where a case goes, why, and into which folder or drive the file is written."""

    to: Workstation
    reason: HandOverReason
    folder: Path


@dataclass(frozen=True, slots=True)
class HandOverDone:
    """The file that was written, and how much is in it."""

    file: Path
    letter: str
    also: tuple[str, ...] = field(repr=False)
    """Aliases of the other cases of the same person, which went along."""
    records: int
    drafts: int


def workstation_named(work: Work, name: str) -> Workstation:
    """The other workstation of that name or id; KnownError ``workstation.unknown``."""
    wanted = " ".join(name.split()).casefold()
    found = [
        each
        for each in work.session.hand_over_desk.workstations()
        if wanted in (each.name.casefold(), each.workstation_id)
    ]
    if len(found) != 1:
        raise KnownError("workstation.unknown")
    return found[0]


def hand_over_case(work: Work, ref: EpisodeRef, wish: HandOverWish, password: str) -> HandOverDone:
    """Close the case here and write its file, whole or not at all.

    Cases that are linked as the same person go along. When the file cannot be written the case is
    taken back. KnownErrors ``hand-over.*``, ``workstation.unknown``, ``rollback.wait``,
    ``caseload.outside``, ``sign-in.*`` for the password.
    """
    need_case(work, Permission.WRITE_CASES, ref)
    confirm_identity(work, ConfirmedAct.EXPORT, password)
    work.session.rollback.need_quiet()
    also = tuple(case.alias for case in linked_cases(work, ref))
    people = (ref.person_id, *linked_people(work, ref.person_id))
    if somebody_is_out(work, people):
        raise KnownError("hand-over.outing-open")
    desk = work.session.hand_over_desk
    made = desk.make(people, wish.to, wish.reason)
    file = wish.folder / f"firstlight-{made.letter[-_SHORT:]}{SUFFIX}"
    told = [Release(AuditAction.HAND_OVER_MADE, each, made.letter, each) for each in people]
    try:
        with told_first(work, *told):
            write_private(file, made.content, "hand-over.not-written")
    except KnownError:
        _back(work, ref, TakeBackReason.NOT_WRITTEN)
        raise
    return HandOverDone(file, made.letter, also, made.records, made.drafts)


def take_back_case(work: Work, ref: EpisodeRef, reason: TakeBackReason) -> None:
    """The case stays here after all: its file must not be taken in any more.

    KnownErrors ``hand-over.not-away``, ``hand-over.confirmed``, ``caseload.outside``.
    """
    need_case(work, Permission.WRITE_CASES, ref)
    _back(work, ref, reason)


def _back(work: Work, ref: EpisodeRef, reason: TakeBackReason) -> None:
    away = work.session.hand_over_desk.away().get(ref.person_id)
    work.session.hand_over_desk.take_back(ref.person_id, reason)
    for each in away.person_ids if away is not None else ():
        work.audit(AuditAction.HAND_OVER_TAKEN_BACK, each, reason.value, each)

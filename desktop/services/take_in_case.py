"""Take in a case that another workstation handed over, and tell that workstation so."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.hand_over import HandedOver
from desktop.records.roles import Permission
from desktop.services.ports import Arriving
from desktop.services.private_file import write_private
from desktop.services.told_first import Release, told_first
from desktop.services.work import Work
from desktop.user_files import read_file

RECEIPT_SUFFIX = ".receipt"
MOST_BYTES = 256 * 1024 * 1024
_SHORT = 8
Step = TypeVar("Step", Arriving, HandedOver)


def look_at_case_file(work: Work, path: Path) -> Arriving:
    """Check a file to the last bit and say what is in it; nothing is kept of it.

    KnownErrors ``hand-over.*``, ``workstation.unknown``, ``rollback.wait``, ``cli.cannot-read``.
    """
    work.need(Permission.WRITE_CASES)
    look = work.session.hand_over_desk.look
    return _stepped(work, path, look, AuditAction.HAND_OVER_READ)


def take_in_case(work: Work, path: Path) -> Arriving:
    """Everything in the file from now on here, or nothing; KnownErrors as above."""
    work.need(Permission.WRITE_CASES)
    take_in = work.session.hand_over_desk.take_in
    return _stepped(work, path, take_in, AuditAction.HAND_OVER_TAKEN_IN)


def write_receipt(work: Work, letter: str, folder: Path) -> Path:
    """A file for the other workstation; KnownErrors ``hand-over.*``, ``workstation.unknown``."""
    work.need(Permission.WRITE_CASES)
    content = work.session.hand_over_desk.receipt(letter)
    file = folder / f"firstlight-{letter[-_SHORT:]}{RECEIPT_SUFFIX}"
    with told_first(work, Release(AuditAction.HAND_OVER_RECEIPT_MADE, letter, "")):
        write_private(file, content, "hand-over.not-written")
    return file


def read_receipt(work: Work, path: Path) -> HandedOver:
    """The other workstation has the case: it is not taken back by hand any more."""
    work.need(Permission.WRITE_CASES)
    take_receipt = work.session.hand_over_desk.take_receipt
    return _stepped(work, path, take_receipt, AuditAction.HAND_OVER_CONFIRMED)


def _stepped(work: Work, path: Path, step: Callable[[bytes], Step], action: AuditAction) -> Step:
    """What the store makes of a file, in the trail for each person of it; or why it was refused."""
    content = read_file(path, MOST_BYTES + 1)
    try:
        done = step(content)
    except KnownError as error:
        # what it was refused for; no word of what may be in it
        work.audit(AuditAction.HAND_OVER_REFUSED, detail=error.message_id)
        raise
    for each in done.person_ids:
        work.audit(action, each, done.letter, each)
    return done

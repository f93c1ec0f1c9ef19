"""Take in a case that another workstation handed over, and tell that workstation so."""

from pathlib import Path

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


def look_at_case_file(work: Work, path: Path) -> Arriving:
    """Check a file to the last bit and say what is in it; nothing is kept of it.

    KnownErrors ``hand-over.*``, ``workstation.unknown``, ``rollback.wait``, ``cli.cannot-read``.
    """
    work.need(Permission.WRITE_CASES)
    content = _read(path)
    try:
        arriving = work.session.hand_over_desk.look(content)
    except KnownError as error:
        _note_refusal(work, error)
        raise
    for each in arriving.person_ids:
        work.audit(AuditAction.HAND_OVER_READ, each, arriving.letter, each)
    return arriving


def take_in_case(work: Work, path: Path) -> Arriving:
    """Everything in the file from now on here, or nothing; KnownErrors as above."""
    work.need(Permission.WRITE_CASES)
    content = _read(path)
    try:
        arrived = work.session.hand_over_desk.take_in(content)
    except KnownError as error:
        _note_refusal(work, error)
        raise
    for each in arrived.person_ids:
        work.audit(AuditAction.HAND_OVER_TAKEN_IN, each, arrived.letter, each)
    return arrived


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
    content = _read(path)
    try:
        confirmed = work.session.hand_over_desk.take_receipt(content)
    except KnownError as error:
        _note_refusal(work, error)
        raise
    for each in confirmed.person_ids:
        work.audit(AuditAction.HAND_OVER_CONFIRMED, each, confirmed.letter, each)
    return confirmed


def _read(path: Path) -> bytes:
    return read_file(path, MOST_BYTES + 1)


def _note_refusal(work: Work, error: KnownError) -> None:
    """What a damaged or strange file was refused for; no word of what may be in it."""
    work.audit(AuditAction.HAND_OVER_REFUSED, detail=error.message_id)

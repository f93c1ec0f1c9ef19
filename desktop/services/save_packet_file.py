"""Save one packet as a PDF file, because the user asked for a file."""

import os
from pathlib import Path

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.ids import PacketId
from desktop.services.confirm_identity import need_confirmed
from desktop.services.confirmations import ConfirmedAct
from desktop.services.open_packet import printable_packet
from desktop.services.ports import PacketState
from desktop.services.print_packet import PrintMark
from desktop.services.work import Work


def save_packet_file(work: Work, packet_id: PacketId, path: Path) -> PrintMark:
    """Write the file for its owner only, whole or not at all; it counts as printed.

    KnownErrors ``packet.file-not-written``, ``packet.not-ready``; ``confirm.needed`` without
    the password just now.
    """
    work.session.rollback.need_quiet()
    need_confirmed(work, ConfirmedAct.EXPORT)
    content = printable_packet(work, packet_id)
    write_pdf(path, content.pdf)
    work.session.packets.mark(packet_id, PacketState.PRINTED)
    work.audit(AuditAction.PACKET_SAVED_AS_FILE, packet_id, content.sha256)
    return PrintMark(packet_id, work.clock.now(), "", content.sha256)


def write_pdf(path: Path, pdf: bytes) -> None:
    """The whole file for its owner only, or none; KnownError ``packet.file-not-written``."""
    part = path.with_name(f"{path.name}.part")
    try:
        part.unlink(missing_ok=True)
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(pdf)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError:
        raise KnownError("packet.file-not-written") from None

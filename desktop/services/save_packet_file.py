"""Save one packet as a PDF file, because the user asked for a file."""

from pathlib import Path

from desktop.records.audit_event import AuditAction
from desktop.records.ids import PacketId
from desktop.services.confirm_identity import need_confirmed
from desktop.services.confirmations import ConfirmedAct
from desktop.services.letter_last_day import need_letter_in_time
from desktop.services.open_packet import printable_packet
from desktop.services.ports import PacketState
from desktop.services.print_packet import PrintMark
from desktop.services.private_file import write_private
from desktop.services.told_first import Release, told_first
from desktop.services.work import Work


def save_packet_file(work: Work, packet_id: PacketId, path: Path) -> PrintMark:
    """Write the file for its owner only, whole or not at all; it counts as printed.

    KnownErrors ``packet.file-not-written``, ``packet.not-ready``, ``packet.letter-expired``;
    ``confirm.needed`` without the password just now.
    """
    work.session.rollback.need_quiet()
    need_confirmed(work, ConfirmedAct.EXPORT)
    content = printable_packet(work, packet_id)
    need_letter_in_time(work, content)
    with told_first(work, Release(AuditAction.PACKET_SAVED_AS_FILE, packet_id, content.sha256)):
        write_private(path, content.pdf)
    work.session.packets.mark(packet_id, PacketState.PRINTED)
    return PrintMark(packet_id, work.clock.now(), "", content.sha256)

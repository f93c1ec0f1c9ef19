"""Print one packet at the desk; the log keeps a mark of exactly what was printed."""

from dataclasses import dataclass
from datetime import datetime

from desktop.records.audit_event import AuditAction
from desktop.records.ids import PacketId
from desktop.services.letter_last_day import need_letter_in_time
from desktop.services.open_packet import printable_packet
from desktop.services.ports import PacketState
from desktop.services.read_packet_desk import mark_of
from desktop.services.told_first import Release, told_first
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class PrintMark:
    """What was printed or saved, when and where to; ``queue`` is empty for a file."""

    packet_id: PacketId
    at: datetime
    queue: str
    sha256: str


def print_packet(work: Work, packet_id: PacketId, queue: str) -> PrintMark:
    """Print it; a printer that refuses leaves it ready. KnownErrors ``print.refused``,
    ``print.no-printing-system``, ``packet.not-ready``, ``packet.letter-expired``."""
    work.session.rollback.need_quiet()
    content = printable_packet(work, packet_id)
    need_letter_in_time(work, content)
    with told_first(work, Release(AuditAction.PACKET_PRINTED, packet_id, content.sha256)):
        work.printers.print_pdf(queue, content.pdf, f"Papers {mark_of(content)}")
    work.session.packets.mark(packet_id, PacketState.PRINTED)
    return PrintMark(packet_id, work.clock.now(), queue, content.sha256)

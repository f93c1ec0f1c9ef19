"""Say that a packet cannot be printed, and why; the specialist sees it on the person page."""

from enum import StrEnum

from desktop.records.audit_event import AuditAction
from desktop.records.ids import PacketId
from desktop.records.roles import Permission
from desktop.services.open_packet import printable_packet
from desktop.services.ports import PacketState
from desktop.services.work import Work


class PacketRefusal(StrEnum):
    """Why the desk does not print a packet: a code, because it goes into the audit trail."""

    WRONG_PERSON = "wrong-person"
    WRONG_LANGUAGE = "wrong-language"
    NOT_READABLE = "not-readable"
    PRINTER = "printer"
    PERSON_LEFT = "person-left"


def refuse_packet(work: Work, packet_id: PacketId, reason: PacketRefusal) -> None:
    """Send it back. KnownError ``packet.not-ready``."""
    work.need(Permission.PRINT_PACKETS)
    printable_packet(work, packet_id)
    work.session.packets.mark(packet_id, PacketState.REFUSED)
    work.audit(AuditAction.PACKET_REFUSED, packet_id, PacketRefusal(reason).value)

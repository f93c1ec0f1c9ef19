"""Open one packet at the desk, to look at its pages."""

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.ids import PacketId
from desktop.records.roles import Permission
from desktop.services.ports import PacketContent, PacketState
from desktop.services.work import Work


def open_packet(work: Work, packet_id: PacketId) -> PacketContent:
    """The pages; the look is in the audit trail. KnownError ``packet.not-ready``."""
    content = printable_packet(work, packet_id)
    work.audit(AuditAction.PACKET_READ, packet_id)
    return content


def printable_packet(work: Work, packet_id: PacketId) -> PacketContent:
    """A packet that is ready, or was printed and is still kept."""
    work.need(Permission.PRINT_PACKETS)
    states = {one.packet_id: one.state for one in work.session.packets.statuses()}
    if states.get(packet_id) not in (PacketState.READY, PacketState.PRINTED):
        raise KnownError("packet.not-ready")
    return work.session.packets.open(packet_id)

"""Say at the desk that a printed packet was handed over: the copy kept here is destroyed."""

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.ids import PacketId
from desktop.records.roles import Permission
from desktop.services.ports import PacketState
from desktop.services.told_first import Release, told_first
from desktop.services.work import Work


def hand_over_packet(work: Work, packet_id: PacketId) -> None:
    """Destroy its key and content; that it was handed over stays.

    KnownErrors ``packet.not-printed``, ``rollback.wait``.
    """
    work.need(Permission.PRINT_PACKETS)
    work.session.rollback.need_quiet()
    states = {one.packet_id: one.state for one in work.session.packets.statuses()}
    if states.get(packet_id) is not PacketState.PRINTED:
        raise KnownError("packet.not-printed")
    with told_first(work, Release(AuditAction.PACKET_HANDED_OVER, packet_id, "")):
        work.session.packets.mark(packet_id, PacketState.HANDED_OVER)

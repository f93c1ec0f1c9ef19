"""Packets that wait at the desk: take back those with a letter that consent no longer covers."""

from desktop.records.audit_event import AuditAction
from desktop.records.packet_record import PacketPart
from desktop.services.episode_records import packets_of
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work


def take_back_letters(work: Work, ref: EpisodeRef, recipient: str) -> int:
    """Destroy the desk's copies that hold a letter to ``recipient``; returns how many."""
    kept = {
        status.packet_id for status in work.session.packets.statuses() if not status.state.is_gone
    }
    taken = 0
    for packet in packets_of(work, ref):
        has_letter = PacketPart.LETTER in packet.choices.parts
        if packet.packet_id in kept and has_letter and packet.choices.letter_recipient == recipient:
            work.session.packets.delete(packet.packet_id)
            work.audit(AuditAction.PACKET_DELETED, packet.packet_id, "consent-withdrawn")
            taken += 1
    return taken

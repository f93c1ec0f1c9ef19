"""Show a packet before it is sent or printed."""

from dataclasses import dataclass

from desktop.packets.packet import Packet
from desktop.packets.plain_language import grade
from desktop.records.audit_event import AuditAction
from desktop.records.packet_record import PacketChoices, PacketPart
from desktop.records.roles import Permission
from desktop.services.make_packet import (
    desk_reason,
    made_packet,
    not_for_desk,
    refusals_of,
    without_parts,
)
from desktop.services.own_caseload import need_case
from desktop.services.packet_sources import packet_sources
from desktop.services.ports import EpisodeRef, RenderedPacket
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class Preview:
    """The pages as they would print here; ``refused`` parts are not in them."""

    packet: Packet
    rendered: RenderedPacket
    grade: float
    refused: tuple[tuple[PacketPart, str], ...]


def preview_packet(work: Work, ref: EpisodeRef, choices: PacketChoices) -> Preview:
    """The specialist's own copy. What consent or a missing plan refuses is left out and named.

    Each plan that the desk may not print is in the pages and named too.
    """
    access = need_case(work, Permission.BUILD_PACKETS, ref)
    work.audit(AuditAction.PACKET_PREVIEWED, ref.episode_id, access)
    refused = refusals_of(work, ref, choices, packet_sources(work, ref))
    allowed = without_parts(choices, frozenset(part for part, _ in refused))
    made = made_packet(work, ref, allowed)
    refused = (*refused, *((part, desk_reason(part)) for part in sorted(not_for_desk(allowed))))
    return Preview(made.packet, made.rendered, grade(made.packet), refused)

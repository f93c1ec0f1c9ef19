"""The packet desk: what is ready to print, what was printed today, and where to print."""

from dataclasses import dataclass
from datetime import datetime

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.ids import PacketId
from desktop.records.roles import Permission
from desktop.services.clear_overdue import clear_old_packets
from desktop.services.local_day import local_day
from desktop.services.ports import PacketContent, PacketState, PacketStatus, PrintQueue
from desktop.services.work import Work

MARK_LENGTH = 4


def mark_of(content: PacketContent) -> str:
    """The mark printed on the pages, else the start of their hash."""
    return content.mark or content.sha256[:MARK_LENGTH].upper()


@dataclass(frozen=True, slots=True)
class DeskRow:
    """A packet as the desk lists it. ``mark`` stands on its pages too; ``changed_at`` is when it
    was printed, if it was. A damaged one cannot be opened."""

    packet_id: PacketId
    alias: str
    language: str
    size: str
    pages: int
    made_at: datetime
    changed_at: datetime
    state: PacketState
    mark: str
    is_damaged: bool = False
    person_only: bool = False
    """Whether it was sent while nobody may be told that the person is here."""


@dataclass(frozen=True, slots=True)
class PacketDesk:
    """``ready`` oldest first, ``printed_today`` newest first."""

    ready: tuple[DeskRow, ...]
    printed_today: tuple[DeskRow, ...]
    queues: tuple[PrintQueue, ...]


def read_packet_desk(work: Work) -> PacketDesk:
    """The lists, after what is older than 72 hours was destroyed."""
    work.need(Permission.PRINT_PACKETS)
    clear_old_packets(work)
    statuses = work.session.packets.statuses()
    work.audit_list(AuditAction.PACKET_DESK_READ, len(statuses))
    today = local_day(work)
    ready = [one for one in statuses if one.state is PacketState.READY]
    printed = [
        one
        for one in statuses
        if one.state is PacketState.PRINTED and one.changed_at.astimezone().date() == today
    ]
    return PacketDesk(
        ready=tuple(_row(work, one) for one in sorted(ready, key=lambda one: one.made_at)),
        printed_today=tuple(
            _row(work, one) for one in sorted(printed, key=lambda one: one.changed_at, reverse=True)
        ),
        queues=tuple(work.printers.queues()),
    )


def _row(work: Work, status: PacketStatus) -> DeskRow:
    try:
        content = work.session.packets.open(status.packet_id)
    except KnownError as error:
        if error.message_id != "store.damaged":
            raise
        made, changed = status.made_at, status.changed_at
        return DeskRow(
            status.packet_id, "", "", "", 0, made, changed, status.state, "", is_damaged=True
        )
    return DeskRow(
        status.packet_id,
        content.alias,
        content.language,
        content.size,
        content.pages,
        status.made_at,
        status.changed_at,
        status.state,
        mark_of(content),
        person_only=content.person_only,
    )

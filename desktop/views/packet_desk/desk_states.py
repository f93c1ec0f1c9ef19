"""What the packet desk shows, as one frozen value."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from desktop.records.ids import PacketId
from desktop.services.ports import PageImage
from desktop.services.read_packet_desk import DeskRow, PacketDesk


@dataclass(frozen=True, slots=True)
class OpenedPacket:
    """The chosen packet's pages as pictures."""

    packet_id: PacketId
    images: tuple[PageImage, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class DeskState:
    """``chosen`` is the row whose pages are shown or on their way; ``queue`` the chosen printer."""

    desk: PacketDesk
    now: datetime
    chosen: PacketId | None = None
    opened: OpenedPacket | None = None
    problem: str = ""
    queue: str = ""
    is_refusing: bool = False
    is_handing_over: bool = False
    """Asked whether the chosen packet was handed over."""
    is_busy: bool = False
    """Being printed, saved or sent back now."""

    @property
    def row(self) -> DeskRow | None:
        """The chosen row."""
        rows = (*self.desk.ready, *self.desk.printed_today)
        return next((row for row in rows if row.packet_id == self.chosen), None)

    @property
    def is_ready(self) -> bool:
        """Whether the chosen packet waits to be printed for the first time."""
        return any(row.packet_id == self.chosen for row in self.desk.ready)

    @property
    def can_act(self) -> bool:
        """Whether the chosen packet's pages are in view and nothing is running."""
        is_open = self.opened is not None and self.opened.packet_id == self.chosen
        return is_open and not self.is_busy


def first_to_open(desk: PacketDesk) -> PacketId | None:
    """The oldest packet that can be opened."""
    return next((row.packet_id for row in desk.ready if not row.is_damaged), None)


def unasked(state: DeskState) -> DeskState:
    """The same desk with no question open."""
    return replace(state, is_refusing=False, is_handing_over=False)

"""Finished packets, sealed to the packet desk."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from desktop.records.ids import PacketId


class PacketState(StrEnum):
    """Where a finished packet is."""

    READY = "ready"
    PRINTED = "printed"
    REFUSED = "refused"
    HANDED_OVER = "handed-over"
    """Given to the person; key and content are destroyed."""
    DELETED = "deleted"

    @property
    def is_gone(self) -> bool:
        """Whether only the tombstone is left."""
        return self in (PacketState.HANDED_OVER, PacketState.DELETED)


@dataclass(frozen=True, slots=True)
class PacketContent:
    """The finished paper as sealed to the desk."""

    alias: str
    language: str
    size: str
    pages: int
    pdf: bytes = field(repr=False)
    sha256: str
    mark: str = ""
    """The mark in the footer of every page; empty when the packet was made without one."""
    person_only: bool = False
    """Whether it goes into the person's own hands: no caller is told that the person is here."""
    last_day: date | None = None
    """The last day of the consents that its letter stands on; None without one."""


@dataclass(frozen=True, slots=True)
class PacketStatus:
    """What may be known of a packet without opening it."""

    packet_id: PacketId
    state: PacketState
    made_at: datetime
    changed_at: datetime


class PacketStore(Protocol):
    """PKT: writers seal to the desk's public key; only the desk opens."""

    def put(self, packet_id: PacketId, content: PacketContent) -> None:
        """Seal a ready packet under a key of its own."""
        ...

    def statuses(self) -> Sequence[PacketStatus]:
        """All packets, newest first; needs no key."""
        ...

    def open(self, packet_id: PacketId) -> PacketContent:
        """Open one packet; KnownError ``store.no-key`` for anyone but the desk."""
        ...

    def mark(self, packet_id: PacketId, state: PacketState) -> None:
        """Move a packet on; a state that ``is_gone`` destroys it."""
        ...

    def delete(self, packet_id: PacketId) -> None:
        """Destroy the packet's key and content, leaving a tombstone."""
        ...

    def delete_older_than(self, moment: datetime) -> int:
        """Delete every packet made before ``moment``; returns how many."""
        ...

"""The readable, signed part of a packet: which state it is in since when, said by whom."""

from dataclasses import dataclass

from sqlalchemy import Select, select

from desktop.records.ids import PacketId
from desktop.services.ports import PacketState, PacketStatus
from desktop.storage.crypto.failures import Damaged, NotTrusted
from desktop.storage.crypto.framing import frame, number
from desktop.storage.crypto.labels import Label
from desktop.storage.crypto.signing import SigningKey, sign
from desktop.storage.crypto.trust_book import TrustBook
from desktop.storage.schema import PacketRow
from desktop.storage.site_facts import fact_context
from desktop.storage.timestamps import from_text

PACKET_FACT = "packet-state"
GONE = tuple(state.value for state in PacketState if state.is_gone)
"""States of which only the tombstone is left."""
FactRow = tuple[str, int, str, str, str, str, bytes, bytes]
FactQuery = Select[str, int, str, str, str, str, bytes, bytes]


@dataclass(frozen=True, slots=True)
class PacketFact:
    """What a packet's signature covers; ``content_hash`` stays when the content is destroyed."""

    packet_id: PacketId
    epoch: int
    state: str
    made_at: str
    changed_at: str
    changed_by: str
    content_hash: bytes

    @property
    def is_gone(self) -> bool:
        """Whether only the tombstone is left."""
        return self.state in GONE

    def statement(self) -> bytes:
        """The exact bytes that are signed."""
        return frame(
            self.packet_id.encode(),
            number(self.epoch),
            self.state.encode(),
            self.made_at.encode(),
            self.changed_at.encode(),
            self.changed_by.encode(),
            self.content_hash,
        )

    def sign(self, hospital: str, key: SigningKey) -> bytes:
        """The signature of whoever changed the packet."""
        return sign(key, Label.SITE_FACT, fact_context(hospital, PACKET_FACT), self.statement())

    def status(self) -> PacketStatus:
        """What may be known of the packet without opening it."""
        return PacketStatus(
            self.packet_id,
            PacketState(self.state),
            from_text(self.made_at),
            from_text(self.changed_at),
        )


def facts_query() -> FactQuery:
    """All packets; callers narrow and order it."""
    return select(
        PacketRow.packet_id,
        PacketRow.epoch,
        PacketRow.state,
        PacketRow.made_at,
        PacketRow.changed_at,
        PacketRow.changed_by,
        PacketRow.content_hash,
        PacketRow.signature,
    )


def checked_fact(row: FactRow, trust: TrustBook) -> PacketFact:
    """The fact of one row; KnownError ``store.damaged`` unless a certified person signed it."""
    packet_id, epoch, state, made_at, changed_at, changed_by, content_hash, signature = row
    fact = PacketFact(
        PacketId(packet_id), epoch, state, made_at, changed_at, changed_by, content_hash
    )
    context = fact_context(trust.hospital, PACKET_FACT)
    try:
        trust.check_signature(changed_by, Label.SITE_FACT, context, fact.statement(), signature)
    except NotTrusted:
        raise Damaged from None
    if state not in list(PacketState):
        raise Damaged
    return fact

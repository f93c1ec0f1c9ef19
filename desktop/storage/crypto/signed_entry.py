"""What is inside the seal of an audit entry: the event, and the signature of whoever did it."""

from dataclasses import dataclass

from desktop.storage.crypto.audit_chain import ChainPlace
from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.framing import frame, number, unframe
from desktop.storage.crypto.labels import Label
from desktop.storage.crypto.signing import SigningKey, sign
from desktop.storage.crypto.trust_book import TrustBook

_OLDER_BEGINS = b"{"
"""Entries of versions before signatures are JSON alone; a frame begins with the byte 0."""


@dataclass(frozen=True, slots=True)
class EntryPlace:
    """Which entry of which chain, and the hash of the one before: what a signature is bound to."""

    chain: ChainPlace
    index: int
    previous: bytes

    def context(self) -> tuple[bytes, ...]:
        """As fields to sign."""
        chain = self.chain
        return (
            chain.hospital.encode(),
            chain.workstation.encode(),
            number(self.index),
            self.previous,
        )


@dataclass(frozen=True, slots=True)
class PackedEntry:
    """An opened entry; ``signature`` is None in the older form, empty where nobody signed."""

    event: bytes
    signature: bytes | None

    def check(self, place: EntryPlace, actor: str, trust: TrustBook) -> None:
        """Return when ``actor`` signed this event here; raises ``NotTrusted`` or ``Damaged``."""
        signature = self.signature or b""
        trust.check_signature(actor, Label.AUDIT_ACTOR, place.context(), self.event, signature)


def pack_entry(event: bytes, place: EntryPlace, signer: SigningKey | None) -> bytes:
    """What is sealed to the auditor. HPKE's base mode names no sender (RFC 9180 9.1): the
    signature does. ``signer`` None: nobody is signed in.
    """
    signature = sign(signer, Label.AUDIT_ACTOR, place.context(), event) if signer else b""
    return frame(event, signature)


def unpack_entry(plain: bytes) -> PackedEntry:
    """Undo :func:`pack_entry`, or take an entry of the older form; raises ``Damaged``."""
    if plain.startswith(_OLDER_BEGINS):
        return PackedEntry(plain, None)
    event, signature = unframe(plain, 2)
    if not event.startswith(_OLDER_BEGINS):
        raise Damaged
    return PackedEntry(event, signature)

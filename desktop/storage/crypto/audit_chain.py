"""The hash chain over audit entries, and signed checkpoints of how long it is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from desktop.errors import BugError
from desktop.storage.crypto.census import Census
from desktop.storage.crypto.certificates import read_moment
from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.framing import (
    frame,
    number,
    read_number,
    read_text,
    unframe,
    unframe_all,
)
from desktop.storage.crypto.hashing import DIGEST_BYTES, digest
from desktop.storage.crypto.labels import Label
from desktop.storage.crypto.signing import SigningKey, sign
from desktop.storage.crypto.trust_book import TrustBook

GENESIS = bytes(DIGEST_BYTES)
"""What stands for the previous hash before the first entry."""
CHECKPOINT_EVERY_ENTRIES = 64
CHECKPOINT_EVERY_MINUTES = 10
CENSUS_VERSION = 2
"""Of a census that names logs too; the first named records alone and had no number."""
_LABELS = (Label.AUDIT_CHECKPOINT, Label.CENSUS_CHECKPOINT, Label.LOGS_CHECKPOINT)
"""By how many fields a checkpoint has beyond the first six."""


@dataclass(frozen=True, slots=True)
class ChainPlace:
    """Whose chain: one per workstation."""

    hospital: str
    workstation: str


@dataclass(frozen=True, slots=True)
class ChainEntry:
    """One stored entry: index from 1, sealed bytes, and the hash stored with them."""

    index: int
    ciphertext: bytes
    entry_hash: bytes


@dataclass(frozen=True, slots=True)
class ChainHead:
    """How many entries there are and the hash of the last; 0 and GENESIS for none."""

    count: int
    head_hash: bytes


def next_hash(place: ChainPlace, index: int, previous: bytes, ciphertext: bytes) -> bytes:
    """SHA-256 over label, hospital, workstation, index (from 1), previous hash and ciphertext."""
    return digest(
        frame(
            Label.AUDIT_ENTRY.octets,
            place.hospital.encode(),
            place.workstation.encode(),
            number(index),
            previous,
            ciphertext,
        )
    )


def verify_chain(place: ChainPlace, entries: Iterable[ChainEntry]) -> int | None:
    """The index of the first entry that is changed, missing, added or moved; None when all fit.

    A chain that was cut off at the end fits: compare its head with a checkpoint or an anchor.
    """
    previous = GENESIS
    for expected, entry in enumerate(entries, start=1):
        fresh = next_hash(place, expected, previous, entry.ciphertext)
        if entry.index != expected or entry.entry_hash != fresh:
            return expected
        previous = fresh
    return None


def reaches(anchor: ChainHead, hash_at: Callable[[int], bytes | None]) -> bool:
    """Whether a chain still contains what an anchor saw; False means it was rolled back.

    ``hash_at`` gives the stored hash at an index, or None when there is no such entry.
    """
    if anchor.count == 0:
        return True
    return hash_at(anchor.count) == anchor.head_hash


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """A signed statement of the chain's length at one moment."""

    place: ChainPlace
    head: ChainHead
    signer_id: str
    made_at: datetime
    """Aware; kept to the second, in UTC."""
    census: Census | None = None
    """What was saved of records since the checkpoint before; None in those made before there was
    one."""


def sign_checkpoint(checkpoint: Checkpoint, signer: SigningKey) -> bytes:
    """Statement and Ed25519 signature, framed: what is stored."""
    if checkpoint.made_at.tzinfo is None:
        raise BugError("times are aware")
    census = checkpoint.census
    statement = frame(
        checkpoint.place.hospital.encode(),
        checkpoint.place.workstation.encode(),
        number(checkpoint.head.count),
        checkpoint.head.head_hash,
        checkpoint.signer_id.encode(),
        number(int(checkpoint.made_at.timestamp())),
        *((census.encode(), number(CENSUS_VERSION)) if census is not None else ()),
    )
    label = Label.AUDIT_CHECKPOINT if census is None else Label.LOGS_CHECKPOINT
    return frame(statement, sign(signer, label, (), statement))


def is_checkpoint_of(stored: bytes, place: ChainPlace) -> bool:
    """Whether it reads as a checkpoint of this place, whoever signed it."""
    try:
        statement, _signature = unframe(stored, 2)
        hospital, workstation, *_rest = _fields(statement)
        return ChainPlace(read_text(hospital), read_text(workstation)) == place
    except Damaged:
        return False


def read_checkpoint(stored: bytes, trust: TrustBook, place: ChainPlace) -> Checkpoint:
    """The checkpoint, when someone certified signed it for this place.

    Raises ``Damaged`` or ``NotTrusted``.
    """
    statement, signature = unframe(stored, 2)
    hospital, workstation, count, head_hash, signer, moment, *census = _fields(statement)
    signer_id = read_text(signer)
    found = ChainPlace(read_text(hospital), read_text(workstation))
    if found != place or len(head_hash) != DIGEST_BYTES:
        raise Damaged
    label = _LABELS[len(census)]
    trust.check_signature(signer_id, label, (), statement, signature)
    return Checkpoint(
        place=place,
        head=ChainHead(read_number(count), head_hash),
        signer_id=signer_id,
        made_at=read_moment(moment),
        census=Census.decode(census[0]) if census else None,
    )


def _fields(statement: bytes) -> tuple[bytes, ...]:
    """Six fields, seven with a census of records, eight with one of records and logs."""
    fields = unframe_all(statement)
    if len(fields) not in (6, 7, 8):
        raise Damaged
    if len(fields) == 8 and read_number(fields[7]) != CENSUS_VERSION:
        raise Damaged
    return fields

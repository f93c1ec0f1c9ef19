"""What a checkpoint of the audit trail saw of the records: their newest revisions."""

from collections.abc import Iterable
from dataclasses import dataclass

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

LOG = "log:"
"""Before the name of a log where others have the id of a record: its length and hash."""
NOTHING = bytes(DIGEST_BYTES)
"""Stands for the hash where there is no revision."""


@dataclass(frozen=True, slots=True, order=True)
class RecordHead:
    """A record's newest revision then: its number and the SHA-256 of its stored bytes.

    For a log (:data:`LOG`) how many rows it had and a hash over all of them.
    Number 0 and :data:`NOTHING`: the record is not there, and two people said that this is so.
    """

    record_id: str
    number: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class Census:
    """The heads of every record saved since the census before.

    ``upto`` is the place of the last revision that was looked at: the next census goes on there.
    """

    upto: int
    heads: tuple[RecordHead, ...]
    given_up: tuple[RecordHead, ...] = ()
    """What an earlier one saw and two people said is not there; ``heads`` says what is."""

    def encode(self) -> bytes:
        """Framed: the place, what was given up, and a field for each head."""
        return frame(number(self.upto), _framed(self.given_up), *map(_field, self.heads))

    @classmethod
    def decode(cls, stored: bytes) -> "Census":
        """Undo :meth:`encode`; raises ``Damaged``."""
        fields = unframe_all(stored)
        if len(fields) < 2:
            raise Damaged
        upto, given_up, *heads = fields
        lost = tuple(_head(each) for each in unframe_all(given_up))
        return cls(read_number(upto), tuple(_head(each) for each in heads), lost)


def _field(head: RecordHead) -> bytes:
    return frame(head.record_id.encode(), number(head.number), head.hash)


def _framed(heads: Iterable[RecordHead]) -> bytes:
    return frame(*map(_field, heads))


def _head(stored: bytes) -> RecordHead:
    record_id, revision, hash_ = unframe(stored, 3)
    if len(hash_) != DIGEST_BYTES:
        raise Damaged
    return RecordHead(read_text(record_id), read_number(revision), hash_)


def gap_mark(missed: Iterable[RecordHead]) -> bytes:
    """SHA-256 over label and every head that is not there: what two people give up by name."""
    return digest(frame(Label.CENSUS_GAP.octets, _framed(sorted(missed))))

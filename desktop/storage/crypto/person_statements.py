"""What is signed about one person's data: a legal hold, a wish to erase, the tombstone."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from desktop.storage.crypto.certificates import moment, read_moment
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
from desktop.storage.crypto.statements import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonStatement(Statement):
    """A link of the chain of all statements about people's data.

    ``before`` is the SHA-256 of the stored statement before it (empty for the first), so that none
    can be taken out or put in between.
    """

    kind: ClassVar[str]
    person_ids: tuple[str, ...]
    """The person, and those found to be the same person; the first names the row."""
    act: str
    reason: str
    """A code of a closed list, never words."""
    signer_id: str
    at: datetime
    before: bytes = field(repr=False)

    def common(self) -> bytes:
        """Six framed fields that every statement has."""
        return frame(
            frame(*(each.encode() for each in self.person_ids)),
            self.act.encode(),
            self.reason.encode(),
            self.signer_id.encode(),
            moment(self.at),
            self.before,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalHoldStatement(PersonStatement):
    """A hold is set; its end is asked for, refused, or agreed to by somebody else."""

    label = Label.LEGAL_HOLD
    kind = "legal-hold"

    def encode(self) -> bytes:
        """The common fields alone."""
        return self.common()

    @classmethod
    def decode(cls, statement: bytes) -> "LegalHoldStatement":
        """Undo :meth:`encode`; raises ``Damaged``."""
        common = read_common(statement)
        return cls(
            person_ids=common.person_ids,
            act=common.act,
            reason=common.reason,
            signer_id=common.signer_id,
            at=common.at,
            before=common.before,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureStatement(PersonStatement):
    """Somebody asks that a person be erased, or the wish is dropped.

    ``revisions`` is how much there was: a person who was written about since is asked about anew.
    ``packets`` are the ids of packets that were made of it: only a clinician can tell whose.
    """

    label = Label.ERASURE
    kind = "erasure"
    records: int = 0
    revisions: int = 0
    packets: tuple[str, ...] = ()

    def encode(self) -> bytes:
        """Four framed fields."""
        return frame(
            self.common(),
            number(self.records),
            number(self.revisions),
            frame(*(each.encode() for each in self.packets)),
        )

    @classmethod
    def decode(cls, statement: bytes) -> "ErasureStatement":
        """Undo :meth:`encode`; raises ``Damaged``."""
        head, records, revisions, packets = unframe(statement, 4)
        common = read_common(head)
        return cls(
            person_ids=common.person_ids,
            act=common.act,
            reason=common.reason,
            signer_id=common.signer_id,
            at=common.at,
            before=common.before,
            records=read_number(records),
            revisions=read_number(revisions),
            packets=_texts(packets),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone(PersonStatement):
    """A person's data keys were destroyed: who asked, who agreed, how much there was.

    ``trusted_count`` and ``trusted_hash`` name the trust log as it was then: who could sign.
    """

    label = Label.TOMBSTONE
    kind = "tombstone"
    asked_by: str
    records: int
    keys: int
    trusted_count: int
    trusted_hash: bytes

    def encode(self) -> bytes:
        """Six framed fields."""
        return frame(
            self.common(),
            self.asked_by.encode(),
            number(self.records),
            number(self.keys),
            number(self.trusted_count),
            self.trusted_hash,
        )

    @classmethod
    def decode(cls, statement: bytes) -> "Tombstone":
        """Undo :meth:`encode`; raises ``Damaged``."""
        head, asked_by, records, keys, count, trusted = unframe(statement, 6)
        common = read_common(head)
        if len(trusted) != DIGEST_BYTES:
            raise Damaged
        return cls(
            person_ids=common.person_ids,
            act=common.act,
            reason=common.reason,
            signer_id=common.signer_id,
            at=common.at,
            before=common.before,
            asked_by=read_text(asked_by),
            records=read_number(records),
            keys=read_number(keys),
            trusted_count=read_number(count),
            trusted_hash=trusted,
        )


@dataclass(frozen=True, slots=True)
class CommonFields:
    """What :meth:`PersonStatement.common` framed."""

    person_ids: tuple[str, ...]
    act: str
    reason: str
    signer_id: str
    at: datetime
    before: bytes


def read_common(data: bytes) -> CommonFields:
    """Undo :meth:`PersonStatement.common`; raises ``Damaged``."""
    people, act, reason, signer, at, before = unframe(data, 6)
    person_ids = _texts(people)
    if not person_ids or len(before) not in (0, DIGEST_BYTES):
        raise Damaged
    return CommonFields(
        person_ids,
        read_text(act),
        read_text(reason),
        read_text(signer),
        read_moment(at),
        before,
    )


def _texts(data: bytes) -> tuple[str, ...]:
    return tuple(read_text(each) for each in unframe_all(data))


def trust_hash(bodies: Sequence[bytes]) -> bytes:
    """SHA-256 over the stored statements of the trust log in order."""
    return digest(frame(*bodies))

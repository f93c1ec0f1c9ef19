"""What is signed about people after set-up: invited, enrolled, revoked, named, keys renewed."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar, Self

from desktop.storage.crypto.certificates import moment, read_moment
from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.framing import frame, number, read_number, read_text, unframe
from desktop.storage.crypto.hkdf import KEY_ID_BYTES, hkdf
from desktop.storage.crypto.hpke_wrap import PublicKey
from desktop.storage.crypto.labels import Label
from desktop.storage.crypto.one_time_code import OneTimeCode
from desktop.storage.crypto.signing import SigningKey, VerifyKey, sign, verify


def code_signing_key(code: OneTimeCode, hospital: str, subject_id: str) -> SigningKey:
    """The Ed25519 key that only a one-time code gives: it vouches for the keys made with it.

    160 random bits need no slow derivation (NIST SP 800-63B-4 3.1.2.2: 112 bits suffice).
    """
    info = frame(Label.CODE_SIGNING_KEY.octets, hospital.encode(), subject_id.encode())
    return SigningKey(hkdf(code.material, info=info))


class Statement(ABC):
    """A signed sentence of the trust log. Stored as frame(statement, signature)."""

    label: ClassVar[Label]

    @abstractmethod
    def encode(self) -> bytes:
        """The exact bytes that are signed."""

    @classmethod
    @abstractmethod
    def decode(cls, statement: bytes) -> Self:
        """Undo :meth:`encode`; raises ``Damaged``. Says nothing about trust."""

    def issue(self, hospital: str, signer: SigningKey) -> bytes:
        """What is stored: the statement and its signature, bound to the hospital."""
        statement = self.encode()
        return frame(statement, sign(signer, self.label, (hospital.encode(),), statement))

    @classmethod
    def is_signed(cls, stored: bytes, hospital: str, key: VerifyKey) -> bool:
        """Whether that key signed exactly these stored bytes for this hospital."""
        try:
            statement, signature = unframe(stored, 2)
            verify(key, cls.label, (hospital.encode(),), statement, signature)
        except Damaged:
            return False
        return True

    @classmethod
    def read(cls, stored: bytes) -> Self:
        """The statement of stored bytes; raises ``Damaged``."""
        return cls.decode(unframe(stored, 2)[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation(Statement):
    """An administrator (for administrators: the root) says who may enrol with a one-time code.

    The newcomer's private keys are made at enrolment, so that whoever made the code never had them.
    """

    label = Label.INVITATION
    subject_id: str
    sign_in_name: str = field(repr=False)
    display_name: str = field(repr=False)
    role: str
    code_key: VerifyKey
    issued_at: datetime
    expires_at: datetime
    issuer_id: str

    def encode(self) -> bytes:
        """Eight framed fields."""
        return frame(
            self.subject_id.encode(),
            self.sign_in_name.encode(),
            self.display_name.encode(),
            self.role.encode(),
            self.code_key.raw,
            moment(self.issued_at),
            moment(self.expires_at),
            self.issuer_id.encode(),
        )

    @classmethod
    def decode(cls, statement: bytes) -> "Invitation":
        """Undo :meth:`encode`; raises ``Damaged``."""
        subject, sign_in, display, role, code_key, issued, expires, issuer = unframe(statement, 8)
        return cls(
            subject_id=read_text(subject),
            sign_in_name=read_text(sign_in),
            display_name=read_text(display),
            role=read_text(role),
            code_key=VerifyKey(code_key),
            issued_at=read_moment(issued),
            expires_at=read_moment(expires),
            issuer_id=read_text(issuer),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrolledKeys(Statement):
    """The newcomer's public keys, signed with the key that the one-time code gives."""

    label = Label.ENROLLED_KEYS
    subject_id: str
    exchange: PublicKey
    verify_key: VerifyKey
    enrolled_at: datetime

    def encode(self) -> bytes:
        """Four framed fields."""
        return frame(
            self.subject_id.encode(),
            self.exchange.raw,
            self.verify_key.raw,
            moment(self.enrolled_at),
        )

    @classmethod
    def decode(cls, statement: bytes) -> "EnrolledKeys":
        """Undo :meth:`encode`; raises ``Damaged``."""
        subject, exchange, verify_key, enrolled = unframe(statement, 4)
        return cls(
            subject_id=read_text(subject),
            exchange=PublicKey(exchange),
            verify_key=VerifyKey(verify_key),
            enrolled_at=read_moment(enrolled),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Revocation(Statement):
    """An administrator (or the root) ends someone's certificate.

    ``last_fact`` is the newest site fact at that moment: later ones by the same signer are void.
    """

    label = Label.REVOCATION
    subject_id: str
    issuer_id: str
    revoked_at: datetime
    last_fact: int

    def encode(self) -> bytes:
        """Four framed fields."""
        return frame(
            self.subject_id.encode(),
            self.issuer_id.encode(),
            moment(self.revoked_at),
            number(self.last_fact),
        )

    @classmethod
    def decode(cls, statement: bytes) -> "Revocation":
        """Undo :meth:`encode`; raises ``Damaged``."""
        subject, issuer, revoked, last_fact = unframe(statement, 4)
        return cls(
            subject_id=read_text(subject),
            issuer_id=read_text(issuer),
            revoked_at=read_moment(revoked),
            last_fact=read_number(last_fact),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming(Statement):
    """An administrator names (or no longer names) a person for a compartment of named users."""

    label = Label.NAMING
    subject_id: str
    compartment: str
    is_named: bool
    issuer_id: str
    named_at: datetime

    def encode(self) -> bytes:
        """Five framed fields."""
        return frame(
            self.subject_id.encode(),
            self.compartment.encode(),
            number(int(self.is_named)),
            self.issuer_id.encode(),
            moment(self.named_at),
        )

    @classmethod
    def decode(cls, statement: bytes) -> "Naming":
        """Undo :meth:`encode`; raises ``Damaged``."""
        subject, compartment, is_named, issuer, named = unframe(statement, 5)
        return cls(
            subject_id=read_text(subject),
            compartment=read_text(compartment),
            is_named=_flag(is_named),
            issuer_id=read_text(issuer),
            named_at=read_moment(named),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Epoch(Statement):
    """A holder made a new key of a compartment; ``public`` is None for a symmetric key."""

    label = Label.EPOCH
    compartment: str
    epoch: int
    key_id: bytes
    public: PublicKey | None
    maker_id: str
    made_at: datetime

    def encode(self) -> bytes:
        """Six framed fields."""
        return frame(
            self.compartment.encode(),
            number(self.epoch),
            self.key_id,
            self.public.raw if self.public else b"",
            self.maker_id.encode(),
            moment(self.made_at),
        )

    @classmethod
    def decode(cls, statement: bytes) -> "Epoch":
        """Undo :meth:`encode`; raises ``Damaged``."""
        compartment, epoch, key_id, public, maker, made = unframe(statement, 6)
        if len(key_id) != KEY_ID_BYTES:
            raise Damaged
        return cls(
            compartment=read_text(compartment),
            epoch=read_number(epoch),
            key_id=key_id,
            public=PublicKey(public) if public else None,
            maker_id=read_text(maker),
            made_at=read_moment(made),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Restore(Statement):
    """One of two people says: this store was put back on purpose, from before that anchor.

    ``seen`` is what the anchor remembered: a count and the whole hash, or the characters of a
    printed footer.
    """

    label = Label.RESTORE
    seen_count: int
    seen_mark: bytes
    head_count: int
    head_hash: bytes
    signer_id: str
    made_at: datetime

    @property
    def matter(self) -> tuple[int, bytes, int, bytes]:
        """What both people must have said alike."""
        return self.seen_count, self.seen_mark, self.head_count, self.head_hash

    def encode(self) -> bytes:
        """Six framed fields."""
        return frame(
            number(self.seen_count),
            self.seen_mark,
            number(self.head_count),
            self.head_hash,
            self.signer_id.encode(),
            moment(self.made_at),
        )

    @classmethod
    def decode(cls, statement: bytes) -> "Restore":
        """Undo :meth:`encode`; raises ``Damaged``."""
        seen_count, seen_mark, head_count, head_hash, signer, made = unframe(statement, 6)
        return cls(
            seen_count=read_number(seen_count),
            seen_mark=seen_mark,
            head_count=read_number(head_count),
            head_hash=head_hash,
            signer_id=read_text(signer),
            made_at=read_moment(made),
        )


def _flag(field_: bytes) -> bool:
    value = read_number(field_)
    if value > 1:
        raise Damaged
    return value == 1

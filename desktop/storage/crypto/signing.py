"""Ed25519 signatures (RFC 8032) over label, framed context and the hash of exact stored bytes."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from desktop.errors import BugError
from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.framing import frame
from desktop.storage.crypto.hashing import digest
from desktop.storage.crypto.hkdf import key_id_of
from desktop.storage.crypto.labels import Label

ED25519_BYTES = 32
SIGNATURE_BYTES = 64


@dataclass(frozen=True, slots=True)
class VerifyKey:
    """An Ed25519 public key, 32 bytes; anyone may see it."""

    raw: bytes

    def __post_init__(self) -> None:
        if len(self.raw) != ED25519_BYTES:
            raise Damaged

    @property
    def key_id(self) -> bytes:
        """16 bytes that name this key."""
        return key_id_of(self.raw, Label.PUBLIC_KEY_ID)


@dataclass(frozen=True, slots=True)
class SigningKey:
    """An Ed25519 private key (32-byte seed, never shown) with its public half."""

    seed: bytes = field(repr=False)
    verify_key: VerifyKey = field(init=False, compare=False)

    def __post_init__(self) -> None:
        if len(self.seed) != ED25519_BYTES:
            raise BugError("an Ed25519 seed has 32 bytes")
        public = Ed25519PrivateKey.from_private_bytes(self.seed).public_key()
        object.__setattr__(self, "verify_key", VerifyKey(public.public_bytes_raw()))

    @classmethod
    def generate(cls) -> "SigningKey":
        """A new key from the operating system's random source."""
        return cls(os.urandom(ED25519_BYTES))


def sign_raw(key: SigningKey, message: bytes) -> bytes:
    """The 64-byte Ed25519 signature of ``message`` itself (RFC 8032 5.1.6)."""
    return Ed25519PrivateKey.from_private_bytes(key.seed).sign(message)


def sign(key: SigningKey, label: Label, context: Sequence[bytes], data: bytes) -> bytes:
    """Sign ``data`` (the exact bytes that are stored) for one use and one place; 64 bytes."""
    return sign_raw(key, frame(label.octets, *context, digest(data)))


def verify(
    key: VerifyKey, label: Label, context: Sequence[bytes], data: bytes, signature: bytes
) -> None:
    """Return when the signature holds; raise :class:`Damaged` when it does not."""
    try:
        public = Ed25519PublicKey.from_public_bytes(key.raw)
        public.verify(signature, frame(label.octets, *context, digest(data)))
    except (InvalidSignature, ValueError):
        raise Damaged from None

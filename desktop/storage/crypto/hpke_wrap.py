"""Sealing to a public key: HPKE base mode, X25519, HKDF-SHA256, AES-256-GCM (RFC 9180)."""

import os
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM
from cryptography.hazmat.primitives.hpke import Suite as HpkeSuite

from desktop.errors import BugError
from desktop.storage.crypto.context import SealContext
from desktop.storage.crypto.failures import Damaged, WrongKey
from desktop.storage.crypto.framing import pad, unpad
from desktop.storage.crypto.hashing import same_bytes
from desktop.storage.crypto.header import Header, Suite, parse_header
from desktop.storage.crypto.hkdf import key_id_of
from desktop.storage.crypto.labels import Label

X25519_BYTES = 32


@dataclass(frozen=True, slots=True)
class PublicKey:
    """An X25519 public key (RFC 7748), 32 bytes; anyone may see it."""

    raw: bytes

    def __post_init__(self) -> None:
        if len(self.raw) != X25519_BYTES:
            raise Damaged

    @property
    def key_id(self) -> bytes:
        """16 bytes that name this key in headers."""
        return key_id_of(self.raw, Label.PUBLIC_KEY_ID)


@dataclass(frozen=True, slots=True)
class KeyPair:
    """An X25519 private key (32 bytes, never shown) with its public half."""

    private: bytes = field(repr=False)
    public: PublicKey = field(init=False, compare=False)

    def __post_init__(self) -> None:
        if len(self.private) != X25519_BYTES:
            raise BugError("an X25519 private key has 32 bytes")
        public = X25519PrivateKey.from_private_bytes(self.private).public_key()
        object.__setattr__(self, "public", PublicKey(public.public_bytes_raw()))

    @classmethod
    def generate(cls) -> "KeyPair":
        """A new pair from the operating system's random source."""
        return cls(os.urandom(X25519_BYTES))


def _suite() -> HpkeSuite:
    return HpkeSuite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def hpke_encrypt(public: PublicKey, info: bytes, plaintext: bytes) -> bytes:
    """RFC 9180 6.1 single-shot base mode: encapsulated key (32 bytes) and ciphertext."""
    try:
        return _suite().encrypt(plaintext, X25519PublicKey.from_public_bytes(public.raw), info)
    except ValueError:  # a point of low order (RFC 7748 6.1) is no real person's key
        raise Damaged from None


def hpke_decrypt(pair: KeyPair, info: bytes, sealed: bytes) -> bytes:
    """Undo :func:`hpke_encrypt`; raises :class:`Damaged`."""
    try:
        return _suite().decrypt(sealed, X25519PrivateKey.from_private_bytes(pair.private), info)
    except (InvalidTag, ValueError):
        raise Damaged from None


def _seal(public: PublicKey, context: SealContext, label: Label, plaintext: bytes) -> bytes:
    header = Header(Suite.HPKE_X25519_AES_256_GCM, public.key_id)
    return header.encode() + hpke_encrypt(public, context.bind(label, header), plaintext)


def _open(pair: KeyPair, context: SealContext, label: Label, sealed: bytes) -> bytes:
    header, body = parse_header(sealed, Suite.HPKE_X25519_AES_256_GCM)
    if not same_bytes(header.key_id, pair.public.key_id):
        raise WrongKey
    return hpke_decrypt(pair, context.bind(label, header), body)


def seal_to(public: PublicKey, context: SealContext, plaintext: bytes) -> bytes:
    """Seal ``plaintext``, padded, so that only the private half opens it, only in ``context``.

    Base mode does not tell who sealed (RFC 9180 9.1): sign the result where that matters.
    """
    return _seal(public, context, Label.SEALED_TO_KEY, pad(plaintext))


def open_from(pair: KeyPair, context: SealContext, sealed: bytes) -> bytes:
    """Undo :func:`seal_to`; raises :class:`WrongKey` or :class:`Damaged`."""
    return unpad(_open(pair, context, Label.SEALED_TO_KEY, sealed))


def seal_secret_to(public: PublicKey, context: SealContext, secret: bytes) -> bytes:
    """Seal a secret of fixed size (a key) to a public key: no padding."""
    return _seal(public, context, Label.WRAPPED_TO_KEY, secret)


def open_secret_from(pair: KeyPair, context: SealContext, sealed: bytes) -> bytes:
    """Undo :func:`seal_secret_to`; raises :class:`WrongKey` or :class:`Damaged`."""
    return _open(pair, context, Label.WRAPPED_TO_KEY, sealed)

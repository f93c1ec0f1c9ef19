"""The one header on every sealed thing: version byte, suite byte, 16-byte key id."""

from enum import IntEnum

import msgspec

from desktop.errors import BugError
from desktop.storage.crypto.failures import Damaged, NewerVersion, UnknownSuite
from desktop.storage.crypto.hkdf import KEY_ID_BYTES

VERSION = 1
HEADER_BYTES = 2 + KEY_ID_BYTES


class Suite(IntEnum):
    """Which algorithms sealed the bytes that follow, and so how long their parts are."""

    AES_256_GCM = 1
    """Nonce (12), ciphertext, tag (16). NIST SP 800-38D."""
    AES_256_GCM_CHUNKED = 2
    """Number of chunks (4), then chunks of suite 1 without header."""
    HPKE_X25519_AES_256_GCM = 3
    """Encapsulated key (32), ciphertext, tag (16). RFC 9180 base mode."""
    ARGON2ID_AES_256_GCM = 4
    """Argon2id parameters (28), then as suite 1. RFC 9106."""
    PBKDF2_AES_256_GCM = 5
    """PBKDF2-HMAC-SHA256 parameters (20), then as suite 1. NIST SP 800-132."""
    RECOVERY_2_OF_3 = 6
    """Three code ids and three pair wraps, framed."""


class Header(msgspec.Struct, frozen=True):
    """Suite and key id; the version is always the newest this Firstlight writes.

    A struct for the same reason as ``SealContext``.
    """

    suite: Suite
    key_id: bytes

    def __post_init__(self) -> None:
        if len(self.key_id) != KEY_ID_BYTES:
            raise BugError("a key id has 16 bytes")

    def encode(self) -> bytes:
        """The 18 bytes that start a sealed thing."""
        return bytes((VERSION, self.suite)) + self.key_id


def read_header(sealed: bytes, *expected: Suite) -> Header:
    """The header of a sealed thing.

    Raises :class:`NewerVersion`, :class:`UnknownSuite`, or :class:`Damaged` (too short, version
    0, or a suite that does not belong in this place).
    """
    if len(sealed) < HEADER_BYTES or sealed[0] == 0:
        raise Damaged
    if sealed[0] > VERSION:
        raise NewerVersion
    try:
        suite = Suite(sealed[1])
    except ValueError:
        raise UnknownSuite from None
    if suite not in expected:
        raise Damaged
    return Header(suite, sealed[2:HEADER_BYTES])


def parse_header(sealed: bytes, *expected: Suite) -> tuple[Header, bytes]:
    """As :func:`read_header`, and a copy of the bytes after it."""
    return read_header(sealed, *expected), sealed[HEADER_BYTES:]

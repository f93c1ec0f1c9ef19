"""SHA-256 of exact stored bytes, and comparison in constant time."""

import hashlib
import hmac

DIGEST_BYTES = 32
"""Length of a SHA-256 digest (FIPS 180-4)."""


def digest(data: bytes) -> bytes:
    """SHA-256 of ``data``, 32 bytes."""
    return hashlib.sha256(data).digest()


def same_bytes(one: bytes, other: bytes) -> bool:
    """Whether both are equal, in time that does not depend on where they differ."""
    return hmac.compare_digest(one, other)

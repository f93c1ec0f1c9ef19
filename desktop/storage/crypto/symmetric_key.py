"""A 256-bit secret key with its id; never shown."""

import os
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop.errors import BugError
from desktop.storage.crypto.hkdf import KEY_BYTES, key_id_of


@dataclass(frozen=True, slots=True)
class SymmetricKey:
    """A 32-byte AES-256 key. ``key_id`` (16 bytes) is not secret."""

    material: bytes = field(repr=False)
    key_id: bytes = field(init=False, repr=False, compare=False)
    cipher: AESGCM = field(init=False, repr=False, compare=False)
    """Made once: doing so at each seal takes longer than sealing an answer does."""

    def __post_init__(self) -> None:
        if len(self.material) != KEY_BYTES:
            raise BugError("a key has 32 bytes")
        object.__setattr__(self, "key_id", key_id_of(self.material))
        object.__setattr__(self, "cipher", AESGCM(self.material))

    @classmethod
    def generate(cls) -> "SymmetricKey":
        """A new key from the operating system's random source."""
        return cls(os.urandom(KEY_BYTES))

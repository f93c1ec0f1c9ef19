"""The two private keys that make one signer and receiver: a person, or the hospital root."""

from dataclasses import dataclass, field

from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.hpke_wrap import X25519_BYTES, KeyPair
from desktop.storage.crypto.signing import ED25519_BYTES, SigningKey


@dataclass(frozen=True, slots=True)
class Identity:
    """An X25519 pair to receive with and an Ed25519 key to sign with."""

    exchange: KeyPair = field(repr=False)
    signing: SigningKey = field(repr=False)

    @classmethod
    def generate(cls) -> "Identity":
        """Both keys new."""
        return cls(KeyPair.generate(), SigningKey.generate())

    def encode(self) -> bytes:
        """X25519 private, then Ed25519 seed: 64 secret bytes, only ever stored sealed."""
        return self.exchange.private + self.signing.seed

    @classmethod
    def decode(cls, data: bytes) -> "Identity":
        """Undo :meth:`encode`; raises ``Damaged`` for another length."""
        if len(data) != X25519_BYTES + ED25519_BYTES:
            raise Damaged
        return cls(KeyPair(data[:X25519_BYTES]), SigningKey(data[X25519_BYTES:]))

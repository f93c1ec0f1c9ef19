"""Wrapping one key under another (a patient's data key under a compartment key)."""

from desktop.storage.crypto.aead import open_exact, seal_exact
from desktop.storage.crypto.context import SealContext
from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.hkdf import KEY_BYTES
from desktop.storage.crypto.labels import Label
from desktop.storage.crypto.symmetric_key import SymmetricKey


def wrap_key(wrapping: SymmetricKey, context: SealContext, key: SymmetricKey) -> bytes:
    """``key`` sealed under ``wrapping`` (AES-256-GCM, context bound in), 78 bytes."""
    return seal_exact(wrapping, context, Label.KEY_WRAP, key.material)


def unwrap_key(wrapping: SymmetricKey, context: SealContext, wrapped: bytes) -> SymmetricKey:
    """The key that was wrapped; raises ``WrongKey`` or ``Damaged``."""
    material = open_exact(wrapping, context, Label.KEY_WRAP, wrapped)
    if len(material) != KEY_BYTES:
        raise Damaged
    return SymmetricKey(material)

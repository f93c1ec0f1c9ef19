"""HKDF-SHA256 (RFC 5869) with 32 bytes of output, and the key ids made with it."""

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.storage.crypto.labels import Label

KEY_BYTES = 32
KEY_ID_BYTES = 16


def hkdf(material: bytes, *, info: bytes, salt: bytes = b"", length: int = KEY_BYTES) -> bytes:
    """Extract and expand (RFC 5869 2.2, 2.3). An empty salt means a salt of zeros."""
    return HKDF(SHA256(), length, salt or None, info).derive(material)


def key_id_of(material: bytes, label: Label = Label.KEY_ID) -> bytes:
    """The first 16 bytes of HKDF(key, label): names a key without telling anything of it.

    AES-GCM does not commit to its key (Albertini et al., USENIX Security 2022), so each sealed
    thing carries this id; it also tells "wrong key" from "damaged".
    """
    return hkdf(material, info=label.octets)[:KEY_ID_BYTES]

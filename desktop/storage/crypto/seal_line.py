"""Sealing one row after another of one place: what they have in common is put together once."""

import os

import msgspec

from desktop.errors import BugError
from desktop.storage.crypto.aead import CHUNK_BYTES, NONCE_BYTES, WHOLE_PIECE, seal
from desktop.storage.crypto.context import SealContext
from desktop.storage.crypto.framing import LENGTH_BYTES, number, pad
from desktop.storage.crypto.hashing import DIGEST_BYTES
from desktop.storage.crypto.header import Header, Suite
from desktop.storage.crypto.labels import Label
from desktop.storage.crypto.symmetric_key import SymmetricKey

_NUMBER_BYTES = len(number(0))
_NUMBER_FOLLOWS = _NUMBER_BYTES.to_bytes(LENGTH_BYTES, "big")
_HASH_FOLLOWS = DIGEST_BYTES.to_bytes(LENGTH_BYTES, "big")


class SealLine(msgspec.Struct, frozen=True):
    """Seals under one key that differ in their number and in what was before them alone.

    The bytes are those of :func:`~desktop.storage.crypto.aead.seal` for the same context, whose
    framing is most of what an answer costs besides the disk. Holds no key.
    """

    place: SealContext
    key_id: bytes
    start: bytes
    """Header of the sealed thing."""
    before: bytes
    """AAD up to the length of the number."""
    after: bytes
    """AAD after the previous hash."""

    @classmethod
    def of(cls, place: SealContext, key: SymmetricKey) -> "SealLine":
        """A line of rows at ``place``, whose own number and previous hash do not matter."""
        header = Header(Suite.AES_256_GCM, key.key_id)
        before, after = place.bind_around(Label.RECORD, header)
        return cls(
            place, key.key_id, header.encode(), before + _NUMBER_FOLLOWS, after + WHOLE_PIECE
        )

    def seal(
        self, key: SymmetricKey, revision: int, previous_hash: bytes, plaintext: bytes
    ) -> bytes:
        """As ``seal`` at this place with ``revision`` (1 to 2^64 - 1) and ``previous_hash``.

        A :class:`BugError` when the key is another or the hash is no SHA-256 digest.
        """
        if key.key_id != self.key_id or len(previous_hash) != DIGEST_BYTES:
            raise BugError("a line goes on under its own key, from a row or a start")
        padded = pad(plaintext)
        if len(padded) > CHUNK_BYTES:
            place = msgspec.structs.replace(
                self.place, revision=revision, previous_hash=previous_hash
            )
            return seal(key, place, plaintext)
        at = revision.to_bytes(_NUMBER_BYTES, "big") + _HASH_FOLLOWS + previous_hash
        nonce = os.urandom(NONCE_BYTES)
        return self.start + nonce + key.cipher.encrypt(nonce, padded, self.before + at + self.after)

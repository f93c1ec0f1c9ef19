"""Sealing bytes with AES-256-GCM (NIST SP 800-38D), padded and bound to one place."""

import os

from cryptography.exceptions import InvalidTag

from desktop.storage.crypto.context import SealContext
from desktop.storage.crypto.failures import Damaged, WrongKey
from desktop.storage.crypto.framing import frame, number, pad, unpad
from desktop.storage.crypto.hashing import same_bytes
from desktop.storage.crypto.header import HEADER_BYTES, Header, Suite, parse_header, read_header
from desktop.storage.crypto.labels import Label
from desktop.storage.crypto.symmetric_key import SymmetricKey

NONCE_BYTES = 12
TAG_BYTES = 16
CHUNK_BYTES = 1024 * 1024
"""Longest plaintext of one GCM call, in bytes."""
SEALS_BEFORE_NEW_KEY = 2**24
"""Make a new data key after this many seals."""
SEALS_HARD_LIMIT = 2**32
"""Never seal more often with one key and random nonces (NIST SP 800-38D 8.3)."""
_TOTAL_BYTES = 4


def seal_piece(key: SymmetricKey, aad: bytes, piece: bytes) -> bytes:
    """Fresh random 96-bit nonce, ciphertext and tag of one piece (SP 800-38D 8.2.2)."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + key.cipher.encrypt(nonce, piece, aad)


def open_piece(key: SymmetricKey, header: Header, aad: bytes, sealed: bytes | memoryview) -> bytes:
    """Undo :func:`seal_piece`. :class:`WrongKey` and :class:`Damaged` take the same time."""
    plaintext: bytes | None = None
    if len(sealed) >= NONCE_BYTES + TAG_BYTES:
        try:
            nonce, rest = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
            plaintext = key.cipher.decrypt(nonce, rest, aad)
        except InvalidTag:
            plaintext = None
    if not same_bytes(header.key_id, key.key_id):
        raise WrongKey
    if plaintext is None:
        raise Damaged
    return plaintext


def seal_exact(key: SymmetricKey, context: SealContext, label: Label, secret: bytes) -> bytes:
    """Seal a secret of fixed size (a key): no padding. ``label`` says what kind of thing it is."""
    header = Header(Suite.AES_256_GCM, key.key_id)
    return header.encode() + seal_piece(key, context.bind(label, header), secret)


def open_exact(key: SymmetricKey, context: SealContext, label: Label, sealed: bytes) -> bytes:
    """Undo :func:`seal_exact`; raises :class:`WrongKey` or :class:`Damaged`."""
    header, body = parse_header(sealed, Suite.AES_256_GCM)
    return open_piece(key, header, context.bind(label, header), body)


WHOLE_PIECE = frame(number(0), number(1))
"""Index and total of what is one piece."""


def _chunk_aad(context: SealContext, header: Header, index: int, total: int) -> bytes:
    of_piece = WHOLE_PIECE if total == 1 else frame(number(index), number(total))
    return context.bind(Label.RECORD, header) + of_piece


def seal(key: SymmetricKey, context: SealContext, plaintext: bytes) -> bytes:
    """Seal ``plaintext`` under ``key`` so that it opens only in ``context``.

    The result is padded (512 B, 1, 2 ... 32 KB, then steps of 32 KB); above 1 MiB it is split into
    chunks whose index and total are bound in, so that none can be dropped, added or reordered.
    """
    padded = pad(plaintext)
    if len(padded) <= CHUNK_BYTES:
        header = Header(Suite.AES_256_GCM, key.key_id)
        return header.encode() + seal_piece(key, _chunk_aad(context, header, 0, 1), padded)
    total = -(-len(padded) // CHUNK_BYTES)
    header = Header(Suite.AES_256_GCM_CHUNKED, key.key_id)
    parts = [header.encode(), total.to_bytes(_TOTAL_BYTES, "big")]
    for index in range(total):
        piece = padded[index * CHUNK_BYTES : (index + 1) * CHUNK_BYTES]
        parts.append(seal_piece(key, _chunk_aad(context, header, index, total), piece))
    return b"".join(parts)


def open_sealed(key: SymmetricKey, context: SealContext, sealed: bytes) -> bytes:
    """The plaintext that :func:`seal` was given.

    Raises :class:`WrongKey` (sealed under another key), :class:`Damaged` (changed, cut off, or
    taken from another place), ``NewerVersion`` or ``UnknownSuite``.
    """
    header = read_header(sealed, Suite.AES_256_GCM, Suite.AES_256_GCM_CHUNKED)
    body, total = memoryview(sealed)[HEADER_BYTES:], 1  # parts of a view are not copied
    if header.suite is Suite.AES_256_GCM_CHUNKED:
        total = int.from_bytes(body[:_TOTAL_BYTES], "big")
        body = body[_TOTAL_BYTES:]
    size = NONCE_BYTES + CHUNK_BYTES + TAG_BYTES
    if total != max(1, -(-len(body) // size)):
        raise Damaged
    if total == 1:
        return unpad(open_piece(key, header, _chunk_aad(context, header, 0, 1), body))
    pieces = [
        open_piece(
            key,
            header,
            _chunk_aad(context, header, index, total),
            body[index * size : (index + 1) * size],
        )
        for index in range(total)
    ]
    return unpad(b"".join(pieces))

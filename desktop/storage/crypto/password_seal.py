"""Blobs that open with a password or a code: own parameters, own checksum, clear verdicts."""

from collections.abc import Callable

from desktop.storage.crypto.aead import open_piece, seal_piece
from desktop.storage.crypto.context import SealContext
from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.hashing import DIGEST_BYTES, digest, same_bytes
from desktop.storage.crypto.header import HEADER_BYTES, Header, Suite, parse_header
from desktop.storage.crypto.labels import Label
from desktop.storage.crypto.password_kdf import (
    PARAMETER_BYTES,
    KdfParameters,
    decode_parameters,
)
from desktop.storage.crypto.symmetric_key import SymmetricKey


def add_checksum(blob: bytes) -> bytes:
    """``blob`` and its SHA-256: tells a damaged key id apart from a wrong password."""
    return blob + digest(blob)


def strip_checksum(blob: bytes) -> bytes:
    """The blob without its checksum; raises :class:`Damaged` when that does not fit."""
    if not has_checksum(blob):
        raise Damaged
    return blob[:-DIGEST_BYTES]


def has_checksum(blob: bytes) -> bool:
    """Whether the blob ends with the SHA-256 of what comes before."""
    return same_bytes(digest(blob[:-DIGEST_BYTES]), blob[-DIGEST_BYTES:])


def seal_with_password_key(
    key: SymmetricKey, parameters: KdfParameters, context: SealContext, label: Label, secret: bytes
) -> bytes:
    """Header, parameters, sealed secret, checksum. ``key`` was derived with ``parameters``."""
    header = Header(parameters.suite, key.key_id)
    piece = seal_piece(key, context.bind(label, header), secret)
    return add_checksum(header.encode() + parameters.encode() + piece)


def open_with_password(
    blob: bytes,
    context: SealContext,
    label: Label,
    derive: Callable[[KdfParameters], SymmetricKey],
) -> bytes:
    """The secret; raises ``WrongKey`` for a wrong password and :class:`Damaged` for damage.

    The slow derivation runs before either verdict, so both take the same time; only damaged
    parameters that are too weak or too costly to run are refused at once.
    """
    header, _ = parse_header(blob, Suite.ARGON2ID_AES_256_GCM, Suite.PBKDF2_AES_256_GCM)
    start = HEADER_BYTES + PARAMETER_BYTES[header.suite]
    if len(blob) < start + DIGEST_BYTES:
        raise Damaged
    parameters = decode_parameters(header.suite, blob[HEADER_BYTES:start])
    is_whole = has_checksum(blob)
    if parameters.is_weak and not is_whole:
        raise Damaged
    key = derive(parameters)
    if not is_whole:
        raise Damaged
    return open_piece(key, header, context.bind(label, header), strip_checksum(blob)[start:])

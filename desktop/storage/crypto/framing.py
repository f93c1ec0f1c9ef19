"""Joining fields without ambiguity (4-byte lengths), and padding that hides exact sizes."""

from desktop.errors import BugError
from desktop.storage.crypto.failures import Damaged

LENGTH_BYTES = 4
SMALLEST_BUCKET = 512
LARGEST_DOUBLING_BUCKET = 32 * 1024


def frame(*fields: bytes) -> bytes:
    """Each field as a 4-byte big-endian length and its bytes, so that no two lists look alike."""
    try:
        return b"".join(
            [part for field in fields for part in (len(field).to_bytes(LENGTH_BYTES, "big"), field)]
        )
    except OverflowError:
        raise BugError("a field is too long to frame") from None


def unframe(data: bytes, count: int) -> tuple[bytes, ...]:
    """Exactly ``count`` fields that :func:`frame` joined; raises :class:`Damaged` otherwise."""
    fields = unframe_all(data)
    if len(fields) != count:
        raise Damaged
    return fields


def unframe_all(data: bytes) -> tuple[bytes, ...]:
    """However many fields :func:`frame` joined; raises :class:`Damaged` when cut."""
    fields: list[bytes] = []
    at = 0
    while at < len(data):
        end = at + LENGTH_BYTES + int.from_bytes(data[at : at + LENGTH_BYTES], "big")
        if at + LENGTH_BYTES > len(data) or end > len(data):
            raise Damaged
        fields.append(data[at + LENGTH_BYTES : end])
        at = end
    return tuple(fields)


def number(value: int) -> bytes:
    """A whole number from 0 to 2^64 - 1 as 8 big-endian bytes."""
    if not 0 <= value < 2**64:
        raise BugError("a framed number must be from 0 to 2^64 - 1")
    return value.to_bytes(8, "big")


def read_number(field: bytes) -> int:
    """The value that :func:`number` wrote; raises :class:`Damaged` for another length."""
    if len(field) != 8:
        raise Damaged
    return int.from_bytes(field, "big")


def read_text(field: bytes) -> str:
    """UTF-8 text of a field; raises :class:`Damaged` when it is none."""
    try:
        return field.decode("utf-8")
    except UnicodeDecodeError:
        raise Damaged from None


def bucket_size(size: int) -> int:
    """The padded size in bytes for ``size`` bytes: 512, 1 K, 2 K ... 32 K, then steps of 32 K."""
    if size <= SMALLEST_BUCKET:  # an answer
        return SMALLEST_BUCKET
    bucket = SMALLEST_BUCKET
    while bucket < size and bucket < LARGEST_DOUBLING_BUCKET:
        bucket *= 2
    if bucket >= size:
        return bucket
    return -(-size // LARGEST_DOUBLING_BUCKET) * LARGEST_DOUBLING_BUCKET


def pad(plaintext: bytes) -> bytes:
    """Length, bytes and zeros up to the next bucket."""
    try:
        framed = len(plaintext).to_bytes(LENGTH_BYTES, "big") + plaintext
    except OverflowError:
        raise BugError("a plaintext is too long to pad") from None
    return framed.ljust(bucket_size(len(framed)), b"\0")


def unpad(padded: bytes) -> bytes:
    """What :func:`pad` was given; raises :class:`Damaged` for anything it cannot have made."""
    length = int.from_bytes(padded[:LENGTH_BYTES], "big")
    end = LENGTH_BYTES + length
    if len(padded) < LENGTH_BYTES or len(padded) != bucket_size(end):
        raise Damaged
    if not padded.endswith(bytes(len(padded) - end)):
        raise Damaged
    return padded[LENGTH_BYTES:end]

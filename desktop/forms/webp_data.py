"""Takes out of a WebP what its camera wrote beside the picture; the picture stays, bit for bit.

Source: WebP Container Specification (RFC 9649 2.3 to 2.7): chunks of a RIFF file, each padded to an
even length; VP8X says in one byte which others there are.
"""

import struct
from collections.abc import Iterator

from desktop.forms.exif_orientation import UPRIGHT, orientation_in, orientation_tiff

_HEAD_BYTES = 12
_FLAGS_AT = 8
_HAS_EXIF, _HAS_XMP = 0x08, 0x04
_OF_THE_PICTURE = frozenset((b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
"""Anything else is for other programs, who may ignore it, or is what a camera wrote."""
_EXIF_START = b"Exif\x00\x00"
"""Some cameras write what only JPEG needs."""


def clean_webp(data: bytes) -> bytes:
    """The file with the chunks of the picture alone, and how it is turned; what follows goes."""
    if data[:4] != b"RIFF" or data[8:_HEAD_BYTES] != b"WEBP":
        return data
    kept: list[bytes] = []
    orientation = UPRIGHT
    for kind, chunk in _chunks(data):
        if kind == b"EXIF" and orientation == UPRIGHT:
            orientation = orientation_in(chunk[8:].removeprefix(_EXIF_START))
        if kind in _OF_THE_PICTURE:
            kept.append(chunk)
    is_turned = orientation != UPRIGHT and bool(kept) and kept[0].startswith(b"VP8X")
    if kept and kept[0].startswith(b"VP8X"):
        kept[0] = _with_flags(kept[0], _HAS_EXIF if is_turned else 0)
    if is_turned:
        kept.append(_chunk(b"EXIF", orientation_tiff(orientation)))
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and whole bytes of each, padding too; one that is cut off ends it, as it is."""
    end_of_file = min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    at = _HEAD_BYTES
    while at + 8 <= end_of_file:
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        end = at + 8 + size + size % 2
        yield data[at : at + 4], data[at : min(end, end_of_file)]
        at = end


def _with_flags(chunk: bytes, exif: int) -> bytes:
    flags = chunk[_FLAGS_AT : _FLAGS_AT + 1]
    if not flags:
        return chunk
    now = flags[0] & ~(_HAS_EXIF | _HAS_XMP) | exif
    return chunk[:_FLAGS_AT] + bytes((now,)) + chunk[_FLAGS_AT + 1 :]


def _chunk(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("<I", len(body)) + body + bytes(len(body) % 2)

"""Takes out of a photo what its camera wrote beside the picture: place, owner, device, time.

The picture itself is not coded again: parts are left out, and all other bytes stay as they were.
Only how the camera was held is kept, because a photo would lie on its side without it.
Sources: JPEG (ITU-T T.81 B.1.1, B.2.4.6), PNG (ISO/IEC 15948 5.3, 11.3.4; eXIf of its third
edition).
"""

import struct
from collections.abc import Iterator
from zlib import crc32

from desktop.forms.exif_orientation import UPRIGHT, orientation_in, orientation_tiff
from desktop.forms.webp_data import clean_webp

CLEANED = ("image/jpeg", "image/png", "image/webp")
"""Kinds of picture that lose what their camera wrote."""
NOT_CLEANED = ("image/heic", "image/tiff")
"""Kinds in which cameras write the same and from which it is not taken out: HEIC (ISO/IEC 23008-12)
refers to it by place in the file, TIFF 6.0 keeps it among the picture's own tags."""

_EXIF = b"Exif\x00\x00"

_SOI, _EOI, _SOS, _APP0, _APP1, _APP2, _APP14, _APP15 = (
    0xD8, 0xD9, 0xDA, 0xE0, 0xE1, 0xE2, 0xEE, 0xEF,
)  # fmt: skip
_BARE = frozenset((0x01, *range(0xD0, 0xD9)))
"""Markers that stand alone, without a length."""

_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_LEFT_OUT = frozenset((b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"))


def without_camera_data(content_type: str, data: bytes) -> bytes:
    """The file without what its camera wrote; other kinds of file come back as they are.

    A picture that is not built as its kind should be loses what was found up to there, and is
    otherwise kept as it is.
    """
    if content_type == "image/jpeg":
        return _clean_jpeg(data)
    if content_type == "image/png":
        return _clean_png(data)
    if content_type == "image/webp":
        return clean_webp(data)
    return data


def _clean_jpeg(data: bytes) -> bytes:
    """Of the application segments stay JFIF, the colour profile and Adobe's (which say how the
    colours are to be read). What follows the end of the picture, often a second one with its own
    data, goes too."""
    kept = [data[:2]]
    orientation = UPRIGHT
    for marker, segment in _segments(data):
        if marker == _APP1 and segment[4:].startswith(_EXIF) and orientation == UPRIGHT:
            orientation = orientation_in(segment[4 + len(_EXIF) :])
        if _stays(marker, segment):
            kept.append(segment)
    if orientation != UPRIGHT:
        kept.insert(2 if _starts_with_jfif(kept) else 1, _exif_segment(orientation))
    return b"".join(kept)


def _stays(marker: int, segment: bytes) -> bool:
    if not _APP0 <= marker <= _APP15:
        return True
    if marker == _APP2:
        return segment[4:].startswith(b"ICC_PROFILE\x00")
    if marker == _APP0:
        return segment[4:].startswith(b"JFIF\x00")
    return marker == _APP14


def _starts_with_jfif(kept: list[bytes]) -> bool:
    return len(kept) > 1 and kept[1][1:2] == bytes((_APP0,))


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and whole bytes of every segment after the first; a scan holds what it codes.

    Bytes that stand between segments are passed over, as decoders do; a rest without any marker
    comes as one piece (marker 0).
    """
    at = 2
    while at < len(data):
        start = at
        while at + 1 < len(data) and data[at] == data[at + 1] == 0xFF:  # fill bytes (B.1.1.2)
            at += 1
        if at + 1 >= len(data) or data[at] != 0xFF or data[at + 1] == 0:
            at = _next_marker(data, start)
            if at == len(data):
                yield 0, data[start:]
            continue
        marker = data[at + 1]
        if marker == _EOI:
            yield marker, data[at : at + 2]
            return
        end = at + 2
        if marker not in _BARE:
            length = int.from_bytes(data[at + 2 : at + 4], "big")
            if length < 2 or at + 2 + length > len(data):
                yield (marker if _APP0 <= marker <= _APP15 else 0), data[at:]
                return
            end = at + 2 + length
        if marker == _SOS:
            end = _next_marker(data, end)
        yield marker, data[at:end]
        at = end


def _next_marker(data: bytes, at: int) -> int:
    """Where the next marker stands, or the end; 0xFF00 and 0xFFD0 to 0xFFD7 are coded data."""
    while (at := data.find(b"\xff", at)) >= 0 and at + 1 < len(data):
        follows = data[at + 1]
        if follows not in (0x00, 0xFF) and not 0xD0 <= follows <= 0xD7:
            return at
        at += 1 if follows == 0xFF else 2
    return len(data)


def _exif_segment(orientation: int) -> bytes:
    body = _EXIF + orientation_tiff(orientation)
    return struct.pack(">BBH", 0xFF, _APP1, len(body) + 2) + body


def _clean_png(data: bytes) -> bytes:
    """Text, Exif and time go; what follows the end of the picture too."""
    kept = [data[: len(_PNG_START)]]
    at = len(_PNG_START)
    while at < len(data):
        kind = data[at + 4 : at + 8]
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if kind == b"eXIf":
            kept += _exif_chunks(data[at + 8 : end - 4])
        if kind not in _PNG_LEFT_OUT:
            kept.append(data[at:end])
        if kind == b"IEND":
            break
        at = end
    return b"".join(kept)


def _exif_chunks(tiff: bytes) -> list[bytes]:
    orientation = orientation_in(tiff)
    if orientation == UPRIGHT:
        return []
    body = b"eXIf" + orientation_tiff(orientation)
    return [struct.pack(">I", len(body) - 4) + body + struct.pack(">I", crc32(body))]

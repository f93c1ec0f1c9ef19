"""How a camera was held, which Exif keeps in a TIFF structure: read, and written alone.

Source: Exif 2.3 (CIPA DC-008: Orientation is tag 0x0112).
"""

import struct

UPRIGHT = 1
"""The orientation of a picture that lies as it was taken."""
_ORIENTATION, _SHORT = 0x0112, 3
_MOST_ORIENTATION = 8


def orientation_in(tiff: bytes) -> int:
    """The orientation (1 to 8) of the first image of a TIFF structure; 1 where it has none."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return UPRIGHT
    try:
        (at,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, at)
        for number in range(count):
            tag, kind, many, value = struct.unpack_from(f"{order}HHIH", tiff, at + 2 + 12 * number)
            if (tag, kind, many) == (_ORIENTATION, _SHORT, 1):
                return int(value) if UPRIGHT <= value <= _MOST_ORIENTATION else UPRIGHT
    except struct.error:
        pass
    return UPRIGHT


def orientation_tiff(orientation: int) -> bytes:
    """The smallest TIFF structure that says it: one directory with one entry."""
    return struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, _ORIENTATION, _SHORT, 1, orientation, 0, 0)

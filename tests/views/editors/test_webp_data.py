"""What a camera writes into a WebP is not kept; where it cannot be taken out, a file is refused."""

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.background.progress import Progress
from desktop.forms.form_parts import Limits
from desktop.forms.picture_data import without_camera_data
from desktop.views.editors.attachment_file import Refused, Taken, read_file
from tests.views.editors.test_photo_data import PLACE, exif, same_pixels, wide

WEBP = "image/webp"
EXIF_FLAG, XMP_FLAG = 0x08, 0x04


def chunk(kind: bytes, body: bytes) -> bytes:
    """One chunk of a RIFF file, padded to an even length."""
    return kind + struct.pack("<I", len(body)) + body + bytes(len(body) % 2)


def riff(*chunks: bytes) -> bytes:
    """A WebP of these chunks."""
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def picture() -> bytes:
    """The one chunk of a simple WebP."""
    return wide("WEBP")[12:]


def head(flags: int) -> bytes:
    """VP8X of a picture of 80 x 40."""
    size = (79).to_bytes(3, "little") + (39).to_bytes(3, "little")
    return chunk(b"VP8X", bytes((flags, 0, 0, 0)) + size)


def photo(orientation: int, start: bytes = b"") -> bytes:
    """A WebP as a phone makes it, with something of its own behind the end."""
    data = chunk(b"EXIF", start + exif(orientation)) + chunk(b"XMP ", PLACE) + chunk(b"MINE", PLACE)
    return riff(head(EXIF_FLAG | XMP_FLAG), picture(), data) + PLACE


def flags_of(webp: bytes) -> int:
    """What its VP8X says there is."""
    assert webp[12:16] == b"VP8X"
    return webp[20]


def test_a_webp_loses_what_the_camera_wrote_and_no_bit_of_the_picture() -> None:
    clean = without_camera_data(WEBP, photo(1))

    assert clean == riff(head(0), picture())
    assert same_pixels(clean, wide("WEBP"))


@pytest.mark.parametrize("start", [b"", b"Exif\x00\x00"])
@pytest.mark.parametrize("orientation", [2, 6, 8])
def test_a_webp_keeps_how_it_is_turned(orientation: int, start: bytes) -> None:
    clean = without_camera_data(WEBP, photo(orientation, start))

    assert PLACE not in clean
    assert flags_of(clean) == EXIF_FLAG
    assert without_camera_data(WEBP, clean) == clean
    assert struct.pack(">HHIH", 0x0112, 3, 1, orientation) in clean


def test_a_simple_webp_stays_as_it_is() -> None:
    assert without_camera_data(WEBP, wide("WEBP")) == wide("WEBP")


@given(st.binary(max_size=300), st.integers(0, 400))
def test_no_bytes_break_it_and_a_clean_webp_stays_as_it_is(data: bytes, at: int) -> None:
    whole = photo(6)
    place = at % len(whole)

    for damaged in (data, whole[:12] + data, whole[:place] + data + whole[place + len(data) :]):
        clean = without_camera_data(WEBP, damaged)
        assert len(clean) <= len(damaged) + 40
        assert without_camera_data(WEBP, clean) == clean


def test_a_chosen_webp_is_taken_without_what_its_camera_wrote(tmp_path: Path) -> None:
    path = tmp_path / "wound.webp"
    path.write_bytes(photo(1))

    taken = read_file(str(path), Limits(), Progress())

    assert isinstance(taken, Taken)
    assert taken.attachment.size == len(riff(head(0), picture()))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("wound.heic", bytes((0, 0, 0, 24)) + b"ftypheic" + bytes(4) + b"mif1heic" + PLACE),
        ("wound.tiff", b"II*\x00" + struct.pack("<I", 8) + PLACE),
    ],
)
def test_a_kind_from_which_it_is_not_taken_out_is_refused(
    tmp_path: Path, name: str, data: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(data)

    assert read_file(str(path), Limits(), Progress()) == Refused("camera")

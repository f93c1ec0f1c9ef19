"""What a camera writes beside a picture is not kept with an answer; the picture is, bit for bit."""

import base64
import struct
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QImage

from desktop.background.progress import Progress
from desktop.forms.form_parts import Limits
from desktop.forms.picture_data import without_camera_data
from desktop.views.editors.attachment_file import Taken, picture_in, read_file
from tests.views.editors.pictures import picture_bytes

PLACE = b"GPS 41.7658 N, serial 555-0100, owner Invented Name"
JPEG, PNG = "image/jpeg", "image/png"


def segment(marker: int, body: bytes) -> bytes:
    """One segment of a JPEG."""
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def exif(orientation: int, order: str = ">") -> bytes:
    """A TIFF structure with an orientation behind another entry, and a place after it."""
    head = b"MM" if order == ">" else b"II"
    entries = struct.pack(f"{order}HHII", 0x010F, 2, len(PLACE), 50)
    entries += struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0)
    start = head + struct.pack(f"{order}HIH", 42, 8, 2)
    return start + entries + bytes(4) + PLACE


def jpeg_parts() -> tuple[bytes, bytes]:
    """A wide JPEG in two parts, between which a camera writes."""
    whole = wide("JPEG")
    after_jfif = 4 + int.from_bytes(whole[4:6], "big")
    return whole[:after_jfif], whole[after_jfif:]


def wide(kind: str) -> bytes:
    """A picture twice as wide as high."""
    image = QImage.fromData(picture_bytes(80)).scaled(80, 40)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)
    return bytes(buffer.data().data())


def photo(orientation: int = 1, order: str = ">") -> bytes:
    """A JPEG as a phone makes it: Exif, XMP, IPTC, a maker's own, and a second picture behind."""
    start, rest = jpeg_parts()
    data = segment(0xE1, b"Exif\x00\x00" + exif(orientation, order))
    data += segment(0xE1, b"http://ns.adobe.com/xap/1.0/\x00" + PLACE)
    data += segment(0xED, b"Photoshop 3.0\x00" + PLACE) + segment(0xE2, b"MPF\x00" + PLACE)
    data += segment(0xE7, PLACE)
    return start + data + rest + start + segment(0xE1, b"Exif\x00\x00" + PLACE) + rest


def chunk(kind: bytes, body: bytes) -> bytes:
    """One chunk of a PNG."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", crc32(kind + body))


def png_with(*chunks: bytes) -> bytes:
    """A PNG with these chunks after its header."""
    whole = wide("PNG")
    return whole[:33] + b"".join(chunks) + whole[33:]


def same_pixels(one: bytes, other: bytes) -> bool:
    """Whether two files hold the same picture, however it is turned."""
    return QImage.fromData(one) == QImage.fromData(other)


@pytest.mark.parametrize("order", [">", "<"])
def test_a_photo_loses_what_the_camera_wrote_and_no_bit_of_the_picture(order: str) -> None:
    clean = without_camera_data(JPEG, photo(1, order))

    assert PLACE not in clean
    assert clean == b"".join(jpeg_parts())


@pytest.mark.parametrize("order", [">", "<"])
@pytest.mark.parametrize("orientation", range(2, 9))
def test_a_photo_stays_the_right_way_up(orientation: int, order: str) -> None:
    clean = without_camera_data(JPEG, photo(orientation, order))

    shown = picture_in(JPEG, base64.b64encode(clean).decode(), 80)
    assert PLACE not in clean
    assert same_pixels(clean, b"".join(jpeg_parts()))
    assert shown is not None
    assert shown.size() == (QSize(40, 80) if orientation > 4 else QSize(80, 40))


def test_what_says_how_colours_are_read_stays() -> None:
    start, rest = jpeg_parts()
    profile = segment(0xE2, b"ICC_PROFILE\x00\x01\x01" + bytes(64))
    adobe = segment(0xEE, b"Adobe" + bytes(7))
    whole = start + profile + adobe + rest

    assert without_camera_data(JPEG, whole) == whole


def test_what_stands_between_the_parts_of_a_photo_hides_nothing() -> None:
    start, rest = jpeg_parts()
    whole = start + PLACE + segment(0xE1, b"Exif\x00\x00" + PLACE) + rest

    assert without_camera_data(JPEG, whole) == start + rest


def test_cleaning_twice_is_cleaning_once() -> None:
    once = without_camera_data(JPEG, photo(6))

    assert without_camera_data(JPEG, once) == once


def test_a_png_loses_texts_exif_and_what_stands_behind_it() -> None:
    texts = [chunk(kind, b"Comment\x00" + PLACE) for kind in (b"tEXt", b"zTXt", b"iTXt")]
    whole = png_with(*texts, chunk(b"eXIf", exif(1)), chunk(b"tIME", bytes(7))) + PLACE

    clean = without_camera_data(PNG, whole)

    assert clean == wide("PNG")


def test_a_png_keeps_how_it_is_turned() -> None:
    clean = without_camera_data(PNG, png_with(chunk(b"eXIf", exif(6))))

    assert PLACE not in clean
    assert b"eXIf" in clean
    assert same_pixels(clean, wide("PNG"))
    assert without_camera_data(PNG, clean) == clean


@given(st.binary(max_size=400), st.integers(0, 400), st.sampled_from([JPEG, PNG]))
def test_no_bytes_break_it_and_a_clean_file_stays_as_it_is(data: bytes, at: int, kind: str) -> None:
    whole = photo(6) if kind == JPEG else png_with(chunk(b"eXIf", exif(6)))
    place = at % len(whole)

    for damaged in (data, whole[:2] + data, whole[:place] + data + whole[place + len(data) :]):
        clean = without_camera_data(kind, damaged)
        assert len(clean) <= len(damaged) + 40
        assert without_camera_data(kind, clean) == clean


@given(st.binary(max_size=200))
def test_files_of_other_kinds_stay_byte_for_byte(data: bytes) -> None:
    for kind in ("application/pdf", "image/gif", "image/heic", "text/plain", "video/mp4"):
        assert without_camera_data(kind, data) == data


@pytest.mark.parametrize(("name", "kind"), [("wound.jpg", JPEG), ("notes.txt", "text/plain")])
def test_a_chosen_file_is_taken_without_what_its_camera_wrote(
    tmp_path: Path, name: str, kind: str
) -> None:
    path = tmp_path / name
    path.write_bytes(photo(1) if kind == JPEG else PLACE)

    taken = read_file(str(path), Limits(), Progress())

    assert isinstance(taken, Taken)
    data = base64.b64decode(taken.attachment.data)
    assert (PLACE in data) is (kind != JPEG)
    assert taken.attachment.size == len(data)

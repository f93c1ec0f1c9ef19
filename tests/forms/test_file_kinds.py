"""What kind a file is: told by its content, held against its name."""

import pytest

from desktop.forms.file_kinds import HEAD_BYTES, is_same_kind, kind_of_content, named_kind

HEADS = {
    "image/png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "image/jpeg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00",
    "image/gif": b"GIF89a\x01\x00\x01\x00",
    "image/bmp": b"BM\x46\x00\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00\x28\x00\x00\x00",
    "image/webp": b"RIFF\x24\x00\x00\x00WEBPVP8 ",
    "image/tiff": b"II*\x00\x08\x00\x00\x00",
    "image/heic": b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00",
    "application/pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "application/rtf": b"{\\rtf1\\ansi",
    "audio/mpeg": b"ID3\x03\x00\x00\x00\x00\x00\x00",
    "audio/ogg": b"OggS\x00\x02",
    "audio/wav": b"RIFF\x24\x00\x00\x00WAVEfmt ",
    "audio/mp4": b"\x00\x00\x00\x20ftypM4A \x00\x00\x00\x00",
    "video/mp4": b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00",
    "text/plain": "Dijo: mañana a las nueve\r\n".encode(),
}


@pytest.mark.parametrize("kind", HEADS)
def test_a_kind_is_told_by_the_first_bytes(kind):
    assert kind_of_content(HEADS[kind]) == kind


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"MZ\x90\x00\x03\x00\x00\x00",
        b"\x7fELF\x02\x01\x01\x00",
        b"PK\x03\x04\x14\x00\x00\x00",
        b"BMxxxxxxxxxxxxxxxx" + bytes(4),
        b"RIFF\x24\x00\x00\x00AVI LIST",
        b"plain words and then\x00a zero",
        b"\xc3\x28 not UTF-8",
        bytes(range(256)),
    ],
)
def test_what_is_of_no_known_kind_is_said_to_be_none(head):
    assert kind_of_content(head) is None


def test_a_character_cut_in_two_by_the_end_of_the_head_is_still_text():
    text = ("a" * (HEAD_BYTES - 1) + "ñ").encode()

    assert kind_of_content(text[:HEAD_BYTES]) == "text/plain"
    assert kind_of_content("mañana".encode()[:3]) is None


def test_text_with_a_mark_of_its_own_is_text():
    assert kind_of_content("mañana".encode("utf-16")) == "text/plain"
    assert kind_of_content(b"\xef\xbb\xbfwords") == "text/plain"


@pytest.mark.parametrize(
    ("name", "kind"),
    [("A.PNG", "image/png"), ("a.jpeg", "image/jpeg"), ("a.b.csv", "text/csv"), ("a.exe", None)],
)
def test_an_ending_says_a_kind_or_nothing(name, kind):
    assert named_kind(name) == kind
    assert named_kind("png") is None


def test_only_a_kind_of_text_may_differ_from_the_content():
    assert is_same_kind("text/plain", "text/csv")
    assert not is_same_kind("image/png", "image/jpeg")
    assert not is_same_kind("application/pdf", "text/plain")

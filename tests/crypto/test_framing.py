"""Labels, framing and padding."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import BugError
from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.framing import (
    bucket_size,
    frame,
    number,
    pad,
    read_number,
    read_text,
    unframe,
    unpad,
)
from desktop.storage.crypto.labels import Label


def test_labels_are_unique_and_none_starts_another() -> None:
    labels = [member.octets for member in Label.__members__.values()]

    starts = [(one, other) for one, other in permutations(labels, 2) if other.startswith(one)]

    assert starts == []


def test_fields_that_join_alike_frame_differently() -> None:
    assert frame(b"a/b", b"c") != frame(b"a", b"b/c")
    assert frame(b"ab", b"") != frame(b"a", b"b")


@given(st.lists(st.binary(max_size=40), max_size=8))
def test_framed_fields_come_back(fields: list[bytes]) -> None:
    assert unframe(frame(*fields), len(fields)) == tuple(fields)


@given(st.lists(st.binary(max_size=20), min_size=1), st.lists(st.binary(max_size=20), min_size=1))
def test_two_lists_frame_alike_only_when_equal(one: list[bytes], other: list[bytes]) -> None:
    assert (frame(*one) == frame(*other)) == (one == other)


@given(st.binary(max_size=60))
def test_unframing_any_bytes_gives_fields_or_says_damaged(data: bytes) -> None:
    try:
        fields = unframe(data, 2)
    except Damaged:
        return

    assert frame(*fields) == data


@pytest.mark.parametrize(
    ("size", "bucket"),
    [
        (0, 512),
        (512, 512),
        (513, 1024),
        (1025, 2048),
        (32767, 32768),
        (32768, 32768),
        (32769, 65536),
        (65537, 98304),
    ],
)
def test_sizes_hide_in_buckets(size: int, bucket: int) -> None:
    assert bucket_size(size) == bucket


@given(st.binary(max_size=3000))
def test_padding_comes_off(plaintext: bytes) -> None:
    padded = pad(plaintext)

    assert unpad(padded) == plaintext
    assert len(padded) == bucket_size(len(plaintext) + 4)


def test_padding_that_was_not_made_here_is_refused() -> None:
    padded = pad(b"abc")
    wrong = [b"", padded[:-1], padded + b"\0", padded[:-1] + b"x", b"\xff" * 4 + padded[4:]]

    for each in wrong:
        with pytest.raises(Damaged):
            unpad(each)


def test_numbers_and_text_out_of_range_are_refused() -> None:
    with pytest.raises(BugError):
        number(-1)
    with pytest.raises(BugError):
        number(2**64)
    with pytest.raises(Damaged):
        read_number(b"\0")
    with pytest.raises(Damaged):
        read_text(b"\xff")

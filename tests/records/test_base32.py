"""The characters of printed codes, marks and references."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.base32 import ALPHABET, first_letters, grouped, plain


def test_no_two_characters_look_alike() -> None:
    assert len(set(ALPHABET)) == 32
    assert not set("ILOU") & set(ALPHABET)


@pytest.mark.parametrize(
    ("hashed", "count", "letters"),
    [
        (b"\x00" * 32, 12, "000000000000"),
        (b"\xff" * 32, 8, "ZZZZZZZZ"),
        (b"\x08\x42\x10\x84\x21" + b"\x00" * 27, 8, "11111111"),
        (b"\x00\x44\x32\x14\xc7" + b"\xff" * 27, 8, "01234567"),
    ],
)
def test_the_first_characters_of_a_hash_are_its_first_bits(
    hashed: bytes, count: int, letters: str
) -> None:
    assert first_letters(hashed, count) == letters


@given(st.binary(min_size=32, max_size=32), st.sampled_from([8, 12]))
def test_what_is_typed_from_paper_is_read_as_it_was_printed(hashed: bytes, count: int) -> None:
    letters = first_letters(hashed, count)

    assert len(letters) == count
    assert plain(grouped(letters).lower().replace("0", "o").replace("1", "l")) == letters

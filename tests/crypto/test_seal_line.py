"""Rows sealed in a line: the same bytes as one by one, bound to the same place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.errors import BugError
from desktop.storage.crypto.aead import CHUNK_BYTES, NONCE_BYTES, open_sealed, seal
from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.header import HEADER_BYTES
from desktop.storage.crypto.seal_line import SealLine
from desktop.storage.crypto.symmetric_key import SymmetricKey
from tests.crypto.parts import OTHER_VALUES, PLACE

KEY = SymmetricKey(bytes(range(32)))
OTHER_KEY = SymmetricKey(bytes(range(1, 33)))
LINE = SealLine.of(replace(PLACE, revision=0, previous_hash=b""), KEY)
NUMBERS = st.integers(1, 2**64 - 1)
HASHES = st.binary(min_size=32, max_size=32)


@given(NUMBERS, HASHES, st.binary(max_size=2000))
def test_a_row_of_a_line_opens_at_its_place(number: int, before: bytes, plaintext: bytes) -> None:
    sealed = LINE.seal(KEY, number, before, plaintext)

    place = replace(PLACE, revision=number, previous_hash=before)
    assert open_sealed(KEY, place, sealed) == plaintext
    assert sealed[:HEADER_BYTES] == seal(KEY, place, plaintext)[:HEADER_BYTES]


@pytest.mark.parametrize("size", [0, 508, 509, CHUNK_BYTES - 4, CHUNK_BYTES - 3, CHUNK_BYTES + 5])
def test_every_length_is_padded_and_cut_as_by_itself(size: int) -> None:
    plaintext = b"x" * size
    sealed = LINE.seal(KEY, 7, PLACE.previous_hash, plaintext)

    assert open_sealed(KEY, PLACE, sealed) == plaintext
    assert len(sealed) == len(seal(KEY, PLACE, plaintext))


@pytest.mark.parametrize("field", OTHER_VALUES)
def test_a_row_of_a_line_opens_nowhere_else(field: str) -> None:
    sealed = LINE.seal(KEY, 7, PLACE.previous_hash, b"invented answer")

    with pytest.raises(Damaged):
        open_sealed(KEY, replace(PLACE, **{field: OTHER_VALUES[field]}), sealed)


def test_each_row_has_a_nonce_of_its_own() -> None:
    rows = [LINE.seal(KEY, 7, PLACE.previous_hash, b"the same") for _ in range(1000)]

    assert len({row[HEADER_BYTES : HEADER_BYTES + NONCE_BYTES] for row in rows}) == 1000


def test_a_line_takes_no_other_key_and_no_row_without_a_row_before() -> None:
    with pytest.raises(BugError):
        LINE.seal(OTHER_KEY, 7, PLACE.previous_hash, b"x")
    with pytest.raises(BugError):
        LINE.seal(KEY, 7, b"", b"x")

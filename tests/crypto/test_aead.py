"""Sealing records: bound to place and key, padded, in chunks, every change found."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.errors import BugError, KnownError
from desktop.storage.crypto.aead import (
    CHUNK_BYTES,
    NONCE_BYTES,
    TAG_BYTES,
    open_sealed,
    seal,
)
from desktop.storage.crypto.failures import Damaged, NewerVersion, UnknownSuite, WrongKey
from desktop.storage.crypto.header import HEADER_BYTES, Header, Suite
from desktop.storage.crypto.keywrap import unwrap_key, wrap_key
from desktop.storage.crypto.labels import Label
from desktop.storage.crypto.symmetric_key import SymmetricKey
from tests.crypto.parts import OTHER_VALUES, PLACE, one_byte_changes

KEY = SymmetricKey(bytes(range(32)))
OTHER_KEY = SymmetricKey(bytes(range(1, 33)))
SEALED_CHUNK = NONCE_BYTES + CHUNK_BYTES + TAG_BYTES


@given(st.binary(max_size=5000))
def test_what_was_sealed_opens(plaintext: bytes) -> None:
    assert open_sealed(KEY, PLACE, seal(KEY, PLACE, plaintext)) == plaintext


def test_every_changed_byte_of_a_sealed_record_is_found() -> None:
    sealed = seal(KEY, PLACE, b"invented answer")

    for changed in one_byte_changes(sealed):
        with pytest.raises(KnownError):
            open_sealed(KEY, PLACE, changed)


@pytest.mark.parametrize("field", OTHER_VALUES)
def test_a_record_moved_to_another_place_does_not_open(field: str) -> None:
    sealed = seal(KEY, PLACE, b"invented answer")

    with pytest.raises(Damaged):
        open_sealed(KEY, replace(PLACE, **{field: OTHER_VALUES[field]}), sealed)


def test_a_wrong_key_is_told_from_damage() -> None:
    sealed = seal(KEY, PLACE, b"invented answer")

    with pytest.raises(WrongKey) as wrong_key:
        open_sealed(OTHER_KEY, PLACE, sealed)
    with pytest.raises(Damaged) as damaged:
        open_sealed(KEY, PLACE, sealed[:-1] + bytes((sealed[-1] ^ 1,)))

    assert wrong_key.value.message_id != damaged.value.message_id


def test_a_newer_version_and_an_unknown_suite_are_named() -> None:
    sealed = seal(KEY, PLACE, b"invented answer")

    with pytest.raises(NewerVersion):
        open_sealed(KEY, PLACE, b"\x02" + sealed[1:])
    with pytest.raises(UnknownSuite):
        open_sealed(KEY, PLACE, sealed[:1] + b"\xfe" + sealed[2:])


def test_fields_that_join_alike_are_different_places() -> None:
    header = Header(Suite.AES_256_GCM, KEY.key_id)
    one = replace(PLACE, patient_id="a/b", record_id="c")
    other = replace(PLACE, patient_id="a", record_id="b/c")

    assert one.bind(Label.RECORD, header) != other.bind(Label.RECORD, header)


@pytest.mark.parametrize("size", [CHUNK_BYTES - 4, CHUNK_BYTES - 3, CHUNK_BYTES, 3 * CHUNK_BYTES])
def test_long_plaintext_round_trips_in_chunks(size: int) -> None:
    plaintext = os.urandom(size)

    sealed = seal(KEY, PLACE, plaintext)

    assert open_sealed(KEY, PLACE, sealed) == plaintext
    assert (sealed[1] == Suite.AES_256_GCM_CHUNKED) == (size > CHUNK_BYTES - 4)


def test_chunks_cannot_be_dropped_swapped_repeated_or_relabelled() -> None:
    sealed = seal(KEY, PLACE, os.urandom(2 * CHUNK_BYTES + 5))
    start = HEADER_BYTES + 4
    head, body = sealed[:HEADER_BYTES], sealed[start:]
    first, second, third = body[:SEALED_CHUNK], body[SEALED_CHUNK : 2 * SEALED_CHUNK], b""
    third = body[2 * SEALED_CHUNK :]
    forgeries = [
        head + (2).to_bytes(4, "big") + first + second,
        head + (3).to_bytes(4, "big") + second + first + third,
        head + (4).to_bytes(4, "big") + first + first + second + third,
        head + (3).to_bytes(4, "big") + first + second,
        head + (0).to_bytes(4, "big"),
        head,
    ]

    for forged in forgeries:
        with pytest.raises(Damaged):
            open_sealed(KEY, PLACE, forged)


def test_the_sealed_size_tells_only_the_bucket() -> None:
    assert len(seal(KEY, PLACE, b"x")) == len(seal(KEY, PLACE, b"x" * 500))


def test_a_wrapped_key_comes_back_and_every_changed_byte_is_found() -> None:
    wrapped = wrap_key(KEY, PLACE, OTHER_KEY)

    assert unwrap_key(KEY, PLACE, wrapped) == OTHER_KEY
    assert len(wrapped) == 78
    for changed in one_byte_changes(wrapped):
        with pytest.raises(KnownError):
            unwrap_key(KEY, PLACE, changed)


@pytest.mark.parametrize("field", OTHER_VALUES)
def test_a_wrapped_key_moved_to_another_place_does_not_open(field: str) -> None:
    wrapped = wrap_key(KEY, PLACE, OTHER_KEY)

    with pytest.raises(Damaged):
        unwrap_key(KEY, replace(PLACE, **{field: OTHER_VALUES[field]}), wrapped)


def test_a_wrapped_key_does_not_open_as_a_record() -> None:
    with pytest.raises(Damaged):
        open_sealed(KEY, PLACE, wrap_key(KEY, PLACE, OTHER_KEY))


def test_a_key_never_shows_itself() -> None:
    assert KEY.material.hex() not in repr(KEY)
    assert repr(KEY.material) not in repr(KEY)


def test_keys_and_places_of_the_wrong_size_are_our_bug() -> None:
    with pytest.raises(BugError):
        SymmetricKey(b"short")
    with pytest.raises(BugError):
        replace(PLACE, previous_hash=b"short")
    with pytest.raises(BugError):
        Header(Suite.AES_256_GCM, b"short")


def _nonces_repeat(seals: int) -> bool:
    nonce = slice(HEADER_BYTES, HEADER_BYTES + NONCE_BYTES)
    return len({seal(KEY, PLACE, b"")[nonce] for _ in range(seals)}) != seals


def test_twenty_thousand_seals_use_as_many_nonces() -> None:
    assert not _nonces_repeat(20_000)


@pytest.mark.long
def test_a_million_seals_use_a_million_nonces() -> None:
    assert not _nonces_repeat(1_000_000)


def test_a_nonce_that_repeats_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.storage.crypto.aead.os.urandom", bytes)

    assert _nonces_repeat(2)

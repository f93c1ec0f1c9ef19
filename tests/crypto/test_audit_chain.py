"""The audit chain: edits, gaps, additions, order, cut ends and roll-back."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import BugError, KnownError
from desktop.storage.crypto.audit_chain import (
    GENESIS,
    ChainEntry,
    ChainHead,
    ChainPlace,
    Checkpoint,
    next_hash,
    reaches,
    read_checkpoint,
    sign_checkpoint,
    verify_chain,
)
from desktop.storage.crypto.certificates import ROOT
from desktop.storage.crypto.failures import Damaged, NotTrusted
from desktop.storage.crypto.signing import SigningKey
from desktop.storage.crypto.trust_book import TrustBook
from tests.crypto.parts import one_byte_changes

PLACE = ChainPlace("hospital-1", "workstation-1")
SIGNER = SigningKey(bytes(range(32)))
BOOK = TrustBook("hospital-1", SIGNER.verify_key, {})


def chain_of(*bodies: bytes, place: ChainPlace = PLACE) -> list[ChainEntry]:
    entries: list[ChainEntry] = []
    previous = GENESIS
    for index, body in enumerate(bodies, start=1):
        previous = next_hash(place, index, previous, body)
        entries.append(ChainEntry(index, body, previous))
    return entries


CHAIN = chain_of(b"one", b"two", b"three", b"four")
CHECKPOINT = Checkpoint(
    place=PLACE,
    head=ChainHead(4, CHAIN[-1].entry_hash),
    signer_id=ROOT,
    made_at=datetime(2026, 3, 14, 14, 5, tzinfo=UTC),
)


@given(st.lists(st.binary(max_size=30), max_size=20))
def test_an_untouched_chain_fits(bodies: list[bytes]) -> None:
    assert verify_chain(PLACE, chain_of(*bodies)) is None


@pytest.mark.parametrize("at", range(4))
def test_an_edited_entry_is_named(at: int) -> None:
    edited = list(CHAIN)
    edited[at] = replace(CHAIN[at], ciphertext=b"edited")

    assert verify_chain(PLACE, edited) == at + 1


@pytest.mark.parametrize("at", range(3))
def test_a_deleted_a_repeated_and_a_swapped_entry_are_named(at: int) -> None:
    deleted = CHAIN[:at] + CHAIN[at + 1 :]
    repeated = CHAIN[: at + 1] + CHAIN[at:]
    swapped = [*CHAIN[:at], CHAIN[at + 1], CHAIN[at], *CHAIN[at + 2 :]]

    assert verify_chain(PLACE, deleted) == at + 1
    assert verify_chain(PLACE, repeated) == at + 2
    assert verify_chain(PLACE, swapped) == at + 1


def test_a_chain_of_another_workstation_or_hospital_does_not_fit() -> None:
    assert verify_chain(ChainPlace("hospital-1", "workstation-2"), CHAIN) == 1
    assert verify_chain(ChainPlace("hospital-2", "workstation-1"), CHAIN) == 1


def test_a_renumbered_and_rehashed_tail_still_misses_the_checkpoint() -> None:
    forged = chain_of(b"one", b"two", b"other", b"four")

    hashes = {entry.index: entry.entry_hash for entry in forged}

    assert verify_chain(PLACE, forged) is None
    assert not reaches(CHECKPOINT.head, hashes.get)


def test_a_cut_off_chain_does_not_reach_its_anchor() -> None:
    hashes = {entry.index: entry.entry_hash for entry in CHAIN[:3]}

    assert verify_chain(PLACE, CHAIN[:3]) is None
    assert not reaches(CHECKPOINT.head, hashes.get)


def test_a_chain_that_grew_reaches_its_anchor() -> None:
    longer = chain_of(b"one", b"two", b"three", b"four", b"five")
    hashes = {entry.index: entry.entry_hash for entry in longer}

    assert reaches(CHECKPOINT.head, hashes.get)
    assert reaches(ChainHead(0, GENESIS), {}.get)


def test_a_checkpoint_reads_back_and_every_changed_byte_is_found() -> None:
    stored = sign_checkpoint(CHECKPOINT, SIGNER)

    assert read_checkpoint(stored, BOOK, PLACE) == CHECKPOINT
    for changed in one_byte_changes(stored):
        with pytest.raises(KnownError):
            read_checkpoint(changed, BOOK, PLACE)


def test_a_checkpoint_of_a_stranger_or_another_place_is_refused() -> None:
    stranger = sign_checkpoint(replace(CHECKPOINT, signer_id="stranger"), SIGNER)
    stored = sign_checkpoint(CHECKPOINT, SIGNER)

    with pytest.raises(NotTrusted):
        read_checkpoint(stranger, BOOK, PLACE)
    with pytest.raises(Damaged):
        read_checkpoint(stored, BOOK, ChainPlace("hospital-1", "workstation-2"))


def test_a_checkpoint_without_a_time_zone_is_our_bug() -> None:
    naive = datetime(2026, 3, 14)  # noqa: DTZ001 - the refused case itself

    with pytest.raises(BugError):
        sign_checkpoint(replace(CHECKPOINT, made_at=naive), SIGNER)

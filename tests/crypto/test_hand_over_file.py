"""The file between two workstations: every byte counts, and it opens at one place only."""

from dataclasses import replace

import pytest

from desktop.errors import KnownError
from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.hand_over_file import MAGIC, LetterKind, Passage, read_passage
from desktop.storage.crypto.hpke_wrap import KeyPair
from desktop.storage.crypto.signing import SigningKey

PASSAGE = Passage("h" * 32, "1" * 32, "2" * 32, LetterKind.CASE)
PAIR, SIGNER = KeyPair(b"\x07" * 32), SigningKey(b"\x09" * 32)
BODY = b"sealed rows of an invented case"


def sealed() -> bytes:
    return PASSAGE.seal(PAIR.public, "s" * 32, SIGNER, BODY)


def test_what_was_sealed_opens_for_the_receiver_and_names_its_signer() -> None:
    content = sealed()

    letter = read_passage(content, PASSAGE.hospital).open(PAIR, content)

    PASSAGE.check(letter, SIGNER.verify_key)
    assert (letter.body, letter.signer_id) == (BODY, "s" * 32)
    assert BODY not in content


def test_every_changed_byte_is_refused() -> None:
    content = sealed()

    for at in range(len(content)):
        changed = bytearray(content)
        changed[at] ^= 1
        with pytest.raises(KnownError):
            read_passage(bytes(changed), PASSAGE.hospital).open(PAIR, bytes(changed))


def test_a_cut_or_longer_file_is_refused() -> None:
    content = sealed()

    for changed in (*(content[:at] for at in range(len(content))), content + b"\0", b""):
        with pytest.raises(KnownError):
            read_passage(changed, PASSAGE.hospital).open(PAIR, changed)


@pytest.mark.parametrize(
    "other",
    [
        replace(PASSAGE, hospital="x" * 32),
        replace(PASSAGE, sender="3" * 32),
        replace(PASSAGE, receiver="3" * 32),
        replace(PASSAGE, kind=LetterKind.RECEIPT),
    ],
    ids=["hospital", "sender", "receiver", "kind"],
)
def test_it_opens_and_holds_for_one_passage_only(other: Passage) -> None:
    content = sealed()
    letter = PASSAGE.open(PAIR, content)

    with pytest.raises(Damaged):
        other.open(PAIR, content)
    with pytest.raises(Damaged):
        other.check(letter, SIGNER.verify_key)


def test_another_workstation_and_another_signer_are_told_apart() -> None:
    content = sealed()

    with pytest.raises(KnownError) as caught:
        PASSAGE.open(KeyPair(b"\x08" * 32), content)
    with pytest.raises(Damaged):
        PASSAGE.check(PASSAGE.open(PAIR, content), SigningKey(b"\x01" * 32).verify_key)

    assert caught.value.message_id == "store.wrong-key"


@pytest.mark.parametrize(
    ("content", "message_id"),
    [
        (b"", "hand-over.not-a-file"),
        (b"%PDF-1.7", "hand-over.not-a-file"),
        (MAGIC.replace(b"1\n", b"2\n") + b"later", "hand-over.newer-file"),
        (MAGIC + b"\0\0", "hand-over.damaged"),
    ],
)
def test_what_is_no_such_file_is_said(content: bytes, message_id: str) -> None:
    with pytest.raises(KnownError) as caught:
        read_passage(content, PASSAGE.hospital)

    assert caught.value.message_id == message_id

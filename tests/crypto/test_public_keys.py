"""HPKE sealing and Ed25519 signing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.errors import BugError, KnownError
from desktop.storage.crypto.failures import Damaged, WrongKey
from desktop.storage.crypto.hpke_wrap import (
    KeyPair,
    PublicKey,
    open_from,
    open_secret_from,
    seal_secret_to,
    seal_to,
)
from desktop.storage.crypto.identity import Identity
from desktop.storage.crypto.labels import Label
from desktop.storage.crypto.signing import SigningKey, VerifyKey, sign, verify
from tests.crypto.parts import OTHER_VALUES, PLACE, one_byte_changes

PAIR = KeyPair(bytes(range(32)))
SIGNER = SigningKey(bytes(range(32)))


@settings(max_examples=30)
@given(st.binary(max_size=2000))
def test_what_was_sealed_to_a_key_opens_with_its_private_half(plaintext: bytes) -> None:
    assert open_from(PAIR, PLACE, seal_to(PAIR.public, PLACE, plaintext)) == plaintext


def test_every_changed_byte_of_a_secret_sealed_to_a_key_is_found() -> None:
    sealed = seal_secret_to(PAIR.public, PLACE, bytes(32))

    assert open_secret_from(PAIR, PLACE, sealed) == bytes(32)
    for changed in one_byte_changes(sealed):
        with pytest.raises(KnownError):
            open_secret_from(PAIR, PLACE, changed)


@pytest.mark.parametrize("field", OTHER_VALUES)
def test_a_secret_moved_to_another_place_does_not_open(field: str) -> None:
    sealed = seal_secret_to(PAIR.public, PLACE, bytes(32))

    with pytest.raises(Damaged):
        open_secret_from(PAIR, replace(PLACE, **{field: OTHER_VALUES[field]}), sealed)


def test_someone_elses_private_key_is_a_wrong_key() -> None:
    sealed = seal_to(PAIR.public, PLACE, b"for another")

    with pytest.raises(WrongKey):
        open_from(KeyPair.generate(), PLACE, sealed)


def test_a_padded_thing_does_not_open_as_a_bare_secret() -> None:
    with pytest.raises(Damaged):
        open_secret_from(PAIR, PLACE, seal_to(PAIR.public, PLACE, bytes(32)))


def test_a_public_key_of_low_order_is_refused() -> None:
    with pytest.raises(Damaged):
        seal_to(PublicKey(bytes(32)), PLACE, b"x")


def test_a_signature_holds_for_exactly_one_use_place_and_content() -> None:
    data = b"exact bytes"
    signature = sign(SIGNER, Label.SIGN_OFF, (b"a/b", b"c"), data)
    key = SIGNER.verify_key

    verify(key, Label.SIGN_OFF, (b"a/b", b"c"), data, signature)
    for wrong in (
        (key, Label.GRANT, (b"a/b", b"c"), data),
        (key, Label.SIGN_OFF, (b"a", b"b/c"), data),
        (key, Label.SIGN_OFF, (b"a/b", b"c"), data + b"\0"),
        (SigningKey.generate().verify_key, Label.SIGN_OFF, (b"a/b", b"c"), data),
    ):
        with pytest.raises(Damaged):
            verify(*wrong, signature)


def test_every_changed_byte_of_a_signature_is_found() -> None:
    signature = sign(SIGNER, Label.SIGN_OFF, (), b"data")

    for changed in one_byte_changes(signature):
        with pytest.raises(Damaged):
            verify(SIGNER.verify_key, Label.SIGN_OFF, (), b"data", changed)


def test_private_keys_never_show_themselves() -> None:
    identity = Identity(PAIR, SIGNER)

    for shown in (repr(identity), repr(PAIR), repr(SIGNER)):
        assert repr(PAIR.private)[2:12] not in shown
        assert PAIR.private.hex() not in shown


def test_an_identity_comes_back_and_other_lengths_are_refused() -> None:
    identity = Identity.generate()

    assert Identity.decode(identity.encode()) == identity
    with pytest.raises(Damaged):
        Identity.decode(identity.encode()[:-1])


def test_keys_of_the_wrong_length_are_refused() -> None:
    for wrong in (PublicKey, VerifyKey):
        with pytest.raises(Damaged):
            wrong(b"short")
    for bug in (KeyPair, SigningKey):
        with pytest.raises(BugError):
            bug(b"short")

"""The site secret of a workstation and its keyring entries."""

from dataclasses import replace

import pytest

from desktop.errors import BugError, KnownError
from desktop.storage.crypto.audit_chain import ChainHead
from desktop.storage.crypto.hpke_wrap import KeyPair
from desktop.storage.crypto.keyring_port import SELF_TEST_NAME, StoreKeyring, check_keyring
from desktop.storage.crypto.site_secret import SiteSecret
from desktop.storage.crypto.workstation_secret import WorkstationPlace
from tests.crypto.parts import CHEAP, HOSPITAL, one_byte_changes
from tests.support.fake_keyring import FakeKeyring

PLACE = WorkstationPlace(HOSPITAL, "workstation-1", 1)
SECRET = SiteSecret(1, bytes(range(32)))
DEVICE = KeyPair(bytes(range(1, 33)))
PHRASE = "kettle ragged umbrella violet"
STORE_ID = "e" * 32
ELSEWHERE = [
    replace(PLACE, hospital="hospital-2"),
    replace(PLACE, workstation="workstation-2"),
    replace(PLACE, epoch=2),
]


def test_the_device_key_opens_the_site_secret() -> None:
    sealed = PLACE.seal_to_device(SECRET, DEVICE.public)

    assert PLACE.open_with_device(sealed, DEVICE) == SECRET
    assert repr(SECRET.material) not in repr(SECRET)
    assert SiteSecret.generate(1) != SiteSecret.generate(1)


def test_another_device_key_is_told_from_damage() -> None:
    sealed = PLACE.seal_to_device(SECRET, DEVICE.public)

    with pytest.raises(KnownError) as changed_key:
        PLACE.open_with_device(sealed, KeyPair.generate())

    assert changed_key.value.message_id == "keyring.changed"
    for changed in one_byte_changes(sealed):
        with pytest.raises(KnownError):
            PLACE.open_with_device(changed, DEVICE)


def test_the_passphrase_opens_the_site_secret() -> None:
    sealed = PLACE.seal_with_passphrase(SECRET, PHRASE, CHEAP, allow_weak=True)

    assert PLACE.open_with_passphrase(sealed, PHRASE, allow_weak=True) == SECRET


def test_a_wrong_passphrase_is_told_from_damage() -> None:
    sealed = PLACE.seal_with_passphrase(SECRET, PHRASE, CHEAP, allow_weak=True)

    with pytest.raises(KnownError) as wrong:
        PLACE.open_with_passphrase(sealed, PHRASE + "x", allow_weak=True)
    said = set()
    for changed in one_byte_changes(sealed):
        with pytest.raises(KnownError) as refused:
            PLACE.open_with_passphrase(changed, PHRASE, allow_weak=True)
        said.add(refused.value.message_id)

    assert wrong.value.message_id == "workstation.wrong-passphrase"
    assert said == {"store.damaged", "store.newer-version", "store.unknown-suite"}


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
def test_a_site_secret_moved_elsewhere_does_not_open(elsewhere: WorkstationPlace) -> None:
    to_device = PLACE.seal_to_device(SECRET, DEVICE.public)
    with_phrase = PLACE.seal_with_passphrase(SECRET, PHRASE, CHEAP, allow_weak=True)

    with pytest.raises(KnownError):
        elsewhere.open_with_device(to_device, DEVICE)
    with pytest.raises(KnownError):
        elsewhere.open_with_passphrase(with_phrase, PHRASE, allow_weak=True)


def test_a_site_secret_of_the_wrong_size_is_our_bug() -> None:
    with pytest.raises(BugError):
        SiteSecret(1, b"short")


def test_the_fake_keyring_keeps_locks_and_forgets_as_told() -> None:
    keyring = FakeKeyring()
    keyring.set("a", "1")

    assert keyring.get("a") == "1"
    keyring.delete("a")
    keyring.delete("a")
    assert keyring.get("a") is None
    null = FakeKeyring(is_null=True)
    null.set("a", "1")
    assert null.get("a") is None
    with pytest.raises(KnownError):
        FakeKeyring(is_locked=True).get("a")


def test_a_keyring_that_keeps_is_taken_and_left_clean() -> None:
    keyring = FakeKeyring()

    check_keyring(keyring)

    assert SELF_TEST_NAME not in keyring.entries


def test_a_keyring_that_keeps_nothing_is_refused() -> None:
    with pytest.raises(KnownError) as refused:
        check_keyring(FakeKeyring(is_null=True))

    assert refused.value.message_id == "keyring.not-keeping"


def test_a_device_key_is_made_once_and_found_again() -> None:
    store = StoreKeyring(FakeKeyring(), STORE_ID)

    made = store.make_device_key()

    assert store.device_key() == made
    with pytest.raises(KnownError) as refused:
        store.make_device_key()
    assert refused.value.message_id == "keyring.entry-exists"


def test_a_device_key_that_is_gone_or_broken_is_named_and_not_replaced() -> None:
    keyring = FakeKeyring()
    store = StoreKeyring(keyring, STORE_ID)

    with pytest.raises(KnownError) as gone:
        store.device_key()
    assert gone.value.message_id == "keyring.entry-gone"
    for broken in ("not base64!", "AAAA", "\u00f1"):
        keyring.set(f"{STORE_ID}/device-key", broken)
        with pytest.raises(KnownError) as damaged:
            store.device_key()
        assert damaged.value.message_id == "keyring.entry-damaged"


def test_a_null_keyring_gets_no_device_key() -> None:
    with pytest.raises(KnownError):
        StoreKeyring(FakeKeyring(is_null=True), STORE_ID).make_device_key()


def test_an_anchor_is_kept_beside_the_key_and_forgotten_with_it() -> None:
    keyring = FakeKeyring()
    store = StoreKeyring(keyring, STORE_ID)
    head = ChainHead(12, bytes(range(32)))

    assert store.anchor() is None
    store.keep_anchor(head)
    assert store.anchor() == head
    store.make_device_key()
    assert all(len(value) < 1000 for value in keyring.entries.values())
    store.forget()
    assert keyring.entries == {}


@pytest.mark.parametrize(
    "broken",
    ["", f"{STORE_ID}:x:00", f"{STORE_ID}:1:00", f"{'f' * 32}:1:{'00' * 32}", f"{STORE_ID}:-1:"],
)
def test_a_broken_anchor_is_named(broken: str) -> None:
    keyring = FakeKeyring()
    keyring.set(f"{STORE_ID}/anchor", broken)

    with pytest.raises(KnownError) as refused:
        StoreKeyring(keyring, STORE_ID).anchor()

    assert refused.value.message_id == "keyring.entry-damaged"

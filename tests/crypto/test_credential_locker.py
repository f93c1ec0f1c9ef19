"""The real credential store of Windows: what it keeps, for how far, and that it forgets."""

import sys
from collections.abc import Iterator

import pytest

from desktop.storage.crypto.keyring_port import Keyring, StoreKeyring, check_keyring
from desktop.storage.crypto.system_keyring import system_keyring

pytestmark = pytest.mark.skipif(sys.platform != "win32", reason="Windows alone has it")
STORE = "f0" * 16
ON_THIS_COMPUTER = 2
"""CRED_PERSIST_LOCAL_MACHINE of CREDENTIALW: not carried along by a roaming profile."""


@pytest.fixture
def keyring() -> Iterator[Keyring]:
    """The keyring of this computer, with nothing of the test's store left in it."""
    found = system_keyring()
    yield found
    StoreKeyring(found, STORE).forget()


def persistence_of(entry: str) -> int:
    """How far Windows carries what it keeps under that name."""
    from win32ctypes.pywin32 import win32cred

    generic = 1  # CRED_TYPE_GENERIC
    return int(win32cred.CredRead(Type=generic, TargetName=entry)["Persist"])


def test_a_device_key_is_kept_on_this_computer_until_it_is_forgotten(keyring: Keyring) -> None:
    check_keyring(keyring)
    store = StoreKeyring(keyring, STORE)

    made = store.make_device_key()

    assert StoreKeyring(system_keyring(), STORE).device_key() == made
    assert persistence_of(f"firstlight/{STORE}/device-key") == ON_THIS_COMPUTER
    store.forget()
    assert keyring.get(f"{STORE}/device-key") is None


def test_a_second_value_takes_the_place_of_the_first(keyring: Keyring) -> None:
    name = f"{STORE}/anchor"
    keyring.set(name, "one")

    keyring.set(name, "two, and with an é")

    assert keyring.get(name) == "two, and with an é"
    keyring.delete(name)
    assert keyring.get(name) is None

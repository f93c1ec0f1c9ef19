"""Which keyring is taken on which system: one named class each, and never another instead."""

from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.storage.crypto.system_keyring import system_keyring
from tests.support.keyring_session import on_linux, run

ON_WINDOWS = """
from tests.support.fake_windows import LOCAL_MACHINE, install
credentials = install()
from desktop.storage.crypto.keyring_port import StoreKeyring, check_keyring
from desktop.storage.crypto.system_keyring import system_keyring
keyring = system_keyring("win32")
check_keyring(keyring)
store = StoreKeyring(keyring, "e" * 32)
made = store.make_device_key()
assert store.device_key() == made
keyring.set("twice", "one")
keyring.set("twice", "two")
assert keyring.get("twice") == "two"
print(type(keyring.backend).__name__)
print({one["Persist"] for one in credentials.kept.values()} == {LOCAL_MACHINE})
keyring.delete("twice")
store.forget()
print(len(credentials.kept))
"""
ON_A_MAC = """
import platform, sys
from types import ModuleType
api = ModuleType("keyring.backends.macOS.api")
kept = {}
class Error(Exception): pass
class NotFound(Error): pass
class KeychainDenied(Error): pass
def find(keychain, service, name):
    if (service, name) not in kept:
        raise NotFound
    if kept[service, name] == "closed":
        raise KeychainDenied
    return kept[service, name]
vars(api).update(
    Error=Error, NotFound=NotFound, KeychainDenied=KeychainDenied, find_generic_password=find,
    set_generic_password=lambda _, service, name, text: kept.update({(service, name): text}),
    delete_generic_password=lambda _, service, name: kept.pop((service, name)),
)
sys.modules[api.__name__] = api
platform.system = lambda: "Darwin"
from desktop.errors import KnownError
from desktop.storage.crypto.keyring_port import check_keyring
from desktop.storage.crypto.system_keyring import system_keyring
keyring = system_keyring("darwin")
check_keyring(keyring)
print(type(keyring.backend).__module__, len(kept))
keyring.set("device", "closed")
try:
    keyring.get("device")
except KnownError as error:
    print(error.message_id)
"""


def test_windows_keeps_the_key_on_this_computer_only(tmp_path: Path) -> None:
    assert run(tmp_path, ON_WINDOWS).split() == ["WinVaultKeyring", "True", "0"]


def test_a_mac_uses_its_keychain_and_says_when_it_is_locked(tmp_path: Path) -> None:
    said = run(tmp_path, ON_A_MAC).split()

    assert said == ["keyring.backends.macOS", "0", "keyring.locked"]


@on_linux
@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_the_keyring_of_another_system_is_unavailable_here(platform: str) -> None:
    with pytest.raises(KnownError) as caught:
        system_keyring(platform)

    assert caught.value.message_id == "keyring.unavailable"

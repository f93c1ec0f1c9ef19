"""The real keyring of this computer, in a session and a home of the test's own."""

from pathlib import Path

from tests.support.keyring_session import on_linux, run, session_with, with_a_daemon

KEEP_A_KEY = """
from desktop.storage.crypto.keyring_port import StoreKeyring, check_keyring
from desktop.storage.crypto.system_keyring import system_keyring
keyring = system_keyring()
check_keyring(keyring)
store = StoreKeyring(keyring, "e" * 32)
made = store.make_device_key()
assert StoreKeyring(system_keyring(), "e" * 32).device_key() == made
store.forget()
store.forget()
assert keyring.get("e" * 32 + "/device-key") is None
print("kept")
"""
SAY_WHAT_FAILS = """
from desktop.errors import KnownError
from desktop.storage.crypto.keyring_port import check_keyring
from desktop.storage.crypto.system_keyring import system_keyring
try:
    check_keyring(system_keyring())
    print("works")
except KnownError as error:
    print(error.message_id)
"""


@on_linux
@with_a_daemon
def test_the_real_secret_service_keeps_a_device_key(tmp_path: Path) -> None:
    said = run(tmp_path, KEEP_A_KEY, *session_with("first password"))

    assert said == "kept"


@on_linux
@with_a_daemon
def test_a_keyring_opened_with_a_wrong_password_is_said_to_be_locked(tmp_path: Path) -> None:
    first = run(tmp_path, SAY_WHAT_FAILS, *session_with("first password"))

    second = run(tmp_path, SAY_WHAT_FAILS, *session_with("another password"))

    assert (first, second) == ("works", "keyring.locked")


@on_linux
def test_a_computer_without_a_session_has_no_keyring_and_no_fallback(tmp_path: Path) -> None:
    assert run(tmp_path, SAY_WHAT_FAILS) == "keyring.unavailable"

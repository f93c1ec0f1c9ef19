"""The real keyring of this computer, in a session and a home of the test's own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

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
REPOSITORY = Path(__file__).resolve().parents[2]
HIDDEN = (
    "DBUS_SESSION_BUS_ADDRESS",
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "GNOME_KEYRING_CONTROL",
    "XDG_RUNTIME_DIR",
)
on_linux = pytest.mark.skipif(
    sys.platform != "linux", reason="the Secret Service exists on Linux only"
)
with_a_daemon = pytest.mark.skipif(
    not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")),
    reason="gnome-keyring-daemon and dbus-run-session are not installed",
)


def run(home: Path, program: str, *wrapper: str) -> str:
    """Run a small program with its own home and without the tester's session."""
    environment = {name: value for name, value in os.environ.items() if name not in HIDDEN}
    environment |= {"HOME": str(home), "PYTHONPATH": str(REPOSITORY)}
    environment |= {"XDG_DATA_HOME": str(home / "data"), "XDG_CONFIG_HOME": str(home / "config")}
    done = subprocess.run(
        [*wrapper, sys.executable, "-c", program],
        env=environment,
        cwd=home,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.stdout.strip() or done.stderr


def session_with(password: str) -> tuple[str, ...]:
    """The start of a command line that runs the rest beside an unlocked keyring daemon."""
    unlock = "gnome-keyring-daemon --unlock --components=secrets >/dev/null"
    return (
        "dbus-run-session",
        "--",
        "sh",
        "-c",
        f'printf %s "$0" | {unlock} && exec "$@"',
        password,
    )


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

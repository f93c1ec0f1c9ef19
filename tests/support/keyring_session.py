"""A message bus with the real keyring behind it, and an ear on what the keyring is asked."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
HIDDEN = (
    "DBUS_SESSION_BUS_ADDRESS",
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "GNOME_KEYRING_CONTROL",
    "XDG_RUNTIME_DIR",
)
PATIENCE_S = 120
on_linux = pytest.mark.skipif(
    sys.platform != "linux", reason="the Secret Service exists on Linux only"
)
with_a_daemon = pytest.mark.skipif(
    not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")),
    reason="gnome-keyring-daemon and dbus-run-session are not installed",
)
with_an_ear = pytest.mark.skipif(
    not shutil.which("dbus-monitor"), reason="dbus-monitor is not installed"
)


def environment_in(home: Path) -> dict[str, str]:
    """Its own home, without the tester's session."""
    environment = {name: value for name, value in os.environ.items() if name not in HIDDEN}
    environment |= {"HOME": str(home), "PYTHONPATH": str(REPOSITORY)}
    return environment | {
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
    }


def run(home: Path, program: str, *wrapper: str) -> str:
    """Run a small program with its own home and without the tester's session."""
    return _run(home, program, environment_in(home), *wrapper)


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


@dataclass
class KeyringSession:
    """A desktop where nobody made a keyring yet: whoever asks for it makes the system ask back."""

    home: Path
    environment: dict[str, str]

    def run(self, program: str) -> tuple[str, list[str]]:
        """Run a small program; what it said, and every call to the keyring's service meanwhile."""
        listen = ["dbus-monitor", "--session", "--profile", "destination='org.freedesktop.secrets'"]
        with subprocess.Popen(
            listen, env=self.environment, stdout=subprocess.PIPE, text=True
        ) as ear:
            assert ear.stdout is not None
            ear.stdout.readline()  # it listens once it says that it does
            said = _run(self.home, program, self.environment)
            ear.terminate()
            heard = [line for line in ear.stdout if line.startswith("mc")]
        return said, heard


@contextmanager
def keyring_session(home: Path) -> Iterator[KeyringSession]:
    """A bus that starts the real gnome-keyring when it is called; both end with the block."""
    environment = environment_in(home)
    say = ["sh", "-c", "printenv DBUS_SESSION_BUS_ADDRESS; exec cat"]
    with subprocess.Popen(
        ["dbus-run-session", "--", *say],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as bus:
        assert bus.stdout is not None
        address = bus.stdout.readline().strip()
        yield KeyringSession(home, environment | {"DBUS_SESSION_BUS_ADDRESS": address})


def _run(home: Path, program: str, environment: dict[str, str], *wrapper: str) -> str:
    done = subprocess.run(
        [*wrapper, sys.executable, "-c", program],
        env=environment,
        cwd=home,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    return done.stdout.strip() or done.stderr

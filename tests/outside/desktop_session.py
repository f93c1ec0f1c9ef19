"""A screen, a message bus and an accessibility bus of the test's own, and a reader on them."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
"""The bindings of AT-SPI (python3-gi, gir1.2-atspi-2.0) are packages of the system's Python."""
A11Y_SERVICE = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
PROGRAMS = ("Xvfb", "dbus-run-session", SYSTEM_PYTHON)
BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
BUS = """<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
<servicedir>{services}</servicedir><policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
</policy></busconfig>"""
"""A session with the accessibility bus and nothing else: no keyring, no portal of the tester's."""


def what_is_missing() -> str:
    """Why the app cannot be read from outside here; "" when it can."""
    if sys.platform != "linux":
        return "AT-SPI exists on Linux only"
    missing = [name for name in PROGRAMS if not shutil.which(name)]
    if missing:
        return f"not installed: {', '.join(missing)}"
    if not A11Y_SERVICE.exists():
        return "not installed: at-spi2-core"
    tried = subprocess.run([SYSTEM_PYTHON, "-c", BINDINGS], capture_output=True, check=False)
    return "not installed: gir1.2-atspi-2.0, python3-gi" if tried.returncode else ""


@dataclass
class Session:
    """What programs on this screen and bus need in their environment."""

    root: Path
    environment: dict[str, str]

    def start(self, *command: str) -> subprocess.Popen[str]:
        """Start a program here; leaving its block closes its input and waits for its end."""
        with (self.root / "said.log").open("a") as said:
            return subprocess.Popen(
                command,
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=said,
                text=True,
            )


@dataclass
class OutsideReader:
    """Speaks to the reader's process."""

    process: subprocess.Popen[str]

    def _ask(self, do: str, **more: str) -> object:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps({"do": do, **more}) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        assert answer, f"the reader gave up: {do} {more}"
        said: object = json.loads(answer)
        return said

    def names(self, role: str, part: str = "") -> list[str]:
        """The spoken names of everything shown in this role, in the order of the window."""
        said = self._ask("names", role=role, name=part)
        assert isinstance(said, list)
        return [str(each) for each in said]

    def wait_for(self, role: str, part: str = "") -> str:
        """The whole name of the first such thing, once it is shown and open."""
        return str(self._ask("wait", role=role, name=part))

    def write(self, role: str, part: str, text: str) -> str:
        """Put text into a field; what the field says then."""
        return str(self._ask("write", role=role, name=part, text=text))

    def act(self, role: str, part: str, action: str = "Press", *, inside: str = "") -> None:
        """Do one of the actions that a thing offers; ``inside`` names the panel around it."""
        did = self._ask("act", role=role, name=part, action=action, inside=inside)
        assert did is True, f"{part} does not {action}"

    def is_checked(self, role: str, part: str, *, inside: str) -> bool:
        """Whether it says that it is on."""
        return self._ask("is checked", role=role, name=part, inside=inside) is True

    def hear(self, part: str) -> None:
        """Wait until an announcement with these words was heard."""
        self._ask("hear", text=part)


@contextmanager
def desktop_session(root: Path) -> Iterator[Session]:
    """A screen and a bus below ``root``; both end with the block."""
    (root / "runtime").mkdir(mode=0o700, parents=True)
    (root / "services").mkdir()
    shutil.copy(A11Y_SERVICE, root / "services")
    (root / "bus.conf").write_text(BUS.format(services=root / "services"))
    environment = dict(os.environ) | {
        "HOME": str(root),
        "XDG_RUNTIME_DIR": str(root / "runtime"),
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "NO_AT_BRIDGE": "0",
    }
    session = Session(root, environment)
    screen = ["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    say = ["sh", "-c", "printenv DBUS_SESSION_BUS_ADDRESS; exec cat"]
    bus = ["dbus-run-session", f"--config-file={root / 'bus.conf'}", "--", *say]
    with session.start(*screen) as display:
        environment["DISPLAY"] = f":{_first_line(display)}"
        # Ends when its input does: a signal would leave the daemon behind.
        with session.start(*bus) as running:
            environment["DBUS_SESSION_BUS_ADDRESS"] = _first_line(running)
            yield session
        display.terminate()


@contextmanager
def reader_in(session: Session) -> Iterator[OutsideReader]:
    """A reader on this bus."""
    reader = str(Path(__file__).with_name("reader.py"))
    with session.start(SYSTEM_PYTHON, reader) as process:
        yield OutsideReader(process)


def _first_line(process: subprocess.Popen[str]) -> str:
    """What a program says when it is ready."""
    assert process.stdout is not None
    return process.stdout.readline().strip()

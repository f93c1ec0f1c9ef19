"""A CUPS server of the tests' own on a loopback port, with one queue that writes to a file."""

import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

QUEUE = "desk"
_DEADLINE_S = 20.0

_PPD = """*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "TEST.PPD"
*Product: "(Test)"
*Manufacturer: "Test"
*ModelName: "Test"
*ShortNickName: "Test"
*NickName: "Test"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: False
*cupsFilter2: "application/vnd.cups-pdf application/pdf 0 -"
*OpenUI *PageSize/Media Size: PickOne
*DefaultPageSize: Letter
*PageSize Letter/US Letter: "<</PageSize[612 792]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion/Media Size: PickOne
*DefaultPageRegion: Letter
*PageRegion Letter/US Letter: "<</PageSize[612 792]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: Letter
*ImageableArea Letter/US Letter: "0 0 612 792"
*DefaultPaperDimension: Letter
*PaperDimension Letter/US Letter: "612 792"
"""


@dataclass(frozen=True)
class CupsServer:
    """A running server: where it listens, its settings, its spool and what its queue printed."""

    address: str
    settings: Path
    spool: Path
    printed: Path

    def wait_for(self, job: str) -> None:
        """Return when the job has left the queue."""
        _until(lambda: job not in self._told("lpstat", "-o"))

    def spooled_documents(self) -> list[Path]:
        """Documents that lie in the server's spool now."""
        return sorted(self.spool.glob("d*"))

    def stop_queue(self) -> None:
        """Switch the queue off: it takes no more jobs."""
        self._told("cupsdisable", QUEUE)
        self._told("cupsreject", QUEUE)

    def _told(self, command: str, *words: str) -> str:
        return _output(command, "-h", self.address, *words)


def can_run_cupsd() -> bool:
    """Whether this machine has a CUPS server that the tests may start (it needs root)."""
    tools = ("cupsd", "lpadmin", "lpstat", "lp")
    return all(shutil.which(tool) for tool in tools) and _is_root()


@contextmanager
def running_cupsd() -> Iterator[CupsServer]:
    """Start a server with one queue; stop it and remove its files afterwards.

    Not in pytest's tmp_path: the server's filters run as another user and cannot enter there.
    """
    with tempfile.TemporaryDirectory(prefix="firstlight-cups-") as name:
        server = _write_settings(Path(name))
        command = ["cupsd", "-f", "-c", server.settings, "-s", Path(name) / "cups-files.conf"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
            try:
                _until(lambda: "is running" in _output("lpstat", "-h", server.address, "-r"))
                _add_queue(server, Path(name))
                yield server
            finally:
                run.terminate()
                run.wait(_DEADLINE_S)


def _write_settings(root: Path) -> CupsServer:
    root.chmod(0o755)
    for folder, mode in (("spool", 0o710), ("cache", 0o770), ("state", 0o755), ("tmp", 0o1770)):
        (root / folder).mkdir()
        shutil.chown(root / folder, group="lp")
        (root / folder).chmod(mode)
    address = f"127.0.0.1:{_free_port()}"
    settings = root / "cupsd.conf"
    settings.write_text(
        f"Listen {address}\nPreserveJobFiles No\nPreserveJobHistory No\nBrowsing Off\n"
        "WebInterface No\n<Location />\nOrder allow,deny\nAllow all\n</Location>\n"
        "<Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n"
    )
    (root / "cups-files.conf").write_text(
        f"ServerRoot {root}\nRequestRoot {root}/spool\nCacheDir {root}/cache\n"
        f"StateDir {root}/state\nTempDir {root}/tmp\nErrorLog {root}/error_log\n"
        f"AccessLog {root}/access_log\nPageLog {root}/page_log\nFileDevice Yes\n"
        "SystemGroup root\nUser lp\nGroup lp\n"
    )
    return CupsServer(address, settings, root / "spool", root / "printed.pdf")


def _add_queue(server: CupsServer, root: Path) -> None:
    ppd = root / "queue.ppd"
    ppd.write_text(_PPD)
    device = f"file:{server.printed}"
    describe = ("-D", "Packet desk printer", "-P", str(ppd))
    _output("lpadmin", "-h", server.address, "-p", QUEUE, "-E", "-v", device, *describe)
    _output("lpadmin", "-h", server.address, "-d", QUEUE)


def _output(*command: str) -> str:
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    return told.stdout


def _until(is_so: Callable[[], bool]) -> None:
    """Ask again and again, each time by a process of its own, until it is so."""
    deadline = time.monotonic() + _DEADLINE_S
    while not is_so():
        if time.monotonic() > deadline:
            raise TimeoutError("the CUPS server of the tests did not get there")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _is_root() -> bool:
    import os

    return hasattr(os, "geteuid") and os.geteuid() == 0

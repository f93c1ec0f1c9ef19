"""Print queues of a CUPS server. The document goes in by a pipe: no file of ours on any disk."""

import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from desktop.errors import KnownError
from desktop.printing.preserve import SERVER_SETTINGS, keeps_job_files
from desktop.services.ports import PrintQueue

TIMEOUT_S = 30.0
_PRINTER = re.compile(r"^printer (\S+) (.*)$")
_DEFAULT = re.compile(r"^system default destination: (\S+)$", re.MULTILINE)
_DESCRIPTION = re.compile(r"^\s+Description: (.*)$")
_REQUEST = re.compile(r"request id is (\S+)")

_OPTIONS = ("job-sheets=none,none", "media=Letter", "print-scaling=none")
"""No banner page, which would name the account; Letter and no scaling, so that nothing is cut and
the cards keep their size (PWG 5100.7 media and print-scaling; RFC 8011 job-sheets)."""


class CupsPrinters:
    """Queues by ``lpstat``, jobs by ``lp`` reading its standard input."""

    def __init__(self, server: str | None = None, settings: Path | None = None) -> None:
        """``server`` is host:port, None the computer's own; ``settings`` its cupsd.conf.

        A server elsewhere without known settings counts as keeping files.
        """
        self._host = () if server is None else ("-h", server)
        self._settings = SERVER_SETTINGS if settings is None and server is None else settings

    def queues(self) -> Sequence[PrintQueue]:
        """All queues, the default first; empty when the server does not answer."""
        try:
            told = self._run(["lpstat", *self._host, "-l", "-p", "-d"])
        except FileNotFoundError:
            return ()
        if told.returncode:
            return ()
        text = told.stdout.decode("utf-8", errors="replace")
        default = _DEFAULT.search(text)
        found = _read_queues(text, self._keeps_files())
        first = default[1] if default else ""
        return tuple(sorted(found, key=lambda queue: (queue.name != first, queue.name)))

    def print_pdf(self, queue: str, pdf: bytes, job_name: str) -> str:
        """Pipe the bytes to the queue; returns the job id. ``job_name`` carries no person.

        Raises KnownError ``print.refused``, ``print.no-printing-system`` and
        ``print.system-silent``.
        """
        options = [word for option in _OPTIONS for word in ("-o", option)]
        command = ["lp", *self._host, "-d", queue, "-t", job_name, *options, "-"]
        try:
            told = self._run(command, pdf)
        except FileNotFoundError:
            raise KnownError("print.no-printing-system") from None
        job = _REQUEST.search(told.stdout.decode("utf-8", errors="replace"))
        if told.returncode or job is None:
            raise KnownError("print.refused", queue=queue)
        return job[1]

    def _keeps_files(self) -> bool:
        return self._settings is None or keeps_job_files(self._settings)

    @staticmethod
    def _run(command: list[str], data: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
        """Run in the C locale, whose words the patterns above know."""
        environment = {**os.environ, "LC_ALL": "C", "LANGUAGE": "C"}
        try:
            return subprocess.run(
                command,
                input=data,
                capture_output=True,
                timeout=TIMEOUT_S,
                env=environment,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise KnownError("print.system-silent") from None


def _read_queues(text: str, keeps_files: bool) -> list[PrintQueue]:
    """Queues from ``lpstat -l -p``: a line for each printer, details indented below it."""
    queues: list[PrintQueue] = []
    for line in text.splitlines():
        printer = _PRINTER.match(line)
        if printer:
            is_ready = not printer[2].startswith("disabled")
            queues.append(PrintQueue(printer[1], printer[1], is_ready, keeps_files))
            continue
        described = _DESCRIPTION.match(line)
        if described and described[1].strip() and queues:
            last = queues.pop()
            queues.append(PrintQueue(last.name, described[1].strip(), last.is_ready, keeps_files))
    return queues

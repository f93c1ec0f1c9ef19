"""The printer that was used last stands first; its name alone is kept, in a small file."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from desktop.services.ports import Printers, PrintQueue

FILE = "printer.txt"
LONGEST = 127
"""Characters of a queue's name (RFC 8011 5.4.4, printer-name: name(127))."""


class LastUsedFirst:
    """The same printers in another order: a workstation prints where it printed before.

    A cart stands on one ward and prints there, whatever the default of the hospital's print
    server is. The file is a comfort: lost, damaged or not writable, the order is the print
    system's own.
    """

    def __init__(self, printers: Printers, folder: Path) -> None:
        self._printers = printers
        self._file = folder / FILE

    def queues(self) -> Sequence[PrintQueue]:
        """All queues, the one used last first, then in the print system's order."""
        last = self._last()
        return tuple(sorted(self._printers.queues(), key=lambda queue: queue.name != last))

    def print_pdf(self, queue: str, pdf: bytes, job_name: str) -> str:
        """Print, and keep the name of a queue that took the job. KnownErrors of the printers."""
        job = self._printers.print_pdf(queue, pdf, job_name)
        if queue != self._last():
            self._keep(queue)
        return job

    def _last(self) -> str:
        try:
            return self._file.read_text(encoding="utf-8")[:LONGEST].strip()
        except (OSError, ValueError):
            return ""

    def _keep(self, queue: str) -> None:
        beside = self._file.with_suffix(".new")
        # What is printed is printed: a full disk must not say otherwise.
        with suppress(OSError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            beside.write_text(queue, encoding="utf-8")
            beside.replace(self._file)

"""Print queues of this workstation."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class PrintQueue:
    """A print queue; ``keeps_files`` is True when its spooler keeps printed files on disk."""

    name: str
    description: str
    is_ready: bool
    keeps_files: bool = False


class Printers(Protocol):
    """Print queues of this workstation."""

    def queues(self) -> Sequence[PrintQueue]:
        """All queues, the default first; empty when there is no print system."""
        ...

    def print_pdf(self, queue: str, pdf: bytes, job_name: str) -> str:
        """Pipe the bytes to the queue; returns the job id. ``job_name`` carries no person.

        KnownErrors ``print.refused`` and ``print.no-printing-system``.
        """
        ...

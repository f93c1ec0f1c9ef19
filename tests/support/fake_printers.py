"""Printers that keep what they are given in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.errors import KnownError
from desktop.services.ports import PrintQueue

DESK_QUEUE = PrintQueue("ED-PRN-2", "Letter, black", is_ready=True)


@dataclass(frozen=True)
class PrintedJob:
    """One job that a fake queue took."""

    queue: str
    pdf: bytes = field(repr=False)
    job_name: str


class FakePrinters:
    """Takes jobs for its queues; a queue that is not ready or not known refuses."""

    def __init__(self, queues: Sequence[PrintQueue] = (DESK_QUEUE,)) -> None:
        self._queues = tuple(queues)
        self.jobs: list[PrintedJob] = []

    def queues(self) -> Sequence[PrintQueue]:
        """As given, the first being the default."""
        return self._queues

    def print_pdf(self, queue: str, pdf: bytes, job_name: str) -> str:
        """Keep the job; KnownErrors as with real printers."""
        if not self._queues:
            raise KnownError("print.no-printing-system")
        if not any(one.name == queue and one.is_ready for one in self._queues):
            raise KnownError("print.refused", queue=queue)
        self.jobs.append(PrintedJob(queue, pdf, job_name))
        return f"{queue}-{len(self.jobs)}"

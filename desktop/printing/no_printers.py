"""For computers without a print system that we can pipe to: packets are saved as files there."""

from collections.abc import Sequence

from desktop.errors import KnownError
from desktop.services.ports import PrintQueue


class NoPrinters:
    """No queues, and a clear refusal."""

    def queues(self) -> Sequence[PrintQueue]:
        """None."""
        return ()

    def print_pdf(self, queue: str, pdf: bytes, job_name: str) -> str:
        """Always KnownError ``print.no-printing-system``."""
        del queue, pdf, job_name  # the port names them; nothing can be done with them here
        raise KnownError("print.no-printing-system")

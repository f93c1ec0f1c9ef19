"""What is said of print queues on both packet screens."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from desktop.services.ports import PrintQueue


class QueueWords(QObject):
    """Words in the interface language."""

    def why_not(self, queue: PrintQueue) -> str:
        """Why a queue takes nothing."""
        del queue  # the print system says no more than that it is stopped
        return self.tr("Stopped. Look at the printer, or ask IT to start it")

    def keeps_files(self) -> str:
        """The spooler keeps what it printed, and what to ask IT for."""
        return self.tr(
            "The print system of this computer keeps printed pages on its disk. You can print."
            " Ask IT to set “PreserveJobFiles No” in its settings."
        )

    def none(self) -> str:
        """There is no printer."""
        return self.tr(
            "This computer has no printer that Firstlight can use. You can save the packet as a"
            " file and print it from there."
        )


def first_ready(queues: Sequence[PrintQueue], wanted: str = "") -> str:
    """The name of the wanted queue if it is ready, else of the first ready one, else empty."""
    ready = [queue.name for queue in queues if queue.is_ready]
    return wanted if wanted in ready else next(iter(ready), "")

"""Which printer takes the paper of a one-time code, and which of them are stopped."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.services.code_sheets import PrintRoom, Slip, one_time_sheet
from desktop.services.ports import PrintQueue
from desktop.services.work import Work
from desktop.views.packet.queue_words import QueueWords, first_ready
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem
from desktop.views.widgets.wrap_label import WrapLabel


class SlipPrinters(QWidget):
    """Remembers the choice for the next code, as long as the desk is open."""

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = QueueWords(self)
        self._wanted = ""
        question = sentence("people.which-printer", language)
        self.queues = OptionGroup(question, (), self, name="code-queue")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(WrapLabel(question, self))
        layout.addWidget(self.queues)
        self.hide()

    def show_queues(self, queues: Sequence[PrintQueue]) -> None:
        """Each with its state; one that is stopped cannot be chosen. Hidden when there is none."""
        self.queues.set_options([OptionItem(q.name, q.name, q.description) for q in queues])
        for row, queue in zip(self.queues.rows(), queues, strict=True):
            row.set_stacked(True)
            row.set_closed("" if queue.is_ready else self._words.why_not(queue))
        chosen = first_ready(queues, self._wanted)
        self.queues.set_chosen([chosen] if chosen else [])
        self.setVisible(bool(queues))

    def chosen(self) -> str:
        """The name of the queue, empty when none can print; kept for the next code."""
        self._wanted = next(iter(self.queues.chosen_keys()), "")
        return self._wanted


def print_slip(work: Work, slip: Slip, language: str, queue: str) -> str:
    """Send the paper of a code to ``queue``, else to the first ready one; the name of the queue.

    KnownErrors ``sheet.no-printer`` and ``sheet.not-printed``.
    """
    room = PrintRoom(work.paper, work.printers)
    hospital = work.session.site.hospital_name
    return room.print_sheets([one_time_sheet(slip, hospital, language)], queue)

"""Print a completed form for the staff: which form, on which printer."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.services.ports import PrintQueue
from desktop.services.print_record import PrintableRecord
from desktop.views.packet.queue_words import QueueWords, first_ready
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem
from desktop.views.widgets.wrap_label import WrapLabel


class PrintRecordPanel(TaskPanel):
    """Signals: ``print_given(record_id, queue)``."""

    print_given = Signal(str, str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, name="record-print")
        self._language = language
        self._queue_words = QueueWords(self)
        self.set_title(self._words("record-print.title"))
        self.action_text = self._words("record-print.do")
        warning = WrapLabel(self._words("record-print.note"), self, tone=Tone.MUTED)
        asked = self._words("record-print.which")
        self.forms = OptionGroup(asked, (), self, name="record-print-form")
        self.forms_row = FieldRow(asked, self.forms, self)
        printer = self._words("record-print.printer")
        self.queues = OptionGroup(printer, (), self, name="record-print-queue")
        self.queues_row = FieldRow(printer, self.queues, self)
        for widget in (warning, self.forms_row, self.queues_row):
            self.body.addWidget(widget)

    def begin(self, records: Sequence[PrintableRecord], queues: Sequence[PrintQueue]) -> None:
        """Offer these forms and printers; no form is chosen."""
        self.forms.set_options(
            [
                OptionItem(
                    one.record_id,
                    one.title.in_language(self._language),
                    sentence(
                        "record-print.line",
                        self._language,
                        day=one.at.astimezone().date().isoformat(),
                        revision=one.revision,
                    ),
                )
                for one in records
            ]
        )
        self.forms.set_chosen(())
        for row in self.forms.rows():
            row.set_stacked(True)
        self.queues.set_options([OptionItem(q.name, q.name, q.description) for q in queues])
        for row, queue in zip(self.queues.rows(), queues, strict=True):
            row.set_stacked(True)
            row.set_closed("" if queue.is_ready else self._queue_words.why_not(queue))
        ready = first_ready(queues)
        self.queues.set_chosen((ready,) if ready else ())
        self.forms_row.set_error("")
        self.queues_row.set_error("" if ready else self._words("record-print.no-printer"))

    def focus_first(self) -> None:
        """The first form."""
        self.forms.focus_first()

    def submit(self) -> None:
        """Tell which form goes where."""
        record = next(iter(self.forms.chosen_keys()), "")
        queue = next(iter(self.queues.chosen_keys()), "")
        self.forms_row.set_error("" if record else self._words("record-print.choose"))
        if record and queue:
            self.print_given.emit(record, queue)
        elif not record:
            self.forms.focus_first()

    def _words(self, message_id: str) -> str:
        return sentence(message_id, self._language)

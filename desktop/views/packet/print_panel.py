"""Printing on the spot: which printer, what its spooler keeps, or a file if one is asked for."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.views.packet.editor_panel import EditorPanel
from desktop.views.packet.packet_states import PacketState
from desktop.views.packet.queue_words import QueueWords
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem
from desktop.views.widgets.wrap_label import WrapLabel


class PrintPanel(EditorPanel):
    """Signals: ``queue_chosen(name)``; ``print_requested()``; ``file_requested()``."""

    queue_chosen = Signal(str)
    print_requested = Signal()
    file_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, name="packet-print")
        self.set_title(self.tr("Print here"))
        self._words = QueueWords(self)
        self.lead = WrapLabel("", self, tone=Tone.MUTED)
        self.queues = OptionGroup(self.tr("Which printer"), (), self, name="packet-queue")
        self.warning = MessageBar(
            self, name="packet-print-warning", is_closable=False, has_edge=False
        )
        self.print_button = Button("", self, name="packet-print-now", icon=Icon.PRINTER)
        self.file_button = Button(
            self.tr("Save as a file"), self, name="packet-save-file", icon=Icon.DOWNLOAD
        )
        self.body.addWidget(self.lead)
        self.body.addWidget(self.queues)
        self.body.addWidget(self.warning)
        for button in (self.print_button, self.file_button):
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.queues.answered.connect(self._chosen)
        self.print_button.clicked.connect(self._print)
        self.file_button.clicked.connect(self._save)

    def show_state(self, state: PacketState) -> None:
        """Show the printers of this computer."""
        queues = state.queues
        self.lead.setText(self._lead(state))
        self.queues.setVisible(bool(queues))
        self.queues.set_options([OptionItem(q.name, q.name, q.description) for q in queues])
        for row, queue in zip(self.queues.rows(), queues, strict=True):
            row.set_stacked(True)
            row.set_closed("" if queue.is_ready else self._words.why_not(queue))
        self.queues.set_chosen([state.queue] if state.queue else [])
        chosen = next((queue for queue in queues if queue.name == state.queue), None)
        if chosen is not None and chosen.keeps_files:
            self.warning.show_message(Tone.WARNING, self._words.keeps_files(), is_spoken=False)
        else:
            self.warning.clear()
        self._show_buttons(state)

    def focus_first(self) -> None:
        """Begin with the printers, else with the file."""
        if self.print_button.isEnabled():
            self.queues.focus_first()
        elif self.file_button.isEnabled():
            self.file_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().focus_first()

    def _lead(self, state: PacketState) -> str:
        if not state.queues:
            return self._words.none()
        if state.pages is None and not state.problem:
            return self.tr("The pages are being made. Then they can be printed.")
        return self.tr("The whole packet, with the safety plan if it is chosen.")

    def _show_buttons(self, state: PacketState) -> None:
        pages = state.pages.preview.rendered.pages if state.pages else 0
        words = self.tr("Print 1 page") if pages == 1 else self.tr("Print %n pages", "", pages)
        self.print_button.setText(words if pages else self.tr("Print"))
        self.print_button.setVisible(bool(state.queues))
        reason = self.tr("Being made") if state.is_busy or not pages else state.problem
        self.file_button.set_closed(reason)
        if not reason and not state.queue:
            reason = self.tr("Choose a printer")
        self.print_button.set_closed(reason)

    @Slot(object)
    def _chosen(self, keys: tuple[str, ...]) -> None:
        self.queue_chosen.emit(keys[0] if keys else "")

    @Slot()
    def _print(self) -> None:
        self.print_requested.emit()

    @Slot()
    def _save(self) -> None:
        self.file_requested.emit()

"""The printers of this computer: ready or why not, and whether printed pages stay on a disk."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.ports import PrintQueue
from desktop.views.packet.queue_words import QueueWords
from desktop.views.packet_desk.desk_states import DeskState
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.row_item import RowItem
from desktop.views.widgets.row_list import RowList
from desktop.views.widgets.wrap_label import WrapLabel


class PrintersPanel(Panel):
    """The chosen printer is the one that prints. Signals: ``queue_chosen(name)``."""

    queue_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent, name="desk-printers-panel", is_flush=True)
        self.set_title(self.tr("Printers"))
        self._words = QueueWords(self)
        self.rows = RowList(self.tr("Printers"), self, name="desk-printers")
        self.none_label = WrapLabel(self._words.none(), self, tone=Tone.MUTED)
        self.none_label.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self.warning = MessageBar(
            self, name="desk-printers-warning", is_closable=False, has_edge=False
        )
        self.body.addWidget(self.rows)
        self.body.addWidget(self.none_label)
        self._warned = QWidget(self)
        warned = QVBoxLayout(self._warned)
        warned.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        warned.addWidget(self.warning)
        self.body.addWidget(self._warned)
        self.rows.chosen.connect(self.queue_chosen)

    def show_state(self, state: DeskState) -> None:
        """Show the printers."""
        queues = state.desk.queues
        self.none_label.setVisible(not queues)
        self.rows.setVisible(bool(queues))
        self.rows.show_rows([self._row(queue, state.queue) for queue in queues])
        self.rows.set_chosen(state.queue if len(queues) > 1 else "")
        keeps = any(queue.keeps_files for queue in queues)
        self._warned.setVisible(keeps)
        if keeps:
            self.warning.show_message(Tone.WARNING, self._words.keeps_files(), is_spoken=False)
        else:
            self.warning.clear()

    def _row(self, queue: PrintQueue, chosen: str) -> RowItem:
        if not queue.is_ready:
            return RowItem(
                key=queue.name,
                title=queue.name,
                second=self._words.why_not(queue),
                second_tone=Tone.WARNING,
                icon=State.LOOK_HERE,
                icon_tone=Tone.WARNING,
            )
        is_chosen = queue.name == chosen
        return RowItem(
            key=queue.name,
            title=queue.name,
            second=queue.description if queue.description != queue.name else "",
            icon=State.DONE,
            icon_tone=Tone.SUCCESS,
            right=self.tr("Ready, prints") if is_chosen else self.tr("Ready"),
            right_tone=Tone.SUCCESS,
            is_right_strong=True,
        )

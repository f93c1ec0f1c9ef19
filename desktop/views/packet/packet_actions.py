"""The composer's actions: Undo, Print here, Send to packet desk, and what the desk will not get."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.views.packet.packet_states import PacketState
from desktop.views.packet.part_words import PartWords
from desktop.views.theme.icons import Icon
from desktop.views.widgets.action_bar import ActionBar
from desktop.views.widgets.button import Button, ButtonRole


class PacketActions(ActionBar):
    """Signals: ``undo_requested()``, ``print_here_requested()``, ``send_requested()``."""

    undo_requested = Signal()
    print_here_requested = Signal()
    send_requested = Signal()

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent, name="packet-actions")
        self._words = PartWords(language, self)
        self.undo = Button(self.tr("Undo"), self, name="packet-undo", icon=Icon.UNDO)
        self.print_here = Button(
            self.tr("Print here"), self, name="packet-print-here", icon=Icon.PRINTER
        )
        self.send = Button(
            self.tr("Send to packet desk"), self, name="packet-send", role=ButtonRole.PRIMARY
        )
        self.add_left(self.undo)
        self.add_right(self.print_here)
        self.add_right(self.send)
        self.undo.clicked.connect(self._undo)
        self.print_here.clicked.connect(self._print)
        self.send.clicked.connect(self._send)

    def show_state(self, state: PacketState) -> None:
        """Open and close the actions, and say why."""
        self.undo.set_closed("" if state.can_undo else self.tr("Nothing to undo"))
        had_focus = self.send.hasFocus()
        self.send.set_closed(self._why_not(state))
        if had_focus and self.send.closed_reason:
            # Closing it sent the focus to the next control, which is on the rail.
            self.print_here.setFocus(Qt.FocusReason.OtherFocusReason)
        self.set_note("" if state.is_sent else self._words.desk_leaves_out(state))

    def _why_not(self, state: PacketState) -> str:
        if state.is_busy:
            return self.tr("One moment")
        if state.problem:
            return self.tr("There are no pages to send")
        if state.is_sent:
            return self.tr("The desk has it. Change something to send it again")
        return ""

    @Slot()
    def _undo(self) -> None:
        self.undo_requested.emit()

    @Slot()
    def _print(self) -> None:
        self.print_here_requested.emit()

    @Slot()
    def _send(self) -> None:
        self.send_requested.emit()

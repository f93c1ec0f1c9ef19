"""Why a packet cannot be printed: one of a few reasons, then it goes back to the specialist."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.messages import sentence
from desktop.services.refuse_packet import PacketRefusal
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space
from desktop.views.widgets.button import Button
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem
from desktop.views.widgets.panel import Panel


class RefusePanel(Panel):
    """Signals: ``refused(reason)``; ``cancelled()``."""

    refused = Signal(str)
    cancelled = Signal()

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__("", parent, name="desk-refuse-panel")
        self._reason = ""
        self.reasons = OptionGroup(
            self.tr("Why it cannot be printed"),
            [
                OptionItem(reason.value, sentence(f"packet-refusal.{reason}", language))
                for reason in PacketRefusal
            ],
            self,
            name="desk-reason",
        )
        self.send_back = Button(
            self.tr("Send it back"), self, name="desk-send-back", icon=Icon.CORNER_UP_LEFT
        )
        self.keep = Button(self.tr("Keep it"), self, name="desk-keep")
        self.body.addWidget(self.reasons)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.send_back)
        row.addWidget(self.keep)
        row.addStretch(1)
        self.body.addLayout(row)
        self.reasons.answered.connect(self._chosen)
        self.send_back.clicked.connect(self._send_back)
        self.keep.clicked.connect(self._keep)
        self.hide()

    def ask(self, alias: str) -> None:
        """Ask about one packet, with no reason chosen."""
        self.set_title(self.tr("Why can {alias} not be printed?").format(alias=alias))
        self.reasons.set_chosen(())
        self._chosen(())
        self.show()
        self.reasons.focus_first()

    @Slot(object)
    def _chosen(self, keys: tuple[str, ...]) -> None:
        self._reason = keys[0] if keys else ""
        self.send_back.set_closed("" if self._reason else self.tr("Choose a reason"))

    @Slot()
    def _send_back(self) -> None:
        self.refused.emit(self._reason)

    @Slot()
    def _keep(self) -> None:
        self.cancelled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc keeps the packet."""
        if event.key() == Qt.Key.Key_Escape:
            self._keep()
        else:
            super().keyPressEvent(event)

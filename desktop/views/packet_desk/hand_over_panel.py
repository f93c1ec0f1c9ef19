"""Whether a printed packet was handed over: then the desk's copy of it is destroyed."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.wrap_label import WrapLabel


class HandOverPanel(Panel):
    """Signals: ``handed_over()``; ``cancelled()``."""

    handed_over = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent, name="desk-hand-over-panel")
        self.words = WrapLabel(
            self.tr(
                "The copy kept here is destroyed now and cannot be printed again. "
                "A specialist can make the packet anew."
            ),
            self,
        )
        self.only = MessageBar(self, name="desk-person-only", is_closable=False)
        self.body.addWidget(self.only)
        self.destroy_copy = Button(
            self.tr("Yes, destroy this copy"),
            self,
            name="desk-hand-over-do",
            role=ButtonRole.DANGER,
            icon=Icon.TRASH,
        )
        self.keep = Button(self.tr("Keep it"), self, name="desk-hand-over-keep")
        self.body.addWidget(self.words)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.destroy_copy)
        row.addWidget(self.keep)
        row.addStretch(1)
        self.body.addLayout(row)
        self.destroy_copy.clicked.connect(self._hand_over)
        self.keep.clicked.connect(self._keep)
        self.hide()

    def ask(self, alias: str, *, person_only: bool = False) -> None:
        """Ask about one packet; Enter keeps it. ``person_only``: into whose hands it goes."""
        if person_only:
            self.only.show_message(Tone.PRIVATE, self.only_words(), icon=Icon.EAR_OFF)
        else:
            self.only.clear()
        self.set_title(self.tr("Was the packet of {alias} handed over?").format(alias=alias))
        self.show()
        self.keep.setFocus()

    def only_words(self) -> str:
        """That nobody but the person gets it."""
        return self.tr(
            "Hand it to the person only. No information: tell no caller or visitor that this "
            "person is here."
        )

    @Slot()
    def _hand_over(self) -> None:
        self.handed_over.emit()

    @Slot()
    def _keep(self) -> None:
        self.cancelled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc keeps the packet."""
        if event.key() == Qt.Key.Key_Escape:
            self._keep()
        else:
            super().keyPressEvent(event)

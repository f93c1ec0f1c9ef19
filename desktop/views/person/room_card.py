"""What is noted of the room and of capacity, with the way to note it anew."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.views.theme.icons import Icon
from desktop.views.widgets.button import Button
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.wrap_label import WrapLabel


class RoomCard(Panel):
    """Signals: ``note_requested()``."""

    note_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name="person-room")
        self.set_title(self.tr("Room and capacity"))
        self.words = WrapLabel("", self)
        self.words.setObjectName("person-room-words")
        self.button = Button(self.tr("Note"), self, name="person-room-note", icon=Icon.PEN)
        self.button.setAccessibleName(self.tr("Note the room and capacity"))
        self.body.addWidget(self.words)
        self.head.addWidget(self.button)
        self.button.clicked.connect(self._note)

    def show_lines(self, lines: Sequence[str], *, is_closed: bool) -> None:
        """Show what is noted; a closed case takes no new note."""
        self.words.setText("\n".join(lines))
        self.button.setVisible(not is_closed)

    @Slot()
    def _note(self) -> None:
        self.note_requested.emit()

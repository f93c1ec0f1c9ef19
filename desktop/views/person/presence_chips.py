"""Who else is here: one pressable chip each, and "No one else" that excludes them."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGroupBox, QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.records.room import Presence
from desktop.views.person.chip_flow import ChipFlow
from desktop.views.theme.holder import theme_holder
from desktop.views.widgets.room_chip import RoomChip

NOBODY = "nobody"


class PresenceChips(QGroupBox):
    """Nothing is chosen at first. Signals: ``answered()`` after the user changed it."""

    answered = Signal()

    def __init__(
        self, question: str, language: str, parent: QWidget | None = None, *, name: str
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(question)
        words = {NOBODY: self.tr("No one else")}
        words |= {one.value: sentence(f"presence.{one.value}", language) for one in Presence}
        self._chips = {
            key: RoomChip(text, self, name=f"{name}-{key}") for key, text in words.items()
        }
        self._flow = ChipFlow(list(self._chips.values()), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._flow)
        for chip in self._chips.values():
            chip.toggled.connect(self._toggled)
        theme_holder().changed.connect(self._flow.arrange)

    def chip(self, key: str) -> RoomChip:
        """The chip of a presence, or of ``NOBODY``."""
        return self._chips[key]

    def present(self) -> frozenset[Presence] | None:
        """Who is here, empty for no one else, None when nothing is said."""
        chosen = {key for key, chip in self._chips.items() if chip.isChecked()}
        if not chosen:
            return None
        return frozenset(Presence(key) for key in chosen - {NOBODY})

    def show_present(self, present: frozenset[Presence] | None) -> None:
        """Show who is here without a signal."""
        for key, chip in self._chips.items():
            is_here = key in present if present else present is not None and key == NOBODY
            chip.set_chosen(is_here)
        self._flow.arrange()

    @Slot(bool)
    def _toggled(self, is_checked: bool) -> None:
        pressed = self.sender()
        if is_checked:
            is_nobody = pressed is self._chips[NOBODY]
            for key, chip in self._chips.items():
                if chip is not pressed and (is_nobody or key == NOBODY):
                    chip.set_chosen(False)
        self._flow.arrange()
        self.answered.emit()

"""The workstations of the hospital that are known here, and the cards by which they are."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.hand_over import Workstation
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.wrap_label import WrapLabel


class CardsPanel(Panel):
    """Signals: ``save_requested()`` this one's card; ``take_requested()`` that of another."""

    save_requested = Signal()
    take_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(sentence("workstations.title", language), parent, name="backups-cards")
        self._language = language
        self.known = WrapLabel("", self)
        about = WrapLabel(sentence("workstations.about", language), self, tone=Tone.MUTED)
        words = sentence("workstations.save", language)
        self.save_button = Button(words, self, name="backups-card-save", icon=Icon.DOWNLOAD)
        words = sentence("workstations.take", language)
        self.take_button = Button(words, self, name="backups-card-take", icon=Icon.PLUS)
        for widget in (self.known, about, self.save_button, self.take_button):
            self.body.addWidget(widget)
        self.save_button.clicked.connect(self._save)
        self.take_button.clicked.connect(self._take)

    def show_known(self, here: Workstation, others: Sequence[Workstation]) -> None:
        """Say which there are."""
        names = ", ".join(each.name for each in others)
        words = "workstations.known" if names else "workstations.alone"
        self.known.setText(sentence(words, self._language, here=here.name, others=names))

    @Slot()
    def _save(self) -> None:
        self.save_requested.emit()

    @Slot()
    def _take(self) -> None:
        self.take_requested.emit()

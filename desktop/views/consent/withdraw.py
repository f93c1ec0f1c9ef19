"""Taking a consent back: how the person asked for it, and who has to be told."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.consent.consent_states import ConsentState, WithdrawnHow
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem
from desktop.views.widgets.wrap_label import WrapLabel


class Withdraw(QWidget):
    """Signals: ``how_chosen()``."""

    how_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("consent-withdraw-panel")
        title = self.tr("Take this consent back")
        self.title_label = WrapLabel(title, self, style=TextStyle.ROW_STRONG)
        hint = self.tr("How did the person ask for it?")
        self.hint_label = WrapLabel(hint, self, tone=Tone.MUTED)
        self.ways = OptionGroup(
            hint,
            [
                OptionItem(WithdrawnHow.IN_PERSON, self.tr("In person")),
                OptionItem(WithdrawnHow.IN_WRITING, self.tr("In writing")),
                OptionItem(WithdrawnHow.BY_PHONE, self.tr("By phone")),
            ],
            self,
            name="consent-how",
        )
        self.ways.answered.connect(self._chosen)
        self.note = MessageBar(self, name="consent-tell", is_closable=False, has_edge=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for widget in (self.title_label, self.hint_label, self.ways, self.note):
            column.addWidget(widget)
        column.addStretch(1)

    @property
    def how(self) -> str:
        """The chosen way, "" when none is."""
        return next(iter(self.ways.chosen_keys()), "")

    def show_state(self, state: ConsentState) -> None:
        """Say what follows."""
        words = self.tr("Nothing more is written down or done with this consent from now on.")
        if state.card.recipient:
            words = self.tr(
                "Nothing more goes to {partner}. Tell them. What they have cannot be taken back."
            ).format(partner=state.card.recipient)
        self.note.show_message(Tone.ACCENT, words, is_spoken=False)

    def start_over(self) -> None:
        """Nothing chosen."""
        self.ways.set_chosen(())

    @Slot(object)
    def _chosen(self, _keys: object) -> None:
        self.how_chosen.emit()

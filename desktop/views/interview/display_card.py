"""Words to say, or a heading between questions, in one language or two."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.forms.questionnaire import ItemType
from desktop.forms.session import ItemKey
from desktop.views.editors.editor import safe_name
from desktop.views.editors.language_mode import two_texts
from desktop.views.interview.interview_state import CardState
from desktop.views.interview.two_column_text import TwoColumnText
from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Space, TextStyle, Tone


class DisplayCard(QWidget):
    """A ``display`` item or the head of a group; nothing to answer."""

    def __init__(self, state: CardState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.setObjectName(f"text-{safe_name(state.key)}")
        is_head = state.item.item.type is ItemType.GROUP
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.S if is_head else 0, Space.L, 0)
        self.text = TwoColumnText(
            self,
            name=f"words-{safe_name(state.key)}",
            style=TextStyle.ROW_STRONG if is_head else TextStyle.ROW,
            is_indented=not is_head,
        )
        column.addWidget(self.text)
        self.show_state(state)

    @property
    def key(self) -> ItemKey:
        """The item's key."""
        return self._state.key

    @property
    def state(self) -> CardState:
        """What it shows."""
        return self._state

    def show_state(self, state: CardState) -> None:
        """Show the words anew."""
        self._state = state
        first, second = two_texts(state.item.item.text, state.mode)
        if state.is_closed:
            words = self.tr("This part opens when the room is private.")
            self.text.show_texts(words, icon=State.LOCKED, tone=Tone.PRIVATE)
            return
        is_head = state.item.item.type is ItemType.GROUP
        self.text.show_texts(first, second, icon=None if is_head else Icon.MESSAGE)

    def set_layout(self, width: int, *, is_stacked: bool) -> None:  # noqa: ARG002 - as a card
        """Stack the languages when narrow."""
        self.text.set_stacked(is_stacked)

    def flush(self) -> None:
        """Nothing is typed here."""

"""Words to say, or a heading between questions, in one language or two."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.forms.questionnaire import ItemType
from desktop.forms.session import ItemKey
from desktop.views.editors.editor import safe_name
from desktop.views.interview.card_extras import CardExtras, flyover_words, has_extras
from desktop.views.interview.card_notes import CardNotes, Note
from desktop.views.interview.interview_state import CardState
from desktop.views.interview.rich_words import item_words
from desktop.views.interview.two_column_text import TwoColumnText
from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Shape, Space, TextStyle, Tone
from desktop.views.widgets.meter import Meter


class DisplayCard(QWidget):
    """A ``display`` item or the head of a group; nothing to answer."""

    def __init__(self, state: CardState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.setObjectName(f"text-{safe_name(state.key)}")
        is_head = state.item.item.type is ItemType.GROUP
        column = QVBoxLayout(self)
        column.setSpacing(Space.S)
        # As far in as the content of a card with its edge.
        side = Space.L + Shape.EDGE
        column.setContentsMargins(side, Space.S if is_head else 0, side, 0)
        self.text = TwoColumnText(
            self,
            name=f"words-{safe_name(state.key)}",
            style=TextStyle.ROW_STRONG if is_head else TextStyle.ROW,
            is_indented=not is_head,
        )
        column.addWidget(self.text)
        self._extras: CardExtras | None = None
        self._column = column
        self.meter: Meter | None = None
        self.hint = CardNotes(self, name=f"hint-{safe_name(state.key)}")
        column.addWidget(self.hint)
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
        if state.is_closed:
            words = self.tr("This part opens when the room is private.")
            self.text.show_texts(words, icon=State.LOCKED, tone=Tone.PRIVATE)
            return
        first, second, rich = item_words(state.item, state.mode)
        icon, words = self._look(state)
        label = f"{words}: " if words else ""
        self.text.show_texts(
            f"{label}{first}",
            f"{label}{second}" if second else "",
            icon=icon,
            number=state.number,
            rich_number=state.rich_number,
            rich=f"<b>{label}</b>{rich}" if rich and label else rich,
        )
        self.text.setToolTip(flyover_words(state))
        if self._extras is None and has_extras(state):
            self._extras = CardExtras(self, name=safe_name(state.key))
            self._column.insertWidget(1, self._extras)
        if self._extras is not None:
            self._extras.show_state(state)
        if state.meter:
            self._show_meter(state)

    def _look(self, state: CardState) -> tuple[Icon | None, str]:
        """Icon and first word of what the words are: core displayCategory, itemControl legal."""
        item = state.item.item
        if item.type is ItemType.GROUP:
            return None, ""
        looks = {
            "instructions": (Icon.INFO, self.tr("Instructions")),
            "security": (Icon.SHIELD_CHECK, self.tr("Security")),
            "help": (Icon.HELP, self.tr("Help")),
            "flyover": (Icon.HELP, self.tr("Help")),
            "legal": (Icon.FILE_TEXT, self.tr("Legal note")),
        }
        shown = item.presentation
        names = (shown.category, *shown.controls)
        found = (looks[name] for name in names if name in looks)
        return next(found, (Icon.MESSAGE, ""))

    def _show_meter(self, state: CardState) -> None:
        if self.meter is None:
            self.meter = Meter(self, name=f"meter-{safe_name(state.key)}")
            self._column.insertWidget(1, self.meter)
        self.meter.show_parts(state.meter)
        note: tuple[Note, ...] = ((Icon.LIGHTBULB, Tone.ACCENT, state.hint),) if state.hint else ()
        self.hint.show_notes(note)

    def set_layout(self, width: int, *, is_stacked: bool) -> None:  # noqa: ARG002 - as a card
        """Stack the languages when narrow."""
        self.text.set_stacked(is_stacked)

    def flush(self) -> None:
        """Nothing is typed here."""

"""What is shown and not typed: calculated values, read-only answers, kinds nobody can fill here."""

from PySide6.QtWidgets import QWidget

from desktop.forms.questionnaire import ItemType
from desktop.forms.session import ItemState
from desktop.views.editors.editor import Editor
from desktop.views.editors.language_mode import LanguageMode
from desktop.views.editors.shown_value import answer_text
from desktop.views.theme.tokens import TextStyle, Tone
from desktop.views.widgets.wrap_label import WrapLabel


class ReadOnlyEditor(Editor):
    """The answer as words. Never answers."""

    def __init__(self, state: ItemState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self.label = WrapLabel("", self, style=TextStyle.ROW)
        self.label.setObjectName(self.name)
        self.column.addWidget(self.label)

    def show_state(self, state: ItemState, mode: LanguageMode) -> None:
        """Show the value, or why there is none."""
        super().show_state(state, mode)
        words = "" if state.is_unknown else answer_text(state.item, state.answer, mode)
        self.label.set_tone(Tone.PLAIN if words else Tone.MUTED)
        self.label.setText(words or self._instead(state))

    def show_words(self, words: str) -> None:
        """Show these words instead (a withheld score)."""
        self.label.setText(words)

    def _instead(self, state: ItemState) -> str:
        if state.is_unknown:
            return self.tr("Not answered")
        if state.item.type in (ItemType.ATTACHMENT, ItemType.REFERENCE):
            return self.tr("This kind of answer cannot be given here.")
        if state.item.type.is_choice and not state.read_only:
            return self.tr("The answers to choose from are not in this form.")
        return self.tr("No value yet")

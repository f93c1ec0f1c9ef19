"""Language, text size and colours, changed at once and kept for this workstation."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.views.help.help_state import HelpState
from desktop.views.theme.tokens import TextStyle, Tone
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.segment import Choice, Segment
from desktop.views.widgets.wrap_label import WrapLabel

SIZES = (100, 125, 150, 175, 200)
"""Text sizes offered, in per cent."""


class DisplayPanel(Panel):
    """Signals: ``display_changed(theme, scale)``; ``language_chosen("en" or "es")``."""

    display_changed = Signal(str, float)
    language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name="help-display")
        self.set_title(self.tr("Display"))
        self._state = HelpState()
        self.language = Segment(
            self.tr("Language"),
            [Choice("en", "English"), Choice("es", "Español")],
            self,
            name="help-language",
        )
        self.size_choice = Segment(
            self.tr("Text size"),
            [Choice(str(size), self.tr("{size} %").format(size=size)) for size in SIZES],
            self,
            name="help-size",
        )
        self.theme = Segment(
            self.tr("Colours"),
            [
                Choice("system", self.tr("As the computer")),
                Choice("light", self.tr("Light")),
                Choice("dark", self.tr("Dark")),
            ],
            self,
            name="help-theme",
        )
        for title, segment in (
            (self.tr("Language"), self.language),
            (self.tr("Text size"), self.size_choice),
            (self.tr("Colours"), self.theme),
        ):
            self.body.addWidget(WrapLabel(title, self, style=TextStyle.BODY_STRONG))
            self.body.addWidget(segment)
        note = self.tr("Kept for this workstation. Ctrl++ and Ctrl+- change the text size too.")
        self.body.addWidget(WrapLabel(note, self, tone=Tone.MUTED))
        self.language.chosen.connect(self.language_chosen)
        self.size_choice.chosen.connect(self._choose_size)
        self.theme.chosen.connect(self._choose_theme)

    def show_state(self, state: HelpState) -> None:
        """Show what is in force; a size between the steps shows none as chosen."""
        self._state = state
        self.language.set_chosen(state.language)
        self.size_choice.set_chosen(str(round(state.scale * 100)))
        self.theme.set_chosen(state.theme)

    @Slot(str)
    def _choose_size(self, size: str) -> None:
        self.display_changed.emit(self._state.theme, int(size) / 100)

    @Slot(str)
    def _choose_theme(self, theme: str) -> None:
        self.display_changed.emit(theme, self._state.scale)

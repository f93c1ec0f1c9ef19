"""Over the page: the section's name, which question it is, and the languages."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.packets.paper_words import unbroken
from desktop.views.editors.language_mode import LanguageMode
from desktop.views.interview.interview_state import HeadState
from desktop.views.interview.saying import say
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.segment import Choice, Segment
from desktop.views.widgets.wrap_label import WrapLabel


class LanguageSegment(Segment):
    """English / Both / Español: each language names itself. Signals: ``chosen(mode)``."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(
            "",
            (
                Choice(LanguageMode.ENGLISH.value, "English"),
                Choice(LanguageMode.BOTH.value, self._both()),
                Choice(LanguageMode.SPANISH.value, "Español"),
            ),
            parent,
            name=name,
        )
        self.setAccessibleName(self.tr("Language of the questions"))

    @classmethod
    def _both(cls) -> str:
        from PySide6.QtCore import QCoreApplication

        return QCoreApplication.translate("LanguageSegment", "Both")


class PageHead(QWidget):
    """Signals: ``language_chosen(mode)`` "en", "both" or "es"."""

    language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("interview-head")
        self._shown: HeadState | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.XL, Space.M, Space.XL, Space.S)
        row.setSpacing(Space.M)
        self.title = WrapLabel("", self, style=TextStyle.TITLE)
        self.title.setObjectName("interview-title")
        self.place = WrapLabel("", self, tone=Tone.MUTED)
        self.place.setObjectName("interview-place")
        row.addWidget(self.title)
        row.addWidget(self.place)
        row.addStretch(1)
        self.languages = LanguageSegment(self, name="interview-language")
        self.languages.chosen.connect(self.language_chosen)
        row.addWidget(self.languages)

    def show_head(self, state: HeadState) -> None:
        """Show title and place."""
        if state == self._shown:
            return
        is_other_mode = self._shown is None or self._shown.mode is not state.mode
        self._shown = state
        say(self.title, state.title)
        words = self.tr("Question {number} of {total}")
        said = words.format(number=state.number, total=state.total)
        say(self.place, unbroken(said))  # the title wraps first
        self.place.setVisible(state.number > 0)
        self.languages.setVisible(state.speaks_both)
        if is_other_mode:
            self.languages.set_chosen(state.mode.kept)

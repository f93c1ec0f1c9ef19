"""Four lines that repeat a consent: with whom, yes to what, no to what, until when."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.consent.consent_states import ConsentState
from desktop.views.consent.text_pair import TextPair
from desktop.views.editors.language_mode import LanguageMode
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import IconSize, Space, Tone
from desktop.views.widgets.icon_label import IconLabel

LINES = (
    ("who", Icon.USERS, Tone.ACCENT),
    ("yes", Icon.CHECK, Tone.ACCENT),
    ("no", Icon.BAN, Tone.MUTED),
    ("until", Icon.CALENDAR, Tone.ACCENT),
)


class ScopeLinesView(QWidget):
    """Both check it before the pen: the person's language large, the other below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("consent-scope")
        self.pairs: dict[str, TextPair] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for key, icon, tone in LINES:
            row = QHBoxLayout()
            row.setSpacing(Space.M)
            mark = IconLabel(icon, self, tone=tone, size=IconSize.MEDIUM)
            pair = TextPair(self, is_beside=False)
            pair.setObjectName(f"consent-scope-{key}")
            self.pairs[key] = pair
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(pair, 1)
            column.addLayout(row)
            self._last_row = row
        column.addStretch(1)

    def add_beside_last(self, control: QWidget) -> None:
        """Put a control at the right of the last line."""
        self._last_row.addWidget(control)

    def show_state(self, state: ConsentState) -> None:
        """Show the lines of this text."""
        lines, language = state.text.lines, state.text.language
        # A kept text has one language, but its lines are words of the screen and have both.
        mode = state.mode if len(state.text.languages) > 1 else LanguageMode.BOTH
        for key, text in (("who", lines.who), ("yes", lines.yes), ("no", lines.no)):
            self.pairs[key].show_text(text, language, mode, is_strong=True)
        self.pairs["until"].show_text(
            lines.until, language, mode, is_strong=True, second=lines.until_in_records
        )

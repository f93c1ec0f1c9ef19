"""A text in the person's language with the other language beside it, or below when narrow."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.forms.questionnaire import LocalText
from desktop.views.consent.consent_states import other_language
from desktop.views.editors.language_mode import LanguageMode
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.wrap_label import WrapLabel


class TextPair(QWidget):
    """What the person reads is 14 pt; the language beside it is for staff, 12 pt and muted."""

    def __init__(self, parent: QWidget | None = None, *, is_beside: bool = True) -> None:
        super().__init__(parent)
        top = Qt.AlignmentFlag.AlignTop
        self.first_label = WrapLabel("", self, style=TextStyle.ROW, is_long=is_beside)
        self.second_label = WrapLabel("", self, tone=Tone.MUTED, is_long=is_beside)
        self.first_label.setAlignment(top)
        self.second_label.setAlignment(top)
        self._is_beside = is_beside
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.first_label, 1)
        self._box.addWidget(self.second_label, 1)
        self.set_stacked(not is_beside)

    def show_text(
        self,
        text: LocalText,
        language: str,
        mode: LanguageMode,
        *,
        is_strong: bool = False,
        second: LocalText | None = None,
    ) -> None:
        """Show the person's ``language`` first; ``second`` words the other one differently."""
        is_both = mode is LanguageMode.BOTH
        shown = language if is_both else mode.value
        self.first_label.set_style(TextStyle.ROW_STRONG if is_strong else TextStyle.ROW)
        self.first_label.setText(text.in_language(shown))
        other = (second or text).in_language(other_language(language)) if is_both else ""
        self.second_label.setText(other)
        self.second_label.setVisible(bool(other))

    def set_stacked(self, is_stacked: bool) -> None:
        """One below the other when there is no room for two columns."""
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._box.setDirection(below if is_stacked else beside)
        self._box.setSpacing(Space.NONE if is_stacked else 2 * Space.XL)

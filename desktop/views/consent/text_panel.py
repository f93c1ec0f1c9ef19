"""The text of a consent: title, language choice, paragraphs that scroll by keys, version."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.consent.consent_states import ConsentState, ConsentText
from desktop.views.consent.consent_words import ConsentWords
from desktop.views.consent.text_pair import TextPair
from desktop.views.editors.language_mode import LanguageMode
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Shape, Space, Tone, Width
from desktop.views.widgets.focus_ring import INSIDE
from desktop.views.widgets.icon_label import IconLabel
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.segment import Choice, Segment
from desktop.views.widgets.surface import Rule
from desktop.views.widgets.wrap_label import WrapLabel


class TextPanel(Panel):
    """Signals: ``mode_chosen(LanguageMode)``."""

    mode_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name="consent-text", is_flush=True)
        self._words = ConsentWords(self)
        self._pairs: list[TextPair] = []
        self._text: ConsentText | None = None
        self._is_stacked = False
        self.head.setContentsMargins(Space.XL, Space.S, Space.S, Space.S)
        self.segment = Segment(
            self.tr("Language of the text"),
            [
                Choice(LanguageMode.ENGLISH, "English"),
                Choice(LanguageMode.BOTH, self.tr("Both")),
                Choice(LanguageMode.SPANISH, "Español"),
            ],
            self,
            name="consent-language",
        )
        self.segment.chosen.connect(self._choose)
        self.head.addWidget(self.segment)
        self.text_scroll = QScrollArea(self)
        self._page = QWidget()
        self._page.setObjectName("consent-page")
        self._page.setProperty("page", True)
        self._page.setProperty(INSIDE, True)
        self._page.setAccessibleName(self.tr("Text of the consent"))
        self._column = QVBoxLayout(self._page)
        self._lay_out()
        theme_holder().changed.connect(self._restyle)
        self._restyle()

    def _lay_out(self) -> None:
        self.text_scroll.setObjectName("consent-scroll")
        self.text_scroll.setAccessibleName(self.tr("Text of the consent"))
        self.text_scroll.setAccessibleDescription(self.tr("Arrow keys scroll"))
        self.text_scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.text_scroll.setProperty(INSIDE, True)
        self.text_scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.text_scroll.setWidgetResizable(True)
        self.text_scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        self._column.setSpacing(Space.M)
        self._column.addStretch(1)
        self.text_scroll.setWidget(self._page)
        self.body.addWidget(self.text_scroll, 1)
        self.body.addWidget(Rule(self))
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        foot.setSpacing(Space.S)
        self.version_label = WrapLabel("", self, tone=Tone.MUTED)
        self.version_label.setObjectName("consent-version")
        self.more_label = WrapLabel("", self, tone=Tone.MUTED)
        self.more_label.setObjectName("consent-more")
        self.more_label.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
        foot.addWidget(IconLabel(Icon.FILE_CHECK, self, tone=Tone.MUTED))
        foot.addWidget(self.version_label, 1)
        foot.addWidget(self.more_label)
        self.body.addLayout(foot)
        bar = self.text_scroll.verticalScrollBar()
        bar.valueChanged.connect(self._tell_rest)
        bar.rangeChanged.connect(self._tell_rest)

    def show_state(self, state: ConsentState) -> None:
        """Show the text; another text starts at its top."""
        text = state.text
        shown = text.language if state.mode is LanguageMode.BOTH else state.mode.value
        self.set_title(text.title.in_language(shown))
        self.segment.set_chosen(state.mode.value)
        self.segment.setVisible(len(text.languages) > 1)
        self._show_paragraphs(text, state.mode)
        words = self.tr("Text version {version}. The {language} text is the one signed")
        if state.document is None:
            words = self.tr("Text version {version}. Kept in {language}, as it was shown")
        language = self._words.language(text.language)
        self.version_label.setText(words.format(version=text.version, language=language))
        if self._text is None or self._text.title != text.title:
            self.text_scroll.verticalScrollBar().setValue(0)
        self._text = text

    @property
    def reading_place(self) -> QWidget:
        """What has the focus while the text is read by keys."""
        return self._page if self.text_scroll.widget() is None else self.text_scroll

    def set_flowing(self, is_flowing: bool) -> None:
        """Show all of the text, for a page that scrolls as a whole."""
        if is_flowing == (self.text_scroll.widget() is None):
            return
        is_read = self.reading_place.hasFocus()
        if is_flowing:
            self.body.insertWidget(0, self.text_scroll.takeWidget())
            self._page.show()
        else:
            self.body.removeWidget(self._page)
            self.text_scroll.setWidget(self._page)
        # A scroll area fills its page with the window's colour; here the panel shows through.
        self._page.setAutoFillBackground(False)
        self.text_scroll.setVisible(not is_flowing)
        # Keys that the page does not take go up to whatever scrolls it.
        strong, none = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.NoFocus
        self._page.setFocusPolicy(strong if is_flowing else none)
        QWidget.setTabOrder(self.text_scroll, self._page)
        if is_read:
            self.reading_place.setFocus(Qt.FocusReason.OtherFocusReason)
        self.more_label.setVisible(not is_flowing)

    def set_stacked(self, is_stacked: bool) -> None:
        """Put the other language under each paragraph."""
        self._is_stacked = is_stacked
        for pair in self._pairs:
            pair.set_stacked(is_stacked)

    def _show_paragraphs(self, text: ConsentText, mode: LanguageMode) -> None:
        while len(self._pairs) < len(text.paragraphs):
            pair = TextPair(self._page)
            pair.set_stacked(self._is_stacked)
            self._column.insertWidget(len(self._pairs), pair)
            self._pairs.append(pair)
        for at, pair in enumerate(self._pairs):
            pair.setVisible(at < len(text.paragraphs))
            if at < len(text.paragraphs):
                is_strong = at in text.strong
                pair.show_text(text.paragraphs[at], text.language, mode, is_strong=is_strong)

    @Slot(str)
    def _choose(self, key: str) -> None:
        self.mode_chosen.emit(LanguageMode(key))

    @Slot()
    def _tell_rest(self) -> None:
        bar = self.text_scroll.verticalScrollBar()
        is_end = bar.value() >= bar.maximum()
        self.more_label.setText(self.tr("End of the text") if is_end else self.tr("More below"))

    @Slot()
    def _restyle(self) -> None:
        self.text_scroll.setMinimumHeight(current_theme().metrics.option + 2 * Space.XL)
        most = current_theme().metrics.scaled(2 * Width.QUESTION_MOST) + 2 * Shape.EDGE
        self._page.setMaximumWidth(most)

"""Reads one consent text in both languages, paragraph beside paragraph."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.forms.questionnaire import LocalText
from desktop.services.approve_text import TextCard
from desktop.views.texts.blanks import with_blanks
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, TextStyle, Tone, Width
from desktop.views.widgets.chip import Chip
from desktop.views.widgets.surface import Rule
from desktop.views.widgets.wrap_label import WrapLabel

LANGUAGES = ("en", "es")


class ReadingPane(QWidget):
    """Shows what will be signed; places to be filled in stand in brackets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("texts-reading")
        self._pairs: list[QBoxLayout] = []
        self._made: list[QWidget] = []
        self.title_label = WrapLabel("", self, style=TextStyle.TITLE)
        self.state_chip = Chip("", self)
        self.note_label = WrapLabel(
            self.tr("Words in brackets are filled in for each person before the text is shown."),
            self,
            tone=Tone.MUTED,
        )
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self.title_label, 1)
        head.addWidget(self.state_chip, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XS, Space.XS, Space.XS, Space.XS)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addWidget(self.note_label)
        column.addWidget(Rule(self))
        self._paragraphs = QVBoxLayout()
        self._paragraphs.setSpacing(Space.L)
        column.addLayout(self._paragraphs)
        column.addStretch(1)
        theme_holder().changed.connect(self._fit)

    def show_text(self, card: TextCard, language: str, hospital: str) -> None:
        """Read another text; ``language`` is that of the interface, for the title."""
        version = self.tr("{title}, version {version}")
        title = card.title.in_language(language)
        self.title_label.setText(version.format(title=title, version=card.version))
        if card.approved_by is None:
            words, tone, icon = self.tr("Not approved"), Tone.WARNING, Icon.TRIANGLE_ALERT
        else:
            words, tone, icon = self.tr("Approved"), Tone.SUCCESS, Icon.CHECK
        self.state_chip.show_fact(words, tone, icon)
        for old in self._made:
            old.hide()
            old.deleteLater()
        self._made, self._pairs = [], []
        self._add_pair(card.title, hospital, TextStyle.ROW_STRONG)
        for paragraph in card.paragraphs:
            self._add_pair(paragraph, hospital, TextStyle.ROW)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the languages below each other when there is no room for two columns."""
        super().resizeEvent(event)
        self._fit()

    def _add_pair(self, text: LocalText, hospital: str, style: TextStyle) -> None:
        holder = QWidget(self)
        pair = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(Space.XL)
        for language in LANGUAGES:
            words = with_blanks(text.in_language(language), language, hospital)
            label = WrapLabel(words, holder, style=style, is_long=True)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            pair.addWidget(label, 1, Qt.AlignmentFlag.AlignTop)
        self._paragraphs.addWidget(holder)
        self._pairs.append(pair)
        self._made.append(holder)

    @Slot()
    def _fit(self) -> None:
        is_narrow = self.width() < current_theme().metrics.scaled(Width.SIDE_MOST)
        for pair in self._pairs:
            pair.setDirection(
                QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
            )
            pair.setSpacing(Space.XS if is_narrow else Space.XL)

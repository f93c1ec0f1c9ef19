"""One's own unfinished form: which, when, how far, where; go on, look at it, or discard it."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.services.draft_cards import DraftCard
from desktop.views.person.when_words import moment_words
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.button_flow import ButtonFlow
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.tab_order import keep_tab_order
from desktop.views.widgets.wrap_label import WrapLabel


@dataclass(frozen=True, slots=True)
class DraftWords:
    """``form`` names the form, with the alias where it is not clear whose it is."""

    form: str
    saved: str
    place: str


def draft_words(card: DraftCard, now: datetime, language: str, *, with_alias: bool) -> DraftWords:
    """The words of a card; the last question is not named while it opens in private only."""
    title = card.form_title.in_language(language)
    form = sentence("draft-card.own", language, form=title)
    if with_alias:
        form = sentence("draft-card.own-of", language, alias=card.alias, form=title)
    saved = sentence(
        "draft-card.saved",
        language,
        time=moment_words(card.changed_at, now, language),
        answered=card.answered + card.with_reason,
        total=card.total,
    )
    question = card.position_text.in_language(language)
    place = ""
    if card.is_position_private:
        place = sentence("draft-card.private", language)
    elif question:
        place = sentence("draft-card.question", language, question=question)
    return DraftWords(form, saved, place)


class DraftCardPanel(Panel):
    """Signals: ``resume_requested()``, ``look_requested()``, ``discard_requested()``."""

    resume_requested = Signal()
    look_requested = Signal()
    discard_requested = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, name: str, is_closable: bool = False
    ) -> None:
        super().__init__("", parent, name=name)
        self.form = WrapLabel("", self, style=TextStyle.ROW_STRONG)
        self.saved = WrapLabel("", self)
        self.place = WrapLabel("", self, tone=Tone.MUTED)
        words = QVBoxLayout()
        words.setSpacing(Space.XS)
        for label, part in ((self.form, "form"), (self.saved, "saved"), (self.place, "place")):
            label.setObjectName(f"{name}-{part}")
            words.addWidget(label)
        self._top = QHBoxLayout()
        self._top.addLayout(words, 1)
        self.body.addLayout(self._top)
        self.resume = Button(self.tr("Resume"), self, name=f"{name}-resume", icon=Icon.PEN)
        self.look = Button(self.tr("View"), self, name=f"{name}-look", icon=Icon.EYE)
        self.discard = Button(
            self.tr("Discard draft"), self, name=f"{name}-discard", role=ButtonRole.DANGER
        )
        self.resume.clicked.connect(self._resume)
        self.look.clicked.connect(self._look)
        self.discard.clicked.connect(self._discard)
        self.body.addWidget(ButtonFlow((self.resume, self.look, self.discard), self))
        self.close_button = Button(
            self.tr("Not now"), self, name=f"{name}-close", icon=Icon.X, is_icon_only=True
        )
        self.close_button.clicked.connect(self.hide)
        self.close_button.setVisible(is_closable)
        self._top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        keep_tab_order(self, [self.resume, self.look, self.discard, self.close_button])
        self.hide()

    def show_words(self, words: DraftWords | None) -> None:
        """Show a draft; None when there is none."""
        self.setVisible(words is not None)
        if words is None:
            return
        self.form.setText(words.form)
        self.saved.setText(words.saved)
        self.place.setText(words.place)
        self.place.setVisible(bool(words.place))

    def set_read_only(self, is_read_only: bool) -> None:
        """Whether the draft can be looked at and nothing more."""
        self.resume.setVisible(not is_read_only)
        self.discard.setVisible(not is_read_only)

    @Slot()
    def _resume(self) -> None:
        self.resume_requested.emit()

    @Slot()
    def _look(self) -> None:
        self.look_requested.emit()

    @Slot()
    def _discard(self) -> None:
        self.discard_requested.emit()

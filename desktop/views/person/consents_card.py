"""What was agreed to, on the person page: which text, how, when, the copy, and whom to tell."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.records.consent import Consent, ConsentStatus
from desktop.services.consents import ConsentCard
from desktop.views.person.when_words import moment_words
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.wrap_label import WrapLabel


@dataclass(frozen=True, slots=True)
class GivenLine:
    """One consent: what it is about, and what is known of it."""

    title: str
    facts: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class ConsentsState:
    """``to_tell`` names the partners who do not know yet that it was taken back, "" for none."""

    to_tell: str = ""
    given: tuple[GivenLine, ...] = ()


class ConsentsCard(Panel):
    """Hidden while nothing was given or taken back. Signals: ``open_requested()``."""

    open_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(sentence("given.title", language), parent, name="person-consents")
        self._state: ConsentsState | None = None
        self.bar = MessageBar(self, name="person-to-tell", is_closable=False)
        self.body.addWidget(self.bar)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(Space.M)
        self._shown: list[QWidget] = []
        self.body.addLayout(self._lines)
        self.open_button = Button(
            sentence("given.open", language), self, name="person-consents-open", icon=Icon.FILE_TEXT
        )
        self.open_button.clicked.connect(self._open)
        self.body.addWidget(self.open_button)

    def show_state(self, state: ConsentsState) -> None:
        """Show them; the same ones stay as they are."""
        self.setVisible(bool(state.to_tell or state.given))
        if state == self._state:
            return
        self._state = state
        if state.to_tell:
            self.bar.show_message(Tone.WARNING, state.to_tell, is_spoken=False)
        else:
            self.bar.clear()
        for old in self._shown:
            old.hide()
            old.deleteLater()
        self._shown = [self._line(one) for one in state.given]

    def _line(self, given: GivenLine) -> QWidget:
        line = QWidget(self)
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(WrapLabel(given.title, line, style=TextStyle.BODY_STRONG))
        for fact in given.facts:
            column.addWidget(WrapLabel(fact, line, tone=Tone.MUTED))
        self._lines.addWidget(line)
        line.show()
        return line

    @Slot()
    def _open(self) -> None:
        self.open_requested.emit()


def consents_state(cards: Iterable[ConsentCard], now: datetime, language: str) -> ConsentsState:
    """What was given, and whom to tell, in the interface language."""
    kept = [(one, one.consent) for one in cards if one.consent is not None]
    untold = [
        sentence("given.untold", language, partner=card.recipient, time=_when(at, now, language))
        for card, consent in kept
        if consent.status is ConsentStatus.WITHDRAWN and consent.scope and consent.told is None
        if (at := consent.withdrawn_at) is not None
    ]
    words = sentence("given.to-tell", language, who="; ".join(untold)) if untold else ""
    is_yes_or_back = (ConsentStatus.GRANTED, ConsentStatus.WITHDRAWN)
    given = tuple(
        GivenLine(_title(card, language), _facts(consent, now, language))
        for card, consent in kept
        if consent.status in is_yes_or_back
    )
    return ConsentsState(words, given)


def _when(at: datetime, now: datetime, language: str) -> str:
    return moment_words(at, now, language)


def _title(card: ConsentCard, language: str) -> str:
    words = sentence(f"consent-type.{card.consent_type.value}", language)
    return f"{words}: {card.recipient}" if card.recipient else words


def _facts(consent: Consent, now: datetime, language: str) -> tuple[str, ...]:
    facts = [
        sentence(
            "given.text",
            language,
            version=consent.text_ref.version,
            language=sentence(f"language-name.{consent.language}", language),
        )
    ]
    if consent.mode is not None:
        how = sentence(f"consent-mode.{consent.mode.value}", language)
        when = _when(consent.asked_at, now, language)
        facts.append(sentence("given.how", language, how=how, time=when))
    if consent.withdrawn_at is not None:
        when = _when(consent.withdrawn_at, now, language)
        facts.append(sentence("given.back", language, time=when))
        if consent.told is not None:
            told = _when(consent.told.at, now, language)
            facts.append(sentence(f"given.told.{consent.told.how.value}", language, time=told))
    if consent.copy is not None:
        when = _when(consent.copy.at, now, language)
        facts.append(sentence(f"given.copy.{consent.copy.how.value}", language, time=when))
    elif consent.status is ConsentStatus.GRANTED:
        facts.append(sentence("given.copy.not-noted", language))
    return tuple(facts)

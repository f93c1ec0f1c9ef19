"""An answered consent, frozen: signature, name and time; no, later, taken back, ended."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.records.consent import Consent
from desktop.views.consent.consent_states import ConsentState
from desktop.views.consent.consent_words import (
    ConsentWords,
    moment,
    releases_nothing,
    state_icon,
)
from desktop.views.consent.sign_area import fit_pad
from desktop.views.theme.holder import theme_holder
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import IconSize, Space, TextStyle, Tone
from desktop.views.widgets.icon_label import IconLabel
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.signature_pad import SignaturePad
from desktop.views.widgets.wrap_label import WrapLabel


class Answered(QWidget):
    """Read-only: a signature is final."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.setObjectName("consent-answered")
        self._words = ConsentWords(self)
        self.icon = IconLabel(State.NOT_STARTED, self, size=IconSize.MEDIUM)
        self.title_label = WrapLabel("", self, style=TextStyle.ROW_STRONG)
        self.title_label.setObjectName("consent-answer")
        self.pad = SignaturePad(self, name="consent-kept-signature")
        self.pad.caption_label.hide()
        self.pad.canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        fit_pad(self.pad)
        self.by_label = WrapLabel("", self)
        self.by_label.setObjectName("consent-given-by")
        self.witness_label = WrapLabel("", self, tone=Tone.MUTED)
        self.witness_label.setObjectName("consent-kept-witness")
        self.note = MessageBar(self, name="consent-note", is_closable=False, has_edge=False)
        theme_holder().changed.connect(self._restyle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self.icon)
        head.addWidget(self.title_label, 1)
        column.addLayout(head)
        column.addWidget(self.pad, 1)
        for widget in (self.by_label, self.witness_label, self.note):
            column.addWidget(widget)
        column.addStretch(0)

    def show_state(self, state: ConsentState) -> None:
        """Show the newest answer."""
        consent = state.card.consent
        if consent is None:
            return
        self.icon.show_icon(state_icon(state.card, is_asking=False))
        self.title_label.setText(self._words.state(state.card, state.today, is_asking=False))
        self._show_signature(consent)
        was_given = consent.mode is not None
        said = self._words.given_by(consent) if was_given else moment(consent.asked_at)
        self.by_label.setText(said)
        self.witness_label.setText(self.tr("Witness: {name}").format(name=consent.witness))
        self.witness_label.setVisible(bool(consent.witness))
        self._show_note(state, consent)

    def _show_signature(self, consent: Consent) -> None:
        signature = consent.signature
        self.pad.setVisible(signature is not None)
        if signature is not None:
            self.pad.show_signed(signature.strokes, "")

    def _show_note(self, state: ConsentState, consent: Consent) -> None:
        self.note.clear()
        if consent.withdrawn_at is not None:
            words = self.tr("Taken back {moment}, {how}. Nothing more is shared with this paper.")
            words = words.format(
                moment=moment(consent.withdrawn_at), how=self._words.how(consent.withdrawn_how)
            )
            self.note.show_message(Tone.ACCENT, words, is_spoken=False)
        elif state.card.ask_again is not None:
            words = sentence(f"consent-again.{state.card.ask_again.value}", self._language)
            self.note.show_message(Tone.WARNING, words, is_spoken=False)
        elif releases_nothing(state.card):
            words = self._words.spoken(state.card.recipient)
            self.note.show_message(Tone.WARNING, words, is_spoken=False)

    @Slot()
    def _restyle(self) -> None:
        fit_pad(self.pad)

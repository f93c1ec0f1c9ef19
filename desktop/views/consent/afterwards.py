"""What is still to do after an answer: the person's copy, or telling a partner of a taking back."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.records.consent import Consent, ConsentStatus, CopyGiven, ToldHow
from desktop.views.consent.consent_states import ConsentState
from desktop.views.consent.consent_words import moment
from desktop.views.theme.tokens import Space, TextStyle
from desktop.views.widgets.button import Button
from desktop.views.widgets.button_flow import ButtonFlow
from desktop.views.widgets.wrap_label import WrapLabel


class Afterwards(QWidget):
    """Signals: ``copy_noted(CopyGiven)``; ``told(ToldHow)``."""

    copy_noted = Signal(object)
    told = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("consent-afterwards")
        self.label = WrapLabel("", self, style=TextStyle.ROW_STRONG)
        self.label.setObjectName("consent-afterwards-state")
        self._copy_words = {
            CopyGiven.ON_PAPER: self.tr("Given on paper"),
            CopyGiven.KEPT_HERE: self.tr("We keep it for the person"),
            CopyGiven.NOT_WANTED: self.tr("Not wanted"),
        }
        self._told_words = {
            ToldHow.BY_PHONE: self.tr("Told by phone"),
            ToldHow.IN_WRITING: self.tr("Told in writing"),
            ToldHow.IN_PERSON: self.tr("Told in person"),
        }
        self.copies = self._buttons(self._copy_words, "copy")
        self.tellings = self._buttons(self._told_words, "told")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.label)
        self._flow = ButtonFlow((*self.copies, *self.tellings), self)
        column.addWidget(self._flow)

    def _buttons(
        self, words: dict[CopyGiven, str] | dict[ToldHow, str], key: str
    ) -> tuple[Button, ...]:
        made = []
        for how, text in words.items():
            button = Button(text, self, name=f"consent-{key}-{how.value}")
            button.clicked.connect(self._pressed)
            made.append(button)
        return tuple(made)

    def show_state(self, state: ConsentState) -> None:
        """Show what is to do, or that it was done."""
        consent = state.card.consent
        is_given = consent is not None and consent.status is ConsentStatus.GRANTED
        was_shared = consent is not None and consent.scope is not None
        is_back = consent is not None and consent.status is ConsentStatus.WITHDRAWN
        is_to_tell = is_back and was_shared and consent is not None and consent.told is None
        for button in self.copies:
            button.setVisible(is_given)
        for button in self.tellings:
            button.setVisible(is_to_tell)
        self._flow.arrange()
        self.label.setText(self._words(consent, state) if consent is not None else "")
        self.label.setVisible(bool(self.label.text()))
        self._flow.setVisible(is_given or is_to_tell)

    def _words(self, consent: Consent, state: ConsentState) -> str:
        if consent.status is ConsentStatus.GRANTED:
            if consent.copy is None:
                return self.tr("The person's copy")
            how = self._copy_words[consent.copy.how]
            words = self.tr("The person's copy: {how}, {moment}")
            return words.format(how=how, moment=moment(consent.copy.at))
        if consent.status is not ConsentStatus.WITHDRAWN or consent.scope is None:
            return ""
        if consent.told is None:
            return self.tr("To be told: {partner}").format(partner=state.card.recipient)
        how = self._told_words[consent.told.how]
        words = self.tr("{partner}: {how}, {moment}")
        return words.format(partner=state.card.recipient, how=how, moment=moment(consent.told.at))

    @Slot()
    def _pressed(self) -> None:
        name = self.sender().objectName()
        if name.startswith("consent-copy-"):
            self.copy_noted.emit(CopyGiven(name.removeprefix("consent-copy-")))
        else:
            self.told.emit(ToldHow(name.removeprefix("consent-told-")))

"""Cards of a small form at work: a session, one card per question, and what they told."""

import json
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from desktop.forms.answers import Answer, Answered, NoAnswer
from desktop.forms.reading import read_questionnaire
from desktop.forms.session import FormSession, ItemKey
from desktop.views.editors.language_mode import LanguageMode
from desktop.views.interview.asides import asides_of
from desktop.views.interview.interview_state import CardState
from desktop.views.interview.problem_words import problem_words, warning_words
from desktop.views.interview.question_card import QuestionCard

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
FHIR = "http://hl7.org/fhir/StructureDefinition/"
SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"


def control(code: str) -> dict[str, object]:
    """The itemControl extension."""
    return {
        "url": f"{FHIR}questionnaire-itemControl",
        "valueCodeableConcept": {"coding": [{"code": code}]},
    }


class CardBench:
    """A window with a card for each question of ``items``."""

    def __init__(self, *items: dict[str, object], mode: LanguageMode = LanguageMode.ENGLISH):
        form = {
            "resourceType": "Questionnaire",
            "url": "https://firstlight.example/fhir/Questionnaire/cards",
            "version": "1",
            "status": "active",
            "language": "en",
            "item": [{"text": "A question", **item} for item in items],
        }
        read = read_questionnaire(json.dumps(form).encode(), "test.json")
        self.session = FormSession(read, now=lambda: NOON)
        self.mode = mode
        self.told: list[tuple[str, Answer]] = []
        self.window = QWidget()
        column = QVBoxLayout(self.window)
        self.cards: dict[str, QuestionCard] = {}
        for key in self.session.tree.by_key:
            if not self.session.state(key).item.type.is_question:
                continue
            card = QuestionCard(self._state(key), lambda: NOON, self.window)
            card.answered.connect(self._take)
            column.addWidget(card)
            self.cards[key] = card
        self.window.show()

    def card(self, key: str = "q") -> QuestionCard:
        """The card of a question."""
        return self.cards[key]

    def answer(self, key: str = "q") -> Answer:
        """What the session holds."""
        return self.session.state(ItemKey(key)).answer

    def values(self, key: str = "q") -> tuple[object, ...]:
        """The values the session holds."""
        answer = self.answer(key)
        return answer.values if isinstance(answer, Answered) else ()

    def show(self, mode: LanguageMode | None = None) -> None:
        """Show everything anew."""
        self.mode = mode or self.mode
        for key, card in self.cards.items():
            card.show_state(self._state(ItemKey(key)))

    def button(self, name: str) -> QAbstractButton:
        """The shown row or button with this objectName."""
        found = [one for one in self.window.findChildren(QAbstractButton, name) if one.isVisible()]
        assert found, f"nothing is called {name}"
        return found[-1]

    def words(self) -> str:
        """Everything the cards say, for screen readers too."""
        from PySide6.QtWidgets import QLabel

        labels = [one for one in self.window.findChildren(QLabel) if one.isVisible()]
        return "\n".join(one.text() for one in labels)

    def type(self, keys: str) -> None:
        """Type into whatever has the focus."""
        QTest.keyClicks(self.focus(), keys)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier):
        """Press one key where the focus is."""
        QTest.keyClick(self.focus(), key, modifier)

    def focus(self) -> QWidget:
        """What has the focus."""
        found = self.window.focusWidget() or QApplication.focusWidget()
        assert found is not None
        return found

    def _state(self, key: ItemKey) -> CardState:
        state = self.session.state(key)
        return CardState(
            state,
            "1",
            self.mode,
            problem=problem_words(state, self.mode, "en"),
            warning=warning_words(state, self.mode, "en"),
            asides=asides_of(self.session, key),
        )

    def _take(self, key: str, answer: Answer) -> None:
        self.told.append((key, answer))
        if isinstance(answer, Answered):
            self.session.answer(ItemKey(key), *answer.values)
        elif isinstance(answer, NoAnswer):
            self.session.give_reason(ItemKey(key), answer.reason)
        else:
            self.session.clear(ItemKey(key))
        self.show()

"""Who may know that the person is here: the status, since when, and when it is looked at again."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.services.read_confidential import HeldConfidential
from desktop.views.person.may_know_part import MayKnowPart
from desktop.views.person.when_words import moment_words
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.button_flow import ButtonFlow
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.wrap_label import WrapLabel


@dataclass(frozen=True, slots=True)
class ConfidentialState:
    """``mark`` is "" while callers are answered as usual, ``due`` "" until a review is owed."""

    mark: str
    lines: tuple[str, ...]
    due: str


class ConfidentialCard(Panel):
    """Signals: ``set_requested()``, ``review_requested()``, ``lift_requested()``; ``may_know``
    has its own."""

    set_requested = Signal()
    review_requested = Signal()
    lift_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        title = sentence("confidential.card", language)
        super().__init__(title, parent, name="person-confidential")
        self.mark = MessageBar(self, name="person-confidential-mark", is_closable=False)
        self.due = MessageBar(self, name="person-confidential-due", is_closable=False)
        self.words = WrapLabel("", self)
        self.words.setObjectName("person-confidential-words")
        self.set_button = self._button("set", Icon.EAR_OFF, language)
        self.review_button = self._button("review", Icon.CHECK, language)
        self.lift_button = self._button("lift", Icon.X, language)
        self._buttons = (self.set_button, self.review_button, self.lift_button)
        self._flow = ButtonFlow(self._buttons, self)
        self.may_know = MayKnowPart(language, self)
        for part in (self.mark, self.due, self.words, self._flow, self.may_know):
            self.body.addWidget(part)
        self.set_button.clicked.connect(self._set)
        self.review_button.clicked.connect(self._review)
        self.lift_button.clicked.connect(self._lift)
        self._is_read_only = False

    def show_state(self, state: ConfidentialState) -> None:
        """Show how it stands."""
        _show(self.mark, Tone.PRIVATE, state.mark, Icon.EAR_OFF)
        _show(self.due, Tone.WARNING, state.due, Icon.CLOCK)
        self.words.setText("\n".join(state.lines))
        holds = bool(state.mark)
        self.set_button.setVisible(not holds)
        self.review_button.setVisible(holds)
        self.lift_button.setVisible(holds)
        self._flow.setVisible(not self._is_read_only)
        self._flow.arrange()

    def set_read_only(self, is_read_only: bool) -> None:
        """Nothing is changed here while the case is at another workstation."""
        self._is_read_only = is_read_only
        self._flow.setVisible(not is_read_only)
        self.may_know.set_read_only(is_read_only)

    def _button(self, act: str, icon: Icon, language: str) -> Button:
        words = sentence(f"confidential.act.{act}", language)
        return Button(words, self, name=f"person-confidential-{act}", icon=icon)

    @Slot()
    def _set(self) -> None:
        self.set_requested.emit()

    @Slot()
    def _review(self) -> None:
        self.review_requested.emit()

    @Slot()
    def _lift(self) -> None:
        self.lift_requested.emit()


def confidential_state(
    held: HeldConfidential | None, now: datetime, language: str
) -> ConfidentialState:
    """The status in words."""
    if held is None:
        return ConfidentialState("", (sentence("confidential.none", language),), "")
    asked = sentence(f"asked-by.{held.asked_by.value}", language)
    lines = [
        sentence("confidential-word.set", language, words=asked),
        sentence(
            "confidential.since",
            language,
            time=moment_words(held.since, now, language),
            who=held.set_by,
        ),
    ]
    if held.set_in:
        lines.append(sentence("confidential.set-in", language, alias=held.set_in))
    if held.reviewed_at is not None:
        time = moment_words(held.reviewed_at, now, language)
        lines.append(sentence("confidential.reviewed", language, time=time, who=held.reviewed_by))
    day = held.review_due.isoformat()
    due = sentence("confidential.due", language, day=day) if held.is_due else ""
    if not due:
        lines.append(sentence("confidential.next", language, day=day))
    if held.unmarked_packets:
        count = held.unmarked_packets
        lines.append(sentence("confidential.unmarked", language, count=count))
    return ConfidentialState(sentence("confidential.mark-full", language), tuple(lines), due)


def _show(bar: MessageBar, tone: Tone, words: str, icon: Icon) -> None:
    if words:
        bar.show_message(tone, words, icon=icon, is_spoken=False)
    else:
        bar.clear()

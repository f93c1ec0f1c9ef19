"""Ask for a debrief: one press says after which kind of event. Nothing is written."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.debrief import HardEvent
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.wrap_label import WrapLabel


class DebriefPanel(TaskPanel):
    """Signals: ``event_given(HardEvent)``; ``left()`` it is not wanted now."""

    event_given = Signal(object)
    left = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        title = sentence("debrief.ask", language)
        super().__init__(title, sentence("debrief.not-now", language), parent, name="debrief")
        self.is_shown_only = True
        self._language = language
        self.intro = WrapLabel("", self, tone=Tone.MUTED)
        self.body.addWidget(self.intro)
        self.buttons = {event: self._button(event) for event in HardEvent}

    def begin(self, intro_id: str = "debrief.intro") -> None:
        """Ask after which kind of event; ``intro_id`` says why it is asked now."""
        self.intro.setText(sentence(intro_id, self._language))

    def focus_first(self) -> None:
        """The first kind of event."""
        self.buttons[HardEvent.CLIENT_DIED].setFocus()

    def submit(self) -> None:
        """Not now."""
        self.left.emit()

    def _button(self, event: HardEvent) -> Button:
        words = sentence(f"debrief-event.{event.value}", self._language)
        button = Button(words, self, name=f"debrief-event-{event.value}")
        button.clicked.connect(self._press)
        self.body.addWidget(button)
        return button

    @Slot()
    def _press(self) -> None:
        pressed = self.sender()
        event = next(one for one, button in self.buttons.items() if button is pressed)
        self.event_given.emit(event)

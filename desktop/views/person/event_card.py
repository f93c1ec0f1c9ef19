"""The two facts about the event that are kept, with the way to note them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.event_facts import EventFacts
from desktop.views.theme.icons import Icon
from desktop.views.widgets.button import Button
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.wrap_label import WrapLabel


class EventCard(Panel):
    """Signals: ``note_requested()``."""

    note_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(sentence("event.title", language), parent, name="person-event")
        self.words = WrapLabel("", self)
        self.words.setObjectName("person-event-words")
        self.button = Button(self.tr("Note"), self, name="person-event-note", icon=Icon.PEN)
        self.button.setAccessibleName(sentence("event.note", language))
        self.body.addWidget(self.words)
        self.head.addWidget(self.button)
        self.button.clicked.connect(self._note)

    def show_lines(self, lines: Sequence[str], *, can_note: bool) -> None:
        """Show what is noted; a closed case, or one that went, takes no new note."""
        self.words.setText("\n".join(lines))
        self.button.setVisible(can_note)

    @Slot()
    def _note(self) -> None:
        self.note_requested.emit()


def event_lines(facts: EventFacts, language: str) -> tuple[str, ...]:
    """What is noted, in the interface language."""
    lines = []
    if facts.setting is not None:
        where = sentence(f"event-setting.{facts.setting.value}", language)
        lines.append(sentence("event.said-setting", language, where=where))
    if facts.police_report is not None:
        what = sentence(f"police-report.{facts.police_report.value}", language)
        lines.append(sentence("event.said-police", language, what=what))
    return tuple(lines) or (sentence("event.nothing", language),)

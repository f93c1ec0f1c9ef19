"""Note the two facts about the event: two pickers, nothing to type, nothing that must be said."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.event_facts import EventFacts, EventSetting, PoliceReport
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.picker import Picker
from desktop.views.widgets.wrap_label import WrapLabel

NOT_SAID = "not-said"


class EventPanel(TaskPanel):
    """Signals: ``event_given(EventFacts)``."""

    event_given = Signal(object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, name="event")
        self._language = language
        self.set_title(self._say("event.title"))
        self.action_text = self._say("event.act")
        self.body.addWidget(WrapLabel(self._say("event.intro"), self, tone=Tone.MUTED))
        self.setting = self._picker("event-setting", EventSetting)
        self.police = self._picker("police-report", PoliceReport)
        self.body.addWidget(FieldRow(self._say("event.setting"), self.setting, self))
        help_text = self._say("event.police-help")
        question = self._say("event.police")
        self.body.addWidget(FieldRow(question, self.police, self, help_text=help_text))

    def begin(self, facts: EventFacts) -> None:
        """Show what is noted."""
        self.setting.show_picked(facts.setting.value if facts.setting else "")
        self.police.show_picked(facts.police_report.value if facts.police_report else "")

    def focus_first(self) -> None:
        """Where it happened."""
        self.setting.setFocus()

    def show_problem(self, message_id: str, words: str) -> bool:
        """None of the refusals is about a field."""
        del message_id, words
        return False

    def submit(self) -> None:
        """Tell both as they stand."""
        setting, police = _said(self.setting), _said(self.police)
        self.event_given.emit(
            EventFacts(
                EventSetting(setting) if setting else None,
                PoliceReport(police) if police else None,
            )
        )

    def _picker(self, stem: str, members: Iterable[StrEnum]) -> Picker:
        choices = [(one.value, self._say(f"{stem}.{one.value}")) for one in members]
        choices.append((NOT_SAID, self._say("event.not-said")))
        choose = self.tr("Choose")
        return Picker(self, name=stem, choices=choices, placeholder=choose)

    def _say(self, message_id: str) -> str:
        return sentence(message_id, self._language)


def _said(picker: Picker) -> str:
    key = picker.picked_key()
    return "" if key == NOT_SAID else key

"""Note a step of the claim to the state's victim compensation: which, and on which day."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.compensation_claim import ClaimState, CompensationClaim
from desktop.views.person.task_panel import TaskPanel
from desktop.views.widgets.date_field import DateField
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem
from desktop.views.widgets.parsed_field import NotReadable

OF_THE_DAY = (
    "compensation.in-future",
    "compensation.before-arrival",
    "compensation.before-sent",
)


class ClaimPanel(TaskPanel):
    """Signals: ``step_given(ClaimState, date)``."""

    step_given = Signal(object, object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        title = sentence("compensation.note", language)
        super().__init__(title, sentence("compensation.save", language), parent, name="claim")
        self._language = language
        asked = sentence("compensation.where", language)
        options = [
            OptionItem(one.value, sentence(f"compensation-state.{one.value}", language))
            for one in ClaimState
        ]
        self.state = OptionGroup(asked, options, self, name="claim-state")
        self.state_row = FieldRow(asked, self.state, self)
        self.day = DateField(self, name="claim-day")
        self.day_row = FieldRow(
            sentence("compensation.day", language),
            self.day,
            self,
            help_text=sentence("compensation.no-amount", language),
        )
        self.body.addWidget(self.state_row)
        self.body.addWidget(self.day_row)
        self.state.answered.connect(self.state_row.clear_error)
        self.day.edited.connect(self.day_row.clear_error)
        self.day.problem_found.connect(self.day_row.set_error)

    def begin(self, claim: CompensationClaim | None, today: date) -> None:
        """The step that was noted last is chosen; the day is today."""
        self.state.set_chosen((claim.state.value,) if claim is not None else ())
        self.day.show_value(today)
        for row in (self.state_row, self.day_row):
            row.set_error("")

    def focus_first(self) -> None:
        """The step."""
        self.state.focus_first()

    def show_problem(self, message_id: str, words: str) -> bool:
        """A refused day is said below it."""
        if message_id not in OF_THE_DAY:
            return False
        self.day_row.set_error(words)
        self.day.line.setFocus()
        return True

    def submit(self) -> None:
        """Tell the step, or say what is missing."""
        chosen = next(iter(self.state.chosen_keys()), "")
        if not chosen:
            self.state_row.set_error(sentence("compensation.say-where", self._language))
            self.state.focus_first()
            return
        try:
            day = self.day.typed_value()
        except NotReadable as unreadable:
            self._refuse_day(str(unreadable))
            return
        if day is None:
            self._refuse_day(sentence("compensation.say-day", self._language))
            return
        self.step_given.emit(ClaimState(chosen), day)

    def _refuse_day(self, words: str) -> None:
        self.day_row.set_error(words)
        self.day.line.setFocus()

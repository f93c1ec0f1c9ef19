"""They are back: when, and whether they left early because it was not safe. Nothing else."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.views.person.moment_field import MomentField
from desktop.views.person.task_panel import TaskPanel
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.segment import Choice, Segment

NO, YES = "no", "yes"


class BackPanel(TaskPanel):
    """Signals: ``back_given(at, left_unsafe)``; None where that was left open."""

    back_given = Signal(object, object)

    def __init__(
        self, language: str, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        words = sentence("outing.do.back", language)
        super().__init__(words, words, parent, name="outing-back")
        self._language = language
        self._now = now
        self.at = MomentField(sentence("outing.at.back", language), now, self, name="outing-home")
        question = sentence("outing.unsafe", language)
        choices = [Choice(key, sentence(f"outing.unsafe-{key}", language)) for key in (NO, YES)]
        self.unsafe = Segment(question, choices, self, name="outing-unsafe", is_clearable=True)
        help_text = sentence("outing.unsafe-help", language)
        self.unsafe_row = FieldRow(question, self.unsafe, self, help_text=help_text)
        self.body.addWidget(self.at)
        self.body.addWidget(self.unsafe_row)

    def begin(self) -> None:
        """Now, until somebody says otherwise; nothing is chosen."""
        self.at.show_moment(self._now())
        self.unsafe.set_chosen("")

    def focus_first(self) -> None:
        """The time: the day is mostly today."""
        self.at.time.line.setFocus()

    def show_problem(self, message_id: str, words: str) -> bool:
        """A refused time is said below it."""
        if message_id not in ("outing.in-future", "outing.too-early"):
            return False
        self.at.row.set_error(words)
        self.at.time.line.setFocus()
        return True

    def submit(self) -> None:
        """Tell the return, or say what is missing."""
        can_read, moment = self.at.read()
        if can_read and moment is None:
            self.at.row.set_error(sentence("outing.say-when", self._language))
        if moment is None:
            self.at.time.line.setFocus()
            return
        key = self.unsafe.chosen_key()
        self.back_given.emit(moment, key == YES if key else None)

"""When a step of a mandated report happened: nothing else is asked, and nothing is told of it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.mandated_report import ReportStage
from desktop.views.person.moment_field import MomentField
from desktop.views.person.report_card import step_words
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.wrap_label import WrapLabel


class ReportPanel(TaskPanel):
    """Signals: ``moment_given(ReportStage or None, datetime)``: None for reasonable cause."""

    moment_given = Signal(object, object)

    def __init__(
        self, language: str, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent, name="report")
        self._language = language
        self._now = now
        self._stage: ReportStage | None = None
        self.hint = WrapLabel("", self, tone=Tone.MUTED)
        self.moment = MomentField(sentence("report.when", language), now, self, name="report-when")
        self.body.addWidget(self.hint)
        self.body.addWidget(self.moment)

    def begin(self, stage: ReportStage | None) -> None:
        """Ask when this step happened; now, until somebody says otherwise."""
        self._stage = stage
        words = step_words(stage, self._language)
        self.set_title(words)
        self.action_text = words
        self.hint.setText(
            sentence(f"report.hint.{stage.value if stage else 'cause'}", self._language)
        )
        self.moment.show_moment(self._now())

    def focus_first(self) -> None:
        """The time: the day is mostly today."""
        self.moment.time.line.setFocus()

    def show_problem(self, message_id: str, words: str) -> bool:
        """A refused time is said below it."""
        if message_id not in ("report.too-early", "report.in-future"):
            return False
        self.moment.row.set_error(words)
        self.moment.time.line.setFocus()
        return True

    def submit(self) -> None:
        """Tell the moment, or say what is missing."""
        can_read, moment = self.moment.read()
        if can_read and moment is None:
            self.moment.row.set_error(sentence("report.say-when", self._language))
        if moment is None:
            self.moment.time.line.setFocus()
            return
        self.moment_given.emit(self._stage, moment)

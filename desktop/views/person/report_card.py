"""The clocks of a mandated report on the person page: what is owed, until when, what comes next."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.mandated_report import MandatedReport, ReportStage
from desktop.services.cases import CaseCard
from desktop.views.person.when_words import moment_words, wait_words
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.wrap_label import WrapLabel


@dataclass(frozen=True, slots=True)
class ReportState:
    """``next_stage`` is what the button notes: None for the cause; ``due`` is "" or a sentence."""

    lines: tuple[str, ...]
    due: str
    is_late: bool
    next_stage: ReportStage | None
    can_step_back: bool


class ReportCard(Panel):
    """Signals: ``step_requested()`` to note what comes next; ``back_requested()`` to undo."""

    step_requested = Signal()
    back_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(sentence("report.title", language), parent, name="person-report")
        self._language = language
        self.due = MessageBar(self, name="person-report-due", is_closable=False)
        self.words = WrapLabel("", self)
        self.words.setObjectName("person-report-words")
        self.back_button = Button(
            sentence("report.undo", language),
            self,
            name="person-report-undo",
            icon=Icon.UNDO,
            is_icon_only=True,
        )
        self.step_button = Button("", self, name="person-report-step", icon=Icon.CLOCK)
        self.body.addWidget(self.due)
        self.body.addWidget(self.words)
        self.body.addWidget(self.step_button)
        self.head.addWidget(self.back_button)
        self.step_button.clicked.connect(self._step)
        self.back_button.clicked.connect(self._back)

    def show_state(self, state: ReportState) -> None:
        """Show where the report stands."""
        self.words.setText("\n".join(state.lines))
        if state.due:
            tone = Tone.DANGER if state.is_late else Tone.WARNING
            self.due.show_message(tone, state.due, icon=Icon.CLOCK, is_spoken=False)
        else:
            self.due.clear()
        self.step_button.setText(step_words(state.next_stage, self._language))
        self.back_button.setVisible(state.can_step_back)

    @Slot()
    def _step(self) -> None:
        self.step_requested.emit()

    @Slot()
    def _back(self) -> None:
        self.back_requested.emit()


def step_words(stage: ReportStage | None, language: str) -> str:
    """What the next step is called; None is the cause."""
    return sentence(f"report.step.{stage.value if stage else 'cause'}", language)


def next_stage(report: MandatedReport | None) -> ReportStage | None:
    """What can be noted next: None for a cause, the first one or another one."""
    if report is None or report.stage is ReportStage.DONE:
        return None
    return report.stage


def report_state(card: CaseCard, now: datetime, language: str) -> ReportState:
    """The report of a case in words."""
    report = card.report
    if report is None:
        return ReportState((sentence("report.none", language),), "", False, None, False)
    lines = [
        sentence(f"report.{name}", language, time=moment_words(at, now, language))
        for name, at in (
            ("cause-at", report.cause_at),
            ("told-at", report.told_at),
            ("written-at", report.written_at),
        )
        if at is not None
    ]
    is_late = card.report_due is not None and card.report_due <= now
    due = _due(report, card.report_due, now, language)
    return ReportState(tuple(lines), due, is_late, next_stage(report), True)


def _due(report: MandatedReport, due: datetime | None, now: datetime, language: str) -> str:
    if due is None:
        return ""
    stem = f"report.due.{report.stage.value}"
    time = moment_words(due, now, language)
    if due <= now:
        return sentence(f"{stem}.late", language, time=time)
    return sentence(stem, language, time=time, wait=wait_words(due - now, language))

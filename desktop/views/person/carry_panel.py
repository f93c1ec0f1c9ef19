"""What would carry over to a newer version of a form: the report, before anything is made."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.forms.carrying import AnswerLeftBehind, CarriedAnswer
from desktop.messages import sentence
from desktop.services.repair_response import RepairReport
from desktop.views.forms.fact_words import version_target
from desktop.views.forms.findings_group import FindingsGroup
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.wrap_label import WrapLabel


class CarryPanel(TaskPanel):
    """Signals: ``carry_requested()``."""

    carry_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, name="carry")
        self._language = language
        self.words = WrapLabel("", self)
        self.left_behind = FindingsGroup(self, name="carry-left-behind", tone=Tone.WARNING)
        self.reworded = FindingsGroup(self, name="carry-reworded", tone=Tone.WARNING)
        self.carried = FindingsGroup(self, name="carry-carried", tone=Tone.MUTED)
        self.note = WrapLabel(
            self.tr(
                "A new draft is begun with what carries over. A completed form stays as it is, in"
                " its own version. A draft is closed; it can be read, and you can go back to it."
            ),
            self,
            tone=Tone.MUTED,
        )
        for widget in (self.words, self.left_behind, self.reworded, self.carried, self.note):
            self.body.addWidget(widget)

    def begin(self, report: RepairReport) -> None:
        """Show what carries and what does not."""
        version = version_target(report.target.version, self._language)
        self.set_title(self.tr("Carry answers to {version}").format(version=version))
        self.action_text = self.tr("Begin {version}").format(version=version)
        carrying = report.carrying
        source = version_target(report.source.version, self._language)
        words = self.tr("From {source} to {target}: answers that carry over: {count}.")
        self.words.setText(words.format(source=source, target=version, count=len(carrying.carried)))
        left = [
            sentence(f"carry-why.{one.why.value}", self._language, question=self._named(one))
            for one in carrying.left_behind
        ]
        self.left_behind.show_lines(self.tr("Not carried over"), left)
        reworded = [self._named(one) for one in carrying.carried if one.is_reworded]
        same = [self._named(one) for one in carrying.carried if not one.is_reworded]
        words = self.tr("Carried over under other words (check them)")
        self.reworded.show_lines(words, reworded)
        self.carried.show_lines(self.tr("Carried over"), same)

    def _named(self, answer: CarriedAnswer | AnswerLeftBehind) -> str:
        """The question, unless it opens in private only."""
        if answer.is_private:
            return sentence("carry.private", self._language)
        return answer.question.in_language(self._language) or answer.key

    def focus_first(self) -> None:
        """There is nothing to fill in."""
        self.close_button.setFocus()

    def submit(self) -> None:
        """Begin the new draft."""
        self.carry_requested.emit()

"""Close a case: why, and for somebody who was never reached what stood in the way."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.episode import CloseReason
from desktop.records.missed import MissedWhy
from desktop.services.close_case import CaseEnd
from desktop.views.person.reason_panel import ReasonPanel
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem
from desktop.views.widgets.wrap_label import WrapLabel


class ClosePanel(ReasonPanel):
    """Signals: ``end_given(CaseEnd)``."""

    end_given = Signal(object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="close-case")
        self._language = language
        self.words = WrapLabel(
            self.tr("A closed case takes nothing new. What is kept stays as it is."),
            self,
            tone=Tone.MUTED,
        )
        self.body.addWidget(self.words)
        self.ask(
            self.tr("Why does it close?"),
            {one: sentence(f"close-reason.{one.value}", language) for one in CloseReason},
        )
        question = sentence("missed.question", language)
        options = [
            OptionItem(one.value, sentence(f"missed-why.{one.value}", language))
            for one in MissedWhy
        ]
        self.missed = OptionGroup(question, options, self, name="close-case-missed")
        self.missed_row = FieldRow(question, self.missed, self)
        self.body.addWidget(self.missed_row)
        self.reason.answered.connect(self._show_missed)
        self.reason_given.connect(self._end)

    def begin(self, alias: str, *, was_reached: bool) -> None:
        """Ask about one person; who was spoken with cannot be closed as never reached."""
        why_not = sentence("missed.was-reached", self._language) if was_reached else ""
        for row in self.reason.rows():
            row.set_closed(why_not if row.item.key == CloseReason.NEVER_REACHED else "")
        self.begin_with(self.tr("Close the case of {alias}").format(alias=alias))
        self.missed.set_chosen(())
        self.missed_row.set_error("")
        self.missed_row.hide()

    def show_problem(self, message_id: str, words: str) -> bool:
        """Put a refusal below the question that it is about; False when it is about none."""
        if message_id != "episode.was-reached":
            return False
        self.reason_row.set_error(words)
        self.reason.focus_first()
        return True

    @Slot(object)
    def _show_missed(self, keys: tuple[str, ...]) -> None:
        self.reason_row.set_error("")
        self.missed_row.setVisible(CloseReason.NEVER_REACHED in keys)

    @Slot(object)
    def _end(self, reason: CloseReason) -> None:
        if reason is not CloseReason.NEVER_REACHED:
            self.end_given.emit(CaseEnd(reason))
            return
        chosen = self.missed.chosen_keys()
        self.missed_row.set_error("" if chosen else self.tr("Choose a reason."))
        if chosen:
            self.end_given.emit(CaseEnd(reason, MissedWhy(chosen[0])))
        else:
            self.missed.focus_first()

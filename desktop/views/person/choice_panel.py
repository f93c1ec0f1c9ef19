"""Tasks that ask one thing: why a signed form changes, a take-over."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.records.form_record import FormKind
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.evidence_hint import EvidenceHint
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.segment import Choice, Segment
from desktop.views.widgets.text_field import TextField
from desktop.views.widgets.wrap_label import WrapLabel


class AmendPanel(TaskPanel):
    """Signals: ``amendment_given(FormKind, reason)``."""

    amendment_given = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, name="amend")
        self.set_title(self.tr("Start an amendment"))
        self.action_text = self.tr("Start the amendment")
        self.words = WrapLabel(
            self.tr(
                "The signed form stays as it is. The amendment names it, with this reason, and"
                " is signed off again."
            ),
            self,
            tone=Tone.MUTED,
        )
        names = {
            FormKind.ASSESSMENT: self.tr("Assessment"),
            FormKind.SAFETY_PLAN: self.tr("Safety plan"),
            FormKind.LOADED: self.tr("Other form"),
        }
        question = self.tr("Which form?")
        choices = [Choice(kind.value, text) for kind, text in names.items()]
        self.form = Segment(question, choices, self, name="amend-form")
        self.form_row = FieldRow(question, self.form, self)
        self.reason = TextField(self, name="amend-reason")
        self.reason_row = FieldRow(self.tr("Why does it change?"), self.reason, self)
        self.hint = EvidenceHint((self.reason,), self, name="amend-hint")
        for widget in (self.words, self.form_row, self.reason_row, self.hint):
            self.body.addWidget(widget)

    def begin(self, kinds: Sequence[FormKind]) -> None:
        """Ask about one of these signed forms; with one there is nothing to choose."""
        self.form.set_chosen(kinds[0].value)
        self.form_row.setVisible(len(kinds) > 1)
        self.reason.set_value("")
        self.hint.follow()
        self.reason_row.set_error("")

    def focus_first(self) -> None:
        """The reason."""
        self.reason.setFocus()

    def show_problem(self, message_id: str, words: str) -> bool:
        """Put a refusal below the reason when it is about it."""
        if message_id != "amendment.reason-missing":
            return False
        self.reason_row.set_error(words)
        self.reason.setFocus()
        return True

    def submit(self) -> None:
        """Tell the reason; the use case refuses an empty one in its own words."""
        self.amendment_given.emit(FormKind(self.form.chosen_key()), self.reason.value())


class TakeOverPanel(TaskPanel):
    """Signals: ``take_over_confirmed()``."""

    take_over_confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, name="take-over")
        self.set_title(self.tr("Take over the draft"))
        self.action_text = self.tr("Take over the draft")
        self.words = WrapLabel("", self)
        self.body.addWidget(self.words)

    def begin(self, name: str) -> None:
        """Say whose draft it is."""
        self.words.setText(
            self.tr(
                "{name} began this draft. If you go on with it, that is logged, and {name} no"
                " longer writes in it. What was answered stays."
            ).format(name=name)
        )

    def focus_first(self) -> None:
        """There is nothing to fill in."""
        self.close_button.setFocus()

    def submit(self) -> None:
        """Confirm."""
        self.take_over_confirmed.emit()

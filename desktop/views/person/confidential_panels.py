"""The two tasks of "no information": who asked for it, and why it is lifted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.confidential_status import AskedBy, LiftedWhy
from desktop.views.person.reason_panel import ReasonPanel
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem
from desktop.views.widgets.wrap_label import WrapLabel


class SetConfidentialPanel(TaskPanel):
    """Signals: ``asked_given(AskedBy)``."""

    asked_given = Signal(object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(
            sentence("confidential.act.set", language),
            sentence("confidential.act.set", language),
            parent,
            name="confidential-set",
        )
        self._language = language
        self.words = WrapLabel(sentence("confidential.set-words", language), self, tone=Tone.MUTED)
        question = sentence("confidential.who-asked", language)
        options = [
            OptionItem(one.value, sentence(f"asked-by.{one.value}", language)) for one in AskedBy
        ]
        self.asked = OptionGroup(question, options, self, name="confidential-set-asked")
        self.asked_row = FieldRow(question, self.asked, self)
        self.body.addWidget(self.words)
        self.body.addWidget(self.asked_row)

    def begin(self) -> None:
        """Nobody is chosen yet."""
        self.asked.set_chosen(())
        self.asked_row.set_error("")

    def focus_first(self) -> None:
        """The first of those who may ask."""
        self.asked.focus_first()

    def submit(self) -> None:
        """Tell who asked, or ask for it."""
        chosen = self.asked.chosen_keys()
        missing = "" if chosen else sentence("confidential.say-who", self._language)
        self.asked_row.set_error(missing)
        if chosen:
            self.asked_given.emit(AskedBy(chosen[0]))
        else:
            self.focus_first()


class LiftConfidentialPanel(ReasonPanel):
    """Says what lifting does, and asks why. Signals: those of ReasonPanel, with a LiftedWhy."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="confidential-lift")
        self._language = language
        words = sentence("confidential.lift-words", language)
        self.body.addWidget(WrapLabel(words, self, tone=Tone.MUTED))
        self.ask(
            sentence("confidential.why-lifted", language),
            {one: sentence(f"lifted-why.{one.value}", language) for one in LiftedWhy},
        )

    def begin(self) -> None:
        """No reason is chosen yet."""
        self.begin_with(sentence("confidential.act.lift", self._language))

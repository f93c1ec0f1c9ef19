"""Decide anew about a loaded form: which instrument it is, for whom and from when."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.services.change_form_conditions import ToDecide
from desktop.views.forms.breakable import breakable
from desktop.views.forms.known_fields import KnownFields
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.tokens import TextStyle, Tone
from desktop.views.widgets.wrap_label import WrapLabel


class DecidePanel(TaskPanel):
    """Signals: ``decided(FormConditions | None)``."""

    decided = Signal(object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        title = sentence("form-known.title", language)
        super().__init__(title, sentence("form-known.save", language), parent, name="form-decide")
        self._language = language
        self.form_title = WrapLabel("", self, style=TextStyle.ROW_STRONG)
        self.note = WrapLabel(sentence("form-known.save-note", language), self, tone=Tone.MUTED)
        self.known = KnownFields(language, self)
        self.known.title.hide()  # it is that of the panel
        for widget in (self.form_title, self.note, self.known):
            self.body.addWidget(widget)

    def begin(self, to_decide: ToDecide) -> None:
        """Show what was decided."""
        title = to_decide.card.form.title.in_language(self._language)
        self.form_title.setText(breakable(title))
        self.known.begin_again(to_decide.form, to_decide.registry, to_decide.card.conditions)

    def focus_first(self) -> None:
        """The instrument."""
        self.known.instrument.setFocus()

    def show_problem(self, message_id: str, words: str) -> bool:
        """Below the field that it is about."""
        if message_id == "form-known.no-licence":
            self.known.instrument_row.set_error(words)
            self.known.instrument.setFocus()
            return True
        return self.known.show_problem(message_id, words)

    def submit(self) -> None:
        """Tell what was decided, unless a number is none."""
        try:
            conditions = self.known.conditions()
        except ValueError:
            return  # it is said below the field
        self.decided.emit(conditions)

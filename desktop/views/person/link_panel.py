"""Say by alias which other case is of the same person."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.wrap_label import WrapLabel


class LinkPanel(TaskPanel):
    """Signals: ``alias_given(alias)``."""

    alias_given = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, name="link-case")
        self._language = language
        self.set_title(self._say("link.title"))
        self.action_text = self._say("link.act")
        self.body.addWidget(WrapLabel(self._say("link.intro"), self, tone=Tone.MUTED))
        self.alias = LineField(self, name="link-case-alias")
        self.alias_row = FieldRow(self._say("link.alias"), self.alias, self)
        self.body.addWidget(self.alias_row)

    def begin(self) -> None:
        """Nothing is typed yet."""
        self.alias.set_value("")
        self.alias_row.set_error("")

    def focus_first(self) -> None:
        """The alias."""
        self.alias.setFocus()

    def show_problem(self, message_id: str, words: str) -> bool:
        """Put a refusal below the alias when it is about the other case."""
        if not message_id.startswith("link.") and message_id != "caseload.outside":
            return False
        self.alias_row.set_error(words)
        self.alias.setFocus()
        return True

    def submit(self) -> None:
        """Tell the alias; the use case says when there is no such case."""
        self.alias_given.emit(self.alias.value())

    def _say(self, message_id: str) -> str:
        return sentence(message_id, self._language)

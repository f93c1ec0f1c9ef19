"""What staff read in one alert: the site's own words in every language, or ours."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.messages import LANGUAGES, sentence
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.text_field import TextField
from desktop.views.widgets.wrap_label import WrapLabel


class AlertTextPanel(TaskPanel):
    """Signals: ``texts_given(code, {language: text})``."""

    texts_given = Signal(str, object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, name="alert-text")
        self.action_text = sentence("alert-text.save", language)
        self._language = language
        self._code = ""
        self.body.addWidget(WrapLabel(sentence("alert-text.hint", language), self))
        self.fields = {one: TextField(self, name=f"alert-text-{one}", lines=4) for one in LANGUAGES}
        self.rows = {
            one: FieldRow(_name_of(one, language), field, self)
            for one, field in self.fields.items()
        }
        for row in self.rows.values():
            self.body.addWidget(row)
        self.ours = WrapLabel("", self, tone=Tone.MUTED)
        self.body.addWidget(self.ours)
        for one, field in self.fields.items():
            field.edited.connect(self.rows[one].clear_error)

    def begin(self, code: str, texts: dict[str, str]) -> None:
        """Ask for the words of one alert; ``texts`` holds those that the site has."""
        self._code = code
        self.set_title(sentence(f"alert.{code}.title", self._language))
        for one, field in self.fields.items():
            field.set_value(texts.get(one, ""))
            self.rows[one].set_error("")
        ours = sentence(f"alert.{code}.what-to-do", self._language)
        self.ours.setText(sentence("alert-text.ours", self._language, text=ours))

    def focus_first(self) -> None:
        """The first language."""
        self.fields[LANGUAGES[0]].setFocus()

    def show_problem(self, message_id: str, words: str) -> bool:
        """Below the language that is left out, or that is too long."""
        if message_id not in ("alert-text.one-language", "alert-text.too-long"):
            return False
        empty = [one for one, field in self.fields.items() if not field.value()]
        longest = max(self.fields, key=lambda one: len(self.fields[one].value()))
        at = empty[0] if empty and message_id == "alert-text.one-language" else longest
        self.rows[at].set_error(words)
        self.fields[at].setFocus()
        return True

    def submit(self) -> None:
        """Tell what was typed; the use case refuses half of it."""
        texts = {one: field.value() for one, field in self.fields.items()}
        self.texts_given.emit(self._code, texts)


def _name_of(code: str, language: str) -> str:
    """What a language is called, as a heading."""
    name = sentence(f"language-name.{code}", language)
    return name[:1].upper() + name[1:]

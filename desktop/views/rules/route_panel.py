"""Who goes to the people of one pathway: our words, the site's own, or this program itself."""

from collections.abc import Collection

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import LANGUAGES, sentence
from desktop.services.route_texts import RouteKind, RouteText
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem
from desktop.views.widgets.text_field import TextField
from desktop.views.widgets.wrap_label import WrapLabel


class RoutePanel(TaskPanel):
    """Signals: ``route_given(RouteText)``."""

    route_given = Signal(object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, name="route-text")
        self.action_text = sentence("rule.save", language)
        self._language = language
        self._asked: RouteText | None = None
        self.body.addWidget(WrapLabel(sentence("route-text.hint", language), self))
        question = sentence("route-text.who", language)
        self.kind = OptionGroup(
            question,
            [
                OptionItem(one.value, sentence(f"route-text.{one.value}", language))
                for one in _ORDER
            ],
            self,
            name="route-text-kind",
        )
        self.kind_row = FieldRow(question, self.kind, self)
        self.ours = WrapLabel("", self, tone=Tone.MUTED)
        self.fields = {one: TextField(self, name=f"route-text-{one}", lines=4) for one in LANGUAGES}
        self.rows = {
            one: FieldRow(_name_of(one, language), field, self)
            for one, field in self.fields.items()
        }
        for part in (self.kind_row, *self.rows.values(), self.ours):
            self.body.addWidget(part)
        for one, field in self.fields.items():
            field.edited.connect(self.rows[one].clear_error)
        self.kind.answered.connect(self._fit)

    def begin(self, now: RouteText) -> None:
        """Ask about one pathway."""
        self._asked = now
        self.set_title(sentence(f"pathway.{now.pathway.value}", self._language))
        self.kind.set_chosen((now.kind.value,))
        self.kind_row.set_error("")
        for one, field in self.fields.items():
            field.set_value(now.texts[one])
            self.rows[one].set_error("")
        ours = sentence(f"route.{now.pathway.value}", self._language)
        self.ours.setText(sentence("route-text.ours", self._language, text=ours))
        is_usual = now.kind is RouteKind.USUAL
        self.other_text = "" if is_usual else sentence("rule.back", self._language)
        self._fit((now.kind.value,))

    def focus_first(self) -> None:
        """Who goes."""
        self.kind.focus_first()

    def show_problem(self, message_id: str, words: str) -> bool:
        """Below the language that is left out, or that is too long."""
        if message_id not in ("route-text.one-language", "route-text.too-long"):
            return False
        empty = [one for one, field in self.fields.items() if not field.value()]
        longest = max(self.fields, key=lambda one: len(self.fields[one].value()))
        at = empty[0] if empty and message_id == "route-text.one-language" else longest
        self.rows[at].set_error(words)
        self.fields[at].setFocus()
        return True

    def submit(self) -> None:
        """Tell what was decided; the use case refuses half of it."""
        kind = next(iter(self.kind.chosen_keys()), "")
        if not kind:
            self.kind_row.set_error(sentence("route-text.choose", self._language))
            self.kind.focus_first()
            return
        self._tell(RouteKind(kind))

    def submit_other(self) -> None:
        """Back to our words."""
        self._tell(RouteKind.USUAL)

    def _tell(self, kind: RouteKind) -> None:
        if self._asked is not None:
            texts = {one: field.value() for one, field in self.fields.items()}
            self.route_given.emit(RouteText(self._asked.pathway, kind, texts))

    @Slot(object)
    def _fit(self, keys: Collection[str]) -> None:
        """Ask for words only where they are read."""
        for row in self.rows.values():
            row.setVisible(RouteKind.OWN.value in keys)
        self.ours.setVisible(RouteKind.USUAL.value in keys)


_ORDER = (RouteKind.USUAL, RouteKind.OWN, RouteKind.HERE)


def _name_of(code: str, language: str) -> str:
    """What a language is called, as a heading."""
    name = sentence(f"language-name.{code}", language)
    return name[:1].upper() + name[1:]

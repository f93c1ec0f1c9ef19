"""One need at the side: what named it, where it stands, and the place that the person gives it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.need import FIRST, LAST, NeedState
from desktop.services.named_needs import NamedNeed
from desktop.views.needs.needs_reader import need_words
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem
from desktop.views.widgets.picker import Picker
from desktop.views.widgets.segment import Choice, Segment
from desktop.views.widgets.wrap_label import WrapLabel

ANSWERS = "answers"
"""The option that leaves the state to the answers; the others are states."""


class NeedPanel(TaskPanel):
    """Signals: ``need_given(category, NeedState | None, place | None)``."""

    need_given = Signal(str, object, object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, name="need")
        self._language = language
        self.action_text = self._words("needs.save")
        self._category = ""
        self.category = Picker(self, name="need-category", placeholder=self._words("needs.pick"))
        self.category_row = FieldRow(self._words("needs.which"), self.category, self)
        self.sources = WrapLabel("", self, tone=Tone.MUTED)
        self.sources.setObjectName("need-sources")
        self.again = WrapLabel("", self, tone=Tone.WARNING)
        question = self._words("needs.where")
        self.state = OptionGroup(question, (), self, name="need-state")
        self.state_row = FieldRow(question, self.state, self)
        asked = self._words("needs.place")
        places = [
            Choice(str(one), self._words(f"needs.place-{one}")) for one in range(FIRST, LAST + 1)
        ]
        self.place = Segment(asked, places, self, name="need-place", is_clearable=True)
        self.place_row = FieldRow(
            asked, self.place, self, help_text=self._words("needs.place-help")
        )
        self.code = WrapLabel("", self, tone=Tone.MUTED)
        self.code.setObjectName("need-code")
        for widget in (
            self.category_row,
            self.sources,
            self.again,
            self.state_row,
            self.place_row,
            self.code,
        ):
            self.body.addWidget(widget)
        self.category.picked.connect(self.category_row.clear_error)
        self.state.answered.connect(self.state_row.clear_error)

    def begin(self, need: NamedNeed) -> None:
        """Show a need of the list."""
        words = need_words(need, self._language)
        self._category = need.category
        self.set_title(words.title)
        self.category_row.hide()
        self.sources.setText("\n".join(words.sources))
        self.sources.show()
        self._say(self.again, words.named_again)
        self._say(self.code, words.code)
        self._offer(words.answers)
        self.state_row.set_error("")
        noted = need.mark.state if need.mark is not None else None
        if noted is not None or words.answers:
            self.state.set_chosen((noted.value if noted is not None else ANSWERS,))
        self.place.set_chosen(str(need.priority) if need.priority else "")

    def begin_new(self, choices: Sequence[tuple[str, str]]) -> None:
        """Ask which need is to be added."""
        self._category = ""
        self.set_title(self._words("needs.add"))
        self.category.set_choices(())
        self.category.set_choices(choices)
        self.category_row.show()
        self.category_row.set_error("")
        for label in (self.sources, self.again, self.code):
            label.hide()
        self._offer("")
        self.state_row.set_error("")
        self.place.set_chosen("")

    def focus_first(self) -> None:
        """The category of a new need, else where it stands."""
        if self._category:
            self.state.focus_first()
        else:
            self.category.setFocus()

    def submit(self) -> None:
        """Tell what was chosen."""
        category = self._category or self.category.picked_key()
        if not category:
            self.category_row.set_error(self._words("needs.pick-first"))
            self.category.setFocus()
            return
        self.category_row.clear_error()
        chosen = next(iter(self.state.chosen_keys()), ANSWERS)
        if chosen == ANSWERS and not self._category:
            self.state_row.set_error(self._words("needs.where-first"))
            self.state.focus_first()
            return
        place = self.place.chosen_key()
        self.need_given.emit(
            category,
            None if chosen == ANSWERS else NeedState(chosen),
            int(place) if place else None,
        )

    def _offer(self, answers: str) -> None:
        options = [
            OptionItem(one.value, self._words(f"need-state-long.{one.value}")) for one in NeedState
        ]
        if answers:
            words = sentence("needs.as-answers", self._language, state=answers)
            options.insert(0, OptionItem(ANSWERS, words))
        self.state.set_options(options)
        self.state.set_chosen(())

    @staticmethod
    def _say(label: WrapLabel, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))

    def _words(self, message_id: str) -> str:
        return sentence(message_id, self._language)

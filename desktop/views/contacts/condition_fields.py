"""Which answer or which number of which form raises an alert of the site."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.records.site_alert import AlertCondition
from desktop.services.site_alert_checks import AlertForm, AlertQuestion
from desktop.views.theme.tokens import Space
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem
from desktop.views.widgets.picker import Picker
from desktop.views.widgets.segment import Choice, Segment

LEAST, MOST = "least", "most"


class ConditionFields(QWidget):
    """Signals: ``form_picked(family)`` whose questions are wanted."""

    form_picked = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._questions: dict[str, AlertQuestion] = {}
        choose = self._say("choose")
        self.form = Picker(self, name="site-alert-form", placeholder=choose)
        self.form_row = self._row("form", self.form, self._say("form-hint"))
        self.question = Picker(self, name="site-alert-question", placeholder=choose)
        self.question_row = self._row("question", self.question)
        answers = self._say("answers")
        self.answers = OptionGroup(answers, [], self, name="site-alert-answers", is_multiple=True)
        self.answers_row = FieldRow(answers, self.answers, self)
        bounds = (Choice(LEAST, self._say("at-least")), Choice(MOST, self._say("at-most")))
        self.bound = Segment(self._say("number"), bounds, self, name="site-alert-bound")
        self.bound_row = self._row("number", self.bound)
        self.number = LineField(self, name="site-alert-number")
        self.number_row = self._row("value", self.number)
        self.first = LineField(self, name="site-alert-first-version")
        self.last = LineField(self, name="site-alert-last-version")
        self.first_row = self._row("first-version", self.first)
        self.last_row = self._row("last-version", self.last, self._say("versions-hint"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for row in self.rows:
            column.addWidget(row)
        self.form.picked.connect(self._form_picked)
        self.question.picked.connect(self._question_picked)
        self.number.edited.connect(self.number_row.clear_error)
        self.bound.chosen.connect(self.bound_row.clear_error)
        self.answers.answered.connect(self.answers_row.clear_error)

    @property
    def rows(self) -> tuple[FieldRow, ...]:
        """In their order."""
        return (
            self.form_row,
            self.question_row,
            self.answers_row,
            self.bound_row,
            self.number_row,
            self.first_row,
            self.last_row,
        )

    def begin(self, condition: AlertCondition | None, forms: Sequence[AlertForm]) -> None:
        """Ask anew, or about what stands; its questions come with ``show_questions``."""
        titles = [(one.family, one.title.in_language(self._language)) for one in forms]
        self.form.set_choices(titles)
        self.form.show_picked(condition.url if condition else "")
        self.first.set_value(condition.first_version if condition else "")
        self.last.set_value(condition.last_version if condition else "")
        self.number.set_value("")
        self.bound.set_chosen("")
        self.show_questions((), condition)

    def show_questions(
        self, questions: Sequence[AlertQuestion], condition: AlertCondition | None
    ) -> None:
        """Offer the questions of the form that is picked; ``condition`` picks its own."""
        self._questions = {one.link_id: one for one in questions}
        self.question.set_choices([(one.link_id, self._words(one)) for one in questions])
        self.question.show_picked(condition.link_id if condition else "")
        self._show_kind()
        if condition is None:
            return
        self.answers.set_chosen(condition.codes)
        bound = condition.least if condition.least is not None else condition.most
        if bound is not None:
            self.bound.set_chosen(LEAST if condition.least is not None else MOST)
            self.number.set_value(f"{bound:f}")

    def condition(self) -> AlertCondition | None:
        """What was chosen so far; None, with a sentence below, when the number is none."""
        number = self._number()
        if number is None and self.number.value() and self.number_row.isVisibleTo(self):
            self.number_row.set_error(self._say("number-wrong"))
            self.number.setFocus()
            return None
        is_number, bound = self.number_row.isVisibleTo(self), self.bound.chosen_key()
        return AlertCondition(
            self.form.picked_key(),
            self.question.picked_key(),
            () if is_number else self.answers.chosen_keys(),
            number if is_number and bound == LEAST else None,
            number if is_number and bound == MOST else None,
            self.first.value(),
            self.last.value(),
        )

    def first_empty(self) -> FieldRow:
        """Where something is still to be chosen."""
        if not self.form.picked_key():
            return self.form_row
        if not self.question.picked_key():
            return self.question_row
        if not self.number_row.isVisibleTo(self):
            return self.answers_row
        return self.number_row if self.bound.chosen_key() else self.bound_row

    def _number(self) -> Decimal | None:
        try:
            found = Decimal(self.number.value().replace(",", "."))
        except InvalidOperation:
            return None
        return found if found.is_finite() else None

    def _show_kind(self) -> None:
        question = self._questions.get(self.question.picked_key())
        options = question.options if question is not None else ()
        self.answers.set_options(
            [OptionItem(code, words.in_language(self._language)) for code, words in options]
        )
        is_number = question is not None and question.is_number
        self.answers_row.setVisible(bool(options))
        self.bound_row.setVisible(is_number)
        self.number_row.setVisible(is_number)

    def _words(self, question: AlertQuestion) -> str:
        words = question.words.in_language(self._language) or question.link_id
        if not question.is_score:
            return words
        return sentence("site-alert.score-name", self._language, question=words)

    def _row(self, name: str, control: QWidget, help_text: str = "") -> FieldRow:
        return FieldRow(self._say(name), control, self, help_text=help_text)

    def _say(self, name: str) -> str:
        return sentence(f"site-alert.{name}", self._language)

    @Slot(str)
    def _form_picked(self, family: str) -> None:
        self.form_row.clear_error()
        self.show_questions((), None)
        self.form_picked.emit(family)

    @Slot(str)
    def _question_picked(self, _link_id: str) -> None:
        self.question_row.clear_error()
        self.answers.set_chosen(())
        self._show_kind()

"""One rule of the site: a number or a choice, with what usually holds."""

from decimal import Decimal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.site_rule import PHONE_LETTERS, RuleText, SiteRule
from desktop.services.site_rules import RuleNow
from desktop.views.person.task_panel import TaskPanel
from desktop.views.rules.rhythm_field import RhythmField
from desktop.views.rules.rule_words import rule_help, rule_title, value_words
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.number_field import NumberField
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem
from desktop.views.widgets.parsed_field import NotReadable
from desktop.views.widgets.tab_order import keep_tab_order
from desktop.views.widgets.wrap_label import WrapLabel


class RulePanel(TaskPanel):
    """Signals: ``value_given(name, value)``; "" for what usually holds."""

    value_given = Signal(str, str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, name="rule")
        self.action_text = sentence("rule.save", language)
        self._language = language
        self._asked: SiteRule | None = None
        self._number: NumberField | None = None
        self._choices: OptionGroup | None = None
        self._phone: LineField | None = None
        self._rhythm: RhythmField | None = None
        self.row: FieldRow | None = None
        self.help = WrapLabel("", self)
        self.usual = WrapLabel("", self, tone=Tone.MUTED)
        self.body.addWidget(self.help)
        self.body.addWidget(self.usual)

    def begin(self, now: RuleNow) -> None:
        """Ask about one rule."""
        self._asked = now.rule
        self.set_title(rule_title(now.rule, self._language))
        self.help.setText(rule_help(now.rule, self._language))
        usual = value_words(now.rule, now.rule.usual, self._language)
        self.usual.setText(sentence("rule.usual", self._language, value=usual))
        self.other_text = "" if now.is_usual else sentence("rule.back", self._language)
        self._drop_field()
        self._add_field(now)

    def focus_first(self) -> None:
        """The number, the text, or the first choice."""
        if self._number is not None:
            self._number.setFocus()
        elif self._phone is not None:
            self._phone.setFocus()
        elif self._rhythm is not None:
            self._rhythm.fields()[0].setFocus()
        elif self._choices is not None:
            self._choices.focus_first()

    def show_problem(self, message_id: str, words: str) -> bool:
        """Below the field."""
        known = ("rule.out-of-bounds", "rule.no-phone", "rule.no-rhythm")
        if message_id not in known or self.row is None:
            return False
        self.row.set_error(words)
        self.focus_first()
        return True

    def submit(self) -> None:
        """Tell what was chosen, or say what is missing."""
        value = self._value()
        if value and self._asked is not None:
            self.value_given.emit(self._asked.name, value)
        else:
            self.focus_first()

    @Slot()
    def submit_other(self) -> None:
        """Back to what usually holds."""
        if self._asked is not None:
            self.value_given.emit(self._asked.name, "")

    def _value(self) -> str:
        if self._choices is not None:
            return next(iter(self._choices.chosen_keys()), "")
        if self.row is None:
            return ""
        if self._phone is not None:
            if not self._phone.value():
                self.row.set_error(sentence("rule.say-phone", self._language))
            return self._phone.value()
        try:
            if self._rhythm is not None:
                return self._rhythm.value() or "0:0"
            number = self._number.typed_value() if self._number is not None else None
        except NotReadable as problem:
            self.row.set_error(str(problem))
            return ""
        if not isinstance(number, Decimal):
            self.row.set_error(sentence("rule.say-number", self._language))
            return ""
        return str(int(number))

    def _add_field(self, now: RuleNow) -> None:
        rule, language = now.rule, self._language
        title = rule_title(rule, language)
        field: QWidget
        if rule.text is RuleText.PHONE:
            field = self._phone = LineField(self, name="rule-phone")
            self._phone.setMaxLength(PHONE_LETTERS)
            self._phone.set_value(now.value)
        elif rule.text is RuleText.RHYTHM:
            field = self._rhythm = RhythmField(language, self, name="rule-rhythm")
            self._rhythm.show_value(now.value)
        elif rule.bounds is None:
            options = [OptionItem(one, value_words(rule, one, language)) for one in rule.choices]
            self._choices = OptionGroup(title, options, self, name="rule-choice")
            self._choices.set_chosen((now.value,))
            field = self._choices
        else:
            assert rule.unit is not None
            self._number = NumberField(
                self,
                name="rule-number",
                least=Decimal(rule.bounds[0]),
                most=Decimal(rule.bounds[1]),
                unit=sentence(f"rule-unit.{rule.unit.value}.alone", language),
            )
            self._number.show_value(Decimal(now.value))
            field = self._number
        hint = sentence("rule.rhythm-hint", language) if self._rhythm is not None else ""
        self.row = FieldRow(title, field, self, is_label_hidden=True, help_text=hint)
        self.body.insertWidget(self.body.indexOf(self.usual), self.row)
        self.row.show()
        stops: list[QWidget] = [self.close_button]
        if self._rhythm is not None:
            stops += self._rhythm.fields()
        else:
            stops += self._choices.rows() if self._choices is not None else [field]
        keep_tab_order(self, stops)

    def _drop_field(self) -> None:
        if self.row is not None:
            self.body.removeWidget(self.row)
            self.row.hide()
            self.row.deleteLater()
        self.row = self._number = self._choices = None
        self._phone = self._rhythm = None

"""What an item asks now: its words, options and limits as expressions make them, broken rules."""

from dataclasses import dataclass, replace
from decimal import Decimal

from desktop.forms.answers import AnswerValue, Coding
from desktop.forms.cells import FAILED
from desktop.forms.choice_columns import new_run, with_columns
from desktop.forms.expression_values import answer_in
from desktop.forms.expressions import FormScope
from desktop.forms.fhir_values import fitted
from desktop.forms.fhirpath.expression import Expression
from desktop.forms.fhirpath.syntax import EvaluationError
from desktop.forms.fhirpath.values import Items, text_of, truth
from desktop.forms.form_parts import Limits
from desktop.forms.instances import Instance
from desktop.forms.item_logic import Constraint, ItemLogic
from desktop.forms.questionnaire import AnswerOption, Item
from desktop.forms.said_words import labelled, said_words
from desktop.forms.wording import LocalText

MOST_OPTIONS = 5_000
MOST_CANDIDATES = 12
"""Suggestions of one question: more is a list to search in, which answerExpression is for."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One item as it stands. ``failure`` is a message id: an expression gave no result."""

    text: LocalText
    required: bool
    read_only: bool
    limits: Limits
    options: tuple[AnswerOption, ...]
    broken: tuple[Constraint, ...] = ()
    failure: str | None = None
    candidates: tuple[AnswerValue, ...] = ()
    """What the form suggests; nothing is answered by it."""
    context: tuple[LocalText, ...] = ()
    """Lines worth knowing for the answer."""


def plain_shape(item: Item) -> Shape:
    """The item as its form wrote it."""
    return Shape(item.text, item.required, item.read_only, item.limits, item.options)


def shape_of(instance: Instance, scope: FormScope) -> Shape:
    """The item with everything computed that it asks for; what fails stays as written."""
    item, logic = instance.item, instance.item.logic
    found = _Computing(instance, scope)
    text = found.text(logic.text)
    limits = found.limits(item, logic)
    options = found.options(item, logic)
    return Shape(
        text=item.text if text is None else LocalText(text),
        required=found.flag(logic.required, item.required),
        read_only=found.flag(logic.read_only, item.read_only),
        limits=limits,
        options=options,
        broken=found.broken(logic.constraints),
        failure=found.failure,
        candidates=found.candidates(item, logic),
        context=found.context(logic),
    )


def broken_rules(
    constraints: tuple[Constraint, ...], at: Instance | None, scope: FormScope
) -> tuple[tuple[Constraint, ...], str | None]:
    """The rules that do not hold, and a message id where one could not be evaluated.

    Source: SDC, http://hl7.org/fhir/uv/sdc/behavior.html#constraint: false breaks, empty does not.
    """
    broken: list[Constraint] = []
    failure = None
    for rule in constraints:
        try:
            if truth(scope.evaluate(rule.expression, at)) is False:
                broken.append(rule)
        except EvaluationError:
            failure = FAILED
    return tuple(broken), failure


class _Computing:
    """Evaluates the expressions of one item and remembers whether one failed."""

    def __init__(self, instance: Instance, scope: FormScope) -> None:
        self._instance = instance
        self._scope = scope
        self.failure: str | None = None

    def _value(self, expression: Expression | None) -> Items:
        if expression is None:
            return []
        try:
            return self._scope.evaluate(expression, self._instance)
        except EvaluationError:
            self.failure = FAILED
            return []

    def text(self, expression: Expression | None) -> str | None:
        """The words, None where there are none: those of the form stay."""
        found = self._value(expression)
        return text_of(found[0]) or None if len(found) == 1 else None

    def flag(self, expression: Expression | None, otherwise: bool) -> bool:
        """True or false; as written where the expression says neither."""
        found = self._value(expression)
        return found[0] if len(found) == 1 and isinstance(found[0], bool) else otherwise

    def limits(self, item: Item, logic: ItemLogic) -> Limits:
        """The limits with the computed ones in place of those written."""
        limits = item.limits
        least, most = self._bound(item, logic.min_value), self._bound(item, logic.max_value)
        fewest, many = self._count(logic.min_occurs), self._count(logic.max_occurs)
        if least is not None:
            limits = replace(limits, min_value=least)
        if most is not None:
            limits = replace(limits, max_value=most)
        if fewest is not None:
            limits = replace(limits, min_occurs=fewest)
        return limits if many is None else replace(limits, max_occurs=many)

    def _bound(self, item: Item, expression: Expression | None) -> AnswerValue | None:
        found = self._value(expression)
        value = answer_in(item, found[0]) if len(found) == 1 else None
        return None if value is None else fitted(item.type, value)

    def _count(self, expression: Expression | None) -> int | None:
        match self._value(expression):
            case [int() | Decimal() as number] if not isinstance(number, bool) and number >= 0:
                return int(number)
        return None

    def options(self, item: Item, logic: ItemLogic) -> tuple[AnswerOption, ...]:
        """The computed options, else those written; closed ones say so."""
        options = item.options
        if logic.answer_options is not None:
            kept: dict[AnswerValue, object] = {}
            for result in self._value(logic.answer_options):
                value = answer_in(item, result)
                if value is not None:
                    kept.setdefault(value, result)
            listed = (_option(item, value) for value in list(kept)[:MOST_OPTIONS])
            columns = item.presentation.choice_columns
            options = with_columns(
                listed, columns, lambda one: kept.get(one.value, one.value), new_run()
            )
        return self._toggled(options, logic) if logic.toggles else options

    def candidates(self, item: Item, logic: ItemLogic) -> tuple[AnswerValue, ...]:
        """What is suggested and may be answered, each once; what fails suggests nothing."""
        values = (answer_in(item, one) for one in self._quiet(logic.candidates))
        fitting = (fitted(item.type, value) for value in values if value is not None)
        return tuple(dict.fromkeys(one for one in fitting if one is not None))[:MOST_CANDIDATES]

    def context(self, logic: ItemLogic) -> tuple[LocalText, ...]:
        """A line for each rule that finds something that can be said in words."""
        lines = ((rule.label, self._quiet(rule.expression)) for rule in logic.contexts)
        said = ((label, [said_words(one) for one in found]) for label, found in lines)
        return tuple(labelled(label, words) for label, words in said if any(words))

    def _quiet(self, expression: Expression | None) -> Items:
        """As ``_value``, for what only helps: its failure holds nothing."""
        before = self.failure
        found = self._value(expression)
        self.failure = before
        return found

    def _toggled(
        self, options: tuple[AnswerOption, ...], logic: ItemLogic
    ) -> tuple[AnswerOption, ...]:
        opens = [truth(self._value(toggle.expression)) is True for toggle in logic.toggles]
        found = []
        for option in options:
            says = [
                is_open
                for toggle, is_open in zip(logic.toggles, opens, strict=True)
                if _names(toggle.options, option.value)
            ]
            found.append(replace(option, is_open=not says or any(says)))
        return tuple(found)

    def broken(self, constraints: tuple[Constraint, ...]) -> tuple[Constraint, ...]:
        """The rules that do not hold."""
        broken, failure = broken_rules(constraints, self._instance, self._scope)
        self.failure = self.failure or failure
        return broken


def _option(item: Item, value: AnswerValue) -> AnswerOption:
    written = item.option_of(value)
    if written is not None:
        return written
    if isinstance(value, Coding):
        return AnswerOption(value, LocalText(value.display or value.code))
    return AnswerOption(value, LocalText(str(getattr(value, "text", value))))


def _names(options: tuple[AnswerValue, ...], value: AnswerValue) -> bool:
    for option in options:
        if isinstance(option, Coding) and isinstance(value, Coding):
            if option.same_concept(value):
                return True
        elif option == value:
            return True
    return False

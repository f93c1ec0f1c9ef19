"""Checks single items: their flags, their constraints and toggles, and what they ask of us."""

from collections.abc import Iterator

from desktop.forms import extensions as ext
from desktop.forms.condition_checks import condition_findings
from desktop.forms.form_problem import FormProblem, notice, problem
from desktop.forms.item_logic import Constraint
from desktop.forms.questionnaire import Item, Questionnaire
from desktop.forms.value_checks import initial_findings, limit_findings, option_findings

_ONLY_NOTED = frozenset(
    {"expression-language", "cql-library", "partial-value-set", "missing-supplement"}
)


def item_findings(form: Questionnaire, item: Item) -> Iterator[FormProblem]:
    """Everything that one item has, apart from its expressions."""
    yield from unsupported(item.link_id, item.unsupported)
    part = ext.extension_text(item.source, ext.SUB_QUESTIONNAIRE, "valueCanonical", "valueUri")
    if part:
        yield problem(item.link_id, "missing-part", url=part)
    yield from option_findings(item)
    yield from condition_findings(form, item)
    yield from limit_findings(item)
    yield from initial_findings(item)
    yield from _flags(item)
    yield from _toggles(item)
    yield from constraint_findings(item.link_id, item.logic.constraints)


def unsupported(link_id: str, codes: tuple[str, ...]) -> Iterator[FormProblem]:
    """What the form asks for that is not done here."""
    for code in codes:
        finding = notice if code in _ONLY_NOTED else problem
        yield finding(link_id, f"unsupported-{code}")


def _flags(item: Item) -> Iterator[FormProblem]:
    if item.calculated is not None and not item.type.is_question:
        yield problem(item.link_id, "calculated-no-question")
    is_filled = item.calculated is not None or item.initial_expression is not None or item.initial
    if item.required and not is_filled and item.type.is_question:
        if item.read_only:
            yield notice(item.link_id, "read-only-required")
        elif item.hidden:
            yield notice(item.link_id, "hidden-required")


def _toggles(item: Item) -> Iterator[FormProblem]:
    for toggle in item.logic.toggles:
        absent = [one for one in toggle.options if item.option_of(one) is None]
        if absent and item.options:
            yield problem(item.link_id, "toggle-no-option", count=len(absent))
        elif not item.options and item.logic.answer_options is None:
            yield problem(item.link_id, "toggle-no-options")


def constraint_findings(link_id: str, rules: tuple[Constraint, ...]) -> Iterator[FormProblem]:
    """Constraints without a key, without words for a person, or with a key twice."""
    seen: set[str] = set()
    for rule in rules:
        if not rule.key:
            yield problem(link_id, "constraint-no-key")
        elif rule.key in seen:
            yield problem(link_id, "constraint-key-twice", key=rule.key)
        seen.add(rule.key)
        if not rule.human:
            yield problem(link_id, "constraint-no-words", key=rule.key or "-")

"""Checks options, limits and initial values of items: that they fit, and do not contradict."""

from collections.abc import Iterator

from desktop.forms import extensions as ext
from desktop.forms.answers import AnswerValue, Coding
from desktop.forms.enablement import order_of
from desktop.forms.fhir_values import fitted, value_in
from desktop.forms.form_problem import FormProblem, notice, problem
from desktop.forms.json_input import JsonObject, a_text, an_object, objects
from desktop.forms.patterns import can_be_matched, looks_around
from desktop.forms.questionnaire import Item, ItemType


def option_findings(item: Item) -> Iterator[FormProblem]:
    """What is wrong with the options and units of an item."""
    if item.remote_options is not None:
        yield problem(item.link_id, "remote-value-set", url=item.remote_options)
    elif item.type is ItemType.CHOICE and not item.options and not _computes_options(item):
        is_outside = any(
            a_text(one, "url").endswith("externallydefined")
            for one in objects(item.source, "extension")
        )
        yield problem(item.link_id, "no-options", "no-options-outside" if is_outside else "")
    if item.remote_units is not None:
        yield problem(item.link_id, "remote-units", url=item.remote_units)
    listed = objects(item.source, "answerOption")
    if listed and a_text(item.source, "answerValueSet"):
        yield problem(item.link_id, "two-option-lists")
    if not listed and objects(item.source, "option") and item.options:
        yield notice(item.link_id, "older-options")
    if any(value_in(one) is None for one in listed):
        yield problem(item.link_id, "unreadable-option")
    if any(fitted(item.type, option.value) is None for option in item.options):
        yield problem(item.link_id, "wrong-option-type")
    if len({_identity(option.value) for option in item.options}) < len(item.options):
        yield problem(item.link_id, "duplicate-option")


def _computes_options(item: Item) -> bool:
    return item.logic.answer_options is not None or "answer-expression" in item.unsupported


def _identity(value: AnswerValue) -> tuple[str, str, str]:
    if isinstance(value, Coding):
        return ("Coding", value.system, value.code or f" {value.display}")
    return (type(value).__name__, "", repr(value))


def limit_findings(item: Item) -> Iterator[FormProblem]:
    """What is wrong with the limits of an item."""
    limits = item.limits
    if limits.pattern is not None and not can_be_matched(limits.pattern):
        says = "look-around" if looks_around(limits.pattern) else ""
        yield problem(item.link_id, "bad-pattern", says, pattern=limits.pattern)
    for urls, value, computed in (
        ((ext.MIN_VALUE, ext.MIN_QUANTITY), limits.min_value, item.logic.min_value),
        ((ext.MAX_VALUE, ext.MAX_QUANTITY), limits.max_value, item.logic.max_value),
    ):
        is_given = any(ext.extension(item.source, url) for url in urls)
        if is_given and value is None and computed is None:
            yield problem(item.link_id, "wrong-limit-type")
    if _are_crossed(limits.min_value, limits.max_value):
        yield problem(item.link_id, "limits-crossed", "limits-crossed-value")
    if _are_crossed(limits.min_length, limits.max_length):
        yield problem(item.link_id, "limits-crossed", "limits-crossed-length")
    if _are_crossed(limits.min_occurs, limits.max_occurs):
        yield problem(item.link_id, "limits-crossed", "limits-crossed-count")
    if not item.repeats and max(limits.min_occurs or 0, limits.max_occurs or 0) > 1:
        yield notice(item.link_id, "occurs-without-repeats")


def _are_crossed(least: AnswerValue | None, most: AnswerValue | None) -> bool:
    return least is not None and most is not None and (order_of(least, most) or 0) > 0


def initial_findings(item: Item) -> Iterator[FormProblem]:
    """What is wrong with how an item starts."""
    given = objects(item.source, "initial")
    chosen = [option for option in item.options if option.initial]
    if given and not item.type.is_question:
        yield problem(item.link_id, "initial-no-question")
        return
    lost = [one for one in given if not _fits(item, one)]
    if lost and all(_has_no_amount(item, one) for one in lost):
        yield notice(item.link_id, "initial-no-amount")
    elif lost:
        yield problem(item.link_id, "wrong-initial-type")
    if any(item.option_of(value) is None for value in _listed_initials(item)):
        yield problem(item.link_id, "initial-not-an-option")
    if not item.repeats and max(len(given), len(chosen)) > 1:
        yield problem(item.link_id, "several-initials")
    if item.calculated is not None and (given or item.initial_expression is not None):
        yield problem(item.link_id, "calculated-and-initial")
    elif item.initial_expression is not None and (given or chosen):
        yield problem(item.link_id, "two-initials")


def _has_no_amount(item: Item, given: JsonObject) -> bool:
    quantity = an_object(given, "valueQuantity")
    return item.type is ItemType.QUANTITY and bool(quantity) and "value" not in quantity


def _fits(item: Item, given: JsonObject) -> bool:
    value = value_in(given)
    return value is not None and fitted(item.type, value) is not None


def _listed_initials(item: Item) -> tuple[AnswerValue, ...]:
    """The initial values that must be among the options; an open choice takes any text."""
    if not item.options or not objects(item.source, "initial"):
        return ()
    if item.type is ItemType.OPEN_CHOICE:
        return tuple(one for one in item.initial if not isinstance(one, str))
    return item.initial

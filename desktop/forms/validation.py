"""What is wrong with one answer: type, length, pattern, bounds, options, how many."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from desktop.forms.answers import Answer, Answered, AnswerValue, Coding, Quantity
from desktop.forms.enablement import order_of
from desktop.forms.fhir_values import fitted
from desktop.forms.instances import Instance, ItemKey
from desktop.forms.questionnaire import Item, ItemType

MAX_PATTERN_INPUT = 4_000


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one item: a code, and a sentence by id with its parameters."""

    key: ItemKey
    code: str
    message_id: str
    params: dict[str, str | int] = field(default_factory=dict, hash=False)


def answer_problems(instance: Instance, answer: Answer) -> tuple[Problem, ...]:
    """Everything wrong with an answer; a reason for no answer is never wrong."""
    if not isinstance(answer, Answered):
        return ()
    found = [*_count_problems(instance.item, answer)]
    for value in answer.values:
        found.extend(_value_problems(instance.item, value))
    return tuple(
        Problem(instance.key, code, f"form-problem-{code}", params)
        for code, params in dict(found).items()
    )


Found = tuple[str, dict[str, str | int]]


def _count_problems(item: Item, answer: Answered) -> Iterator[Found]:
    count, limits = len(answer.values), item.limits
    if count > 1 and not item.repeats:
        yield "too-many-answers", {"most": 1}
    elif item.repeats and limits.max_occurs is not None and count > limits.max_occurs:
        yield "too-many-answers", {"most": limits.max_occurs}
    if item.repeats and limits.min_occurs is not None and count < limits.min_occurs:
        yield "too-few-answers", {"least": limits.min_occurs}
    if count > 1 and any(_is_exclusive(item, value) for value in answer.values):
        yield "exclusive", {}


def _is_exclusive(item: Item, value: AnswerValue) -> bool:
    option = item.option_of(value)
    return option is not None and option.exclusive


def _value_problems(item: Item, value: AnswerValue) -> Iterator[Found]:
    if fitted(item.type, value) is None:
        yield "wrong-type", {}
        return
    if item.type.is_choice:
        yield from _option_problems(item, value)
    elif isinstance(value, str):
        yield from _text_problems(item, value)
    elif item.options and item.option_of(value) is None:
        yield "not-an-option", {}
    yield from _bound_problems(item, value)


def _option_problems(item: Item, value: AnswerValue) -> Iterator[Found]:
    is_free_text = item.type is ItemType.OPEN_CHOICE and isinstance(value, str)
    if item.options and item.option_of(value) is None and not is_free_text:
        yield "not-an-option", {}
    elif not item.options and item.type is ItemType.CHOICE and not isinstance(value, Coding):
        yield "wrong-type", {}
    elif is_free_text and isinstance(value, str):
        yield from _text_problems(item, value)


def _text_problems(item: Item, value: str) -> Iterator[Found]:
    limits = item.limits
    if limits.max_length is not None and len(value) > limits.max_length:
        yield "too-long", {"most": limits.max_length}
    if limits.min_length is not None and len(value) < limits.min_length:
        yield "too-short", {"least": limits.min_length}
    if limits.pattern is not None and not matches_pattern(limits.pattern, value):
        yield "pattern", {"format": item.presentation.entry_format.base or limits.pattern}


def matches_pattern(pattern: str, value: str) -> bool:
    """Whether the whole value matches; a pattern that is no regular expression matches nothing.

    Source: FHIR core extension ``regex`` (a full match).
    """
    if len(value) > MAX_PATTERN_INPUT:
        return False
    try:
        return re.fullmatch(pattern, value) is not None
    except (re.error, RecursionError, OverflowError):
        return False


def _bound_problems(item: Item, value: AnswerValue) -> Iterator[Found]:
    limits = item.limits
    if limits.min_value is not None and (order_of(value, limits.min_value) or 0) < 0:
        yield "below-minimum", {"least": _shown(limits.min_value)}
    if limits.max_value is not None and (order_of(value, limits.max_value) or 0) > 0:
        yield "above-maximum", {"most": _shown(limits.max_value)}
    number = value.value if isinstance(value, Quantity) else value
    if limits.max_decimal_places is not None and isinstance(number, Decimal):
        exponent = number.as_tuple().exponent
        if isinstance(exponent, int) and -exponent > limits.max_decimal_places:
            yield "decimal-places", {"most": limits.max_decimal_places}


def _shown(value: AnswerValue) -> str:
    match value:
        case Decimal():
            return format(value, "f")
        case Quantity(amount, unit):
            return f"{amount:f} {unit}".strip()
        case _:
            return str(getattr(value, "text", value))

"""What is wrong with one answer: type, length, pattern, bounds, options, how many."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from fnmatch import fnmatch

from desktop.forms.answers import Answer, Answered, AnswerValue, Attachment, Coding, Quantity
from desktop.forms.enablement import order_of
from desktop.forms.fhir_values import fitted
from desktop.forms.form_parts import Limits
from desktop.forms.instances import Instance, ItemKey
from desktop.forms.item_logic import Constraint, Severity
from desktop.forms.patterns import matches_pattern
from desktop.forms.questionnaire import Item, ItemType, option_among
from desktop.forms.shapes import Shape
from desktop.forms.wording import LocalText


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one item: a code, and a sentence by id with its parameters.

    ``words`` is the form's own sentence instead, where it brings one. Only a blocking problem
    holds Complete.
    """

    key: ItemKey
    code: str
    message_id: str
    params: dict[str, str | int] = field(default_factory=dict, hash=False)
    words: LocalText = LocalText()
    is_blocking: bool = True


Found = tuple[str, dict[str, str | int]]


def answer_problems(instance: Instance, answer: Answer, shape: Shape) -> tuple[Problem, ...]:
    """Everything wrong with an answer; a reason for no answer is never wrong."""
    if not isinstance(answer, Answered):
        return ()
    found = [*_count_problems(instance.item, shape, answer)]
    for value in answer.values:
        found.extend(_value_problems(instance.item, shape, value))
    return tuple(
        Problem(instance.key, code, f"form-problem-{code}", params)
        for code, params in dict(found).items()
    )


def fits_question(item: Item, shape: Shape, value: AnswerValue) -> bool:
    """Whether nothing is wrong with a value as an answer to this question, as it stands now."""
    return not any(_value_problems(item, shape, value))


def rule_problems(key: ItemKey, broken: Iterable[Constraint]) -> tuple[Problem, ...]:
    """The rules of the form that do not hold, in its own words where it has any."""
    return tuple(
        Problem(
            key,
            "constraint",
            "form-problem-constraint",
            {"rule": rule.key},
            rule.human,
            rule.severity is Severity.ERROR,
        )
        for rule in broken
    )


def row_problems(key: ItemKey, shape: Shape, count: int) -> tuple[Problem, ...]:
    """Too few or too many rows of a repeating group; ``key`` is where it is shown."""
    limits = shape.limits
    if limits.min_occurs is not None and count < limits.min_occurs:
        code, params = "too-few-rows", {"least": limits.min_occurs}
        return (Problem(key, code, f"form-problem-{code}", {**params}),)
    if limits.max_occurs is not None and count > limits.max_occurs:
        code, params = "too-many-rows", {"most": limits.max_occurs}
        return (Problem(key, code, f"form-problem-{code}", {**params}),)
    return ()


def _count_problems(item: Item, shape: Shape, answer: Answered) -> Iterator[Found]:
    count, limits = len(answer.values), shape.limits
    if count > 1 and not item.repeats:
        yield "too-many-answers", {"most": 1}
    elif item.repeats and limits.max_occurs is not None and count > limits.max_occurs:
        yield "too-many-answers", {"most": limits.max_occurs}
    if item.repeats and limits.min_occurs is not None and count < limits.min_occurs:
        yield "too-few-answers", {"least": limits.min_occurs}
    if count > 1 and any(_is_exclusive(shape, value) for value in answer.values):
        yield "exclusive", {}


def _is_exclusive(shape: Shape, value: AnswerValue) -> bool:
    option = option_among(shape.options, value)
    return option is not None and option.exclusive


def _value_problems(item: Item, shape: Shape, value: AnswerValue) -> Iterator[Found]:
    if fitted(item.type, value) is None:
        yield "wrong-type", {}
        return
    if item.type.is_choice:
        yield from _option_problems(item, shape, value)
    elif isinstance(value, str):
        yield from _text_problems(item, shape.limits, value)
    elif isinstance(value, Attachment):
        yield from _file_problems(shape.limits, value)
    elif shape.options and option_among(shape.options, value) is None:
        yield "not-an-option", {}
    yield from _bound_problems(shape.limits, value)


def _option_problems(item: Item, shape: Shape, value: AnswerValue) -> Iterator[Found]:
    options = shape.options
    is_free_text = item.type is ItemType.OPEN_CHOICE and isinstance(value, str)
    option = option_among(options, value)
    has_options = bool(options) or item.logic.answer_options is not None
    if option is not None and not option.is_open:
        yield "closed-option", {}
    elif has_options and option is None and not is_free_text:
        yield "not-an-option", {}
    elif not has_options and item.type is ItemType.CHOICE and not isinstance(value, Coding):
        yield "wrong-type", {}
    elif is_free_text and isinstance(value, str):
        yield from _text_problems(item, shape.limits, value)


def _text_problems(item: Item, limits: Limits, value: str) -> Iterator[Found]:
    if limits.max_length is not None and len(value) > limits.max_length:
        yield "too-long", {"most": limits.max_length}
    if limits.min_length is not None and len(value) < limits.min_length:
        yield "too-short", {"least": limits.min_length}
    if limits.pattern is not None and not matches_pattern(limits.pattern, value):
        yield "pattern", {"format": item.presentation.entry_format.base or limits.pattern}


def _file_problems(limits: Limits, value: Attachment) -> Iterator[Found]:
    if limits.mime_types and not any(
        fnmatch(value.content_type.lower(), pattern.lower()) for pattern in limits.mime_types
    ):
        yield "file-type", {"types": ", ".join(limits.mime_types)}
    if limits.max_size is not None and value.size > limits.max_size:
        yield "file-size", {"most_kb": max(1, limits.max_size // 1024)}


def _bound_problems(limits: Limits, value: AnswerValue) -> Iterator[Found]:
    if limits.min_value is not None and (_order(value, limits.min_value) or 0) < 0:
        yield "below-minimum", {"least": _shown(limits.min_value)}
    if limits.max_value is not None and (_order(value, limits.max_value) or 0) > 0:
        yield "above-maximum", {"most": _shown(limits.max_value)}
    for bound in (limits.min_value, limits.max_value):
        if isinstance(bound, Quantity) and _order(value, bound) is None:
            yield "other-unit", {"unit": bound.unit or bound.code}
    number = value.value if isinstance(value, Quantity) else value
    if limits.max_decimal_places is not None and isinstance(number, Decimal):
        exponent = number.as_tuple().exponent
        if isinstance(exponent, int) and -exponent > limits.max_decimal_places:
            yield "decimal-places", {"most": limits.max_decimal_places}


def _order(value: AnswerValue, bound: AnswerValue) -> int | None:
    """An amount without a unit is held against the number of the bound."""
    if not isinstance(value, Quantity) or not isinstance(bound, Quantity):
        return order_of(value, bound)
    have_units = all(one.unit or one.code for one in (value, bound))
    return order_of(value, bound) if have_units else order_of(value.value, bound.value)


def _shown(value: AnswerValue) -> str:
    match value:
        case Decimal():
            return format(value, "f")
        case Quantity(amount, unit):
            return f"{amount:f} {unit}".strip()
        case _:
            return str(getattr(value, "text", value))

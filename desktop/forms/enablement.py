"""Whether an item is enabled: the conditions of ``enableWhen`` on other answers.

Source: FHIR R4, http://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.enableWhen
"""

from collections.abc import Callable, Sequence
from decimal import Decimal

from desktop.forms.answers import (
    AnswerValue,
    Coding,
    PartialDate,
    PartialDateTime,
    Quantity,
    TimeOfDay,
)
from desktop.forms.fhirpath.temporal import Temporal, compare
from desktop.forms.fhirpath.ucum import convert
from desktop.forms.questionnaire import EnableWhen, Item

AnswersOf = Callable[[str], Sequence[AnswerValue]]
"""The values of the nearest enabled question of a linkId; empty without an answer."""


def conditions_hold(item: Item, answers_of: AnswersOf) -> bool:
    """All or any conditions of the item hold, as ``enableBehavior`` says (all, when it is silent).

    An item without conditions is enabled. Ancestors are the caller's business.
    """
    if not item.enable_when:
        return True
    results = (condition_holds(one, answers_of(one.question)) for one in item.enable_when)
    return all(results) if item.enable_all else any(results)


def condition_holds(condition: EnableWhen, answers: Sequence[AnswerValue]) -> bool:
    """One condition on the answers of its question.

    ``exists`` asks whether there is an answer at all. Every other operator fails without an answer
    and holds as soon as one of several answers matches.
    """
    if condition.operator == "exists":
        return bool(answers) is condition.answer
    return any(_matches(condition.operator, answer, condition.answer) for answer in answers)


def _matches(operator: str, answer: AnswerValue, wanted: AnswerValue) -> bool:
    if operator == "=":
        return same_value(answer, wanted)
    if operator == "!=":
        return not same_value(answer, wanted)
    order = order_of(answer, wanted)
    if order is None:
        return False
    match operator:
        case ">":
            return order > 0
        case "<":
            return order < 0
        case ">=":
            return order >= 0
        case _:
            return order <= 0


def same_value(one: AnswerValue, other: AnswerValue) -> bool:
    """Equal as answers: codings by concept, numbers by value, quantities with their unit."""
    if isinstance(one, Coding) and isinstance(other, Coding):
        return one.same_concept(other)
    if isinstance(one, Coding) or isinstance(other, Coding):
        return False
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    order = order_of(one, other)
    return order == 0 if order is not None else one == other


def order_of(one: AnswerValue, other: AnswerValue) -> int | None:
    """-1, 0 or 1; None where the two have no order (or a partial date leaves it open)."""
    if isinstance(one, bool) or isinstance(other, bool):
        return None
    match one, other:
        case (int() | Decimal(), int() | Decimal()):
            return _sign(one < other, one > other)
        case (Quantity(), Quantity()):
            return _order_of_amounts(one, other)
        case (str(), str()):
            return _sign(one < other, one > other)
        case _:
            left, right = _temporal(one), _temporal(other)
            return None if left is None or right is None else compare(left, right)


def _order_of_amounts(one: Quantity, other: Quantity) -> int | None:
    """Amounts in units that convert (UCUM) compare by what they measure.

    Source: SDC, minQuantity and maxQuantity: units are converted before comparing.
    """
    here, there = one.code or one.unit, other.code or other.unit
    value: Decimal | None = one.value
    if here != there:
        value = convert(one.value, here, there)
    if value is None:
        return None
    return _sign(value < other.value, value > other.value)


def _sign(is_less: bool, is_more: bool) -> int:
    return -1 if is_less else int(is_more)


def _temporal(value: AnswerValue) -> Temporal | None:
    match value:
        case PartialDate(text):
            return Temporal("date", text)
        case PartialDateTime(text):
            return Temporal("dateTime", text)
        case TimeOfDay(text):
            return Temporal("time", text if text.count(":") == 2 else f"{text}:00")
        case _:
            return None

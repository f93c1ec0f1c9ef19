"""Results of expressions as answers: types fitted, options found by their code."""

from collections.abc import Mapping
from decimal import Decimal

from desktop.forms.answers import (
    AnswerValue,
    Coding,
    PartialDate,
    PartialDateTime,
    Quantity,
    TimeOfDay,
)
from desktop.forms.fhir_values import coding_in, fitted
from desktop.forms.fhirpath.syntax import EvaluationError
from desktop.forms.fhirpath.temporal import Temporal, parse_temporal
from desktop.forms.fhirpath.values import Items, as_quantity, text_of
from desktop.forms.questionnaire import Item, ItemType


def values_for(item: Item, items: Items) -> tuple[AnswerValue, ...]:
    """The result of an expression as answers to ``item``.

    Raises EvaluationError when the type does not fit or there are several for one place.
    """
    if len(items) > 1 and not item.repeats:
        raise EvaluationError("one value was expected")
    return tuple(_value_for(item, one) for one in items)


def answer_in(item: Item, result: object) -> AnswerValue | None:
    """One result as a value that ``item`` may take; None where it is no such value."""
    value = _plain_value(item, result)
    if value is not None and item.type.is_choice and isinstance(value, str):
        return _option_by_code(item, value)
    return value


def _value_for(item: Item, result: object) -> AnswerValue:
    value = answer_in(item, result)
    fitting = None if value is None else fitted(item.type, value)
    if fitting is None:
        raise EvaluationError("the result does not fit the question")
    return fitting


def _option_by_code(item: Item, code: str) -> AnswerValue:
    for option in item.options:
        if isinstance(option.value, Coding) and code in (option.value.code, option.value.display):
            return option.value
    return code


def _plain_value(item: Item, result: object) -> AnswerValue | None:
    if item.type in (ItemType.STRING, ItemType.TEXT, ItemType.URL):
        return text_of(result)
    if item.type is ItemType.QUANTITY:
        return _quantity(item, result)
    if isinstance(result, str) and item.type in (ItemType.DATE, ItemType.DATE_TIME, ItemType.TIME):
        result = parse_temporal(item.type.value, result) or result
    match result:
        case Temporal("date", text):
            return PartialDate(text)
        case Temporal("dateTime", text):
            return PartialDate(text[:10]) if item.type is ItemType.DATE else PartialDateTime(text)
        case Temporal(_, text):
            return TimeOfDay(text)
        case Mapping():
            return coding_in(result)
        case bool() | int() | str() | Decimal():
            return result
        case _:
            return None


def _quantity(item: Item, result: object) -> AnswerValue | None:
    found = as_quantity(result)
    if found is not None:
        name = str(result.get("unit", found.unit)) if isinstance(result, Mapping) else found.unit
        return Quantity(found.value, name, "http://unitsofmeasure.org", found.unit)
    if isinstance(result, bool) or not isinstance(result, int | Decimal):
        return None
    unit = item.unit or Coding("")
    return Quantity(Decimal(result), unit.display, unit.system, unit.code)

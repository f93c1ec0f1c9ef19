"""The value of an Observation as an answer to a question: the same kind, the question's unit.

The other way round from ``observation_values``. Whatever is not plainly the same kind is none: a
text is no choice, a moment is no date, an amount without a unit is none in kilograms.
"""

from collections.abc import Iterator
from decimal import Context, Decimal

from desktop.forms.answers import AnswerValue, Coding, Quantity
from desktop.forms.fhir_values import coding_in, fitted, value_in
from desktop.forms.fhirpath.ucum import convert
from desktop.forms.json_input import JsonObject, a_text, an_object, objects
from desktop.forms.questionnaire import Item, ItemType
from desktop.forms.unit_naming import UCUM

_CONVERTED = Context(prec=6)
"""Digits of an amount that was given in another unit: more would look more exact than it was."""
_WHOLE_DATE = len("2000-01-01")
_EXPECTED = {
    ItemType.BOOLEAN: ("valueBoolean",),
    ItemType.DATE: ("valueDateTime",),
    ItemType.DATE_TIME: ("valueDateTime",),
    ItemType.TIME: ("valueTime",),
    ItemType.STRING: ("valueString",),
    ItemType.TEXT: ("valueString",),
    ItemType.URL: ("valueString",),
}


def observed_answers(item: Item, observed: JsonObject) -> tuple[AnswerValue, ...]:
    """What ``observed``, an Observation or a component of one, says as answers to ``item``.

    One at the most, but of a concept of several codings each option that one of them names.
    """
    if item.type.is_choice:
        return tuple(dict.fromkeys(_chosen(item, an_object(observed, "valueCodeableConcept"))))
    if item.type in (ItemType.INTEGER, ItemType.DECIMAL, ItemType.QUANTITY):
        found = _amount(item, observed)
    else:
        found = _plain(item, observed)
    value = None if found is None else fitted(item.type, found)
    return () if value is None else (value,)


def _chosen(item: Item, concept: JsonObject) -> Iterator[AnswerValue]:
    codings = objects(concept, "coding")
    for one in codings:
        coding = coding_in(one)
        if coding is None or not coding.code:
            continue
        option = item.option_of(coding)
        if option is not None:
            yield option.value
        elif not item.options:
            yield coding  # computed options: whether it is one of them is seen when it is shown
    if not codings and item.type is ItemType.OPEN_CHOICE and (words := a_text(concept, "text")):
        yield words


def _plain(item: Item, observed: JsonObject) -> AnswerValue | None:
    for name in _EXPECTED.get(item.type, ()):
        text = a_text(observed, name)
        if item.type is ItemType.DATE:
            return value_in({"valueDate": text}) if len(text) <= _WHOLE_DATE else None
        return value_in({name: observed.get(name)})
    return None


def _amount(item: Item, observed: JsonObject) -> AnswerValue | None:
    given = observed.get("valueInteger")
    if given is not None:
        found = value_in({"valueInteger": given})
        return found if item.unit is None and item.type is not ItemType.QUANTITY else None
    found = value_in({"valueQuantity": an_object(observed, "valueQuantity")})
    if not isinstance(found, Quantity) or an_object(observed, "valueQuantity").get("comparator"):
        return None
    if item.type is not ItemType.QUANTITY:
        return _in_unit(found, item.unit or Coding(""))
    if not (found.unit or found.code):
        return None
    wanted = item.unit_options or ((item.unit,) if item.unit is not None else ())
    if not wanted or item.unit_is_open:
        return found
    same = [one for one in wanted if (one.system, one.code) == (found.system, found.code)]
    for unit in (*same, *wanted):
        value = _in_unit(found, unit)
        if value is not None:
            return Quantity(value, unit.display or unit.code, unit.system, unit.code)
    return None


def _in_unit(amount: Quantity, unit: Coding) -> Decimal | None:
    """The number of an amount in a unit; None where it is in none, or in one that is no match."""
    if not unit.code or not amount.code:
        is_same = not unit.code and not amount.code and unit.display == amount.unit
        return amount.value if is_same else None
    if (unit.system, unit.code) == (amount.system, amount.code):
        return amount.value
    if (unit.system or UCUM) != UCUM or (amount.system or UCUM) != UCUM:
        return None
    found = convert(amount.value, amount.code, unit.code)
    return None if found is None else _rounded(found)


def _rounded(value: Decimal) -> Decimal:
    found = _CONVERTED.plus(value).normalize()
    exponent = found.as_tuple().exponent
    return found.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 else found

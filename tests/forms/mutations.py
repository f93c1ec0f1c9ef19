"""Mutates JSON with an eye for its structure: drop, duplicate, retype, swap, deepen, inject."""

import copy
from random import Random
from typing import Any

from desktop.forms import extensions as ext
from tests.forms.form_makers import Json, calculated, coding, expression, when

SCALARS: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 3.5, 10**18, -(10**30), 1e300, 0.1),
    *("", "a", "true", "2026", "2026-13", "2026-02-30", "25:00:00", "%", "'", "\\", "\u0000"),
    *("#", "#v", "http://hl7.org/fhir/ValueSet/languages", "ñ\u202e", "\ud800", "x" * 300),
    *("group", "display", "choice", "quantity", "attachment", "reference", "text/cql"),
    *("[a-z]+", "(a+)+$", "(", "1 +", "%resource", "%v", "item.answer.value", "$this", "{}"),
)
SNIPPETS: tuple[Any, ...] = (
    calculated("%resource.descendants().where(linkId='a').answer.value.sum()"),
    calculated("%context.item.answer.value.first() / 0"),
    calculated("%v + %w"),
    calculated("today() - 200 years"),
    expression(ext.VARIABLE, "%v", "v"),
    expression(ext.VARIABLE, "%resource.repeat(item).answer.value", "w"),
    expression(ext.ENABLE_EXPRESSION, "%resource.item.where(linkId='b').answer.empty()"),
    expression(ext.INITIAL_EXPRESSION, "1 | 2 | 3"),
    expression(ext.ANSWER_EXPRESSION, "'a' | 'b' | 3"),
    {"url": ext.REGEX, "valueString": "(a|a)*b"},
    {"url": ext.REGEX, "valueString": "[\\p{L}]{1000}"},
    calculated("%resource.descendants().select('x'.matches('[a-z]{1000}' & $index.toString()))"),
    {"url": ext.MIN_VALUE, "valueDate": "2026"},
    {"url": ext.MAX_OCCURS, "valueInteger": 10**9},
    {"url": ext.MIN_OCCURS, "valueInteger": 10**9},
    {"url": ext.HIDDEN, "valueBoolean": True},
    {"url": ext.OPTION_EXCLUSIVE, "valueBoolean": True},
    {"url": ext.WEIGHTS[0], "valueDecimal": 1e200},
    {"url": ext.SUB_QUESTIONNAIRE, "valueCanonical": "#part"},
    {"url": ext.CRITICAL_EXTENSION, "valueCanonical": ext.HIDDEN},
    when("a", "=", answerInteger=1),
    when("b", "exists", answerBoolean=False),
    when("a", ">", answerDate="2026"),
    {"valueCoding": coding("a")},
    {"valueQuantity": {"value": 1e90, "unit": "kg", "code": "kg"}},
    {"linkId": "a", "answer": [{"valueInteger": 1}, {"valueString": "1"}]},
    {"linkId": "a", "answer": [{"item": [{"linkId": "b", "answer": [{"valueBoolean": True}]}]}]},
)
NAMES = (
    *("linkId", "type", "text", "item", "answer", "extension", "url", "required", "repeats"),
    *("enableWhen", "enableBehavior", "initial", "answerOption", "answerValueSet", "contained"),
    *("valueString", "valueInteger", "valueCoding", "valueQuantity", "valueDate", "_text"),
    *("readOnly", "maxLength", "resourceType", "modifierExtension", "expansion", "compose"),
)
Place = tuple[Any, Any]
"""A container, and the key or index of one thing in it."""


def mutated(value: Json, random: Random, most: int = 6) -> Json:
    """A copy with one to ``most`` mutations."""
    found = copy.deepcopy(value)
    for _ in range(random.randint(1, most)):
        places = _places(found)
        if places:
            random.choice(_MUTATIONS)(random, places)
    return found


def _places(value: Any) -> list[Place]:
    found: list[Place] = []
    waiting = [value]
    while waiting and len(found) < 20_000:
        one = waiting.pop()
        keys = list(one) if isinstance(one, dict) else range(len(one))
        for key in keys:
            found.append((one, key))
            if isinstance(one[key], dict | list):
                waiting.append(one[key])
    return found


def _drop(random: Random, places: list[Place]) -> None:
    container, key = random.choice(places)
    del container[key]


def _duplicate(random: Random, places: list[Place]) -> None:
    container, key = random.choice(places)
    if isinstance(container, list):
        container.insert(random.randint(0, len(container)), copy.deepcopy(container[key]))
    else:
        container[random.choice(NAMES)] = copy.deepcopy(container[key])


def _retype(random: Random, places: list[Place]) -> None:
    container, key = random.choice(places)
    old = container[key]
    container[key] = random.choice(
        (random.choice(SCALARS), [copy.deepcopy(old)], {"a": copy.deepcopy(old)}, str(old), [], {})
    )


def _swap(random: Random, places: list[Place]) -> None:
    (first, one), (second, other) = random.choice(places), random.choice(places)
    # Copies, so that nothing comes to lie inside itself.
    first[one], second[other] = copy.deepcopy(second[other]), copy.deepcopy(first[one])


def _deepen(random: Random, places: list[Place]) -> None:
    container, key = random.choice(places)
    name = random.choice(NAMES)
    for _ in range(random.choice((1, 2, 3, 12, 60))):
        container[key] = {name: [container[key]]}


def _inject(random: Random, places: list[Place]) -> None:
    lists = [one for one in places if isinstance(one[0][one[1]], list)]
    snippet = copy.deepcopy(random.choice(SNIPPETS))
    if lists and random.random() < 0.7:
        container, key = random.choice(lists)
        container[key].append(snippet)
        return
    container, key = random.choice(places)
    if isinstance(container[key], dict):
        container[key].setdefault("extension", [])
        if isinstance(container[key]["extension"], list):
            container[key]["extension"].append(snippet)
    else:
        container[key] = snippet


_MUTATIONS = (_drop, _duplicate, _retype, _retype, _swap, _deepen, _inject, _inject)

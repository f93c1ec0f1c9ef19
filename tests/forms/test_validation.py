"""Validation: every limit of the form, below, at and above."""

from decimal import Decimal

import pytest

from desktop.forms import extensions as ext
from desktop.forms.answers import Answered, Coding, PartialDate, Quantity, TimeOfDay
from desktop.messages import LANGUAGES, sentence
from tests.forms.form_makers import choice, code, item, session


def limit(name, **value):
    return {"url": ext.CORE + name} | value


@pytest.mark.parametrize(
    ("question", "value", "expected"),
    [
        (item("x", "string", maxLength=3), "abc", []),
        (item("x", "string", maxLength=3), "abcd", ["too-long"]),
        (item("x", "string", limit("minLength", valueInteger=2)), "ab", []),
        (item("x", "string", limit("minLength", valueInteger=2)), "a", ["too-short"]),
        (item("x", "string", limit("regex", valueString="[a-z]+")), "abc", []),
        (item("x", "string", limit("regex", valueString="[a-z]+")), "abc1", ["pattern"]),
        (item("x", "string", limit("regex", valueString="[")), "abc", ["pattern"]),
        (item("x", "integer", limit("minValue", valueInteger=1)), 0, ["below-minimum"]),
        (item("x", "integer", limit("minValue", valueInteger=1)), 1, []),
        (item("x", "integer", limit("maxValue", valueInteger=5)), 5, []),
        (item("x", "integer", limit("maxValue", valueInteger=5)), 6, ["above-maximum"]),
        (
            item("x", "decimal", limit("maxValue", valueDecimal=1.5)),
            Decimal("1.51"),
            ["above-maximum"],
        ),
        (
            item("x", "date", limit("maxValue", valueDate="2026-01-01")),
            PartialDate("2027"),
            ["above-maximum"],
        ),
        (item("x", "date", limit("maxValue", valueDate="2026-01-01")), PartialDate("2026"), []),
        (
            item("x", "time", limit("minValue", valueTime="08:00:00")),
            TimeOfDay("07:59"),
            ["below-minimum"],
        ),
        (item("x", "decimal", limit("maxDecimalPlaces", valueInteger=1)), Decimal("1.5"), []),
        (
            item("x", "decimal", limit("maxDecimalPlaces", valueInteger=1)),
            Decimal("1.50"),
            ["decimal-places"],
        ),
        (item("x", "integer"), "seven", ["wrong-type"]),
        (item("x", "boolean"), 1, ["wrong-type"]),
        (item("x", "quantity"), Quantity(Decimal(1)), []),
        (choice("x", "a"), Coding("zz", "s"), ["not-an-option"]),
        (choice("x", "a") | {"type": "open-choice"}, "my own words", []),
        (item("x", "choice"), Coding("anything"), []),
    ],
)
def test_an_answer_keeps_to_the_limits_of_its_question(question, value, expected):
    form = session(question)

    form.answer("x", value)

    assert [one.code for one in form.problems] == expected
    assert form.is_complete is (not expected)


def test_several_answers_only_where_the_question_repeats():
    form = session(choice("one", "a", "b"), choice("many", "a", "b", repeats=True))

    form.answer("one", code("a"), code("b"))
    form.answer("many", code("a"), code("b"))

    assert [(one.key, one.code) for one in form.problems] == [("one", "too-many-answers")]


def test_occurrences_are_counted():
    bounds = (
        limit("questionnaire-minOccurs", valueInteger=2),
        limit("questionnaire-maxOccurs", valueInteger=2),
    )
    form = session(choice("x", "a", "b", "c", repeats=True, extensions=bounds))

    found = []
    for codes in (("a",), ("a", "b"), ("a", "b", "c")):
        form.set("x", Answered(tuple(code(one) for one in codes)))
        found.append([one.code for one in form.problems])

    assert found == [["too-few-answers"], [], ["too-many-answers"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_has_its_sentence(language):
    form = session(
        item("a", "string", limit("regex", valueString="x"), maxLength=1),
        item(
            "b",
            "decimal",
            limit("maxDecimalPlaces", valueInteger=0),
            limit("maxValue", valueDecimal=1),
        ),
        item("c", "integer", limit("minValue", valueInteger=9)),
        choice("d", "a"),
    )
    form.answer("a", "long")
    form.answer("b", Decimal("2.5"))
    form.answer("c", 1)
    form.answer("d", Coding("zz"), Coding("yy"))

    sentences = [sentence(one.message_id, language, **one.params) for one in form.problems]

    assert len(sentences) == 7
    assert all("{" not in one for one in sentences)


def test_a_disabled_wrong_answer_is_no_problem():
    rule = {"question": "a", "operator": "=", "answerBoolean": True}
    form = session(item("a", "boolean"), item("x", "string", maxLength=1, enableWhen=[rule]))
    form.answer("x", "long")

    assert form.problems == ()
    form.answer("a", True)
    assert [one.key for one in form.problems] == ["x"]


UCUM = "http://unitsofmeasure.org"


def grams(amount, unit):
    return Quantity(Decimal(amount), unit, UCUM, unit)


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        (grams("999", "g"), ["below-minimum"]),
        (grams("1000", "g"), []),
        (grams("2000000", "mg"), []),
        (grams("2000001", "mg"), ["above-maximum"]),
        (grams("1", "kg"), []),
        (grams("5", "cm"), ["other-unit"]),
        (Quantity(Decimal(5), "handfuls"), ["other-unit"]),
        (Quantity(Decimal("1.5")), []),
        (Quantity(Decimal(5)), ["above-maximum"]),
    ],
)
def test_amounts_are_compared_in_one_unit(given, codes):
    limits = [
        {"url": ext.MIN_QUANTITY, "valueQuantity": {"value": 1, "code": "kg", "system": UCUM}},
        {"url": ext.MAX_QUANTITY, "valueQuantity": {"value": 2, "code": "kg", "system": UCUM}},
    ]
    found = session(item("x", "quantity", *limits))

    found.answer("x", given)

    assert [one.code for one in found.problems] == codes

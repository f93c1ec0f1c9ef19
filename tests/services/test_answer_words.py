"""Answers in words, as review and paper say them: a number never without its unit."""

from decimal import Decimal
from typing import Any

import pytest

from desktop.forms import extensions as ext
from desktop.forms.answers import AnswerValue, Quantity
from desktop.forms.instances import ItemKey
from desktop.records.ids import RecordId
from desktop.services.answer_words import state_words
from desktop.services.packet_sources import plan_lines
from desktop.services.visit_lines import ReviewedForm, lines_of
from tests.forms.form_makers import group, item, session, spanish

KG = {
    "url": ext.UNIT,
    "valueCoding": {"system": "http://unitsofmeasure.org", "code": "kg", "display": "kg"},
}
PLAIN_UNIT = {
    "url": ext.ITEM_CONTROL,
    "valueCodeableConcept": {
        "coding": [{"system": "http://hl7.org/fhir/questionnaire-item-control", "code": "unit"}]
    },
}


def beside(**fields: Any) -> dict[str, Any]:
    """The words of a unit as a display item below the question."""
    return item(
        "u", "display", PLAIN_UNIT, **{"text": "steps", "_text": spanish("pasos"), **fields}
    )


@pytest.mark.parametrize(
    ("question", "value", "english", "in_spanish"),
    [
        (item("n", "decimal", KG), Decimal(120), "120 kg", "120 kg"),
        (item("n", "integer", KG), 7, "7 kg", "7 kg"),
        (item("n", "integer", item=[beside()]), 7, "7 steps", "7 pasos"),
        (item("n", "integer"), 7, "7", "7"),
        (item("n", "decimal"), Decimal("1E+2"), "100", "100"),
        (item("n", "decimal"), Decimal("1.50"), "1.50", "1.50"),
        (item("n", "quantity"), Quantity(Decimal("1E+2"), "cm", "", "cm"), "100 cm", "100 cm"),
        (item("n", "quantity", item=[beside()]), Quantity(Decimal(7)), "7 steps", "7 pasos"),
        (item("n", "quantity"), Quantity(Decimal(7), "", "", "mm"), "7 mm", "7 mm"),
        (item("n", "string", KG), "two", "two", "two"),
    ],
)
def test_a_number_is_said_with_its_unit(
    question: dict[str, Any], value: AnswerValue, english: str, in_spanish: str
) -> None:
    form = session(question)
    form.answer(ItemKey("n"), value)

    words = state_words(form.state(ItemKey("n")))

    assert (words.in_language("en"), words.in_language("es")) == (english, in_spanish)


def test_a_unit_that_comes_and_goes_with_another_answer_is_not_guessed() -> None:
    when = [{"question": "other", "operator": "exists", "answerBoolean": True}]
    form = session(item("other", "string"), item("n", "integer", item=[beside(enableWhen=when)]))
    form.answer(ItemKey("n"), 7)

    assert state_words(form.state(ItemKey("n"))).base == "7"


def test_the_unit_stands_in_review_and_on_paper() -> None:
    form = session(group("g", item("n", "decimal", KG)))
    form.answer(ItemKey("n"), Decimal(120))

    (line,) = lines_of(ReviewedForm(RecordId("f"), form, None, (), ()))

    assert line.answer_text.in_language("es") == "120 kg"
    assert plan_lines(form, "es") == (("Text of n", "120 kg"),)

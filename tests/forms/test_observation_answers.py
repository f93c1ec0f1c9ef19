"""What an observation says as an answer: the same kind, in the unit of the question, or none."""

from decimal import Decimal

import pytest

from desktop.forms.answers import Coding, PartialDate, PartialDateTime, Quantity, TimeOfDay
from tests.forms.earlier_makers import CM, KG, LB, asking, had, unit, values
from tests.forms.form_makers import code, coding

KINDS = {
    "boolean": True,
    "integer": 3,
    "decimal": Decimal("1.5"),
    "string": "Ana",
    "date": PartialDate("2026-03-01"),
    "dateTime": PartialDateTime("2026-03-01T10:00:00Z"),
    "time": TimeOfDay("10:00:00"),
    "choice": code("a"),
    "quantity": Quantity(Decimal(70), KG, "http://unitsofmeasure.org", KG),
}
FITS = {
    "text": {"string"},
    "url": set(),
    "integer": {"integer"},
    "decimal": {"decimal", "integer"},
    "dateTime": {"date", "dateTime"},
    "open-choice": {"choice"},
}


@pytest.mark.parametrize("wanted", [*KINDS, "text", "open-choice"])
@pytest.mark.parametrize("given_kind", KINDS)
def test_an_answer_of_another_kind_is_never_offered(wanted, given_kind):
    options = [{"valueCoding": coding("a")}, {"valueCoding": coding("b")}]
    more = {"answerOption": options} if "choice" in wanted else {}
    had_more = {"answerOption": options} if given_kind == "choice" else {}
    other = had(given_kind, KINDS[given_kind], **had_more)

    found = values(asking(wanted, **more), other)

    assert bool(found) is (given_kind in FITS.get(wanted, {wanted}))


def test_a_date_of_a_day_is_offered_and_a_moment_is_no_date():
    assert values(asking("dateTime"), had("date", PartialDate("2026-03"))) == [
        PartialDateTime("2026-03")
    ]
    moment = had("dateTime", PartialDateTime("2026-03-01T23:30:00-05:00"))
    assert values(asking("date"), moment) == []


def test_a_choice_is_offered_as_the_option_of_this_form():
    other = had("choice", code("a"), answerOption=[{"valueCoding": coding("a")}])
    here = [{"valueCoding": {**coding("a"), "display": "Said here"}}, {"valueCoding": coding("b")}]

    assert values(asking("choice", answerOption=here), other) == [
        Coding("a", coding("a")["system"], "Said here")
    ]
    assert values(asking("choice", answerOption=here[1:]), other) == []


def test_words_of_an_open_choice_are_offered_to_an_open_choice_alone():
    options = [{"valueCoding": coding("a")}]
    other = had("open-choice", "my own words", answerOption=options)

    assert values(asking("open-choice", answerOption=options), other) == ["my own words"]
    assert values(asking("choice", answerOption=options), other) == []
    assert values(asking("string"), other) == []


@pytest.mark.parametrize(
    ("given_unit", "value", "wanted_unit", "found"),
    [
        (KG, "70", KG, ["70"]),
        (KG, "70", LB, ["154.324"]),
        ("m", "1.63", CM, ["163"]),
        (CM, "163", KG, []),
        ("Cel", "37", "[degF]", ["98.6"]),
        ("cards", "3", KG, []),
    ],
)
def test_an_amount_is_counted_in_the_unit_of_the_question(given_unit, value, wanted_unit, found):
    other = had("decimal", Decimal(value), unit(given_unit))

    assert values(asking("decimal", unit(wanted_unit)), other) == [Decimal(one) for one in found]


def test_a_number_without_a_unit_is_not_taken_for_one_with():
    assert values(asking("decimal", unit(KG)), had("decimal", Decimal(70))) == []
    assert values(asking("decimal"), had("decimal", Decimal(70), unit(KG))) == []
    assert values(asking("integer", unit(CM)), had("integer", 163)) == []
    assert values(asking("integer", unit(CM)), had("decimal", Decimal("1.635"), unit("m"))) == []
    assert values(asking("integer", unit(CM)), had("decimal", Decimal("1.63"), unit("m"))) == [163]


def test_an_amount_comes_in_a_unit_that_the_question_lists():
    system = "http://unitsofmeasure.org"
    url = "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption"

    def listed(*names):
        return [{"url": url, "valueCoding": {"system": system, "code": one}} for one in names]

    other = had("quantity", Quantity(Decimal(70), "kilos", system, KG))

    assert values(asking("quantity"), other) == [Quantity(Decimal(70), "kilos", system, KG)]
    assert values(asking("quantity", *listed(LB, KG)), other) == [
        Quantity(Decimal(70), KG, system, KG)
    ]
    assert values(asking("quantity", *listed(CM, LB)), other) == [
        Quantity(Decimal("154.324"), LB, system, LB)
    ]
    assert values(asking("quantity", *listed(CM)), other) == []

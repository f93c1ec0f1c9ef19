"""The R4 model table: true to its source, inheritance, choices, and typed evaluation on FHIR."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from desktop.forms.fhirpath import model
from desktop.forms.fhirpath.expression import compile_expression, plain_environment
from desktop.forms.fhirpath.quantities import QuantityValue
from desktop.forms.fhirpath.syntax import EvaluationError
from desktop.forms.fhirpath.temporal import Temporal
from tests.forms.fhirpath.make_r4_types import TARGET, table

AGE = "http://hospital.example/age"
OBSERVATION = {
    "resourceType": "Observation",
    "status": "final",
    "_status": {"extension": [{"url": "http://hospital.example/why", "valueCode": "x"}]},
    "effectiveDateTime": "2026-03",
    "extension": [{"url": AGE, "valueAge": {"value": 30, "code": "a"}}],
    "valueQuantity": {"value": Decimal("80.5"), "code": "kg"},
    "contained": [{"resourceType": "Patient", "id": "p", "birthDate": "1990-01-02"}],
}


def value_of(text, resource=OBSERVATION):
    environment = plain_environment(datetime(2026, 3, 14, 12, tzinfo=UTC), {"x": [3, "a"]})
    return compile_expression(text).evaluate([resource], environment)


def test_the_table_is_what_its_source_says():
    assert TARGET.read_text("utf-8") == table()


def test_a_type_inherits_elements_and_names():
    assert model.ancestors("Age") == ("Age", "Quantity", "Element")
    assert model.element_of("Age", "value").type_name == "decimal"
    assert model.element_of("Patient", "extension").type_name == "Extension"
    assert model.element_of("QuestionnaireResponse.item", "item").type_name == (
        "QuestionnaireResponse.item"
    )
    assert model.element_of("Observation", "value").choices["Quantity"] == "Quantity"
    assert model.element_of("Observation", "valueQuantity").chosen
    assert model.element_of("Patient", "nothing") is None
    assert model.is_known("Slot")
    assert not model.is_described("Slot")
    assert not model.is_known("Nothing")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"extension('{AGE}').value is Age", [True]),
        (f"extension('{AGE}').value is Quantity", [True]),
        (f"extension('{AGE}').value is Duration", [False]),
        (f"extension('{AGE}').value.ofType(Quantity).value", [30]),
        ("status.extension('http://hospital.example/why').value", ["x"]),
        ("status is string", [True]),
        ("status.as(string)", []),
        ("value is System.Quantity", [False]),
        ("value.type().name", ["Quantity"]),
        ("value.value.type().namespace", ["FHIR"]),
        ("effective", [Temporal("dateTime", "2026-03")]),
        ("effective is dateTime", [True]),
        ("contained.birthDate < @2000", [True]),
        ("contained is Patient", [True]),
        ("contained is DomainResource", [True]),
        ("Resource.contained.id", ["p"]),
        ("Patient.id", []),
        ("value > 80000 'g'", [True]),
        ("value * 2", [QuantityValue(Decimal("161.0"), "kg")]),
        ("%x.first() is Integer", [True]),
        ("(%x.last()) is String", [True]),
        ("children().count()", [5]),
        ("descendants().ofType(Extension).count()", [2]),
        ("conformsTo('http://hl7.org/fhir/StructureDefinition/Observation')", [True]),
    ],
)
def test_fhir_elements_have_their_types(text, expected):
    assert value_of(text) == expected


@pytest.mark.parametrize("text", ["status is Nonsense", "status.ofType(FHIR.nonsense)"])
def test_a_type_that_does_not_exist_is_an_error(text):
    with pytest.raises(EvaluationError):
        value_of(text)


def test_a_value_that_is_absent_with_a_reason_counts_but_gives_nothing():
    patient = {
        "resourceType": "Patient",
        "_birthDate": {"extension": [{"url": "http://hospital.example/absent"}]},
        "name": [{"given": [None, "Ana"], "_given": [{"id": "g"}, None]}],
    }

    assert value_of("birthDate", patient) == []
    assert value_of("birthDate.count()", patient) == [1]
    assert value_of("birthDate.hasValue()", patient) == [False]
    assert value_of("birthDate.extension.url", patient) == ["http://hospital.example/absent"]
    assert value_of("name.given", patient) == ["Ana"]
    assert value_of("name.given.count()", patient) == [2]
    assert value_of("name.given.id", patient) == ["g"]


def test_what_stands_alone_is_typed_by_what_it_shows():
    item = {"linkId": "a", "answer": [{"valueDate": "2026-01-02"}, {"valueInteger": 3}]}

    assert value_of("answer.value is integer", item | {"answer": item["answer"][1:]}) == [True]
    assert value_of("answer.value.first() < today()", item) == [True]
    assert value_of("is(Period)", {"start": "2026", "end": "2027"}) == [True]
    assert value_of("is(Coding)", {"code": "a"}) == [True]
    assert value_of("is(Quantity)", {"value": 1, "unit": "kg"}) == [True]

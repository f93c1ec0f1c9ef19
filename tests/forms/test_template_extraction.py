"""Resources out of a completed response, by the templates that the form carries."""

import time
from decimal import Decimal
from itertools import count
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.forms import extensions as ext
from desktop.forms.checking import check_questionnaire
from desktop.forms.extraction import extracted_bundle
from desktop.forms.reading import read_questionnaire
from desktop.forms.template_extraction import ALLOCATE, EXTRACT
from desktop.forms.templates import CONTEXT, VALUE
from tests.forms.form_makers import NOON, form, form_bytes, group, item

NAME = {"given": ["Ana", "Bea"], "family": ["Example"]}
PUBLIC = "questionnaires/lforms/questionnaire-extract"


def said(url, text):
    return {"extension": [{"url": url, "valueString": text}]}


def asks(template="#t", **parts):
    named = {"url": "template", "valueReference": {"reference": template}}
    more = [{"url": name, "valueString": text} for name, text in parts.items()]
    return {"url": EXTRACT, "extension": [named, *more]}


def answered(link_id, *values, below=()):
    found = {"linkId": link_id, "answer": [{"valueString": one} for one in values]}
    found = {name: content for name, content in found.items() if content}
    return found | ({"item": list(below)} if below else {})


def made(read, *items, **fields):
    response = {
        "resourceType": "QuestionnaireResponse",
        "id": "r1",
        "status": "completed",
        "authored": "2026-03-14T12:00:00Z",
        "item": list(items),
    }
    numbers = count(1)
    bundle = extracted_bundle(read, response | fields, lambda: f"id-{next(numbers)}", NOON)
    return bundle.get("entry", [])


def small(template, *items, **fields):
    contained = [{"resourceType": "Basic", "id": "t", **template}]
    return form(*items, contained=contained, **fields)


def text(link_id, *extensions, **fields):
    return item(link_id, "string", *extensions, **fields)


@pytest.mark.parametrize("name", ["complex-template", "complex-template-bundle"])
def test_the_templates_of_others_make_what_was_answered(corpus: Path, name: str) -> None:
    path = corpus / f"{PUBLIC}-{name}.json"
    parts = [answered(part, *values) for part, values in NAME.items()]
    gender = {"linkId": "gender", "answer": [{"valueCoding": {"code": "female"}}]}
    person = {
        "linkId": "patient",
        "item": [answered("name", below=parts), gender, answered("mobile-phone", "555-0101")],
    }
    height = {"linkId": "height", "answer": [{"valueDecimal": Decimal("1.7")}]}
    seen = {"linkId": "obs", "item": [height]}

    entries = made(read_questionnaire(path.read_bytes(), path.name), person, seen)

    patient, tall = (one["resource"] for one in entries[:2])
    assert patient == {
        "resourceType": "Patient",
        "name": [{"text": "Ana Bea Example", "family": "Example", "given": ["Ana", "Bea"]}],
        "telecom": [{"system": "phone", "value": "555-0101", "use": "mobile"}],
        "gender": "female",
    }
    assert tall["valueQuantity"]["value"] == Decimal(170)
    assert tall["subject"] == {"reference": entries[0]["fullUrl"]}
    assert tall["derivedFrom"] == [{"reference": "QuestionnaireResponse/r1"}]
    assert "extension" not in str(patient)
    assert entries[0]["request"]["method"] == "POST"


def test_each_row_makes_one_with_an_id_of_its_own():
    template = {"_code": said(VALUE, "item.answer.value"), "_id2": said(VALUE, "%Mine")}
    asked = [asks(fullUrl="%Mine"), {"url": ALLOCATE, "valueString": "Mine"}]
    read = small(template, group("g", text("a"), repeats=True, extension=asked))

    entries = made(read, *(answered("g", below=[answered("a", one)]) for one in "xy"))

    assert [one["resource"]["code"] for one in entries] == ["x", "y"]
    assert [one["fullUrl"] for one in entries] == ["urn:uuid:id-1", "urn:uuid:id-2"]
    assert [one["resource"]["id2"] for one in entries] == [one["fullUrl"] for one in entries]


def test_each_answer_of_a_repeating_question_makes_one():
    read = small({"_code": said(VALUE, "answer.value")}, text("a", asks(), repeats=True))

    entries = made(read, answered("a", "x", "y"))

    assert [one["resource"]["code"] for one in entries] == ["x", "y"]


def test_what_was_not_answered_makes_nothing():
    read = small({"_code": said(VALUE, "answer.value")}, text("a", asks()), text("b"))

    assert made(read, answered("b", "x")) == []


def test_an_element_without_a_result_goes_and_what_is_fixed_stays():
    template = {
        "status": "final",
        "code": "unknown",
        "_code": said(VALUE, "item.where(linkId = 'gone').answer.value"),
        "note": [{**said(CONTEXT, "item.where(linkId = 'gone')"), "text": "x"}],
    }
    read = small(template, text("a"), extension=[asks()])

    [entry] = made(read, answered("a", "x"))

    assert entry["resource"] == {"resourceType": "Basic", "status": "final"}


def test_a_known_id_is_put_and_conditions_go_with_the_request():
    asked = asks(resourceId="'b-1'", ifMatch="'1'", ifNoneExist="answer.value")
    read = small({"status": "final"}, text("a", asked))

    [entry] = made(read, answered("a", "x"))

    assert entry["resource"]["id"] == "b-1"
    assert entry["request"] == {
        "method": "PUT",
        "url": "Basic/b-1",
        "ifMatch": "1",
        "ifNoneExist": "x",
    }


@pytest.mark.parametrize("text_of", ["%gone", "(1 | 2).single()", "answer.("])
def test_a_template_that_cannot_be_filled_makes_nothing_at_all(text_of):
    read = small({"_code": said(VALUE, text_of)}, text("a", asks()))

    with pytest.raises(KnownError):
        made(read, answered("a", "x"))


@pytest.mark.parametrize(("template", "is_told"), [("#t", False), ("#gone", True), ("t", True)])
def test_only_a_template_that_is_not_there_is_told(template, is_told):
    contained = [{"resourceType": "Basic", "id": "t"}]
    data = form_bytes(text("a", asks(template)), contained=contained)

    notices = check_questionnaire(data, "test.json").notices

    told = [one.link_id for one in notices if one.code == "extraction-not-done"]
    assert told == (["a"] if is_told else [])


def test_observations_and_templates_are_one_transaction():
    asked = {"url": ext.SDC + "sdc-questionnaire-observationExtract", "valueBoolean": True}
    code = [{"system": "http://loinc.org", "code": "1"}]
    read = small({"status": "final"}, text("a", asks(), asked, code=code))

    entries = made(read, answered("a", "x"))

    assert [one["resource"]["resourceType"] for one in entries] == ["Observation", "Basic"]


def test_a_template_that_would_never_end_is_given_up():
    many = "(1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10)"
    template = {"_code": said(VALUE, "$this")}
    for _ in range(9):
        template = {"part": [said(CONTEXT, many) | template]}
    read = small(template, text("a", asks()))

    began = time.process_time()
    with pytest.raises(KnownError, match="form-template-failed"):
        made(read, answered("a", "x"))

    assert time.process_time() - began < 20

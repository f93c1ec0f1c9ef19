"""Observations out of a response: where they are asked for, with what, and how they belong."""

from itertools import count

import pytest

from desktop.forms.extensions import CORE
from desktop.forms.filling import fill_report
from desktop.forms.observations import CATEGORY, EXTRACT, observation_bundle
from tests.forms.form_makers import NOON, calculated, choice, coding, form, item, when

LOINC = "http://loinc.org"
YES, NO = {"url": EXTRACT, "valueBoolean": True}, {"url": EXTRACT, "valueBoolean": False}
SAID = {
    "id": "r-1",
    "status": "completed",
    "authored": "2026-03-14T12:00:00Z",
    "subject": {"reference": "Patient/p-1"},
    "encounter": {"reference": "Encounter/e-1"},
    "author": {"reference": "Practitioner/s-1"},
    "basedOn": [{"reference": "CarePlan/c-1"}],
}


def how(code):
    return {"url": EXTRACT, "valueCode": code}


def coded(link_id, kind, *extensions, **more):
    """An item with a code of its own."""
    code = [{"system": LOINC, "code": link_id}]
    return item(link_id, kind, *extensions, code=code, **more)


def answer(link_id, *values, **more):
    return {"linkId": link_id, "answer": list(values), **more}


def group(link_id, *items):
    return {"linkId": link_id, "item": list(items)}


def extracted(questionnaire, *answers, **said):
    """The Observations of these answers; ids are counted."""
    response = {"resourceType": "QuestionnaireResponse", "item": list(answers)} | SAID | said
    filled = fill_report(questionnaire, response, now=lambda: NOON).response
    numbers = count(1)
    whole = {**filled, "status": response["status"]}
    bundle = observation_bundle(questionnaire, whole, lambda: str(next(numbers)))
    assert (bundle["resourceType"], bundle["type"]) == ("Bundle", "transaction")
    entries = bundle.get("entry", [])
    assert all(one["request"] == {"method": "POST", "url": "Observation"} for one in entries)
    assert [one["fullUrl"] for one in entries] == list(
        dict.fromkeys(one["fullUrl"] for one in entries)
    )
    return [one["resource"] for one in entries]


def test_an_observation_says_what_was_answered_whose_it_is_and_where_it_comes_from():
    questionnaire = form(coded("1", "integer", YES))

    [made] = extracted(questionnaire, answer("1", {"valueInteger": 4}))

    assert made == {
        "resourceType": "Observation",
        "status": "final",
        "code": {"coding": [{"system": LOINC, "code": "1"}], "text": "Text of 1"},
        "subject": SAID["subject"],
        "encounter": SAID["encounter"],
        "basedOn": SAID["basedOn"],
        "effectiveDateTime": SAID["authored"],
        "issued": SAID["authored"],
        "performer": [SAID["author"]],
        "derivedFrom": [{"reference": "QuestionnaireResponse/r-1"}],
        "valueInteger": 4,
    }


def test_an_amended_response_gives_amended_observations():
    questionnaire = form(coded("1", "integer", YES))

    [made] = extracted(questionnaire, answer("1", {"valueInteger": 4}), status="amended")

    assert made["status"] == "amended"


@pytest.mark.parametrize(
    ("kind", "given", "made"),
    [
        ("boolean", {"valueBoolean": False}, {"valueBoolean": False}),
        ("decimal", {"valueDecimal": 1.5}, {"valueQuantity": {"value": 1.5}}),
        ("date", {"valueDate": "2026-03"}, {"valueDateTime": "2026-03"}),
        ("time", {"valueTime": "08:30:00"}, {"valueTime": "08:30:00"}),
        ("text", {"valueString": "a b"}, {"valueString": "a b"}),
        ("url", {"valueUri": "https://a.example"}, {"valueString": "https://a.example"}),
        (
            "quantity",
            {"valueQuantity": {"value": 3, "unit": "cm"}},
            {"valueQuantity": {"value": 3, "unit": "cm"}},
        ),
    ],
)
def test_each_kind_of_answer_has_the_value_that_r4_has_for_it(kind, given, made):
    [found] = extracted(form(coded("1", kind, YES)), answer("1", given))

    assert {name: value for name, value in found.items() if name.startswith("value")} == made


def test_a_choice_is_a_concept_and_own_words_are_its_text():
    questionnaire = form(
        choice(
            "1", "a", "b", type="open-choice", repeats=True, extensions=(YES,), code=[{"code": "x"}]
        )
    )

    made = extracted(
        questionnaire, answer("1", {"valueCoding": coding("a")}, {"valueString": "mine"})
    )

    concepts = [one["valueCodeableConcept"] for one in made]
    assert concepts[0]["coding"][0]["code"] == "a"
    assert concepts[1] == {"text": "mine"}


def test_a_fixed_unit_goes_with_its_number():
    unit = {
        "url": CORE + "questionnaire-unit",
        "valueCoding": {"system": "http://unitsofmeasure.org", "code": "kg", "display": "kilo"},
    }

    [made] = extracted(form(coded("1", "integer", YES, unit)), answer("1", {"valueInteger": 70}))

    assert made["valueQuantity"] == {
        "value": 70,
        "unit": "kilo",
        "system": "http://unitsofmeasure.org",
        "code": "kg",
    }


def test_what_is_asked_for_on_the_form_holds_below_until_an_item_says_no():
    questionnaire = form(
        coded("1", "integer"),
        item("2", "integer"),
        coded("3", "integer", NO),
        item("4", "group", NO, item=[coded("5", "integer"), coded("6", "integer", YES)]),
        extension=[YES],
    )
    values = {"valueInteger": 1}

    made = extracted(
        questionnaire,
        *(answer(link_id, values) for link_id in "123"),
        group("4", answer("5", values), answer("6", values)),
    )

    assert [one["code"]["coding"][0]["code"] for one in made] == ["1", "6"]


def test_without_a_code_an_answer_or_part_in_the_form_there_is_no_observation():
    questionnaire = form(
        item("1", "integer", YES),
        coded("2", "integer", YES),
        coded("3", "integer", YES, enableWhen=[when("1", "=", answerInteger=5)]),
        coded("4", "string", YES),
    )
    declined = {
        "linkId": "4",
        "extension": [{"url": CORE + "data-absent-reason", "valueCode": "asked-declined"}],
    }

    made = extracted(
        questionnaire, answer("1", {"valueInteger": 1}), answer("3", {"valueInteger": 1}), declined
    )

    assert made == []


def test_components_stand_in_the_observation_of_their_group():
    pressure = coded(
        "bp",
        "group",
        YES,
        item=[coded("sys", "integer", how("component")), coded("dia", "integer", how("component"))],
    )

    [made] = extracted(
        form(pressure),
        group("bp", answer("sys", {"valueInteger": 120}), answer("dia", {"valueInteger": 80})),
    )

    parts = [(one["code"]["coding"][0]["code"], one["valueInteger"]) for one in made["component"]]
    assert parts == [("sys", 120), ("dia", 80)]
    assert not any(name.startswith("value") for name in made)


def test_a_group_without_answers_gives_nothing():
    pressure = coded("bp", "group", YES, item=[coded("sys", "integer", how("component"))])

    assert extracted(form(pressure)) == []


def test_members_are_named_by_the_one_above_and_the_derived_name_it():
    panel = coded(
        "panel",
        "group",
        YES,
        item=[coded("a", "integer", how("member")), coded("b", "integer", how("derived"))],
    )

    top, member, derived = extracted(
        form(panel),
        group("panel", answer("a", {"valueInteger": 1}), answer("b", {"valueInteger": 2})),
    )

    assert top["hasMember"] == [{"reference": "urn:uuid:2"}]
    assert "derivedFrom" in member
    assert {"reference": "urn:uuid:1"} in derived["derivedFrom"]
    assert {"reference": "urn:uuid:1"} not in member["derivedFrom"]


def test_a_part_with_nothing_above_that_is_extracted_stands_alone():
    panel = item("panel", "group", item=[coded("a", "integer", how("component"))])

    [made] = extracted(form(panel), group("panel", answer("a", {"valueInteger": 1})))

    assert made["valueInteger"] == 1


def test_categories_come_from_the_item_else_from_the_nearest_above():
    def category(text):
        return {"url": CATEGORY, "valueCodeableConcept": {"text": text}}

    panel = item(
        "panel",
        "group",
        category("above"),
        item=[
            coded("a", "integer", YES, category("own"), category("other")),
            coded("b", "integer", YES),
        ],
    )

    own, inherited = extracted(
        form(panel),
        group("panel", answer("a", {"valueInteger": 1}), answer("b", {"valueInteger": 2})),
    )

    assert [one["text"] for one in own["category"]] == ["own", "other"]
    assert [one["text"] for one in inherited["category"]] == ["above"]


def test_a_score_is_an_observation_like_any_answer():
    questionnaire = form(
        choice("q", "no:0", "yes:2"),
        coded(
            "total",
            "decimal",
            YES,
            calculated("%resource.repeat(item).answer.weight().sum()"),
            readOnly=True,
        ),
    )

    [made] = extracted(questionnaire, answer("q", {"valueCoding": coding("yes")}))

    assert made["valueQuantity"] == {"value": 2}

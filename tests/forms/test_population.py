"""A form that begins has a row for each thing that its population contexts find."""

import pytest

from desktop.errors import KnownError
from desktop.forms import extensions as ext
from desktop.forms.answers import Unanswered, answer_values
from desktop.forms.checking import check_questionnaire
from desktop.forms.session import FormSession
from tests.forms.form_makers import NOON, expression, form, form_bytes, group, item, session

LAUNCH = {
    "extension": [
        {
            "url": ext.LAUNCH_CONTEXT,
            "extension": [
                {"url": "name", "valueCoding": {"code": "patient"}},
                {"url": "type", "valueCode": "Patient"},
            ],
        }
    ]
}
PATIENT = {
    "resourceType": "Patient",
    "contact": [
        {"name": {"text": "Ana"}, "telecom": [{"value": "555-0101"}, {"value": "555-0102"}]},
        {"name": {"text": "Ben"}, "telecom": []},
    ],
}


def context(text, name="one"):
    return expression(ext.POPULATION_CONTEXT, text, name)


def initial(link_id, text, **fields):
    return item(link_id, "string", expression(ext.INITIAL_EXPRESSION, text), **fields)


PEOPLE = group(
    "people",
    initial("name", "%one.name.text"),
    item("kind", "string", initial=[{"valueString": "contact"}]),
    group(
        "phones",
        initial("phone", "%two.value"),
        extension=[context("%one.telecom", "two")],
        repeats=True,
    ),
    extension=[context("%patient.contact")],
    repeats=True,
)


def begun(*items, launch=None, **fields):
    return FormSession(form(*items, **LAUNCH, **fields), now=lambda: NOON, launch=launch or {})


def values(found, link_id):
    keys = (one.key for one in found.tree.by_link_id[link_id])
    return [answer_values(found.state(key).answer) for key in keys]


def test_each_result_is_a_row_with_its_own_initial_values_also_of_groups_below():
    found = begun(PEOPLE, launch={"patient": PATIENT})

    assert values(found, "name") == [("Ana",), ("Ben",)]
    assert values(found, "kind") == [("contact",), ("contact",)]
    assert values(found, "phone") == [("555-0101",), ("555-0102",), ()]


def test_where_nothing_is_told_the_form_begins_as_it_is_written():
    found = begun(PEOPLE)

    assert values(found, "name") == [()]
    assert values(found, "kind") == [("contact",)]
    assert [row.number for row in found.rows("people")] == [1]


def test_a_new_row_stands_for_nothing_and_a_saved_form_keeps_its_rows():
    found = begun(PEOPLE, launch={"patient": PATIENT})

    found.add_row("people")
    assert values(found, "name") == [("Ana",), ("Ben",), ()]

    saved = found.to_response()
    again = FormSession(found.questionnaire, saved, now=lambda: NOON, launch={"patient": PATIENT})
    assert values(again, "name")[:2] == [("Ana",), ("Ben",)]
    assert again.to_response() == saved


def test_no_more_rows_begin_than_a_group_may_have():
    most = {"url": ext.MAX_OCCURS, "valueInteger": 1}
    limited = PEOPLE | {"extension": [*PEOPLE["extension"], most]}

    found = begun(limited, launch={"patient": PATIENT})

    assert values(found, "name") == [("Ana",)]


@pytest.mark.parametrize(
    ("text", "expected"), [("%patient.contact[0]", ("Ana",)), ("%patient.contact", ())]
)
def test_a_group_that_does_not_repeat_stands_for_the_one_result(text, expected):
    single = group("g", initial("name", "%one.name.text"), extension=[context(text)])

    assert values(begun(single, launch={"patient": PATIENT}), "name") == [expected]


def test_what_the_form_carries_itself_populates_as_well():
    listed = {
        "resourceType": "CodeSystem",
        "id": "steps",
        "concept": [{"code": "a"}, {"code": "b"}],
    }
    rows = group(
        "steps",
        initial("step", "%one.code"),
        extension=[context("%questionnaire.contained.where(id = 'steps').concept")],
        repeats=True,
    )

    assert values(session(rows, contained=[listed]), "step") == [("a",), ("b",)]


def test_a_context_that_cannot_be_evaluated_populates_nothing():
    broken = group("g", initial("name", "%one"), extension=[context("(1 | 2).single()")])

    assert session(broken).state("name").answer == Unanswered()


@pytest.mark.parametrize(
    ("text", "language", "is_told"),
    [
        ("%patient.contact", "text/fhirpath", False),
        ("Condition?patient={{%patient.id}}", "application/x-fhir-query", True),
        ("%Condition.entry.resource", "text/fhirpath", True),
    ],
)
def test_only_rows_that_a_server_would_give_are_told(text, language, is_told):
    asked = expression(ext.VARIABLE, "Condition", "Condition", "application/x-fhir-query")
    rows = expression(ext.POPULATION_CONTEXT, text, "one", language)
    read = group("g", initial("name", "%one.name"), extension=[asked, rows], repeats=True)

    notices = check_questionnaire(form_bytes(read, **LAUNCH), "test.json").notices

    told = [one.link_id for one in notices if one.code == "population-not-done"]
    assert told == (["g"] if is_told else [])


def test_a_context_in_cql_refuses_the_form():
    rows = expression(ext.POPULATION_CONTEXT, "Rows", "one", "text/cql")

    with pytest.raises(KnownError):
        form(group("g", item("name", "string"), extension=[rows], repeats=True))


def test_rows_within_rows_are_no_more_than_a_form_may_begin_with():
    many = "(1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10)"
    inner = item("leaf", "string")
    for level in range(6):
        inner = group(f"g{level}", inner, extension=[context(many, f"v{level}")], repeats=True)

    found = session(inner)

    assert len(found.tree.by_key) < 7 * 300

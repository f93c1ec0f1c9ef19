"""Columns of a list of answers: what each path finds of each answer."""

import time

import pytest

from desktop.errors import KnownError
from desktop.forms import extensions as ext
from desktop.forms.checking import check_questionnaire
from tests.forms.form_makers import SYSTEM, coding, expression, form, form_bytes, item, session
from tests.forms.terms_makers import code_system, concept, expanded, listed, value_set


def column(path, label="", *, for_display=False):
    parts = [{"url": "path", "valueString": path}]
    parts += [{"url": "label", "valueString": label}] if label else []
    parts += [{"url": "forDisplay", "valueBoolean": True}] if for_display else []
    return {"url": ext.CHOICE_COLUMN, "extension": parts}


def columns_of(read, link_id="q"):
    return [(one.label.base, one.columns) for one in read.item(link_id).options]


def test_columns_read_what_a_code_system_says_of_each_answer():
    said = concept("red") | {"definition": "Warm", "property": [{"code": "hex", "valueCode": "f"}]}
    read = form(
        item(
            "q",
            "choice",
            column("display"),
            column("definition", "Kind"),
            column("property.where(code = 'hex').value", "Hex"),
            answerValueSet="#v",
        ),
        contained=[
            value_set("v", {"system": code_system()["url"]}),
            code_system(said, concept("blue")),
        ],
    )

    assert columns_of(read) == [("RED", ("RED", "Warm", "f")), ("BLUE", ("BLUE", "", ""))]
    assert [one.label.base for one in read.item("q").presentation.choice_columns] == [
        "",
        "Kind",
        "Hex",
    ]


def test_columns_of_listed_answers_read_the_coding_and_plain_values():
    options = [{"valueCoding": coding("a") | {"extension": [{"url": "u", "valueString": "x"}]}}]
    read = form(
        item("q", "choice", column("extension('u').value"), answerOption=options),
        item("n", "integer", column("$this + 1"), answerOption=[{"valueInteger": 3}]),
    )

    assert columns_of(read) == [("A", ("x",))]
    assert columns_of(read, "n") == [("3", ("4",))]


def test_the_column_for_display_names_a_chosen_answer():
    read = form(
        item(
            "q",
            "choice",
            column("code + ': ' + display", for_display=True),
            column("nothing", for_display=True),
            answerOption=[{"valueCoding": coding("a")}],
        )
    )

    assert columns_of(read) == [("a: A", ("a: A", ""))]


def test_columns_of_computed_answers_read_what_was_computed():
    concepts = [concept("a") | {"definition": "First"}, concept("b") | {"definition": "Second"}]
    found = session(
        item(
            "q",
            "choice",
            expression(ext.ANSWER_EXPRESSION, "%questionnaire.contained.concept"),
            column("definition"),
        ),
        contained=[{"resourceType": "CodeSystem", "id": "c", "concept": concepts}],
    )

    assert [one.columns for one in found.state("q").options] == [("First",), ("Second",)]


def test_a_path_that_cannot_be_evaluated_leaves_its_column_empty():
    read = form(item("q", "choice", column("%gone"), answerOption=[{"valueCoding": coding("a")}]))

    assert columns_of(read) == [("A", ("",))]


def test_a_broken_path_refuses_the_form():
    with pytest.raises(KnownError, match="form-broken-expression"):
        form(item("q", "choice", column("display +"), answerOption=[{"valueCoding": coding("a")}]))


@pytest.mark.parametrize(
    ("count", "is_told"), [(0, True), (1, False), (2_000, False), (2_001, True)]
)
def test_columns_that_are_not_shown_are_told(count, is_told):
    options = [{"valueCoding": {"system": SYSTEM, "code": f"c{at}"}} for at in range(count)]
    asked = item("q", "choice", column("code"), answerOption=options)

    notices = check_questionnaire(form_bytes(asked), "test.json").notices

    told = [one.params["extension"] for one in notices if one.code == "not-done"]
    assert told == (["choiceColumn"] if is_told else [])


def test_an_expansion_keeps_its_own_words_before_those_of_the_code_system():
    own = {"resourceType": "ValueSet", "id": "w", "expansion": {"contains": []}}
    own["expansion"]["contains"] = [
        {"system": code_system()["url"], "code": "red", "display": "Crimson"}
    ]
    read = form(
        item("q", "choice", column("display"), column("definition"), answerValueSet="#w"),
        contained=[own, code_system(concept("red") | {"definition": "Warm"})],
    )

    assert columns_of(read) == [("Crimson", ("Crimson", "Warm"))]


def test_excluded_answers_have_no_columns():
    read = form(
        item("q", "choice", column("code"), answerValueSet="#v"),
        contained=[
            value_set("v", {"system": code_system()["url"]}, exclude=(listed("red"),)),
            code_system(concept("red"), concept("blue")),
            expanded("x", "one"),
        ],
    )

    assert columns_of(read) == [("BLUE", ("blue",))]


def test_columns_that_cost_too_much_are_left_out_and_told():
    heavy = "(1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9)"
    for _ in range(4):
        heavy = f"{heavy}.select(1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9)"
    options = [{"valueCoding": {"system": SYSTEM, "code": f"c{at}"}} for at in range(2_000)]
    asked = [item(f"q{at}", "choice", column(heavy), answerOption=options) for at in range(4)]

    began = time.process_time()
    notices = check_questionnaire(form_bytes(*asked), "test.json").notices

    assert time.process_time() - began < 5
    assert [one.params["extension"] for one in notices if one.code == "not-done"] == [
        "choiceColumn"
    ]

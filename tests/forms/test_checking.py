"""The form check: each finding by linkId and with a sentence; worked examples are run."""

import pytest

from desktop.forms import extensions as ext
from desktop.forms.checking import FormStatus, check_questionnaire
from desktop.messages import LANGUAGES, sentence
from desktop.resource_files import resources_dir
from tests.forms.form_makers import (
    calculated,
    choice,
    coding,
    expression,
    form_bytes,
    item,
    ours,
    spanish,
    when,
)

TOTAL = calculated("%resource.item.where(linkId='c').answer.value.where(code='yes').count()")


def codes_of(*items, **fields):
    report = check_questionnaire(form_bytes(*items, **fields), "test.json")
    findings = (*report.problems, *report.notices)
    for problem in findings:
        for language in LANGUAGES:
            assert sentence(problem.message_id, language, **problem.params)
    return [(one.link_id, one.code) for one in findings]


def test_a_sound_form_is_ok():
    report = check_questionnaire(form_bytes(choice("c", "yes", "no")), "test.json")

    assert (report.status, report.problems) == (FormStatus.OK, ())


def test_what_cannot_be_read_is_refused_with_its_link_id():
    report = check_questionnaire(form_bytes(item("a", "string"), item("a", "string")), "test.json")

    assert report.status is FormStatus.REFUSED
    assert [(one.link_id, one.code) for one in report.problems] == [("a", "duplicate-link-id")]


def test_hostile_bytes_are_refused():
    assert check_questionnaire(b"[" * 1_000_000, "x").status is FormStatus.REFUSED


@pytest.mark.parametrize(
    ("finding", "question"),
    [
        (
            "dangling-enable-when",
            item("x", "string", enableWhen=[when("zz", "exists", answerBoolean=True)]),
        ),
        (
            "enable-when-no-question",
            item("x", "string", enableWhen=[when("d", "exists", answerBoolean=True)]),
        ),
        (
            "enable-when-never",
            item("x", "string", enableWhen=[when("c", "=", answerCoding=coding("maybe"))]),
        ),
        ("enable-when-never", item("x", "string", enableWhen=[when("c", "=", answerInteger=3)])),
        ("unknown-function", item("x", "integer", calculated("item.frobnicate()"))),
        ("unknown-variable", item("x", "integer", calculated("%nobody + 1"))),
        (
            "dangling-expression",
            item("x", "integer", calculated("item.where(linkId='zz').answer.value")),
        ),
        ("remote-value-set", item("x", "choice", answerValueSet="http://vs.example")),
        ("no-options", item("x", "choice")),
        ("unsupported-reference", item("x", "reference")),
        (
            "unsupported-answer-expression",
            item(
                "x",
                "choice",
                expression(ext.ANSWER_EXPRESSION, "Drug?x", language="application/x-fhir-query"),
            ),
        ),
        (
            "unsupported-expression-language",
            item(
                "x", "string", expression(ext.VARIABLE, "Patient", "p", "application/x-fhir-query")
            ),
        ),
        ("bad-pattern", item("x", "string", {"url": ext.CORE + "regex", "valueString": "["})),
        (
            "wrong-limit-type",
            item("x", "integer", {"url": ext.CORE + "minValue", "valueString": "3"}),
        ),
        ("wrong-initial-type", item("x", "integer", initial=[{"valueString": "3"}])),
    ],
)
def test_each_fault_is_found_and_named(finding, question):
    found = codes_of(choice("c", "yes", "no"), item("d", "display"), question)

    assert found == [("x", finding)]


def test_several_conditions_without_a_behaviour_are_named():
    conditions = [when("c", "exists", answerBoolean=True)] * 2

    assert codes_of(choice("c", "a"), item("x", "string", enableWhen=conditions)) == [
        ("x", "no-enable-behavior")
    ]


def test_conditions_that_go_in_a_circle_are_named_once():
    first = item("a", "boolean", enableWhen=[when("b", "=", answerBoolean=True)])
    second = item("b", "boolean", enableWhen=[when("a", "=", answerBoolean=True)])

    assert [code for _, code in codes_of(first, second)] == ["loop"]


def test_a_language_that_is_not_complete_is_named_text_by_text():
    found = codes_of(item("a", "string", _text=spanish("A")), item("b", "string"))

    assert found == [("", "incomplete-title"), ("b", "incomplete-language")]


def part(url, **value):
    return {"url": url} | value


def vector(answer, score, *alerts):
    link = part("linkId", valueString="c")
    given = part("answer", extension=[link, answer])
    value = [part("value", valueInteger=score)] if score is not None else []
    expected = part("expect-score", extension=[part("linkId", valueString="total"), *value])
    raised = [part("expect-alert", valueCode=code) for code in alerts]
    return ours("test-vector", part("name", valueString="one"), given, expected, *raised)


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (vector(part("code", valueCode="yes"), 1, "danger-now"), []),
        (vector(part("code", valueCode="no"), 0), []),
        (vector(part("reason", valueCode="declined"), None), []),
        (vector(part("code", valueCode="yes"), 2, "danger-now"), [("", "test-vector")]),
        (vector(part("code", valueCode="yes"), 1), [("", "test-vector")]),
        (vector(part("reason", valueCode="declined"), 0), [("", "test-vector")]),
        (vector(part("code", valueCode="maybe"), 0), [("", "test-vector")]),
        (vector(part("reason", valueCode="bored"), None), [("", "test-vector")]),
    ],
)
def test_worked_examples_are_run_and_failing_ones_reported(example, expected):
    rule = ours("alert", part("code", valueCode="danger-now"), part("when", valueCode="yes"))
    found = codes_of(
        choice("c", "yes", "no", extensions=(rule,)),
        item("total", "integer", TOTAL, readOnly=True),
        extension=[example],
    )

    assert found == expected


def test_every_instrument_of_ours_is_sound():
    for path in sorted((resources_dir() / "instruments").glob("*.json")):
        report = check_questionnaire(path.read_bytes(), path.name)

        assert report.problems == (), path.name

"""Each fault that the form check names, on the smallest form that has it."""

import pytest

from desktop.forms import extensions as ext
from desktop.forms.checking import FormStatus, check_questionnaire
from desktop.messages import LANGUAGES, sentence
from tests.forms.form_makers import (
    SYSTEM,
    calculated,
    choice,
    coding,
    expression,
    form,
    form_bytes,
    group,
    item,
    ours,
    when,
)
from tests.forms.terms_makers import expanded

CQF = {"extension": [expression(ext.CQF_EXPRESSION, "1 + 1")]}


def report_of(*items, **fields):
    report = check_questionnaire(form_bytes(*items, **fields), "test.json")
    for finding in (*report.problems, *report.notices):
        for language in LANGUAGES:
            said = sentence(finding.message_id, language, **finding.params)
            assert not finding.link_id or finding.link_id in said
    return report


def codes(findings):
    return [(one.link_id, one.code) for one in findings]


def whole(url, number):
    return {"url": url, "valueInteger": number}


def toggle(*names):
    options = [{"url": "option", "valueCoding": coding(name)} for name in names]
    return {
        "url": ext.OPTIONS_TOGGLE,
        "extension": [*options, expression("expression", "true")],
    }


def constraint(**parts):
    given = {"key": {"valueId": "k"}, "human": {"valueString": "h"}} | parts
    listed = [{"url": name} | value for name, value in given.items() if value]
    listed.append({"url": "expression", "valueString": "true"})
    return {"url": ext.CONSTRAINT, "extension": listed}


def conditions(*given, **fields):
    return item("x", "string", enableWhen=list(given), **fields)


YES, NO = (when("c", "=", answerCoding=coding(name)) for name in ("yes", "no"))
ELSEWHERE = when("c", "=", answerCoding={"system": "https://other.example", "code": "yes"})
FOREIGN = when("c", "!=", answerCoding={"system": SYSTEM, "code": "maybe"})


@pytest.mark.parametrize("pattern", ["(?=a)a", "(?!a)b", "(?<=a)b", "(?<!a)b"])
def test_a_pattern_that_looks_around_is_told_apart_from_a_broken_one(pattern):
    around = item("x", "string", {"url": ext.REGEX, "valueString": pattern})
    broken = item("y", "string", {"url": ext.REGEX, "valueString": "("})

    said = {one.link_id: one.message_id for one in report_of(around, broken).problems}

    assert said == {"x": "form-check-look-around", "y": "form-check-bad-pattern"}


@pytest.mark.parametrize(
    ("finding", "question"),
    [
        ("enable-when-never", conditions(ELSEWHERE)),
        ("enable-when-always", conditions(FOREIGN)),
        ("enable-when-self", conditions(when("x", "exists", answerBoolean=True))),
        ("unreachable", conditions(YES, NO, enableBehavior="all")),
        (
            "enable-when-below",
            group("x", item("y", "string"), enableWhen=[when("y", "exists", answerBoolean=True)]),
        ),
        ("enable-when-wrong-field", conditions(when("d", "=", answerInteger="2022-09"))),
        ("enable-when-wrong-field", conditions(when("c", "exists", answerString="true"))),
        (
            "two-conditions",
            conditions(YES) | {"extension": [expression(ext.ENABLE_EXPRESSION, "true")]},
        ),
        (
            "unreadable-option",
            choice("x", "a") | {"answerOption": [{"valueCoding": coding("a")}, {}]},
        ),
        ("wrong-option-type", item("x", "integer", answerOption=[{"valueString": "a"}])),
        ("two-option-lists", choice("x", "a", answerValueSet="#v")),
        ("duplicate-option", choice("x", "a", "a")),
        ("limits-crossed", item("x", "integer", whole(ext.MIN_VALUE, 5), whole(ext.MAX_VALUE, 4))),
        ("limits-crossed", item("x", "string", whole(ext.MIN_LENGTH, 5), maxLength=4)),
        (
            "limits-crossed",
            item("x", "string", whole(ext.MIN_OCCURS, 3), whole(ext.MAX_OCCURS, 2), repeats=True),
        ),
        ("bad-pattern", item("x", "string", {"url": ext.REGEX, "valueString": "(?=a)a"})),
        ("bad-pattern", item("x", "string", {"url": ext.REGEX, "valueString": "a" * 1_001})),
        ("initial-no-question", group("x", initial=[{"valueString": "a"}])),
        ("initial-not-an-option", choice("x", "a", initial=[{"valueCoding": coding("b")}])),
        (
            "several-initials",
            item("x", "integer", initial=[{"valueInteger": 1}, {"valueInteger": 2}]),
        ),
        (
            "calculated-and-initial",
            item("x", "integer", calculated("1"), initial=[{"valueInteger": 1}]),
        ),
        (
            "two-initials",
            item(
                "x",
                "integer",
                expression(ext.INITIAL_EXPRESSION, "1"),
                initial=[{"valueInteger": 1}],
            ),
        ),
        (
            "missing-part",
            item("x", "display", {"url": ext.SUB_QUESTIONNAIRE, "valueCanonical": "u"}),
        ),
        ("calculated-no-question", item("x", "group", calculated("1"))),
        ("toggle-no-option", choice("x", "a", extensions=(toggle("a", "b"),))),
        ("toggle-no-options", item("x", "open-choice", toggle("a"))),
        ("constraint-no-key", item("x", "string", constraint(key={}))),
        ("constraint-key-twice", item("x", "string", constraint(), constraint())),
        ("constraint-no-words", item("x", "string", constraint(human={}))),
        ("unknown-function", item("x", "boolean", calculated("item.exists(1, 2, 3)"))),
        ("wrong-result-type", item("x", "integer", calculated("item.exists()"))),
        ("wrong-result-type", item("x", "boolean", calculated("item.count() + 1"))),
        ("wrong-result-type", item("x", "date", calculated("iif(true, 1, 2)"))),
        (
            "rule-not-boolean",
            item("x", "string", expression(ext.ENABLE_EXPRESSION, "item.count()")),
        ),
        ("rule-not-boolean", item("x", "string", _required=CQF)),
        ("variable-shadows", item("x", "string", expression(ext.VARIABLE, "1", "resource"))),
        (
            "unsupported-lookup",
            item("x", "string", {"url": ext.CORE + "questionnaire-lookupQuestionnaire"}),
        ),
        (
            "style-sensitive",
            item(
                "x",
                "string",
                _text={
                    "extension": [
                        {"url": ext.CORE + "rendering-styleSensitive", "valueBoolean": True}
                    ]
                },
            ),
        ),
        ("remote-units", item("x", "quantity", {"url": ext.UNIT_VALUE_SET, "valueCanonical": "u"})),
        (
            "bands-no-score",
            item("x", "integer", ours("score-band", {"url": "label", "valueString": "l"})),
        ),
    ],
)
def test_each_fault_is_a_problem_of_its_item(finding, question):
    report = report_of(choice("c", "yes", "no"), item("d", "date"), question)

    assert codes(report.problems) == [("x", finding)]
    assert report.status is FormStatus.PROBLEMS


SDC_ITEM = ext.SDC + "sdc-questionnaire-"
EXTRACT = {"url": ext.SDC + "sdc-questionnaire-templateExtract", "valueBoolean": True}
POPULATED = {
    "url": ext.POPULATION_CONTEXT,
    "valueExpression": {"name": "Seen", "language": "application/x-fhir-query", "expression": "P"},
}
LOOKS_BACK = {"url": ext.OBSERVATION_LINK}
FREE_UNIT = [{"valueQuantity": {"unit": "kg"}}]


@pytest.mark.parametrize(
    ("finding", "question"),
    [
        ("read-only-required", item("x", "string", required=True, readOnly=True)),
        (
            "hidden-required",
            item("x", "string", {"url": ext.HIDDEN, "valueBoolean": True}, required=True),
        ),
        ("occurs-without-repeats", item("x", "string", whole(ext.MAX_OCCURS, 3))),
        ("older-options", item("x", "choice", option=[{"valueCoding": coding("a")}])),
        ("initial-no-amount", item("x", "quantity", initial=FREE_UNIT)),
        ("enable-when-unanswerable", conditions(when("h", "exists", answerBoolean=True))),
        ("extraction-not-done", item("x", "string", EXTRACT)),
        (
            "population-not-done",
            group("x", item("y", "string", calculated("%Seen.name")), extension=[POPULATED]),
        ),
        (
            "population-not-done",
            item("x", "string", expression(ext.CANDIDATE_EXPRESSION, "P", language="x-fhir")),
        ),
        ("link-period-no-code", item("x", "string", LOOKS_BACK)),
        ("link-period-unreadable", item("x", "string", LOOKS_BACK, code=[coding("a")])),
        ("link-period-no-answer", item("x", "display", LOOKS_BACK)),
        ("extraction-not-done", item("x", "string", {"url": f"{SDC_ITEM}definitionExtract"})),
        ("not-done", item("x", "string", {"url": f"{SDC_ITEM}choiceColumn"})),
        ("not-done", item("x", "quantity", {"url": ext.UNIT_SUPPLEMENTS[0], "valueUri": "u"})),
        ("not-done", item("x", "string", {"url": ext.CQF_CALCULATED})),
        (
            "no-terminology-server",
            item("x", "string", {"url": ext.TERMINOLOGY_SERVERS[1], "valueUrl": "u"}),
        ),
        ("population-not-done", item("x", "string", {"url": ext.CONTEXT_EXPRESSION})),
        (
            "reference-limits",
            item("x", "string", {"url": ext.CORE + "questionnaire-referenceResource"}),
        ),
        (
            "unsupported-cql-library",
            item("x", "string", {"url": ext.CQF_LIBRARY, "valueCanonical": "u"}),
        ),
        ("unsupported-partial-value-set", item("x", "choice", answerValueSet="#v")),
    ],
)
def test_what_is_only_worth_knowing_leaves_the_form_ok(finding, question):
    hidden = item("h", "string", {"url": ext.HIDDEN, "valueBoolean": True})
    report = report_of(hidden, question, contained=[expanded("v", "a", total=3)])

    assert codes(report.notices) == [("x", finding)]
    assert report.status is FormStatus.OK


def test_a_notice_of_many_places_is_said_once_with_their_number():
    report = report_of(*(item(name, "string", EXTRACT) for name in "abc"))

    assert codes(report.notices) == [("a", "extraction-not-done")]
    assert report.notices[0].params["count"] == 3


def test_an_unknown_extension_is_quiet():
    report = report_of(item("x", "string", {"url": ext.CORE + "questionnaire-answerRepeats"}))

    assert (report.problems, report.notices) == ((), ())


def test_what_another_form_gave_is_not_looked_for_in_this_one():
    variable = expression(ext.VARIABLE, "%questionnaire.contained[0]", "before")
    read = calculated("%before.descendants().where(linkId = 'gone').answer.value")

    assert report_of(item("x", "string", read), extension=[variable]).problems == ()


def test_a_type_that_the_text_does_not_tell_is_not_judged():
    read = calculated("item.where(linkId = 'd').answer.value")

    assert report_of(item("x", "integer", read), item("d", "integer")).problems == ()


def test_options_that_are_searched_on_the_internet_are_said_to_be():
    outside = {"url": ext.CORE + "questionnaire-externallydefined", "valueUri": "https://x.example"}

    problem = report_of(item("x", "choice", outside)).problems[0]

    assert problem.message_id == "form-check-no-options-outside"


def test_a_wrong_system_names_both_systems():
    problem = report_of(choice("c", "yes"), conditions(ELSEWHERE)).problems[0]

    said = sentence(problem.message_id, "en", **problem.params)
    assert "https://other.example" in said
    assert SYSTEM in said


def test_more_findings_than_can_be_read_are_cut_off_and_counted():
    questions = [item(f"i{at}", "choice") for at in range(2_100)]

    problems = report_of(*questions).problems

    assert (len(problems), problems[-1].code) == (2_001, "more-findings")


def test_a_pattern_in_the_older_wrapping_is_taken_out_of_it():
    wrapped = {"url": ext.REGEX, "valueString": "matches('^[0-9]{4}$')"}

    assert report_of(item("x", "string", wrapped)).problems == ()


def test_where_a_form_comes_from_is_kept_and_not_followed():
    above = "https://elsewhere.example/Questionnaire/above"
    report = report_of(item("x", "string"), derivedFrom=[above])

    assert (report.problems, report.notices) == ((), ())
    assert form(item("x", "string"), derivedFrom=[above]).source["derivedFrom"] == [above]

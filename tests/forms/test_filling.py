"""Filling a form with a response without a screen."""

from decimal import Decimal

from desktop.forms.filling import fill_report
from tests.forms.form_makers import NOON, calculated, choice, coding, form, item, ours, when

WEIGHED = ("no:0", "yes:2")


def response(**answers):
    return {
        "resourceType": "QuestionnaireResponse",
        "status": "in-progress",
        "item": [{"linkId": name, "answer": [value]} for name, value in answers.items()],
    }


def filled(raw):
    alert = ours(
        "alert",
        {"url": "code", "valueCode": "danger-now"},
        {"url": "when", "valueCode": "yes"},
    )
    questionnaire = form(
        choice("q1", *WEIGHED, extensions=(alert,), required=True),
        choice("q2", *WEIGHED, required=True),
        item(
            "why", "string", maxLength=3, enableWhen=[when("q1", "=", answerCoding=coding("yes"))]
        ),
        item(
            "total",
            "decimal",
            calculated("%resource.repeat(item).answer.weight().sum()"),
            readOnly=True,
        ),
    )
    return fill_report(questionnaire, raw, now=lambda: NOON).to_json()


def test_an_empty_response_reports_everything_missing():
    report = filled(None)

    assert report["missing"] == ["q1", "q2"]
    assert report["scores"] == {"total": None}
    assert (report["invalid"], report["alerts"]) == ([], [])


def test_a_full_response_has_scores_alerts_and_what_is_wrong():
    yes = {"valueCoding": coding("yes")}

    report = filled(response(q1=yes, q2=yes, why={"valueString": "long"}, zz=yes))

    assert report["missing"] == []
    assert report["scores"] == {"total": Decimal(4)}
    assert report["alerts"] == [{"code": "danger-now", "linkId": "q1"}]
    assert [(one["linkId"], one["message_id"]) for one in report["invalid"]] == [
        ("zz", "form-problem-not-loaded-no-such-item"),
        ("why", "form-problem-too-long"),
    ]
    assert report["response"]["item"][-1]["answer"] == [{"valueDecimal": Decimal(4)}]


def test_a_disabled_answer_leaves_the_response():
    report = filled(response(q1={"valueCoding": coding("no")}, why={"valueString": "x"}))

    assert "why" not in [one["linkId"] for one in report["response"]["item"]]


def test_what_a_response_says_of_itself_comes_out_as_it_came_in():
    told = {
        "id": "r-1",
        "subject": {"reference": "Patient/p-1"},
        "author": {"reference": "Practitioner/s-1"},
        "basedOn": [{"reference": "CarePlan/c-1"}],
        "encounter": "not a reference",
    }

    report = filled(response() | told)

    assert {name: report["response"].get(name) for name in told} == told | {"encounter": None}

"""QuestionnaireResponse out and in: readable by itself, loss-free, reasons kept."""

from datetime import timedelta
from decimal import Decimal

import pytest

from desktop.errors import KnownError
from desktop.forms import extensions as ext
from desktop.forms.answers import (
    Answered,
    Attachment,
    NoAnswer,
    NoAnswerReason,
    PartialDate,
    PartialDateTime,
    Quantity,
    Reference,
    TimeOfDay,
    Unanswered,
)
from desktop.forms.response_reading import NotLoadedWhy
from desktop.forms.response_writing import response_bytes
from desktop.forms.session import FormSession
from tests.forms.form_makers import (
    NOON,
    calculated,
    choice,
    code,
    coding,
    expression,
    form,
    group,
    item,
    ours,
    session,
)


def reloaded(first):
    return FormSession(first.questionnaire, first.to_response(), now=lambda: NOON)


def test_a_completed_response_reads_without_the_form_beside_it():
    first = session(group("s", choice("c", "yes", "no"), item("note", "display")))
    first.answer("c", code("yes"))

    assert first.to_response("completed", NOON) == {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": "https://firstlight.example/fhir/Questionnaire/test|1.0.0",
        "status": "completed",
        "authored": "2026-03-14T12:00:00Z",
        "item": [
            {
                "linkId": "s",
                "text": "Text of s",
                "item": [
                    {
                        "linkId": "c",
                        "text": "Text of c",
                        "answer": [{"valueCoding": coding("yes")}],
                    }
                ],
            }
        ],
    }


@pytest.mark.parametrize(
    ("kind", "value", "written"),
    [
        ("boolean", False, {"valueBoolean": False}),
        ("integer", 7, {"valueInteger": 7}),
        ("decimal", Decimal("1.50"), {"valueDecimal": Decimal("1.50")}),
        ("string", "ñ", {"valueString": "ñ"}),
        ("text", "two\nlines", {"valueString": "two\nlines"}),
        ("url", "https://a.example", {"valueUri": "https://a.example"}),
        ("date", PartialDate("2026-03"), {"valueDate": "2026-03"}),
        (
            "dateTime",
            PartialDateTime("2026-03-14T10:00"),
            {"valueDateTime": "2026-03-14T10:00:00Z"},
        ),
        ("time", TimeOfDay("10:30"), {"valueTime": "10:30:00"}),
        (
            "quantity",
            Quantity(Decimal(5), "kg"),
            {"valueQuantity": {"value": Decimal(5), "unit": "kg"}},
        ),
        ("reference", Reference("Patient/1"), {"valueReference": {"reference": "Patient/1"}}),
        (
            "attachment",
            Attachment("text/plain", "eA=="),
            {"valueAttachment": {"contentType": "text/plain", "data": "eA=="}},
        ),
        ("open-choice", "own words", {"valueString": "own words"}),
    ],
)
def test_every_kind_of_answer_is_written_and_read_back(kind, value, written):
    first = session(item("x", kind))
    first.answer("x", value)

    assert first.to_response()["item"][0]["answer"] == [written]
    assert reloaded(first).state("x").answer == first.state("x").answer
    assert isinstance(first.state("x").answer, Answered)


@pytest.mark.parametrize(
    ("reason", "fhir_code"),
    [
        (NoAnswerReason.DECLINED, "asked-declined"),
        (NoAnswerReason.UNABLE, "asked-unknown"),
        (NoAnswerReason.NOT_SAFE, "not-asked"),
        (NoAnswerReason.LATER, "temp-unknown"),
        (NoAnswerReason.NOT_APPLICABLE, "not-applicable"),
    ],
)
def test_each_reason_travels_as_a_data_absent_reason(reason, fhir_code):
    first = session(item("x", "string"))
    first.give_reason("x", reason)

    extensions = first.to_response()["item"][0]["extension"]

    assert extensions[0] == {"url": ext.DATA_ABSENT_REASON, "valueCode": fhir_code}
    assert (len(extensions) == 2) is (reason is NoAnswerReason.NOT_SAFE)
    assert reloaded(first).state("x").answer == NoAnswer(reason)


def test_not_asked_alone_is_no_reason():
    raw = {
        "resourceType": "QuestionnaireResponse",
        "item": [
            {
                "linkId": "x",
                "extension": [{"url": ext.DATA_ABSENT_REASON, "valueCode": "not-asked"}],
            }
        ],
    }

    loaded = FormSession(form(item("x", "string")), raw, now=lambda: NOON)

    assert loaded.state("x").answer == Unanswered()


def test_items_under_an_answer_are_written_there_and_read_back():
    parent = choice("c", "yes") | {
        "item": [item("why", "string"), group("g", item("n", "integer"))]
    }
    first = session(parent)
    first.answer("c", code("yes"))
    first.answer("why", "because")
    first.answer("n", 2)

    answer = first.to_response()["item"][0]["answer"][0]
    assert [one["linkId"] for one in answer["item"]] == ["why", "g"]
    assert reloaded(first).to_response() == first.to_response()

    first.clear("c")
    assert reloaded(first).state("why").answer == Answered(("because",))


def test_repeating_groups_of_a_response_each_keep_their_answers():
    raw = {
        "resourceType": "QuestionnaireResponse",
        "status": "completed",
        "item": [
            {"linkId": "g", "item": [{"linkId": "n", "answer": [{"valueInteger": number}]}]}
            for number in (1, 2, 3)
        ],
    }

    loaded = FormSession(
        form(group("g", item("n", "integer"), repeats=True)), raw, now=lambda: NOON
    )

    assert loaded.keys_in("g") == ("n@0", "n@1", "n@2")
    assert loaded.state("n@1").answer == Answered((2,))
    assert len(loaded.to_response()["item"]) == 3


def test_what_the_form_has_no_place_for_is_named():
    raw = {
        "resourceType": "QuestionnaireResponse",
        "item": [
            {"linkId": "zz", "answer": [{"valueString": "x"}]},
            {"linkId": "n", "answer": [{"valueSampledData": {}}]},
        ],
    }

    loaded = FormSession(form(item("n", "integer")), raw, now=lambda: NOON)

    assert [(one.link_id, one.why) for one in loaded.not_loaded] == [
        ("zz", NotLoadedWhy.NO_SUCH_ITEM),
        ("n", NotLoadedWhy.NO_VALUE),
    ]


def test_what_is_no_response_is_refused():
    with pytest.raises(KnownError) as caught:
        FormSession(form(item("n", "integer")), {"resourceType": "Patient"}, now=lambda: NOON)

    assert caught.value.message_id == "response-not-a-response"


def test_a_stored_value_that_differs_from_the_computed_one_stays_and_a_read_only_one_follows():
    rule = calculated("%resource.item.where(linkId='n').answer.value + 1")
    questions = (
        item("n", "integer"),
        item("t", "integer", rule),
        item("r", "integer", rule, readOnly=True),
    )
    raw = {
        "resourceType": "QuestionnaireResponse",
        "item": [
            {"linkId": name, "answer": [{"valueInteger": value}]}
            for name, value in (("n", 1), ("t", 50), ("r", 50))
        ],
    }

    loaded = FormSession(form(*questions), raw, now=lambda: NOON)

    assert loaded.state("t").answer == Answered((50,))
    assert loaded.state("r").answer == Answered((2,))


def test_an_alert_and_a_computed_day_of_a_finished_response_stand_whatever_the_calendar_says():
    rule = ours(
        "alert", {"url": "code", "valueCode": "danger-now"}, {"url": "when", "valueCode": "yes"}
    )
    in_march = expression(ext.ENABLE_EXPRESSION, "today() < @2026-04-01")
    questions = form(
        group("g", choice("c", "yes", "no", extensions=(rule,)), extension=[in_march]),
        item("day", "date", calculated("today()"), readOnly=True),
    )
    filled = FormSession(questions, now=lambda: NOON)
    filled.answer("c", code("yes"))

    def years_later():
        return NOON + timedelta(days=1500)

    kept = FormSession(questions, filled.to_response(), now=years_later, is_finished=True)

    assert [one.code for one in kept.alerts] == ["danger-now"]
    assert kept.alerts == filled.alerts
    assert kept.state("day").answer == Answered((PartialDate("2026-03-14"),))
    assert kept.to_response() == filled.to_response()


def test_canonical_bytes_sort_names_and_keep_decimals_as_typed():
    assert response_bytes({"b": Decimal("1.50"), "a": "ñ"}) == '{"a":"ñ","b":1.50}'.encode()


def test_numbers_parsed_as_floats_are_taken_as_written():
    raw = {
        "resourceType": "QuestionnaireResponse",
        "item": [{"linkId": "d", "answer": [{"valueDecimal": 0.1}]}],
    }

    loaded = FormSession(form(item("d", "decimal")), raw, now=lambda: NOON)

    assert loaded.state("d").answer == Answered((Decimal("0.1"),))

"""Forms made by others: each is read or refused with a sentence; PHQ-9 scores as published."""

import json
from datetime import timedelta
from decimal import Decimal

import pytest

from desktop.errors import KnownError
from desktop.forms.answers import Answered, NoAnswerReason
from desktop.forms.checking import FormStatus, check_questionnaire
from desktop.forms.filling import fill_report
from desktop.forms.reading import read_questionnaire
from desktop.forms.session import FormSession
from desktop.messages import explain, sentence
from tests.forms.form_makers import NOON

PAIRS = {
    "qr-items-under-repeating-choice-item.json": "q-items-under-repeating-choice-item.json",
    "qr-with-readonly-repeating-items.json": "q-with-readonly-repeating-items.json",
    "hidden-item-questionnaire-response.R4.json": "hidden-item-questionnaire.R4.json",
    "rxterms.R4.QR.json": "rxterms.R4.json",
    "fhir-sdc-response-ussgfht.json": "ussg-fhp.json",
}


def _years_later():
    return NOON + timedelta(days=1500)


def files(corpus):
    return sorted((corpus / "questionnaires").rglob("*.json"))


def read_or_sentence(path):
    try:
        return read_questionnaire(path.read_bytes(), path.name)
    except KnownError as error:
        return explain(error, "es")


def test_every_form_is_read_and_started_or_refused_with_a_sentence(corpus):
    read = 0
    for path in files(corpus):
        form = read_or_sentence(path)
        if isinstance(form, str):
            assert form
            continue
        read += 1
        session = FormSession(form, now=lambda: NOON)
        assert session.problems is not None
        assert session.scores is not None
        again = FormSession(form, session.to_response(), now=lambda: NOON)
        assert again.to_response() == session.to_response(), path.name
        kept = FormSession(form, session.to_response(), now=_years_later, is_finished=True)
        assert kept.to_response() == session.to_response(), path.name
    assert read >= 180


def test_every_form_can_be_checked_and_every_finding_said(corpus):
    for path in files(corpus):
        for problem in check_questionnaire(path.read_bytes(), path.name).problems:
            assert sentence(problem.message_id, "es", **problem.params)


@pytest.mark.parametrize("name", ["phq9.json", "calc-weight/phq9-with-the-weight-function.json"])
def test_phq9_with_every_item_at_the_highest_option_is_27_and_withheld_without_one(corpus, name):
    path = corpus / "questionnaires" / "lforms" / name
    session = FormSession(read_questionnaire(path.read_bytes(), name), now=lambda: NOON)
    scored = [one for one in session.questionnaire.items if _is_scored(one)]
    assert len(scored) == 9

    for one in scored:
        assert session.scores[0].value is None
        session.answer(one.link_id, one.options[-1].value)
    assert session.scores[0].value == Decimal(27)
    assert session.is_complete

    session.give_reason(scored[4].link_id, NoAnswerReason.DECLINED)
    assert session.scores[0].value is None
    assert session.scores[0].missing == (scored[4].link_id,)
    assert (session.scores[0].answered, session.scores[0].total) == (8, 9)
    assert session.state("/44261-6").answer == Answered((Decimal(24),))


def _is_scored(one):
    return bool(one.options) and one.options[0].weight is not None


@pytest.mark.parametrize(("response", "questionnaire"), PAIRS.items())
def test_a_response_made_by_others_is_loaded_and_reported(corpus, response, questionnaire):
    folder = corpus / "questionnaires" / "lforms"
    form = read_questionnaire((folder / questionnaire).read_bytes(), questionnaire)

    report = fill_report(form, json.loads((folder / response).read_bytes()), now=lambda: NOON)

    assert report.to_json()["response"]["item"]


REFUSED = {
    "Observation-Extract-Category-Test.R4.json": "duplicate-link-id",
    "brokenValueSet.json": "no-link-id",
    "layout_paginated.json": "duplicate-link-id",
    "q-with-duplicate-variable-names-item-level.json": "duplicate-variable",
    "q-with-duplicate-variable-names-root-level.json": "duplicate-variable-root",
    "q-with-modifierExtension.json": "modifier-extension",
}
"""The forms that cannot be read without losing what they mean."""


def test_only_forms_that_would_lose_their_meaning_are_refused(corpus):
    refused = {}
    fine = 0
    for path in files(corpus):
        report = check_questionnaire(path.read_bytes(), path.name)
        fine += report.status is FormStatus.OK
        if report.status is FormStatus.REFUSED:
            refused[path.name] = report.problems[0].code
    others = {name for name, code in refused.items() if code == "not-questionnaire"}

    assert {name: code for name, code in refused.items() if name not in others} == REFUSED
    assert len(others) == 20
    assert fine >= 155

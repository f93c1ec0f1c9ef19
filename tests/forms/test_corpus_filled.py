"""Forms made by others, filled at random: settled, kept and saved as everywhere else."""

import json
from pathlib import Path
from random import Random

import pytest

from desktop.errors import KnownError
from desktop.forms.answers import Answered, Unanswered
from desktop.forms.carrying import NotCarriedWhy, carry_over
from desktop.forms.filling import fill_report
from desktop.forms.reading import read_questionnaire
from desktop.forms.reference import settled_from_scratch
from desktop.forms.response_writing import response_bytes
from desktop.forms.session import FormSession
from tests.forms.any_answers import any_edit
from tests.forms.form_makers import NOON

SHORT, LONG = 12, 120
FORMS = 183
"""How many forms of the corpus can be read; each of them is held, none is left out as too large."""

PAIRS = {
    "qr-with-answerValueSet-matrix.json": "q-with-answerValueSet-matrix.json",
    "qr-items-under-repeating-choice-item.json": "q-items-under-repeating-choice-item.json",
    "qr-with-readonly-repeating-items.json": "q-with-readonly-repeating-items.json",
    "qr-with-answerValueSet-radiobutton-checkbox.json": (
        "q-with-answerValueSet-radiobutton-checkbox.json"
    ),
    "qr-with-answerValueSet-autocomplete.json": "q-with-answerValueSet-autocomplete.json",
    "qr-with-answerValueSet-autocomplete-searchfield.json": (
        "q-with-answerValueSet-autocomplete-searchfield.json"
    ),
    "rxterms.R4.QR.json": "rxterms.R4.json",
    "hidden-item-questionnaire-response.R4.json": "hidden-item-questionnaire.R4.json",
    "qr-with-repeating-group-exceed-maxOccurs.json": "q-with-minOccurs-maxOccurs.json",
    "fhir-sdc-response-ussgfht.json": "ussg-fhp.json",
}


def sessions(corpus):
    """A fresh session of every readable form of the corpus."""
    for path in sorted((corpus / "questionnaires").rglob("*.json")):
        try:
            form = read_questionnaire(path.read_bytes(), path.name)
        except KnownError:
            continue
        yield path.name, FormSession(form, now=lambda: NOON)


def walk(corpus, edits):
    """Every form after each of its random edits."""
    read = 0
    for name, session in sessions(corpus):
        random = Random(name)
        read += 1
        for _ in range(edits):
            any_edit(session, random)
            yield name, session
    assert read == FORMS


def assert_settled(name, session):
    answers = session.answers
    plain = settled_from_scratch(session.questionnaire, session.tree, answers, NOON, {})
    assert session.cells == plain, name


def assert_saves_to_the_same_bytes(name, session):
    saved = session.to_response("completed", NOON)
    loaded = FormSession(session.questionnaire, saved, now=lambda: NOON)
    assert loaded.not_loaded == (), name
    again = loaded.to_response("completed", NOON)
    assert response_bytes(again) == response_bytes(saved), name
    assert standing(loaded) == standing(session), name


def standing(session):
    """What every question that takes part holds, in reading order.

    Without the keys: rows that were moved or removed are numbered anew in a response, and one in
    which nothing was said is not in it.
    """
    return [
        (instance.item.link_id, state.answer, state.visible, [one.code for one in state.problems])
        for key, instance in session.tree.by_key.items()
        if (state := session.state(key)).enabled and not isinstance(state.answer, Unanswered)
    ]


def test_every_form_settles_after_random_edits_as_it_does_from_scratch(corpus):
    for name, session in walk(corpus, SHORT):
        assert_settled(name, session)


def test_every_form_is_saved_and_loaded_to_the_same_bytes(corpus):
    for name, session in walk(corpus, SHORT):
        assert_saves_to_the_same_bytes(name, session)


def test_every_answer_carries_to_the_same_form_but_those_that_it_works_out(corpus):
    """The report of carrying over accounts for each answer that was given, and carries it."""
    for name, session in walk(corpus, SHORT):
        carrying = carry_over(session, session.questionnaire)

        given = {
            key
            for key, instance in session.tree.by_key.items()
            if instance.is_question and not isinstance(session.given(key), Unanswered)
        }
        left = {one.key: one.why for one in carrying.left_behind}
        assert {one.key for one in carrying.carried} | set(left) == given, name
        assert set(left.values()) <= {NotCarriedWhy.COMPUTED, NotCarriedWhy.NOT_AN_OPTION}, name
        other = FormSession(session.questionnaire, now=lambda: NOON)
        other.restore(carrying.answers)
        assert {key: other.given(key) for key in given - set(left)} == {
            key: session.given(key) for key in given - set(left)
        }, name


@pytest.mark.long
@pytest.mark.timeout(3_000)
def test_every_form_holds_after_many_random_edits(corpus):
    for name, session in walk(corpus, LONG):
        assert_settled(name, session)
        assert_saves_to_the_same_bytes(name, session)


def pair(corpus: Path, response: str):
    folder = corpus / "questionnaires" / "lforms"
    form = read_questionnaire((folder / PAIRS[response]).read_bytes(), PAIRS[response])
    return form, json.loads((folder / response).read_bytes())


def given_answers(node):
    """Every (linkId, value) of a response."""
    for item in node.get("item", ()):
        for answer in item.get("answer", ()):
            for name, value in answer.items():
                if name.startswith("value"):
                    yield item["linkId"], plain(value)
            yield from given_answers(answer)
        yield from given_answers(item)


def plain(value):
    """What makes an answer the same answer: a coding by its code, a number by its value."""
    if isinstance(value, dict):
        kept = value.get("code") or value.get("value") or value.get("display")
        return str(kept).lower()
    return str(float(value)) if isinstance(value, int | float) else str(value)


@pytest.mark.parametrize("response", PAIRS)
def test_no_answer_of_a_response_made_by_others_is_lost(corpus, response):
    form, raw = pair(corpus, response)

    report = fill_report(form, raw, now=lambda: NOON)

    kept = {link_id: set() for link_id, _ in given_answers(raw)}
    for link_id, value in given_answers(json.loads(response_bytes(report.response))):
        kept.setdefault(link_id, set()).add(value)
    named = {one.link_id for one in report.invalid}
    for link_id, value in given_answers(raw):
        assert value in kept[link_id] or link_id in named, (link_id, value)


@pytest.mark.parametrize("response", PAIRS)
def test_what_a_response_says_was_calculated_is_calculated_again(corpus, response):
    form, raw = pair(corpus, response)
    session = FormSession(form, raw, now=lambda: NOON)

    for key, instance in session.tree.by_key.items():
        state = session.state(key)
        if instance.item.calculated is not None and isinstance(state.answer, Answered):
            assert not state.is_overridden, key

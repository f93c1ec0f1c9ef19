"""Scores: computed, withheld while anything they depend on is missing, kept in the response."""

from decimal import Decimal

import pytest

from desktop.forms import extensions as ext
from desktop.forms.answers import Answered, NoAnswerReason
from tests.forms.form_makers import (
    calculated,
    choice,
    code,
    expression,
    group,
    item,
    ours,
    session,
    spanish,
    when,
)

SUM = "%resource.item.where(linkId='q1').answer.value.weight() + " + (
    "%resource.item.where(linkId='q2').answer.value.weight()"
)
WEIGHED = ("no:0", "some:1", "much:3")


def questions(formula):
    return (
        choice("q1", *WEIGHED),
        choice("q2", *WEIGHED),
        item("note", "string"),
        item("total", "integer", calculated(formula), readOnly=True),
    )


def only_score(form):
    (score,) = form.scores
    return score


@pytest.mark.parametrize(
    "formula",
    [
        SUM,
        SUM.replace("weight()", "ordinal()"),
        "%resource.repeat(item).answer.weight().sum()",
        "%resource.item.where(linkId != 'note').answer.value.weight().sum()",
    ],
)
def test_a_score_is_withheld_until_every_answer_it_depends_on_is_there(formula):
    form = session(*questions(formula))
    assert only_score(form).value is None

    form.answer("q1", code("much"))
    partial = only_score(form)
    assert (partial.value, partial.answered, partial.total, partial.missing) == (
        None,
        1,
        2,
        ("q2",),
    )

    change = form.answer("q2", code("some"))
    assert only_score(form).value == Decimal(4)
    assert "total" in change.affected


@pytest.mark.parametrize(
    "formula",
    [
        "%resource.item.where(linkId='g').item.answer.weight().sum()",
        "%resource.item.where(linkId='g').repeat(item).answer.value.weight().sum()",
        "%resource.item.where(linkId='g').descendants().weight().first()",
    ],
)
def test_a_score_over_a_whole_group_is_withheld_while_one_of_its_questions_is_missing(formula):
    form = session(
        group("g", choice("q1", *WEIGHED), choice("q2", *WEIGHED), item("note", "string")),
        item("total", "integer", calculated(formula), readOnly=True),
    )

    form.answer("q1", code("much"))

    assert only_score(form).value is None
    assert set(only_score(form).missing) >= {"q2"}


@pytest.mark.parametrize("reason", list(NoAnswerReason))
def test_every_reason_withholds_the_score(reason):
    form = session(*questions(SUM))
    form.answer("q1", code("much"))
    form.answer("q2", code("some"))

    change = form.give_reason("q2", reason)

    assert only_score(form).value is None
    assert only_score(form).missing == ("q2",)
    assert "total" in change.affected


def test_the_response_keeps_what_the_formula_computes_while_the_score_is_withheld():
    count = (
        "%resource.repeat(item).where(linkId='q1' or linkId='q2').answer.value.where(code='much')"
    )
    form = session(*questions(f"{count}.count()"))

    form.answer("q1", code("much"))

    assert only_score(form).value is None
    assert form.state("total").answer == Answered((1,))
    assert form.to_response()["item"][-1]["answer"] == [{"valueInteger": 1}]


def test_a_change_of_the_withheld_state_alone_affects_the_score():
    form = session(*questions(f"iif({SUM} > 100, 1, 0)"))
    form.answer("q1", code("no"))

    change = form.answer("q2", code("no"))

    assert "total" in change.affected
    assert only_score(form).value == Decimal(0)


def test_a_disabled_question_is_not_missing_from_the_score():
    form = session(
        item("more", "boolean"),
        choice("q1", *WEIGHED),
        choice("q2", *WEIGHED, enableWhen=[when("more", "=", answerBoolean=True)]),
        item("total", "integer", calculated("%resource.repeat(item).answer.weight().sum()")),
    )

    form.answer("q1", code("some"))

    assert (only_score(form).value, only_score(form).total) == (Decimal(1), 1)


def test_a_score_through_variables_and_other_scores_knows_its_inputs():
    variable = expression(
        ext.VARIABLE, "%resource.item.where(linkId='q1').answer.value.weight()", "a"
    )
    form = session(
        choice("q1", *WEIGHED),
        choice("q2", *WEIGHED),
        item("part", "integer", variable, calculated("%a * 10")),
        item(
            "total",
            "integer",
            calculated(
                "%resource.item.where(linkId='part').answer.value"
                " + %resource.item.where(linkId='q2').answer.value.weight()"
            ),
        ),
    )

    form.answer("q2", code("some"))
    assert [score.missing for score in form.scores] == [("q1",), ("q1",)]

    form.answer("q1", code("much"))
    assert [score.value for score in form.scores] == [Decimal(30), Decimal(31)]


def test_weights_come_from_a_contained_value_set():
    value_set = {
        "resourceType": "ValueSet",
        "id": "v",
        "compose": {"include": [{"system": "s", "concept": [{"code": "a", "display": "A"}]}]},
    }
    value_set["compose"]["include"][0]["concept"][0]["extension"] = [
        {"url": ext.WEIGHTS[0], "valueDecimal": 7}
    ]
    form = session(
        item("q", "choice", answerValueSet="#v"),
        item("total", "decimal", calculated("%resource.item.answer.value.weight().sum()")),
        contained=[value_set],
    )

    form.answer("q", form.state("q").item.options[0].value)

    assert only_score(form).value == Decimal(7)


def test_a_formula_that_fails_withholds_the_score_and_holds_completion():
    form = session(item("n", "integer"), item("t", "integer", calculated("'text'")))

    assert only_score(form).value is None
    assert [one.code for one in form.problems] == ["expression"]


def test_a_calculated_text_is_no_score():
    assert session(item("t", "string", calculated("'text'"))).scores == ()


def test_a_score_in_a_group_counts_answers_of_other_groups():
    rule = "%resource.item.item.where(linkId='q1').answer.value.where(code='much').count()"
    form = session(
        group("s", choice("q1", *WEIGHED)), group("t", item("n", "integer", calculated(rule)))
    )
    form.answer("q1", code("much"))

    assert only_score(form).value == Decimal(1)


def banded():
    """Two bands that share their border, and a gap above."""
    bands = [
        ours(
            "score-band",
            {"url": "from", "valueDecimal": 0},
            {"url": "to", "valueDecimal": 2},
            {"url": "label", "valueString": "low", "_valueString": spanish("bajo")},
        ),
        ours(
            "score-band",
            {"url": "from", "valueDecimal": 2.5},
            {"url": "to", "valueDecimal": 4},
            {"url": "label", "valueString": "high", "_valueString": spanish("alto")},
        ),
    ]
    total = item("total", "decimal", calculated("%resource.item.where(linkId='a').answer.value"))
    return session(item("a", "decimal"), total | {"extension": [*total["extension"], *bands]})


@pytest.mark.parametrize(
    ("given", "band"),
    [("0", "low"), ("2", "low"), ("2.2", None), ("2.5", "high"), ("4", "high"), ("4.1", None)],
)
def test_a_score_has_the_band_that_holds_it(given, band):
    found = banded()

    found.answer("a", Decimal(given))

    (score,) = found.scores
    assert (score.band.label.base if score.band else None) == band


def test_a_withheld_score_has_no_band():
    found = banded()
    found.answer("a", Decimal(1))

    found.give_reason("a", NoAnswerReason.DECLINED)

    (score,) = found.scores
    assert (score.value, score.band) == (None, None)

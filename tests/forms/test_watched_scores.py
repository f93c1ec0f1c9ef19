"""A score is watched for what it reads again when that may be another set, and only then."""

from decimal import Decimal

import pytest

from desktop.forms import scoring
from tests.forms.form_makers import calculated, choice, code, group, item, session

WEIGHED = ("no:0", "some:1", "much:3")


def only_score(form):
    (score,) = form.scores
    return score


def watched_form():
    """A score over a group: what it reads is found by watching it."""
    formula = "%resource.item.where(linkId='g').item.answer.value.weight().sum()"
    return session(
        group("g", choice("q1", *WEIGHED), choice("q2", *WEIGHED)),
        item("note", "string"),
        item("total", "integer", calculated(formula), readOnly=True),
    )


@pytest.fixture
def watching(monkeypatch):
    """How often a formula was watched."""
    seen = []
    watched = scoring._watched

    def noting(*given):
        seen.append("watched")
        return watched(*given)

    monkeypatch.setattr(scoring, "_watched", noting)
    return seen


def test_an_answer_that_no_score_can_read_has_no_score_looked_at_again(watching):
    form = watched_form()
    form.answer("q1", code("much"))
    assert only_score(form).missing == ("q2",)
    watching.clear()

    form.answer("note", "anything")

    assert (only_score(form).missing, watching) == (("q2",), [])


def test_an_answer_that_a_score_can_read_has_it_looked_at_again(watching):
    form = watched_form()
    form.answer("q1", code("much"))
    watching.clear()

    form.answer("q2", code("some"))

    assert (only_score(form).value, len(watching)) == (Decimal(4), 1)


def test_a_score_that_asks_for_the_time_is_looked_at_with_each_answer(watching):
    formula = "iif(now() > @2020, %resource.item.where(linkId='g').item.answer.value.weight(), 0)"
    form = session(
        group("g", choice("q1", *WEIGHED)),
        item("note", "string"),
        item("total", "integer", calculated(formula), readOnly=True),
    )
    form.answer("q1", code("much"))
    watching.clear()

    form.answer("note", "anything")

    assert len(watching) == 1

"""Sums that are kept equal those worked out anew, to the last decimal place."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.forms.answer_json import same_answer
from desktop.forms.answers import Answered
from desktop.forms.fhirpath.expression import compile_expression
from tests.forms.form_makers import calculated, choice, code, group, item, session
from tests.forms.test_against_reference import from_scratch

KEPT = [
    "%resource.descendants().where(linkId.startsWith('q')).answer.value.ordinal().sum()",
    "%resource.repeat(item).answer.weight().sum()",
    "%resource.item.item.answer.value.sum()",
    "%resource.item.where(linkId = 'a' or linkId = 'b').answer.value.sum()",
    "%resource.descendants().where(linkId in ('a' | 'b')).answer.valueInteger.sum()",
]
WORKED_OUT = [
    "%resource.descendants().answer.value.sum()",
    "%resource.item.answer.value.first().sum()",
    "%resource.item.where(linkId = %x).answer.value.sum()",
    "%resource.item.where(answer.value > 1).answer.value.sum()",
    "%resource.descendants().where(linkId != 'a').answer.value.sum()",
    "%context.item.answer.value.sum()",
    "%resource.item.answer.value.sum() + 1",
    "%resource.item.answer.value.count()",
]


@pytest.mark.parametrize("text", KEPT)
def test_a_sum_in_which_each_item_adds_on_its_own_is_kept(text):
    assert compile_expression(text).total is not None


@pytest.mark.parametrize("text", WORKED_OUT)
def test_any_other_expression_is_worked_out_anew(text):
    assert compile_expression(text).total is None


def form_of(formula):
    return session(
        group("g", item("q1", "decimal"), item("q2", "integer"), repeats=True),
        choice("q3", "a:1", "b:2", repeats=True, item=[item("q4", "decimal")]),
        item("total", "decimal", calculated(formula), readOnly=True),
    )


FORMULAS = [
    "%resource.descendants().where(linkId.startsWith('q')).answer.value.ofType(decimal).sum()",
    "%resource.descendants().where(linkId in ('q1' | 'q2' | 'q4')).answer.value.sum()",
    "%resource.repeat(item).where(linkId = 'q1' or linkId = 'q4').answer.value.sum()",
    "%resource.item.item.answer.value.sum()",
    "%resource.repeat(item).answer.weight().sum()",
]
NUMBERS = st.one_of(
    st.integers(-9, 9),
    st.sampled_from(["1", "1.0", "1.50", "0.001", "-2.5", "100", "12345678901234567890.5"]).map(
        Decimal
    ),
)


@settings(max_examples=100)
@given(st.data(), st.sampled_from(FORMULAS))
def test_a_kept_sum_equals_the_one_worked_out_anew(data, formula):
    found = form_of(formula)

    for _ in range(data.draw(st.integers(1, 12))):
        _act(data, found)

        assert found.cells == from_scratch(found)
        assert same_answer(found.cells["total"].calculated, from_scratch(found)["total"].calculated)


ACTS = ["number", "whole", "choice", "clear", "add", "remove", "undo"]


def _act(data, found):
    kind = data.draw(
        st.sampled_from(["number", "whole", "choice", "clear", "add", "remove", "undo"])
    )
    rows = found.rows("g")
    row = data.draw(st.sampled_from(rows))
    at = row.key.partition("@")[2]
    match kind:
        case "number":
            found.answer(f"q1@{at}", data.draw(NUMBERS))
        case "whole":
            found.answer(f"q2@{at}", data.draw(st.integers(0, 9)))
        case "choice":
            picked = data.draw(st.lists(st.sampled_from("ab"), unique=True))
            found.answer("q3", *(code(one) for one in picked))
        case "clear":
            found.clear(f"q1@{at}")
        case "add":
            found.add_row("g")
        case "remove" if row.can_remove:
            found.remove_row(row.key)
        case _:
            found.undo()


def test_the_questions_that_can_add_to_a_sum_withhold_it():
    found = session(
        choice("q1", "a:1", "b:2"),
        choice("q2", "a:1", "b:2"),
        item("note", "string"),
        item("total", "decimal", calculated(KEPT[0]), readOnly=True),
    )
    assert found.scores[0].missing == ("q1", "q2")

    found.answer("q1", code("a"))
    found.answer("q2", code("b"))

    assert found.scores[0].value == 3
    assert found.state("total").answer == Answered((Decimal(3),))


@pytest.mark.parametrize(
    "wide", ["1E+200", "1E-200", "-9.5E+40", "0.00000000000000000000000000001"]
)
def test_a_number_too_wide_to_be_kept_is_worked_out_anew_and_spoils_nothing(wide):
    found = form_of(FORMULAS[3])
    found.answer("q2@0", 1)

    found.answer("q1@0", Decimal(wide))
    assert same_answer(found.state("total").answer, from_scratch(found)["total"].calculated)

    found.clear("q1@0")
    assert found.state("total").answer == Answered((Decimal(1),))

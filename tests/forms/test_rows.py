"""Repeating groups and questions: rows come, go, move and come back; nothing slips to another."""

import pytest

from desktop.errors import BugError
from desktop.forms import extensions as ext
from desktop.forms.answers import Answered, Rows, Unanswered
from desktop.forms.instances import ItemKey
from desktop.forms.session import FormSession
from tests.forms.form_makers import (
    NOON,
    calculated,
    choice,
    code,
    expression,
    form,
    group,
    item,
    session,
    when,
)

MEDICINES = group("medicines", item("name", "string"), item("dose", "integer"), repeats=True)


def occurs(least=None, most=None):
    found = []
    if least is not None:
        found.append({"url": ext.MIN_OCCURS, "valueInteger": least})
    if most is not None:
        found.append({"url": ext.MAX_OCCURS, "valueInteger": most})
    return found


def filled(*names, **fields):
    found = session(MEDICINES | fields)
    while len(found.rows("medicines")) < len(names):
        found.add_row("medicines")
    for row, name in zip(found.rows("medicines"), names, strict=True):
        found.answer(below(row.key, "name"), name)
    return found


def below(row_key, link_id):
    return ItemKey(f"{link_id}@{row_key.partition('@')[2]}")


def names_in(found):
    response = found.to_response()
    return [
        one["item"][0]["answer"][0]["valueString"]
        for one in response.get("item", [])
        if one["linkId"] == "medicines"
    ]


def test_a_repeating_group_starts_with_one_row():
    found = session(MEDICINES)

    (row,) = found.rows("medicines")
    assert (row.key, row.number, row.count, row.can_remove) == ("medicines@0", 1, 1, False)


def test_rows_stand_in_the_response_in_their_order():
    assert names_in(filled("one", "two", "three")) == ["one", "two", "three"]


def test_a_middle_row_goes_and_comes_back_with_its_answers():
    found = filled("one", "two", "three")

    change = found.remove_row("medicines@1")
    assert names_in(found) == ["one", "three"]
    assert change.rows_changed
    assert "name@1" not in found.tree.by_key

    found.undo()
    assert names_in(found) == ["one", "two", "three"]
    found.redo()
    assert names_in(found) == ["one", "three"]


def test_an_id_is_never_given_twice():
    found = filled("one", "two")

    found.remove_row("medicines@1")
    found.add_row("medicines")

    assert [row.key for row in found.rows("medicines")] == ["medicines@0", "medicines@2"]
    assert isinstance(found.state("name@2").answer, Unanswered)


def test_a_row_can_be_put_behind_another_and_moved():
    found = filled("one", "two")

    found.add_row("medicines", after="medicines@0")
    found.answer("name@2", "between")
    assert names_in(found) == ["one", "between", "two"]

    found.move_row("medicines@2", -1)
    assert names_in(found) == ["between", "one", "two"]
    found.move_row("medicines@2", 99)
    assert names_in(found) == ["one", "two", "between"]
    found.undo()
    assert names_in(found) == ["between", "one", "two"]


def test_no_row_is_added_over_the_most_and_none_removed_under_the_least():
    found = filled("one", "two", extension=occurs(least=2, most=2))

    assert not found.can_add("medicines")
    assert not found.can_remove("medicines@0")
    with pytest.raises(BugError):
        found.add_row("medicines")
    with pytest.raises(BugError):
        found.remove_row("medicines@0")


def test_a_group_that_must_have_rows_starts_with_them():
    found = session(MEDICINES | {"extension": occurs(least=3)})

    assert [row.number for row in found.rows("medicines")] == [1, 2, 3]
    assert found.problems == ()


def test_too_few_and_too_many_rows_of_a_response_are_said_at_the_first():
    response = filled("one", "two", "three").to_response()
    strict = form(MEDICINES | {"extension": occurs(most=2)})

    found = FormSession(strict, response, now=lambda: NOON)

    assert [(one.key, one.code) for one in found.problems] == [("medicines@0", "too-many-rows")]
    found.remove_row("medicines@1")
    assert found.problems == ()


def test_every_row_is_validated():
    needed = group("g", item("a", "string", required=True), repeats=True)
    found = session(needed)
    found.add_row("g")
    found.answer("a@0", "x")

    assert found.missing == ("a@1",)


def test_a_condition_looks_into_its_own_row_only():
    rows = group(
        "g",
        item("smokes", "boolean"),
        item("many", "integer", enableWhen=[when("smokes", "=", answerBoolean=True)]),
        repeats=True,
    )
    found = session(rows)
    found.add_row("g")

    found.answer("smokes@1", True)

    assert not found.state("many@0").enabled
    assert found.state("many@1").enabled


def test_a_sum_over_rows_follows_every_change_of_rows():
    total = item(
        "total",
        "integer",
        calculated(
            "%resource.item.where(linkId='medicines').item.where(linkId='dose').answer.value.sum()"
        ),
    )
    found = session(MEDICINES, total)
    found.add_row("medicines")
    found.answer("dose@0", 2)
    found.answer("dose@1", 3)
    assert found.state("total").answer == Answered((5,))

    found.remove_row("medicines@0")
    assert found.state("total").answer == Answered((3,))
    found.undo()
    assert found.state("total").answer == Answered((5,))


def test_the_order_of_rows_counts_for_expressions_that_ask_for_it():
    first = item(
        "first",
        "string",
        calculated(
            "%resource.item.where(linkId='medicines').first()"
            ".item.where(linkId='name').answer.value"
        ),
    )
    found = session(MEDICINES, first)
    found.add_row("medicines")
    found.answer("name@0", "one")
    found.answer("name@1", "two")

    found.move_row("medicines@1", -1)

    assert found.state("first").answer == Answered(("two",))


def test_a_new_row_has_the_initial_values_of_its_items():
    rows = group(
        "g",
        item("written", "integer", initial=[{"valueInteger": 1}]),
        item("computed", "integer", expression(ext.INITIAL_EXPRESSION, "1 + 1")),
        repeats=True,
    )
    found = session(rows)

    change = found.add_row("g")

    assert found.state("written@1").answer == Answered((1,))
    assert found.state("computed@1").answer == Answered((2,))
    assert [key for key, _ in change.entries] == ["g", "written@1", "computed@1"]
    found.undo()
    assert len(found.rows("g")) == 1


def test_a_computed_initial_value_comes_when_its_question_first_takes_part():
    found = session(
        item("a", "integer"),
        item(
            "b",
            "integer",
            expression(ext.INITIAL_EXPRESSION, "%resource.item.where(linkId='a').answer.value"),
            enableWhen=[when("a", ">", answerInteger=1)],
        ),
    )
    assert isinstance(found.state("b").answer, Unanswered)

    change = found.answer("a", 5)

    assert found.state("b").answer == Answered((5,))
    assert [key for key, _ in change.entries] == ["a", "b"]
    found.answer("a", 7)
    assert found.state("b").answer == Answered((5,))


def test_nested_rows_have_their_own_ids():
    inner = group("inner", item("x", "string"), repeats=True)
    found = session(group("outer", inner, repeats=True))
    found.add_row("outer")
    found.add_row("inner@1")
    found.answer("x@1.1", "here")

    assert [row.key for row in found.rows("inner@1")] == ["inner@1.0", "inner@1.1"]
    assert len(found.rows("inner@0")) == 1
    again = FormSession(found.questionnaire, found.to_response(), now=lambda: NOON)
    assert again.to_response() == found.to_response()


def test_what_stands_below_an_answer_belongs_to_that_answer():
    drugs = choice("drugs", "a", "b", "c", repeats=True, item=[item("often", "string")])
    found = session(drugs)
    found.answer("drugs", code("a"), code("b"))
    first, second = found.tree.by_link_id["often"]
    found.answer(second.key, "daily")

    found.answer("drugs", code("b"))
    (left,) = found.tree.by_link_id["often"]
    assert left.key == second.key
    assert found.state(left.key).answer == Answered(("daily",))

    found.answer("drugs", code("c"), code("b"), code("a"))
    again = FormSession(found.questionnaire, found.to_response(), now=lambda: NOON)
    assert again.to_response() == found.to_response()
    (node,) = found.to_response()["item"]
    assert [("item" in one) for one in node["answer"]] == [False, True, False]
    assert first.key in found.tree.by_key


def test_a_reworded_answer_keeps_what_stands_below_it():
    people = item("people", "string", repeats=True, item=[item("phone", "string")])
    found = session(people)
    found.answer("people", "Ana", "Bo")
    keys = [one.key for one in found.tree.by_link_id["phone"]]
    found.answer(keys[1], "555-0100")

    change = found.answer("people", "Ana", "Bob")

    key = found.tree.by_link_id["phone"][1].key
    assert found.state(key).answer == Answered(("555-0100",))
    assert len(change.entries) == 3
    found.undo()
    assert found.state(keys[1]).answer == Answered(("555-0100",))


def test_a_draft_with_rows_opens_again_as_it_was():
    found = filled("one", "two", "three")
    found.remove_row("medicines@0")
    found.move_row("medicines@2", -1)

    again = FormSession(found.questionnaire, now=lambda: NOON)
    again.restore(found.answers)

    assert again.to_response() == found.to_response()
    assert again.rows("medicines") == found.rows("medicines")
    assert again.parked_count == 0


@pytest.mark.parametrize("ids", [((1, 1), 2), ((-1,), 2), ((2,), 2)])
def test_rows_of_an_unknown_shape_are_a_mistake_of_ours(ids):
    with pytest.raises(BugError):
        Rows(*ids)

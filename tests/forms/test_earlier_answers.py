"""Answers of other days that a question may be offered: the newest that fits, inside its time."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.forms.answers import NoAnswerReason
from desktop.forms.earlier_answers import (
    EarlierAnswer,
    could_answer,
    earlier_answers,
    offered_now,
)
from desktop.forms.extensions import HIDDEN, MAX_OCCURS, OPTIONS_TOGGLE
from desktop.forms.observations import EXTRACT
from desktop.forms.session import FormSession, ItemKey
from desktop.forms.wording import LocalText
from tests.forms.earlier_makers import SECOND, YEAR, YES, asking, had, kept, values
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
)
from tests.forms.test_link_periods import CODED, LOINC, lasting


def test_an_earlier_answer_comes_with_its_day_and_its_form():
    before = had("boolean", True)

    assert earlier_answers(asking("boolean"), [before], NOON) == {
        "q": (EarlierAnswer(True, NOON - timedelta(days=3), LocalText("Before")),)
    }


@pytest.mark.parametrize(
    ("at", "is_offered"),
    [
        (NOON - timedelta(days=365) - SECOND, False),
        (NOON - timedelta(days=365), True),
        (NOON - timedelta(days=365) + SECOND, True),
        (NOON - SECOND, True),
        (NOON, True),
        (NOON + SECOND, False),
        (NOON + timedelta(days=400), False),
    ],
)
def test_the_period_holds_its_first_moment_and_now_and_nothing_outside(at, is_offered):
    assert values(asking("boolean"), had("boolean", False, at=at)) == [False] * is_offered


@given(
    st.lists(st.integers(-4 * 366, 30), max_size=6, unique=True),
    st.integers(1, 3 * 366),
    st.permutations(range(6)),
)
def test_the_newest_inside_wins_in_whatever_order_they_come(days, length, order):
    wanted = form(item("q", "integer", lasting(length, "d"), code=CODED))
    others = [had("integer", day, at=NOON + timedelta(days=day)) for day in days]
    others = [others[at] for at in order if at < len(others)]
    inside = [day for day in days if -length <= day <= 0]

    assert values(wanted, *others) == ([max(inside)] if inside else [])


def test_the_longest_of_several_periods_counts():
    wanted = form(item("q", "string", lasting(1, "d"), lasting(1, "wk"), code=CODED))

    assert values(wanted, had("string", "Ana")) == ["Ana"]


def test_any_of_the_codes_finds_it_and_a_code_of_another_system_does_not():
    two = [{"system": LOINC, "code": "other"}, *CODED]
    foreign = [{"system": "https://codes.example", "code": "q"}]

    assert values(form(item("q", "string", YEAR, code=two)), had("string", "Ana")) == ["Ana"]
    assert values(form(item("q", "string", YEAR, code=foreign)), had("string", "Ana")) == []


def test_a_period_of_one_code_does_not_stretch_to_the_other():
    short = {"system": LOINC, "code": "q", "extension": [lasting(1, "d")]}
    long = {"system": LOINC, "code": "other", "extension": [lasting(1, "a")]}

    assert values(form(item("q", "string", code=[short, long])), had("string", "Ana")) == []


def test_what_the_other_form_does_not_give_out_is_not_offered():
    silent = kept(item("q", "string", code=CODED), q="Ana")

    assert values(asking("string"), silent) == []


@pytest.mark.parametrize("reason", NoAnswerReason)
def test_a_reason_for_no_answer_is_never_offered_and_hides_nothing_older(reason):
    declined = had("boolean", reason)
    older = had("boolean", True, at=NOON - timedelta(days=9))

    assert values(asking("boolean"), declined) == []
    assert values(asking("boolean"), declined, older) == [True]


@pytest.mark.parametrize(
    ("status", "is_offered"),
    [
        ("completed", True),
        ("amended", True),
        ("in-progress", False),
        ("entered-in-error", False),
        ("stopped", False),
        ("", False),
    ],
)
def test_only_a_finished_form_that_still_holds_is_looked_at(status, is_offered):
    other = kept(item("q", "string", YES, code=CODED), status=status, q="Ana")

    assert values(asking("string"), other) == ["Ana"] * is_offered


def test_all_answers_of_the_newest_form_are_offered_each_once():
    repeats = item("q", "string", YES, code=CODED, repeats=True)
    newest = kept(repeats, q=("Ana", "Ben", "Ana"))
    older = kept(repeats, at=NOON - timedelta(days=9), q=("Cleo",))

    assert values(asking("string", repeats=True), older, newest) == ["Ana", "Ben"]


def test_a_form_that_has_nothing_fitting_gives_way_to_an_older_one():
    newest, older = had("string", "Ana"), had("integer", 3, at=NOON - timedelta(days=9))

    assert values(asking("integer"), newest, older) == [3]


def test_an_amount_that_is_part_of_another_is_found_by_its_own_code():
    part = {"url": EXTRACT, "valueCode": "component"}
    both = group("g", item("q", "integer", part, code=CODED), code=[{"code": "g"}], extension=[YES])

    assert values(asking("integer"), kept(both, q=120)) == [120]


def score(*extensions):
    total = calculated("%resource.item.where(linkId in ('a' | 'b')).answer.value.sum()")
    parts = (item(name, "integer") for name in "ab")
    return (*parts, item("q", "integer", YES, total, *extensions, code=CODED))


def test_a_score_that_was_withheld_is_never_offered():
    assert values(asking("integer"), kept(*score(), a=2, b=3)) == [5]
    assert values(asking("integer"), kept(*score(), a=2)) == []


def test_a_derived_no_of_a_missing_answer_is_never_offered():
    derived = calculated("iif(%resource.item.where(linkId='a').answer.value = true, true, false)")
    asked = (item("a", "boolean"), item("q", "boolean", YES, derived, code=CODED))

    assert values(asking("boolean"), kept(*asked, a=False)) == [False]
    assert values(asking("boolean"), kept(*asked)) == []


@pytest.mark.parametrize("how", ["lock", "warn"])
def test_what_was_said_in_a_part_that_minds_company_is_marked(how):
    minds = group(
        "g",
        item("q", "string", YES, code=CODED),
        extension=[ours("sensitive", valueCode=how)],
    )

    (found,) = earlier_answers(asking("string"), [kept(minds, q="Ana")], NOON)["q"]

    assert found.is_private


def state_of(*items, **answers):
    session = FormSession(form(*items), now=lambda: NOON)
    for link_id, value in answers.items():
        session.answer(ItemKey(link_id), *(value if isinstance(value, tuple) else (value,)))
    return session.state(ItemKey("q"))


def one(value, is_private=False):
    return EarlierAnswer(value, NOON, LocalText("Before"), is_private)


def test_what_minds_company_is_offered_in_private_only():
    state, secret = state_of(item("q", "string")), one("Ana", is_private=True)

    assert offered_now(state, (secret,), is_private=False) == ()
    assert offered_now(state, (secret,), is_private=True) == (secret,)


def test_today_s_answer_or_reason_ends_the_offer():
    asked = item("q", "string")
    declined = FormSession(form(asked), now=lambda: NOON)
    declined.give_reason(ItemKey("q"), NoAnswerReason.DECLINED)

    assert offered_now(state_of(asked, q="Ben"), (one("Ana"),), is_private=True) == ()
    assert offered_now(declined.state(ItemKey("q")), (one("Ana"),), is_private=True) == ()


def test_a_repeating_question_is_offered_what_it_does_not_have_yet():
    state = state_of(item("q", "string", repeats=True), q=("Ana",))

    assert offered_now(state, (one("Ana"), one("Ben")), is_private=True) == (one("Ben"),)


def test_a_value_outside_the_limits_of_the_question_is_not_offered():
    state = state_of(item("q", "string", maxLength=3))

    assert offered_now(state, (one("Ana"), one("Anastasia")), is_private=True) == (one("Ana"),)
    locked = state_of(item("q", "string", readOnly=True))
    assert offered_now(locked, (one("Ana"),), is_private=True) == ()


def test_an_option_that_is_closed_now_is_not_offered():
    toggle = {
        "url": OPTIONS_TOGGLE,
        "extension": [
            {"url": "option", "valueCoding": coding("a")},
            expression("expression", "%resource.item.where(linkId='open').answer.value"),
        ],
    }
    items = item("open", "boolean"), choice("q", "a", "b", extensions=(toggle,))

    assert offered_now(state_of(*items, open=False), (one(code("a")),), is_private=True) == ()
    assert offered_now(state_of(*items, open=True), (one(code("a")),), is_private=True)


def test_a_form_that_asks_for_nothing_looks_at_nothing():
    def fails():
        raise AssertionError("nothing may be looked at")
        yield

    assert earlier_answers(form(item("q", "string", code=CODED)), fails(), NOON) == {}


def test_only_a_form_with_one_of_the_codes_need_be_opened():
    wanted = asking("string")

    assert could_answer(wanted, form(item("other", "string", code=CODED)))
    assert not could_answer(wanted, form(item("other", "string", code=[{"code": "q"}])))
    assert not could_answer(form(item("q", "string", code=CODED)), wanted)


def test_a_hidden_question_s_answer_is_as_good_as_any_other():
    hidden = {"url": HIDDEN, "valueBoolean": True}
    asked = item("q", "string", YES, hidden, code=CODED, initial=[{"valueString": "Ana"}])

    assert values(asking("string"), kept(asked)) == ["Ana"]


def test_more_answers_than_a_question_can_show_are_cut():
    most = {"url": MAX_OCCURS, "valueInteger": 50}
    repeats = item("q", "string", YES, most, code=CODED, repeats=True)
    other = kept(repeats, q=tuple(f"name {at}" for at in range(40)))

    assert len(values(asking("string", repeats=True), other)) == 12

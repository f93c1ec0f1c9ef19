"""enableWhen: every operator, several answers, no answer, ancestors, expressions."""

from decimal import Decimal

import pytest

from desktop.forms import extensions as ext
from desktop.forms.answers import NoAnswerReason, PartialDate, Quantity, TimeOfDay
from tests.forms.form_makers import choice, code, coding, expression, group, item, session, when

OPERATORS = ["=", "!=", ">", "<", ">=", "<="]


@pytest.mark.parametrize(
    ("operator", "below", "at", "above"),
    [
        ("=", False, True, False),
        ("!=", True, False, True),
        (">", False, False, True),
        ("<", True, False, False),
        (">=", False, True, True),
        ("<=", True, True, False),
    ],
)
def test_each_operator_compares_numbers(operator, below, at, above):
    form = session(
        item("n", "integer"),
        item("x", "string", enableWhen=[when("n", operator, answerInteger=5)]),
    )

    found = []
    for number in (4, 5, 6):
        form.answer("n", number)
        found.append(form.state("x").enabled)

    assert found == [below, at, above]


@pytest.mark.parametrize("operator", OPERATORS)
def test_a_missing_answer_fails_every_operator(operator):
    form = session(
        item("n", "integer"),
        item("x", "string", enableWhen=[when("n", operator, answerInteger=5)]),
    )

    assert not form.state("x").enabled


@pytest.mark.parametrize("operator", OPERATORS)
@pytest.mark.parametrize("reason", list(NoAnswerReason))
def test_a_reason_for_no_answer_fails_every_operator(operator, reason):
    form = session(
        item("n", "integer"),
        item("x", "string", enableWhen=[when("n", operator, answerInteger=5)]),
    )

    form.give_reason("n", reason)

    assert not form.state("x").enabled


@pytest.mark.parametrize(("wanted", "before", "after"), [(True, False, True), (False, True, False)])
def test_exists_asks_whether_there_is_an_answer(wanted, before, after):
    form = session(
        item("n", "integer"),
        item("x", "string", enableWhen=[when("n", "exists", answerBoolean=wanted)]),
    )

    assert form.state("x").enabled is before
    form.answer("n", 0)
    assert form.state("x").enabled is after


@pytest.mark.parametrize(
    ("kind", "condition", "value", "expected"),
    [
        ("boolean", {"answerBoolean": False}, False, True),
        ("decimal", {"answerDecimal": 1.5}, Decimal("1.50"), True),
        ("string", {"answerString": "yes"}, "yes", True),
        ("date", {"answerDate": "2020"}, PartialDate("2020"), True),
        ("date", {"answerDate": "2020"}, PartialDate("2020-05"), False),
        ("time", {"answerTime": "10:00:00"}, TimeOfDay("10:00"), True),
        (
            "quantity",
            {"answerQuantity": {"value": 5, "code": "kg"}},
            Quantity(Decimal(5), "kg"),
            True,
        ),
        (
            "quantity",
            {"answerQuantity": {"value": 5, "code": "g"}},
            Quantity(Decimal(5), "kg"),
            False,
        ),
    ],
)
def test_equals_compares_every_kind_of_answer(kind, condition, value, expected):
    form = session(item("n", kind), item("x", "string", enableWhen=[when("n", "=", **condition)]))

    form.answer("n", value)

    assert form.state("x").enabled is expected


def test_a_coding_equals_by_code_and_system():
    form = session(
        choice("c", "yes", "no"),
        item("x", "string", enableWhen=[when("c", "=", answerCoding=coding("yes"))]),
    )

    form.answer("c", code("no"))
    assert not form.state("x").enabled
    form.answer("c", code("yes"))
    assert form.state("x").enabled


@pytest.mark.parametrize("operator", ["=", "!="])
def test_one_match_among_several_answers_is_enough(operator):
    form = session(
        choice("c", "a", "b", repeats=True),
        item("x", "string", enableWhen=[when("c", operator, answerCoding=coding("a"))]),
    )

    form.answer("c", code("b"), code("a"))

    assert form.state("x").enabled


@pytest.mark.parametrize(
    ("behavior", "expected"), [("any", [False, True, True]), ("all", [False, False, True])]
)
def test_several_conditions_hold_all_or_any(behavior, expected):
    conditions = [when("a", "=", answerBoolean=True), when("b", "=", answerBoolean=True)]
    form = session(
        item("a", "boolean"),
        item("b", "boolean"),
        item("x", "string", enableWhen=conditions, enableBehavior=behavior),
    )

    found = [form.state("x").enabled]
    form.answer("a", True)
    found.append(form.state("x").enabled)
    form.answer("b", True)
    found.append(form.state("x").enabled)

    assert found == expected


def test_a_disabled_ancestor_disables_everything_below_at_any_depth():
    deep = group(
        "g",
        group("h", item("x", "string", required=True)),
        enableWhen=[when("a", "=", answerBoolean=True)],
    )
    form = session(item("a", "boolean"), deep)

    assert not form.state("x").enabled
    assert form.missing == ()
    change = form.answer("a", True)

    assert form.state("x").visible
    assert {"g", "h", "x"} <= change.affected


def test_an_answer_of_a_disabled_question_counts_as_missing():
    form = session(
        item("a", "boolean"),
        item("b", "boolean", enableWhen=[when("a", "=", answerBoolean=True)]),
        item("c", "string", enableWhen=[when("b", "=", answerBoolean=True)]),
    )
    form.answer("a", True)
    form.answer("b", True)
    assert form.state("c").enabled

    form.answer("a", False)

    assert not form.state("c").enabled


def test_an_expression_decides_over_enablement():
    rule = expression(ext.ENABLE_EXPRESSION, "%resource.item.where(linkId='n').answer.value > 5")
    form = session(item("n", "integer"), item("x", "string", rule))

    assert not form.state("x").enabled
    form.answer("n", 6)
    assert form.state("x").enabled


def test_a_rule_that_cannot_be_evaluated_shows_the_item_and_holds_completion():
    rule = expression(ext.ENABLE_EXPRESSION, "%nobody = 1")
    form = session(item("x", "string", rule))

    assert form.state("x").visible
    assert [(one.key, one.code) for one in form.problems] == [("x", "expression")]
    assert not form.is_complete


def test_rules_that_never_settle_are_a_problem_and_no_hang():
    first = item(
        "a",
        "boolean",
        expression(ext.ENABLE_EXPRESSION, "%resource.item.where(linkId='b').exists().not()"),
        initial=[{"valueBoolean": True}],
    )
    second = item(
        "b",
        "boolean",
        expression(ext.ENABLE_EXPRESSION, "%resource.item.where(linkId='a').exists().not()"),
        initial=[{"valueBoolean": True}],
    )

    form = session(first, second)

    assert {(one.key, one.message_id) for one in form.problems} == {
        ("a", "form-problem-loop"),
        ("b", "form-problem-loop"),
    }
    assert not form.is_complete

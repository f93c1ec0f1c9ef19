"""A session: changes and what they affect, undo, parking, completeness, our own rules."""

from decimal import Decimal

import pytest

from desktop.errors import BugError
from desktop.forms import extensions as ext
from desktop.forms.answers import Answered, NoAnswer, NoAnswerReason, TimeOfDay, Unanswered
from desktop.forms.questionnaire import Sensitivity
from tests.forms.form_makers import (
    NOON,
    calculated,
    choice,
    code,
    coding,
    expression,
    group,
    item,
    ours,
    session,
    when,
)

YES = when("a", "=", answerBoolean=True)
HIDDEN = {"url": ext.HIDDEN, "valueBoolean": True}


def test_nothing_is_answered_and_nothing_preselected_at_the_start():
    form = session(choice("c", "yes", "no"), item("b", "boolean"))

    assert form.state("c").answer == Unanswered()
    assert form.state("b").answer == Unanswered()


def test_a_change_names_what_it_was_what_it_is_and_only_what_it_touches():
    form = session(
        item("a", "boolean"),
        item("x", "string", enableWhen=[YES]),
        item("far", "string"),
    )

    change = form.answer("a", True)

    assert (change.before, change.after) == (Unanswered(), Answered((True,)))
    assert change.affected == {"a", "x"}


def test_a_problem_that_comes_or_goes_is_among_the_affected():
    form = session(item("n", "integer", {"url": ext.CORE + "maxValue", "valueInteger": 5}))

    change = form.answer("n", 9)

    assert "n" in change.affected
    assert [one.code for one in form.problems] == ["above-maximum"]


def test_undo_and_redo_give_the_change_to_journal():
    form = session(item("n", "integer"))
    form.answer("n", 1)
    form.answer("n", 2)

    undone = form.undo()
    assert undone is not None
    assert (undone.key, undone.after) == ("n", Answered((1,)))
    redone = form.redo()
    assert redone is not None
    assert redone.after == Answered((2,))
    assert form.can_undo
    assert not form.can_redo


def test_undo_on_a_fresh_form_does_nothing():
    form = session(item("n", "integer", initial=[{"valueInteger": 3}]))

    assert not form.can_undo
    assert form.undo() is None
    assert form.redo() is None
    assert form.state("n").answer == Answered((3,))


def test_a_new_answer_forgets_what_was_undone():
    form = session(item("n", "integer"))
    form.answer("n", 1)
    form.undo()

    form.answer("n", 5)

    assert not form.can_redo


def test_a_disabled_answer_is_parked_left_out_and_brought_back():
    form = session(item("a", "boolean"), item("x", "string", enableWhen=[YES]))
    form.answer("a", True)
    form.answer("x", "kept")

    form.answer("a", False)
    assert form.parked_count == 1
    assert [one["linkId"] for one in form.to_response("completed", NOON)["item"]] == ["a"]

    form.answer("a", True)
    assert form.parked_count == 0
    assert form.state("x").answer == Answered(("kept",))


@pytest.mark.parametrize("reason", list(NoAnswerReason))
def test_a_reason_satisfies_required_unless_it_is_later(reason):
    form = session(item("n", "integer", required=True))
    assert form.missing == ("n",)

    form.give_reason("n", reason)

    assert form.state("n").answer == NoAnswer(reason)
    assert form.is_complete is (reason is not NoAnswerReason.LATER)


@pytest.mark.parametrize(
    "blocked",
    [
        item("x", "string", required=True, enableWhen=[YES]),
        item("x", "string", HIDDEN, required=True),
        group("g", item("x", "string", required=True), extension=[HIDDEN]),
        item("x", "string", required=True, readOnly=True),
        item("x", "display", required=True),
    ],
)
def test_what_nobody_can_answer_never_blocks(blocked):
    form = session(item("a", "boolean"), blocked)

    assert form.missing == ()
    assert form.is_complete


def test_a_required_group_wants_one_of_its_questions():
    form = session(group("g", item("x", "string"), item("y", "string"), required=True))
    assert form.missing == ("g",)

    form.answer("y", "word")

    assert form.missing == ()


def test_hidden_items_are_never_visible_but_their_value_is_kept():
    form = session(group("g", item("h", "integer", HIDDEN, initial=[{"valueInteger": 4}])))

    assert form.keys_in("g") == ()
    assert form.to_response()["item"][0]["item"][0]["answer"] == [{"valueInteger": 4}]


def test_keys_and_progress_of_a_section_follow_what_is_visible():
    form = session(
        group(
            "s",
            item("note", "display"),
            item("a", "boolean"),
            item("x", "string", enableWhen=[YES]),
            item("y", "integer"),
            item("total", "integer", calculated("1 + 1"), readOnly=True),
        ),
        group("t", item("z", "string")),
    )
    assert form.keys_in("s") == ("a", "y", "total")
    assert form.visible_keys("s") == ("s", "note", "a", "y", "total")

    form.answer("a", True)
    form.give_reason("y", NoAnswerReason.UNABLE)

    assert form.keys_in("s") == ("a", "x", "y", "total")
    progress = form.progress("s")
    assert (progress.answered, progress.with_reason, progress.total) == (1, 1, 3)


def test_an_exclusive_option_clears_the_others_and_is_cleared_by_them():
    nothing = {
        "valueCoding": coding("none"),
        "extension": [{"url": ext.OPTION_EXCLUSIVE, "valueBoolean": True}],
    }
    options = [{"valueCoding": coding("a")}, {"valueCoding": coding("b")}, nothing]
    form = session(item("c", "choice", repeats=True, answerOption=options))
    form.answer("c", code("a"), code("b"))

    assert form.answer("c", code("a"), code("b"), code("none")).after == Answered((code("none"),))
    assert form.answer("c", code("none"), code("b")).after == Answered((code("b"),))
    form.set("c", Answered((code("a"), code("none"))))
    assert [one.code for one in form.problems] == ["exclusive"]


def test_blank_text_is_no_answer():
    form = session(item("t", "text"))
    form.answer("t", "words")

    assert form.answer("t", "  ").after == Unanswered()


def test_values_are_kept_so_that_saving_changes_nothing():
    form = session(item("t", "time"), item("d", "decimal"), choice("c", "yes"))

    assert form.answer("t", TimeOfDay("10:30")).after == Answered((TimeOfDay("10:30:00"),))
    assert form.answer("d", 3).after == Answered((Decimal(3),))
    assert form.answer("c", type(code("yes"))("yes")).after == Answered((code("yes"),))


def test_initial_values_apply_once_and_a_wrong_one_is_ignored():
    form = session(
        item("n", "integer", initial=[{"valueInteger": 3}]),
        item("w", "integer", initial=[{"valueString": "x"}]),
        item("e", "integer", expression(ext.INITIAL_EXPRESSION, "2 + 2")),
        item("f", "integer", expression(ext.INITIAL_EXPRESSION, "'text'")),
    )

    assert form.state("n").answer == Answered((3,))
    assert form.state("w").answer == Unanswered()
    assert form.state("e").answer == Answered((4,))
    assert form.state("f").answer == Unanswered()
    form.clear("n")
    assert form.state("n").answer == Unanswered()


def test_a_calculated_answer_follows_until_someone_types_over_it():
    form = session(
        item("a", "integer"),
        item("t", "integer", calculated("%resource.item.where(linkId='a').answer.value * 2")),
    )
    change = form.answer("a", 4)
    assert "t" in change.affected
    assert form.state("t").answer == Answered((8,))

    form.answer("t", 99)
    form.answer("a", 5)
    assert form.state("t").answer == Answered((99,))

    form.clear("t")
    assert form.state("t").answer == Answered((10,))


def test_variables_are_seen_below_and_the_inner_one_wins():
    outer = expression(ext.VARIABLE, "1", "v")
    inner = expression(ext.VARIABLE, "10", "v")
    form = session(
        group(
            "g",
            item("x", "integer", inner, calculated("%v")),
            item("y", "integer", calculated("%v + %w")),
        ),
        extension=[outer, expression(ext.VARIABLE, "%v + 5", "w")],
    )

    assert form.state("x").answer == Answered((10,))
    assert form.state("y").answer == Answered((7,))


def test_a_variable_that_needs_itself_is_a_problem_and_no_hang():
    form = session(item("x", "integer", expression(ext.VARIABLE, "%v + 1", "v"), calculated("%v")))

    assert [one.code for one in form.problems] == ["expression"]


def test_our_rules_raise_alerts_needs_steps_and_questions_to_ask_again():
    rules = (
        ours("alert", ours_part("code", "danger-now"), ours_part("when", "yes")),
        ours(
            "need",
            ours_part("category", "safety"),
            ours_part("when", "yes"),
            ours_part("when", "maybe"),
        ),
        ours("step", ours_part("code", "call-311"), ours_part("when", "maybe")),
        ours("reask-when-missing", valueBoolean=True),
    )
    form = session(choice("c", "yes", "no", "maybe", extensions=rules))
    assert form.to_ask_again == ("c",)
    assert form.alerts == ()

    form.answer("c", code("yes"))
    assert [(one.code, one.key) for one in form.alerts] == [("danger-now", "c")]
    assert [one.category for one in form.needs] == ["safety"]
    assert form.steps == ()

    form.answer("c", code("maybe"))
    assert form.alerts == ()
    assert [one.code for one in form.steps] == ["call-311"]
    form.give_reason("c", NoAnswerReason.DECLINED)
    assert form.to_ask_again == ("c",)
    assert form.needs == ()


def ours_part(url, value):
    return {"url": url, "valueCode": value}


def test_a_boolean_alert_names_true():
    rule = ours("alert", ours_part("code", "suicide-concern"), ours_part("when", "true"))
    form = session(item("b", "boolean", rule))

    form.answer("b", False)
    assert form.alerts == ()
    form.answer("b", True)
    assert [one.code for one in form.alerts] == ["suicide-concern"]


def test_a_section_says_how_sensitive_it_is():
    form = session(group("s", item("x", "string"), extension=[ours("sensitive", valueCode="lock")]))

    assert form.state("s").item.sensitivity is Sensitivity.LOCK


def test_restoring_a_draft_leaves_no_history():
    form = session(item("a", "boolean"), item("x", "string", enableWhen=[YES]))

    form.restore({"a": Answered((True,)), "x": Answered(("words",))})

    assert form.state("x").visible
    assert not form.can_undo


def test_answering_what_is_no_question_is_a_bug():
    form = session(group("g", item("x", "string")))

    for key in ("g", "nowhere"):
        with pytest.raises(BugError):
            form.answer(key, "text")

"""What expressions make of an item: words, options, limits, rules; and what holds Complete."""

import pytest

from desktop.forms import extensions as ext
from desktop.forms.answers import Answered, Attachment, Coding, NoAnswerReason
from tests.forms.form_makers import (
    calculated,
    choice,
    code,
    coding,
    expression,
    group,
    item,
    session,
    when,
)

A = "%resource.item.where(linkId='a').answer.value"


def dynamic(text):
    return {"extension": [expression(ext.CQF_EXPRESSION, text)]}


def toggle(text, *codes):
    options = [{"url": "option", "valueCoding": coding(one)} for one in codes]
    return {
        "url": ext.OPTIONS_TOGGLE,
        "extension": [*options, {**expression("expression", text)}],
    }


def rule(text, severity="error", url=ext.TARGET_CONSTRAINT, human="Both must be the same."):
    return {
        "url": url,
        "extension": [
            {"url": "key", "valueId": "same"},
            {"url": "severity", "valueCode": severity},
            {"url": "human", "valueString": human},
            {**expression("expression", text)},
        ],
    }


def test_words_follow_an_answer_and_fall_back_to_the_form_s_own():
    found = session(item("a", "string"), item("b", "string", _text=dynamic(f"'Call ' + {A}")))
    assert found.state("b").text.base == "Text of b"

    change = found.answer("a", "Ana")

    assert found.state("b").text.base == "Call Ana"
    assert "b" in change.affected
    assert found.to_response()["item"] == [
        {"linkId": "a", "text": "Text of a", "answer": [{"valueString": "Ana"}]}
    ]


def test_a_question_becomes_required_and_no_longer():
    found = session(
        item("a", "boolean"),
        item("b", "string", _required=dynamic(f"{A} = true")),
    )
    assert found.missing == ()

    found.answer("a", True)
    assert found.missing == ("b",)
    found.answer("a", False)
    assert found.missing == ()


def test_a_question_that_closes_is_not_counted_until_it_opens_again():
    yes = "%resource.item.item.where(linkId='a').answer.value = true"
    closes = item("b", "string", _readOnly=dynamic(yes))
    opens = item("c", "string", _readOnly=dynamic(f"({yes}).not()"), readOnly=True)
    found = session(group("s", item("a", "boolean"), closes, opens))
    assert found.asked_in("s") == ("a", "b")

    found.answer("a", True)
    assert found.asked_in("s") == ("a", "c")
    assert found.progress("s").total == 2

    found.answer("a", False)
    assert found.asked_in("s") == ("a", "b")


def test_limits_follow_an_answer():
    most = {"url": ext.MAX_VALUE, "_valueInteger": dynamic(A)}
    found = session(item("a", "integer"), item("b", "integer", most))
    found.answer("b", 7)
    assert found.problems == ()

    found.answer("a", 5)

    assert [(one.key, one.code) for one in found.problems] == [("b", "above-maximum")]


def test_computed_options_are_offered_and_a_lost_one_is_said():
    options = "%resource.item.where(linkId='a').answer.value"
    found = session(
        choice("a", "x", "y", repeats=True),
        item("b", "choice", expression(ext.ANSWER_EXPRESSION, options)),
    )
    found.answer("a", code("x"), code("y"))
    assert [one.value for one in found.state("b").options] == [code("x"), code("y")]
    found.answer("b", code("y"))
    assert found.problems == ()

    found.answer("a", code("x"))

    assert found.state("b").answer == Answered((code("y"),))
    assert [one.code for one in found.problems] == ["not-an-option"]
    assert not found.is_complete


def test_toggled_options_close_and_open_and_any_true_toggle_opens():
    found = session(
        item("a", "integer"),
        choice("b", "x", "y", extensions=(toggle(f"{A} > 1", "x"), toggle(f"{A} < 0", "x"))),
    )

    def opened():
        return [one.is_open for one in found.state("b").options]

    assert opened() == [False, True]
    found.answer("a", 2)
    assert opened() == [True, True]
    found.answer("b", code("x"))
    found.answer("a", 1)
    assert opened() == [False, True]
    assert [one.code for one in found.problems] == ["closed-option"]
    found.answer("a", -1)
    assert found.problems == ()


@pytest.mark.parametrize("url", [ext.CONSTRAINT, ext.TARGET_CONSTRAINT])
def test_a_broken_rule_holds_complete_in_the_form_s_own_words(url):
    pair = group(
        "g",
        item("a", "string"),
        item("b", "string"),
        extension=[
            rule(
                "%context.item.where(linkId='a').answer.value"
                " = %context.item.where(linkId='b').answer.value",
                url=url,
            )
        ],
    )
    found = session(pair)
    assert found.problems == ()

    found.answer("a", "one")
    found.answer("b", "two")

    (problem,) = found.problems
    assert (problem.key, problem.words.base) == ("g", "Both must be the same.")
    assert not found.is_complete
    found.answer("b", "one")
    assert found.is_complete


def test_a_warning_is_shown_and_holds_nothing():
    found = session(item("a", "integer", rule(f"{A} < 10", severity="warning")))

    found.answer("a", 12)

    assert [one.is_blocking for one in found.problems] == [False]
    assert found.is_complete


def test_a_rule_of_the_whole_form_is_shown_at_its_first_item():
    found = session(item("a", "integer"), item("b", "integer"), extension=[rule(f"{A} > 0")])

    change = found.answer("a", 0)

    assert [one.key for one in found.problems] == ["a"]
    assert "a" in change.affected
    found.answer("a", 1)
    assert found.problems == ()


@pytest.mark.parametrize("text", ["1 / 'x'", "%nothing", "a.foo(1)"])
def test_what_cannot_be_evaluated_is_said_and_holds_complete(text):
    found = session(item("a", "integer", rule(text)))

    assert [one.code for one in found.problems] == ["expression"]
    assert not found.is_complete


def test_a_derived_no_is_unknown_as_long_as_an_answer_is_missing():
    derived = calculated("iif(%resource.item.where(linkId='a').answer.value = true, true, false)")
    found = session(item("a", "boolean"), item("hurt", "boolean", derived, readOnly=True))
    assert found.state("hurt").answer == Answered((False,))
    assert found.state("hurt").is_unknown

    change = found.give_reason("a", NoAnswerReason.DECLINED)
    assert found.state("hurt").is_unknown

    change = found.answer("a", False)
    assert not found.state("hurt").is_unknown
    assert "hurt" in change.affected


def test_a_person_s_edit_wins_over_a_calculation_until_it_is_taken_back():
    found = session(item("a", "integer"), item("b", "integer", calculated(f"{A} + 1")))
    found.answer("a", 1)
    assert not found.state("b").is_overridden

    found.answer("b", 9)
    assert found.state("b").is_overridden
    found.answer("a", 5)
    assert found.state("b").answer == Answered((9,))

    found.clear("b")
    assert found.state("b").answer == Answered((6,))
    assert not found.state("b").is_overridden


def test_two_items_that_disable_each_other_are_both_named():
    found = session(
        item("a", "boolean", enableWhen=[when("b", "exists", answerBoolean=False)]),
        item("b", "boolean", enableWhen=[when("a", "exists", answerBoolean=False)]),
    )

    found.answer("a", True)
    found.answer("b", True)

    names = {one.params.get("names") for one in found.problems if one.code == "expression"}
    assert names == {"a, b"}
    assert not found.is_complete


def test_a_calculation_that_never_settles_names_its_items():
    found = session(
        item(
            "a",
            "integer",
            calculated("%resource.item.where(linkId='b').answer.value + 1"),
            readOnly=True,
        ),
        item(
            "b",
            "integer",
            calculated(
                "iif(%resource.item.where(linkId='a').answer.value.exists(),"
                " %resource.item.where(linkId='a').answer.value + 1, 0)"
            ),
            readOnly=True,
        ),
    )

    assert {one.params["names"] for one in found.problems} == {"a, b"}
    assert not found.is_complete


def test_a_file_of_another_kind_or_too_large_is_said():
    found = session(
        item(
            "a",
            "attachment",
            {"url": ext.MIME_TYPE, "valueCode": "image/*"},
            {"url": ext.MAX_SIZE, "valueDecimal": 3},
        )
    )

    found.answer("a", Attachment("image/png", "aGk=", "", "x.png"))
    assert found.problems == ()
    found.answer("a", Attachment("application/pdf", "aGVsbG8=", "", "x.pdf"))
    assert [one.code for one in found.problems] == ["file-type", "file-size"]


def test_options_that_share_a_display_are_told_apart_by_their_code():
    found = session(choice("a", "x", "y"))

    found.answer("a", Coding("y"))

    assert found.state("a").answer == Answered((code("y"),))


def test_a_calculated_blank_is_no_answer():
    letters = calculated(f"{A}.toChars()")
    found = session(item("a", "string"), item("b", "string", letters, repeats=True))

    found.answer("a", "x y")

    assert found.state("b").answer == Answered(("x", "y"))

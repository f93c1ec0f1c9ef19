"""Answers of one version held against another: what fits, what stays behind, what to look at."""

import json
from datetime import UTC, datetime
from typing import Any

from desktop.forms.answers import Answered, Coding, NoAnswer, NoAnswerReason, Rows
from desktop.forms.carrying import Carrying, NotCarriedWhy, carry_over
from desktop.forms.instances import ItemKey
from desktop.forms.questionnaire import Questionnaire
from desktop.forms.reading import read_questionnaire
from desktop.forms.session import FormSession

Json = dict[str, Any]
CALCULATED = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"


def form(*items: Json) -> Questionnaire:
    """A form of these items."""
    raw = {"resourceType": "Questionnaire", "status": "active", "item": list(items)}
    return read_questionnaire(json.dumps(raw).encode(), "form")


def session(*items: Json) -> FormSession:
    """A form of these items being filled."""
    return FormSession(form(*items), now=lambda: datetime(2026, 3, 14, tzinfo=UTC))


def text(link_id: str, words: str = "", **more: Any) -> Json:
    """A question that takes a text."""
    return {"linkId": link_id, "type": "string", "text": words or link_id, **more}


def choice(link_id: str, words: str = "", repeats: bool = False, **labels: str) -> Json:
    """A question with options, code to label."""
    options = [{"valueCoding": {"code": c, "display": label}} for c, label in labels.items()]
    return {
        "linkId": link_id,
        "type": "choice",
        "text": words or link_id,
        "repeats": repeats,
        "answerOption": options,
    }


def group(link_id: str, *items: Json, repeats: bool = False) -> Json:
    """A group."""
    return {"linkId": link_id, "type": "group", "repeats": repeats, "item": list(items)}


def whys(found: Carrying) -> dict[str, NotCarriedWhy]:
    """Key to reason."""
    return {str(one.key): one.why for one in found.left_behind}


def test_an_answer_to_the_same_question_carries_over() -> None:
    old = session(text("a"), text("b"))
    old.answer(ItemKey("a"), "Said")
    old.give_reason(ItemKey("b"), NoAnswerReason.DECLINED)

    found = carry_over(old, form(text("a"), text("b"), text("c")))

    assert found.answers == {
        "a": Answered(("Said",)),
        "b": NoAnswer(NoAnswerReason.DECLINED),
    }
    assert [(one.key, one.is_reworded) for one in found.carried] == [("a", False), ("b", False)]
    assert found.left_behind == ()


def test_a_question_that_moved_to_another_group_carries_over() -> None:
    old = session(group("g", text("a")))
    old.answer(ItemKey("a"), "Said")

    assert carry_over(old, form(group("h", text("a")))).answers == {"a": Answered(("Said",))}


def test_other_words_of_a_question_or_an_option_are_to_be_looked_at() -> None:
    old = session(text("a", "How often?"), choice("b", yes="Yes", no="No"))
    old.answer(ItemKey("a"), "Said")
    old.answer(ItemKey("b"), Coding("yes"))

    found = carry_over(old, form(text("a", "How much?"), choice("b", yes="Always", no="No")))

    assert [one.is_reworded for one in found.carried] == [True, True]


def test_what_does_not_fit_stays_behind_with_its_reason() -> None:
    old = session(
        text("gone"),
        text("typed"),
        choice("opted", yes="Yes", no="No"),
        choice("many", repeats=True, x="X", y="Y"),
        text("summed"),
        text("rowed"),
    )
    for link_id in ("gone", "typed", "summed", "rowed"):
        old.answer(ItemKey(link_id), "Said")
    old.answer(ItemKey("opted"), Coding("no"))
    old.answer(ItemKey("many"), Coding("x"), Coding("y"))
    expression = {"language": "text/fhirpath", "expression": "'x'"}

    found = carry_over(
        old,
        form(
            {"linkId": "typed", "type": "integer"},
            choice("opted", yes="Yes"),
            choice("many", x="X", y="Y"),
            text("summed", extension=[{"url": CALCULATED, "valueExpression": expression}]),
            group("rows", text("rowed"), repeats=True),
        ),
    )

    assert whys(found) == {
        "gone": NotCarriedWhy.NO_SUCH_QUESTION,
        "typed": NotCarriedWhy.OTHER_TYPE,
        "opted": NotCarriedWhy.NOT_AN_OPTION,
        "many": NotCarriedWhy.TOO_MANY,
        "summed": NotCarriedWhy.COMPUTED,
        "rowed": NotCarriedWhy.OTHER_ROWS,
    }
    assert found.answers == {}


def test_rows_carry_over_with_their_answers() -> None:
    rows = group("rows", text("name"), repeats=True)
    old = session(rows)
    old.answer(ItemKey("name@0"), "First")
    change = old.add_row(ItemKey("rows"))
    added = next(key for key, answer in change.entries if isinstance(answer, Rows))
    old.answer(ItemKey("name@1"), "Second")

    found = carry_over(old, form(rows, text("new")))

    assert found.answers[ItemKey("name@1")] == Answered(("Second",))
    again = FormSession(form(rows), now=lambda: datetime(2026, 3, 14, tzinfo=UTC))
    again.restore(found.answers)
    assert [again.given(ItemKey(f"name@{row}")) for row in (0, 1)] == [
        Answered(("First",)),
        Answered(("Second",)),
    ]
    assert added in found.answers


def test_a_parked_answer_carries_over_too() -> None:
    shown = {"question": "a", "operator": "=", "answerString": "go"}
    old = session(text("a"), text("b", enableWhen=[shown]))
    old.answer(ItemKey("a"), "go")
    old.answer(ItemKey("b"), "Said")
    old.answer(ItemKey("a"), "stop")

    found = carry_over(old, form(text("a"), text("b", enableWhen=[shown])))

    assert found.answers[ItemKey("b")] == Answered(("Said",))


def test_what_opens_in_private_only_is_marked() -> None:
    lock = {
        "url": "https://firstlight.example/fhir/StructureDefinition/sensitive",
        "valueCode": "lock",
    }
    section = group("g", text("a"), text("b")) | {"extension": [lock]}
    old = session(section)
    old.answer(ItemKey("a"), "Said")
    old.answer(ItemKey("b"), "Said")

    found = carry_over(old, form(group("g", text("a"))))

    assert [one.is_private for one in (*found.carried, *found.left_behind)] == [True, True]

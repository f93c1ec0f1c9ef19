"""Cards follow what expressions make of a question, and tell problems in the form's own words."""

from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.forms.answers import Unanswered
from desktop.forms.session import ItemKey
from desktop.services.answer_words import state_words
from desktop.views.editors.language_mode import LanguageMode
from desktop.views.editors.read_only_editor import ReadOnlyEditor
from tests.views.editors.bench import FHIR, SDC, CardBench

A = "%resource.item.where(linkId='a').answer.value"
Q = ItemKey("q")


def expression(url: str, text: str) -> dict[str, object]:
    return {"url": url, "valueExpression": {"language": "text/fhirpath", "expression": text}}


def calculated(text: str) -> dict[str, object]:
    return expression(f"{SDC}calculatedExpression", text)


def code(name: str) -> dict[str, object]:
    return {"valueCoding": {"code": name, "display": name.title()}}


def rule(severity: str) -> dict[str, object]:
    spanish = {
        "url": f"{FHIR}translation",
        "extension": [
            {"url": "lang", "valueCode": "es"},
            {"url": "content", "valueString": "Debe ser uno."},
        ],
    }
    return {
        "url": f"{FHIR}targetConstraint",
        "extension": [
            {"url": "key", "valueId": "one"},
            {"url": "severity", "valueCode": severity},
            {"url": "expression", **_value("%context.answer.value = 1")},
            {"url": "human", "valueString": "It must be one.", "_valueString": _more(spanish)},
        ],
    }


def _value(text: str) -> dict[str, object]:
    return {"valueExpression": {"language": "text/fhirpath", "expression": text}}


def _more(extension: dict[str, object]) -> dict[str, object]:
    return {"extension": [extension]}


def made(bot: QtBot, *items: dict[str, object]) -> CardBench:
    bench = CardBench(*items)
    bot.addWidget(bench.window)
    return bench


def test_a_computed_question_is_shown_in_its_present_words(qtbot: QtBot) -> None:
    text = {"extension": [expression(f"{FHIR}cqf-expression", f"'You are ' + {A}")]}
    bench = made(
        qtbot, {"linkId": "a", "type": "string"}, {"linkId": "q", "type": "string", "_text": text}
    )

    bench.session.answer(ItemKey("a"), "well")
    bench.show()

    assert bench.card().head.text() == "You are well"
    target = bench.card().editor
    assert target is not None
    assert target.question() == "You are well"


def test_a_closed_option_says_why_and_a_chosen_one_can_be_taken_back(qtbot: QtBot) -> None:
    toggle = {
        "url": f"{SDC}answerOptionsToggleExpression",
        "extension": [
            {"url": "option", "valueCoding": {"code": "rent"}},
            {"url": "expression", **_value(f"{A} = true")},
        ],
    }
    bench = made(
        qtbot,
        {"linkId": "a", "type": "boolean"},
        {
            "linkId": "q",
            "type": "choice",
            "repeats": True,
            "answerOption": [code("food"), code("rent")],
            "extension": [toggle],
        },
    )
    was_open = bench.button("answer-q-rent").isEnabled()
    bench.session.answer(ItemKey("a"), True)
    bench.show()
    bench.button("answer-q-rent").click()
    bench.session.answer(ItemKey("a"), False)
    bench.show()

    chosen = bench.button("answer-q-rent")
    assert not was_open
    assert chosen.isEnabled()
    assert "cannot be chosen now" in bench.words()
    chosen.click()
    assert bench.answer() == Unanswered()
    assert not chosen.isEnabled()
    assert "because of another answer" in chosen.accessibleDescription()


def test_a_question_that_becomes_read_only_cannot_be_typed_into(qtbot: QtBot) -> None:
    shut = {"extension": [expression(f"{FHIR}cqf-expression", f"{A} = true")]}
    bench = made(
        qtbot,
        {"linkId": "a", "type": "boolean"},
        {"linkId": "q", "type": "string", "readOnly": False, "_readOnly": shut},
    )
    before = bench.card().editor

    bench.session.answer(ItemKey("a"), True)
    bench.show()

    assert not isinstance(before, ReadOnlyEditor)
    assert isinstance(bench.card().editor, ReadOnlyEditor)


def test_a_rule_of_the_form_speaks_in_its_own_words_and_language(qtbot: QtBot) -> None:
    bench = made(qtbot, {"linkId": "q", "type": "integer", "extension": [rule("error")]})

    bench.session.answer(Q, 2)
    bench.show(LanguageMode.SPANISH)

    assert bench.card().below.texts() == ("Debe ser uno.",)


def test_a_warning_is_told_apart_from_an_error(qtbot: QtBot) -> None:
    bench = made(qtbot, {"linkId": "q", "type": "integer", "extension": [rule("warning")]})

    bench.session.answer(Q, 2)
    bench.show()

    assert bench.card().below.texts() == ("Please check: It must be one.",)
    assert bench.session.is_complete


def test_an_answer_changed_by_hand_can_be_worked_out_again(qtbot: QtBot) -> None:
    sum_of = calculated(f"{A} + 1")
    bench = made(
        qtbot,
        {"linkId": "a", "type": "integer"},
        {"linkId": "q", "type": "integer", "extension": [sum_of]},
    )
    bench.session.answer(ItemKey("a"), 1)
    bench.session.answer(Q, 9)
    bench.show()
    said = bench.words()

    bench.button("recalculate-q-button").click()

    assert "Changed by hand" in said
    assert bench.values() == (2,)
    assert "Changed by hand" not in bench.words()


def test_a_calculated_no_with_a_missing_answer_reads_not_answered(qtbot: QtBot) -> None:
    derived = calculated(f"iif({A} = true, true, false)")
    bench = made(
        qtbot,
        {"linkId": "a", "type": "boolean"},
        {"linkId": "q", "type": "boolean", "readOnly": True, "extension": [derived]},
        {"linkId": "r", "type": "boolean", "extension": [derived]},
    )
    words = state_words(bench.session.state(Q)).base
    said = bench.words()

    bench.session.answer(ItemKey("a"), False)
    bench.show()

    assert words == "Not answered"
    assert "Not answered" in said
    assert "Not answered" not in bench.words()
    assert bench.button("answer-r-false").isChecked()


def test_a_no_given_by_hand_is_known_though_the_formula_misses_an_answer(qtbot: QtBot) -> None:
    derived = calculated(f"iif({A} = true, true, false)")
    bench = made(
        qtbot,
        {"linkId": "a", "type": "boolean"},
        {"linkId": "q", "type": "boolean", "extension": [derived]},
    )
    row: QAbstractButton = bench.button("answer-q-false")
    was_checked = row.isChecked()

    row.click()

    assert not was_checked
    assert row.isChecked()
    assert not bench.session.state(Q).is_unknown


def test_a_computed_number_is_shown_with_its_unit(qtbot: QtBot) -> None:
    in_kg = {"url": FHIR + "questionnaire-unit", "valueCoding": {"code": "kg"}}
    twice = calculated(f"{A} * 2")
    bench = made(
        qtbot,
        {"linkId": "a", "type": "integer"},
        {"linkId": "q", "type": "decimal", "readOnly": True, "extension": [twice, in_kg]},
    )

    bench.session.answer(ItemKey("a"), 21)
    bench.show()

    assert "42 kg" in bench.words()

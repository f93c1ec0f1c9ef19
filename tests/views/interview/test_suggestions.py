"""A form suggests answers and shows what it looked up; a person alone answers."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from desktop.forms.session import ItemKey
from desktop.views.editors.language_mode import LanguageMode
from desktop.views.interview.asides import AsideKind, asides_of
from desktop.views.patient.patient_card import PatientCard
from tests.support.qt_audit import audit_window
from tests.views.editors.bench import NOON, SDC, CardBench
from tests.views.editors.kinds import Json

A = "%resource.item.where(linkId='a').answer.value"


def fhirpath(text: str, language: str = "text/fhirpath") -> Json:
    return {"language": language, "expression": text}


def suggests(text: str) -> Json:
    return {"url": f"{SDC}candidateExpression", "valueExpression": fhirpath(text)}


def looks_up(label: str, text: str) -> Json:
    spoken = {"url": "label", "valueString": label}
    return {
        "url": f"{SDC}contextExpression",
        "extension": [spoken, {"url": "expression", "valueExpression": fhirpath(text)}],
    }


def opened(bot: QtBot, *extensions: Json, kind: str = "string", **fields: object) -> CardBench:
    first: Json = {"linkId": "a", "type": "string", "repeats": True, "text": "Who lives with you?"}
    asked: Json = {"linkId": "q", "type": kind, "extension": list(extensions), **fields}
    bench = CardBench(first, asked)
    bot.addWidget(bench.window)
    bot.waitExposed(bench.window)
    return bench


def offered(bench: CardBench) -> list[str]:
    found = bench.card().findChildren(QAbstractButton)
    return [one.text() for one in found if "suggestions-q-" in one.objectName() and one.isVisible()]


def test_a_suggestion_becomes_the_answer_when_it_is_pressed_and_not_before(qtbot: QtBot) -> None:
    bench = opened(qtbot, suggests(A))
    assert offered(bench) == []

    bench.session.answer(ItemKey("a"), "Ana", "Ben & Co")
    bench.show()
    assert (offered(bench), bench.values()) == (["Ana", "Ben && Co"], ())

    bench.button("suggestions-q-1").click()

    assert bench.values() == ("Ben & Co",)
    assert offered(bench) == ["Ana"]
    assert bench.card().isAncestorOf(bench.focus())
    assert audit_window(bench.window) == []


def test_a_repeating_question_takes_one_suggestion_after_the_other(qtbot: QtBot) -> None:
    bench = opened(qtbot, suggests("'one' | 'two'"), repeats=True)

    bench.button("suggestions-q-0").click()
    bench.button("suggestions-q-0").click()

    assert bench.values() == ("one", "two")
    assert offered(bench) == []


def test_a_suggestion_is_reached_by_tab_after_the_answer_and_by_a_screen_reader(
    qtbot: QtBot,
) -> None:
    bench = opened(qtbot, suggests(A))
    bench.session.answer(ItemKey("a"), "Ana")
    bench.show()
    bench.card().focus_first()

    bench.press(Qt.Key.Key_Tab)
    button = bench.button("suggestions-q-0")
    assert bench.focus() is button
    assert button.accessibleName() == "Suggested answer to A question: Ana"

    QAccessible.queryAccessibleInterface(button).actionInterface().doAction("Press")
    qtbot.waitUntil(lambda: bench.values() == ("Ana",))


def test_only_what_fits_the_question_is_suggested(qtbot: QtBot) -> None:
    bench = opened(qtbot, suggests("'x' | 3 | true"), kind="integer")

    assert offered(bench) == ["3"]


def test_a_suggestion_that_fails_holds_nothing(qtbot: QtBot) -> None:
    bench = opened(qtbot, suggests("(1 | 2).single()"), looks_up("Seen", "(1 | 2).single()"))

    assert offered(bench) == []
    assert bench.session.is_complete


def test_what_was_looked_up_stands_above_the_answer_under_its_label(qtbot: QtBot) -> None:
    bench = opened(qtbot, looks_up("Lives with", A), looks_up("None", "{}"))
    assert "Lives with" not in bench.words()

    bench.session.answer(ItemKey("a"), "Ana", "Ben")
    bench.show()

    qtbot.waitUntil(lambda: "Known here: Lives with: Ana, Ben" in bench.words())
    assert "None" not in bench.words()
    assert audit_window(bench.window) == []


def test_what_was_looked_up_is_not_for_the_turned_screen(qtbot: QtBot) -> None:
    bench = opened(qtbot, looks_up("Lives with", "'Ana'"), suggests("'Ana'"))
    state = bench.card().state
    assert [one.kind for one in asides_of(bench.session, ItemKey("q"))] == [AsideKind.CONTEXT]

    card = PatientCard(state, lambda: NOON)
    qtbot.addWidget(card)
    card.show()

    said = [one.text() for one in card.findChildren(QLabel) if one.isVisible()]
    buttons = [one.text() for one in card.findChildren(QAbstractButton) if one.isVisible()]
    assert not any("Ana" in words for words in (*said, *buttons))


def test_suggestions_follow_the_language(qtbot: QtBot) -> None:
    yes = {"valueCoding": {"system": "s", "code": "y", "display": "Yes"}}
    bench = opened(qtbot, suggests("'y'"), kind="choice", answerOption=[yes])

    bench.show(LanguageMode.SPANISH)

    assert offered(bench) == ["Yes"]

"""How many answers a choice takes: the rest closes at the limit, says why, and opens again."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.forms.answers import Answered
from tests.views.editors.bench import FHIR, CardBench, control
from tests.views.editors.kinds import Json, coded, item, named, option, options

ALONE: Json = {"url": f"{FHIR}questionnaire-optionExclusive", "valueBoolean": True}
SAID = "2 of 2 chosen. To choose another, take one back."


def opened(bot: QtBot, kind: str, *extensions: Json, most: int = 2, **fields: object) -> CardBench:
    limit: Json = {"url": f"{FHIR}questionnaire-maxOccurs", "valueInteger": most}
    bench = CardBench(item(kind, limit, *extensions, repeats=True, **fields))
    bot.addWidget(bench.window)
    bot.waitExposed(bench.window)
    return bench


def state_of(bench: CardBench, *names: str) -> list[bool]:
    return [bench.button(f"answer-q-{name}").isEnabled() for name in names]


def said(bench: CardBench, name: str) -> str:
    label = named(bench, name)
    assert isinstance(label, QLabel)
    return label.text()


def test_at_the_limit_the_other_options_close_and_say_why(qtbot: QtBot) -> None:
    listed = [option("a"), option("b"), option("c"), option("none", ALONE)]
    bench = opened(qtbot, "choice", answerOption=listed)
    bench.button("answer-q-a").click()
    assert state_of(bench, "a", "b", "c", "none") == [True, True, True, True]

    bench.button("answer-q-b").click()

    assert state_of(bench, "a", "b", "c", "none") == [True, True, False, True]
    assert said(bench, "answer-q-count") == SAID
    closed = QAccessible.queryAccessibleInterface(bench.button("answer-q-c"))
    assert "the most are chosen" in closed.text(QAccessible.Text.Description)
    assert SAID in bench.card().editor.group.accessibleDescription()


def test_taking_one_back_opens_them_again_by_keyboard(qtbot: QtBot) -> None:
    bench = opened(qtbot, "choice", **options("a", "b", "c"))
    for name in "ab":
        bench.button(f"answer-q-{name}").setFocus()
        bench.press(Qt.Key.Key_Space)
    bench.press(Qt.Key.Key_3)
    assert bench.values() == (coded("a"), coded("b"))

    bench.press(Qt.Key.Key_Space)
    bench.press(Qt.Key.Key_3)

    assert bench.values() == (coded("a"), coded("c"))


def test_more_answers_than_the_form_takes_can_be_taken_back(qtbot: QtBot) -> None:
    bench = opened(qtbot, "choice", most=1, **options("a", "b", "c"))
    bench.session.answer("q", coded("a"), coded("b"))
    bench.show()
    assert state_of(bench, "a", "b", "c") == [True, True, False]

    bench.button("answer-q-a").click()

    assert bench.values() == (coded("b"),)


def test_the_box_for_another_answer_closes_too(qtbot: QtBot) -> None:
    bench = opened(qtbot, "open-choice", **options("a", "b"))
    bench.button("answer-q-a").click()
    assert named(bench, "answer-q-other").isEnabled()

    bench.button("answer-q-b").click()

    assert not named(bench, "answer-q-other").isEnabled()


def test_an_own_answer_at_the_limit_can_still_be_changed(qtbot: QtBot) -> None:
    bench = opened(qtbot, "open-choice", **options("a", "b"))
    bench.session.answer("q", coded("a"), "My own")
    bench.show()
    line = named(bench, "answer-q-other")
    assert isinstance(line, QLineEdit)
    assert line.isEnabled()
    assert not bench.window.findChild(QAbstractButton, "answer-q-other-more").isVisible()

    line.setFocus()
    line.selectAll()
    bench.type("Another")
    bench.press(Qt.Key.Key_Return)

    assert bench.values() == (coded("a"), "Another")


def test_a_search_takes_no_more_at_the_limit_and_says_why(qtbot: QtBot) -> None:
    bench = opened(qtbot, "choice", control("autocomplete"), **options("a", "b", "c"))
    bench.session.answer("q", coded("a"), coded("b"))
    bench.show()
    line = named(bench, "answer-q")
    line.setFocus()

    bench.type("c")

    assert isinstance(line, QLineEdit)
    assert line.text() == ""
    assert said(bench, "answer-q-status") == SAID
    assert bench.answer() == Answered((coded("a"), coded("b")))

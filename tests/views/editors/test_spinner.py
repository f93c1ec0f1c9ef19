"""A number with two buttons and arrow keys: empty until the first step, never past its limits."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.views.editors.spinner_editor import SpinnerEditor
from tests.support.qt_audit import audit_window
from tests.views.editors.bench import FHIR, CardBench, control
from tests.views.editors.kinds import Json, item

UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down


def limit(name: str, number: int) -> Json:
    return {"url": f"{FHIR}{name}", "valueInteger": number}


def opened(bot: QtBot, *extensions: Json, kind: str = "integer", **fields: object) -> CardBench:
    bench = CardBench(item(kind, control("spinner"), *extensions, **fields))
    bot.addWidget(bench.window)
    bot.waitExposed(bench.window)
    return bench


def test_nothing_is_answered_before_the_first_step(qtbot: QtBot) -> None:
    bench = opened(qtbot)

    assert isinstance(bench.card().editor, SpinnerEditor)
    assert bench.values() == ()
    assert audit_window(bench.window) == []


@pytest.mark.parametrize(
    ("steps", "expected"),
    [((UP,), 2), ((DOWN,), 2), ((UP, DOWN), 2), ((UP, UP), 3), ((UP, UP, UP, UP), 4)],
)
def test_a_step_keeps_within_the_limits_of_the_question(
    qtbot: QtBot, steps: tuple[Qt.Key, ...], expected: int
) -> None:
    bench = opened(qtbot, limit("minValue", 2), limit("maxValue", 4))
    bench.card().focus_first()

    for key in steps:
        bench.press(key)

    assert bench.values() == (expected,)


def test_the_buttons_step_what_was_typed_and_say_their_question(qtbot: QtBot) -> None:
    half = {"url": f"{FHIR}questionnaire-sliderStepValue", "valueDecimal": 0.5}
    bench = opened(qtbot, half, kind="decimal")
    bench.card().focus_first()
    bench.type("7")

    bench.button("answer-q-more").click()
    bench.button("answer-q-more").click()
    bench.button("answer-q-less").click()

    assert bench.values() == (Decimal("7.5"),)
    assert bench.button("answer-q-more").accessibleName() == "More: A question"


def test_a_step_from_what_is_no_number_changes_nothing(qtbot: QtBot) -> None:
    bench = opened(qtbot)
    bench.card().focus_first()
    bench.type("abc")

    bench.press(UP)

    assert bench.values() == ()


def test_each_of_several_numbers_steps_by_itself(qtbot: QtBot) -> None:
    bench = opened(qtbot, repeats=True)
    bench.card().focus_first()
    bench.press(UP)
    bench.press(UP)
    bench.button("answer-q-add").click()

    bench.press(UP)

    assert bench.values() == (1, 0)

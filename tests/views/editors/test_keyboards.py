"""Which keys the keyboard on a touch screen begins with: the form may say."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.views.editors.bench import SDC, CardBench
from tests.views.editors.kinds import Json, item, named

HINT = Qt.InputMethodHint


def opened(bot: QtBot, kind: str, code: str) -> CardBench:
    keyboard: Json = {
        "url": f"{SDC}keyboard",
        "valueCoding": {"code": code},
    }
    bench = CardBench(item(kind, extension=[keyboard]))
    bot.addWidget(bench.window)
    bot.waitExposed(bench.window)
    return bench


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("phone", HINT.ImhDialableCharactersOnly),
        ("email", HINT.ImhEmailCharactersOnly),
        ("number", HINT.ImhFormattedNumbersOnly),
        ("url", HINT.ImhUrlCharactersOnly),
    ],
)
@pytest.mark.parametrize("kind", ["string", "text"])
def test_a_form_says_which_keys_a_touch_keyboard_begins_with(
    qtbot: QtBot, kind: str, code: str, hint: Qt.InputMethodHint
) -> None:
    bench = opened(qtbot, kind, code)
    field = named(bench, "answer-q")

    assert isinstance(field, QLineEdit | QPlainTextEdit)
    assert field.inputMethodHints() & hint


@pytest.mark.parametrize("code", ["chat", "unheard-of"])
def test_any_other_word_leaves_all_keys(qtbot: QtBot, code: str) -> None:
    bench = opened(qtbot, "string", code)
    field = named(bench, "answer-q")

    assert isinstance(field, QLineEdit)
    assert field.inputMethodHints() == HINT.ImhNone


def test_what_may_be_typed_stays_free(qtbot: QtBot) -> None:
    bench = opened(qtbot, "string", "number")
    field = named(bench, "answer-q")
    assert isinstance(field, QLineEdit)

    QTest.keyClicks(field, "ask my aunt")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert field.text() == "ask my aunt"

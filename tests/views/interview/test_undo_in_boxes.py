"""Ctrl+Z in a text box: first what was typed there, then the form's last change."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.forms.answers import Answered, Unanswered
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.text_field import TextField
from tests.services.bench import Bench
from tests.views.interview.desk import InterviewDesk, open_desk

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
FOOD, BOX = "what-you-need.food", "next-steps.to-add"


def focused() -> QWidget:
    """The box that has the focus."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def in_a_box(qtbot: QtBot, bench: Bench) -> InterviewDesk:
    """A choice was answered, then the focus went into an empty box."""
    desk = open_desk(qtbot, bench, at=FOOD)
    desk.press(f"answer-{FOOD}-yes")
    desk.press("interview-sections-next-steps")
    desk.find(f"answer-{BOX}").setFocus()
    return desk


def test_an_empty_box_leaves_undo_to_the_form(qtbot: QtBot, bench: Bench) -> None:
    desk = in_a_box(qtbot, bench)

    QTest.keyClick(focused(), Qt.Key.Key_Z, CTRL)
    desk.until_saved()

    assert desk.answers()[FOOD] == Unanswered()


def test_what_was_typed_in_the_box_is_undone_first(qtbot: QtBot, bench: Bench) -> None:
    desk = in_a_box(qtbot, bench)
    box = focused()
    qtbot.keyClicks(box, "x")

    QTest.keyClick(box, Qt.Key.Key_Z, CTRL)
    desk.controller.flush()
    desk.until_saved()

    assert BOX not in desk.answers()
    assert isinstance(desk.answers()[FOOD], Answered)


@pytest.mark.parametrize("kind", [LineField, TextField])
def test_each_kind_of_box_claims_the_key_only_while_it_has_something_to_undo(
    qtbot: QtBot, kind: type[LineField | TextField]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = kind(window, name="box")
    heard: list[str] = []
    QShortcut(QKeySequence("Ctrl+Z"), window).activated.connect(lambda: heard.append("screen"))
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)

    qtbot.keyClicks(box, "x")
    QTest.keyClick(box, Qt.Key.Key_Z, CTRL)
    after_typing = (box.value(), list(heard))
    QTest.keyClick(box, Qt.Key.Key_Z, CTRL)

    assert after_typing == ("", [])
    assert heard == ["screen"]


def test_redo_comes_back_the_same_way(qtbot: QtBot, bench: Bench) -> None:
    desk = in_a_box(qtbot, bench)
    QTest.keyClick(focused(), Qt.Key.Key_Z, CTRL)
    desk.until_saved()
    desk.press("interview-sections-next-steps")
    desk.find(f"answer-{BOX}").setFocus()

    QTest.keyClick(focused(), Qt.Key.Key_Z, CTRL | SHIFT)
    desk.until_saved()

    assert isinstance(desk.answers()[FOOD], Answered)

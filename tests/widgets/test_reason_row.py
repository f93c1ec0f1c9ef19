"""Reasons for no answer exclude each other, clear on a second press and fold when narrow."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop.forms.answers import NoAnswerReason
from desktop.views.widgets.reason_row import ReasonRow


@pytest.fixture
def row(qtbot: QtBot) -> ReasonRow:
    row = ReasonRow(name="t-reason")
    row.resize(900, 60)
    qtbot.addWidget(row)
    row.show()
    qtbot.waitExposed(row)
    return row


def test_no_reason_at_first(row: ReasonRow) -> None:
    assert row.reason() is None


def test_one_reason_replaces_another(qtbot: QtBot, row: ReasonRow) -> None:
    said: list[object] = []
    row.chosen.connect(said.append)

    qtbot.mouseClick(row.button(NoAnswerReason.DECLINED), Qt.MouseButton.LeftButton)
    qtbot.keyClick(row.button(NoAnswerReason.LATER), Qt.Key.Key_Space)

    assert said == [NoAnswerReason.DECLINED, NoAnswerReason.LATER]
    assert not row.button(NoAnswerReason.DECLINED).isChecked()


def test_a_second_press_clears(qtbot: QtBot, row: ReasonRow) -> None:
    row.set_reason(NoAnswerReason.UNABLE)

    with qtbot.waitSignal(row.chosen) as told:
        qtbot.mouseClick(row.button(NoAnswerReason.UNABLE), Qt.MouseButton.LeftButton)

    assert told.args == [None]


def test_a_screen_readers_toggle_gives_the_reason(qtbot: QtBot, row: ReasonRow) -> None:
    button = row.button(NoAnswerReason.NOT_SAFE)

    with qtbot.waitSignal(row.chosen) as told:
        QAccessible.queryAccessibleInterface(button).actionInterface().doAction("Toggle")

    assert told.args == [NoAnswerReason.NOT_SAFE]


def test_each_reason_says_its_effect(row: ReasonRow) -> None:
    assert "printed" in row.button(NoAnswerReason.NOT_SAFE).accessibleDescription()


def test_too_little_room_folds_the_row_into_a_menu(qtbot: QtBot, row: ReasonRow) -> None:
    row.resize(300, 60)

    assert row.menu_button.isVisible()
    assert not row.button(NoAnswerReason.LATER).isVisible()


def test_the_menu_chooses_too(qtbot: QtBot, row: ReasonRow) -> None:
    row.set_folded(True)
    qtbot.keyClick(row.menu_button, Qt.Key.Key_Space)
    menu = row.findChild(QMenu)
    assert isinstance(menu, QMenu)

    with qtbot.waitSignal(row.chosen) as told:
        menu.actions()[0].trigger()

    assert told.args == [NoAnswerReason.DECLINED]
    assert row.menu_button.text() == "Declined"
    menu.close()

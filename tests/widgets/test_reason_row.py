"""Reasons for no answer exclude each other, clear on a second press and fold when narrow."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop.forms.answers import NoAnswerReason
from desktop.views.interview.reason_words import reason_items
from desktop.views.theme.holder import current_theme
from desktop.views.theme.icons import Icon
from desktop.views.widgets.reason_row import ReasonItem, ReasonRow


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


RARE = (
    ReasonItem(NoAnswerReason.DECLINED, "Declined", "kept", Icon.BAN),
    ReasonItem(
        NoAnswerReason.NOT_APPLICABLE, "Does not apply", "kept", Icon.CIRCLE_MINUS, is_rare=True
    ),
)


@pytest.fixture
def with_rare(qtbot: QtBot) -> ReasonRow:
    row = ReasonRow(name="t-rare", reasons=RARE)
    row.resize(600, 60)
    qtbot.addWidget(row)
    row.show()
    qtbot.waitExposed(row)
    return row


def test_a_rare_reason_stands_behind_a_named_button(qtbot: QtBot, with_rare: ReasonRow) -> None:
    button = with_rare.menu_button

    QAccessible.queryAccessibleInterface(button).actionInterface().doAction("Press")
    qtbot.waitUntil(lambda: with_rare.findChild(QMenu) is not None)
    menu = with_rare.findChild(QMenu)

    assert button.accessibleName() == "More reasons for no answer"
    assert button.toolTip() == "More reasons for no answer"
    assert min(button.width(), button.height()) >= current_theme().metrics.target
    assert isinstance(menu, QMenu)
    assert [one.text() for one in menu.actions()] == ["Does not apply: kept"]
    menu.close()


def test_a_rare_reason_is_chosen_and_cleared_by_keyboard(
    qtbot: QtBot, with_rare: ReasonRow
) -> None:
    said: list[object] = []
    with_rare.chosen.connect(said.append)
    _pick(qtbot, with_rare, presses=1)
    chosen = with_rare.menu_button.text()
    assert not with_rare.button(NoAnswerReason.DECLINED).isVisible()

    _pick(qtbot, with_rare, presses=2)

    assert said == [NoAnswerReason.NOT_APPLICABLE, None]
    assert chosen == "Does not apply"
    assert with_rare.button(NoAnswerReason.DECLINED).isVisible()


def _pick(bot: QtBot, row: ReasonRow, *, presses: int) -> None:
    """Open the menu with Space and go down to an entry."""
    bot.keyClick(row.menu_button, Qt.Key.Key_Space)
    menu = row.findChild(QMenu)
    assert isinstance(menu, QMenu)
    for _ in range(presses):
        bot.keyClick(menu, Qt.Key.Key_Down)
    bot.keyClick(menu, Qt.Key.Key_Return)
    bot.waitUntil(lambda: row.findChild(QMenu) is None)


def test_four_reasons_of_the_interview_leave_the_title_one_line_at_a_full_window(
    qtbot: QtBot,
) -> None:
    row = ReasonRow(name="t-reason", reasons=reason_items())
    qtbot.addWidget(row)
    row.resize(634, 60)
    row.show()
    qtbot.waitExposed(row)

    assert row.menu_button.text() != "Reason"
    assert row.title_label.width() >= row.title_label.sizeHint().width()

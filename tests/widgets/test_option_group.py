"""Answers are chosen by keyboard, pointer and screen reader; nothing is chosen beforehand."""

from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem

ITEMS = (
    OptionItem("all", "Yes, all night", "Sí, toda la noche"),
    OptionItem("part", "Part of the night", "Una parte de la noche"),
    OptionItem("none", "No one", "Nadie", is_exclusive=True),
)


@pytest.fixture
def group(qtbot: QtBot) -> OptionGroup:
    return _shown(qtbot, is_multiple=False)


def _shown(qtbot: QtBot, *, is_multiple: bool) -> OptionGroup:
    group = OptionGroup("Who stays?", ITEMS, name="t-stay", is_multiple=is_multiple)
    qtbot.addWidget(group)
    group.show()
    qtbot.waitExposed(group)
    group.activateWindow()
    group.focus_first()
    return group


def _toggle_by_screen_reader(row: QWidget) -> None:
    interface = QAccessible.queryAccessibleInterface(row)
    interface.actionInterface().doAction("Toggle")


def test_nothing_is_chosen_at_first(group: OptionGroup) -> None:
    assert group.chosen_keys() == ()


def test_down_moves_and_chooses(qtbot: QtBot, group: OptionGroup) -> None:
    with qtbot.waitSignal(group.answered) as told:
        qtbot.keyClick(group.rows()[0], Qt.Key.Key_Down)

    assert told.args == [("part",)]
    assert group.rows()[1].hasFocus()


def test_up_from_the_first_goes_to_the_last(qtbot: QtBot, group: OptionGroup) -> None:
    qtbot.keyClick(group.rows()[0], Qt.Key.Key_Up)

    assert group.chosen_keys() == ("none",)


def test_a_digit_chooses_its_row(qtbot: QtBot, group: OptionGroup) -> None:
    qtbot.keyClick(group.rows()[0], Qt.Key.Key_3)

    assert group.chosen_keys() == ("none",)


def test_a_digit_beyond_the_rows_does_nothing(qtbot: QtBot, group: OptionGroup) -> None:
    with qtbot.assertNotEmitted(group.answered):
        qtbot.keyClick(group.rows()[0], Qt.Key.Key_9)


def test_space_chooses_and_a_second_space_clears(qtbot: QtBot, group: OptionGroup) -> None:
    said: list[object] = []
    group.answered.connect(said.append)

    qtbot.keyClick(group.rows()[0], Qt.Key.Key_Space)
    qtbot.keyClick(group.rows()[0], Qt.Key.Key_Space)

    assert said == [("all",), ()]


def test_a_second_press_clears(qtbot: QtBot, group: OptionGroup) -> None:
    row = group.rows()[1]

    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)

    assert group.chosen_keys() == ()


def test_a_press_on_another_row_says_one_answer(qtbot: QtBot, group: OptionGroup) -> None:
    group.set_chosen({"all"})
    said: list[object] = []
    group.answered.connect(said.append)

    qtbot.mouseClick(group.rows()[1], Qt.MouseButton.LeftButton)

    assert said == [("part",)]


def test_a_screen_readers_toggle_is_an_answer(qtbot: QtBot, group: OptionGroup) -> None:
    with qtbot.waitSignal(group.answered) as told:
        _toggle_by_screen_reader(group.rows()[1])

    assert told.args == [("part",)]


def test_showing_an_answer_says_nothing(qtbot: QtBot, group: OptionGroup) -> None:
    with qtbot.assertNotEmitted(group.answered):
        group.set_chosen({"part"})
        group.set_chosen(())

    assert group.chosen_keys() == ()


def test_a_language_change_keeps_answer_and_focus(group: OptionGroup) -> None:
    group.set_chosen({"part"})
    group.focus_first()
    row = group.rows()[1]

    group.set_options([OptionItem(item.key, item.second) for item in ITEMS])

    assert group.rows()[1] is row
    assert group.chosen_keys() == ("part",)
    assert row.accessibleName() == "Una parte de la noche"


def test_several_may_be_chosen_and_arrows_only_move(qtbot: QtBot) -> None:
    group = _shown(qtbot, is_multiple=True)

    qtbot.keyClick(group.rows()[0], Qt.Key.Key_Space)
    qtbot.keyClick(group.rows()[0], Qt.Key.Key_Down)
    qtbot.keyClick(group.rows()[1], Qt.Key.Key_Space)

    assert group.chosen_keys() == ("all", "part")


def test_an_exclusive_answer_clears_the_others_in_one_step(qtbot: QtBot) -> None:
    group = _shown(qtbot, is_multiple=True)
    group.set_chosen({"all", "part"})
    said: list[object] = []
    group.answered.connect(said.append)

    _toggle_by_screen_reader(group.rows()[2])

    assert said == [("none",)]


def test_another_answer_clears_the_exclusive_one(qtbot: QtBot) -> None:
    group = _shown(qtbot, is_multiple=True)
    group.set_chosen({"none"})

    qtbot.mouseClick(group.rows()[0], Qt.MouseButton.LeftButton)

    assert group.chosen_keys() == ("all",)


def test_the_question_names_the_group_and_rows_are_radio_buttons(group: OptionGroup) -> None:
    whole = QAccessible.queryAccessibleInterface(group)
    row = QAccessible.queryAccessibleInterface(group.rows()[0])

    assert whole.role() == QAccessible.Role.Grouping
    assert whole.text(QAccessible.Text.Name) == "Who stays?"
    assert row.role() == QAccessible.Role.RadioButton


def test_tab_stops_once_in_a_single_choice(group: OptionGroup) -> None:
    group.set_chosen({"part"})

    stops = [bool(row.focusPolicy() & Qt.FocusPolicy.TabFocus) for row in group.rows()]

    assert stops == [False, True, False]


def test_a_closed_group_takes_no_answer_and_says_why(qtbot: QtBot, group: OptionGroup) -> None:
    group.set_closed("not private")

    qtbot.mouseClick(group.rows()[0], Qt.MouseButton.LeftButton)

    assert group.chosen_keys() == ()
    assert group.rows()[0].accessibleDescription() == "not private"


def test_a_narrow_row_grows_instead_of_cutting_its_text(qtbot: QtBot, group: OptionGroup) -> None:
    row = group.rows()[1]

    assert row.heightForWidth(220) > row.heightForWidth(900)


PRESSES = 40


def _press(qtbot: QtBot, row: QWidget, at: int) -> None:
    if at % 2:
        qtbot.keyClick(row, Qt.Key.Key_Space)
    else:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)


def _end(group: OptionGroup, _keys: object) -> None:
    shiboken6.delete(group)


@pytest.mark.parametrize("chosen", [(), ("part",)], ids=["a first press", "a second press"])
def test_an_answer_may_end_its_own_row(qtbot: QtBot, chosen: tuple[str, ...]) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    for at in range(PRESSES):
        group = OptionGroup("Who stays?", ITEMS, host, name="t-stay")
        group.show()
        group.set_chosen(chosen)
        group.answered.connect(partial(_end, group))
        row = group.rows()[1]

        _press(qtbot, row, at)

        assert not shiboken6.isValid(row)


def test_an_answer_may_replace_the_rows_as_often_as_it_is_pressed(
    qtbot: QtBot, group: OptionGroup
) -> None:
    """As a form does whose options depend on an answer; the second press clears."""
    heard: list[tuple[str, ...]] = []

    def replaced(keys: tuple[str, ...]) -> None:
        heard.append(keys)
        more = OptionItem(f"more-{len(heard)}", "More")
        group.set_options((*ITEMS, more))

    group.answered.connect(replaced)

    for at in range(PRESSES):
        _press(qtbot, group.rows()[0], at)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    assert heard == [("all",), ()] * (PRESSES // 2)
    assert len(group.rows()) == len(ITEMS) + 1

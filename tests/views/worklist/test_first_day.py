"""The worklist before anybody is on it: words, one next step, and nothing that leads nowhere."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import LIGHT, Space
from desktop.views.widgets.button import Button, ButtonRole
from tests.services.bench import Bench
from tests.support.qt_audit import settle
from tests.views.person.desk import Desk, open_worklist
from tests.views.worklist.crowd import Crowd


def filled(desk: Desk) -> list[str]:
    """The names of the filled buttons that are shown."""
    buttons = [one for one in desk.view.findChildren(Button) if one.isVisible()]
    return [one.objectName() for one in buttons if one.role is ButtonRole.PRIMARY]


def test_a_bar_without_an_act_is_not_shown(qtbot: QtBot, bench: Bench) -> None:
    desk = open_worklist(qtbot, bench)
    was_shown = desk.sees("worklist-actions")

    Crowd(bench).arrives("Maple 12", "ED 7", 90)
    desk.controller.start()
    desk.rest()

    assert (was_shown, desk.sees("worklist-actions")) == (False, True)


def test_one_button_is_filled_before_and_while_somebody_is_added(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_worklist(qtbot, bench)
    before = filled(desk)

    desk.press("worklist-first")
    during = filled(desk)
    desk.press("worklist-cancel")

    assert (before, during, filled(desk)) == (
        ["worklist-first"],
        ["worklist-do"],
        ["worklist-first"],
    )


def test_large_text_has_the_place_of_the_picture(
    qtbot: QtBot, qapp: QApplication, bench: Bench
) -> None:
    desk = open_worklist(qtbot, bench)
    empty = desk.view.empty

    apply_theme(qapp, Theme(LIGHT, 2.0))
    settle(desk.view)

    assert not empty.picture.isVisible()
    assert empty.title_label.isVisible()


def test_an_empty_list_stands_in_the_middle_until_somebody_is_added(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_worklist(qtbot, bench)
    settle(desk.view)
    button = desk.find("worklist-first", Button)
    middle = button.mapTo(desk.view, button.rect().center()).x()
    assert abs(middle - desk.view.width() / 2) < Space.L

    desk.press("worklist-first")
    assert desk.sees("new-person-place")
    desk.press("worklist-cancel")

    assert not desk.sees("new-person-place")
    settle(desk.view)
    assert abs(button.mapTo(desk.view, button.rect().center()).x() - middle) < Space.L

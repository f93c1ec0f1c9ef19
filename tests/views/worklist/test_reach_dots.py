"""The dots of reach above the worklist: a way to their numbers, by keyboard and by hand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.packets.paper_words import unbroken
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import LIGHT, Space
from tests.services.bench import Bench
from tests.support.qt_audit import settle
from tests.views.person.desk import Desk, open_worklist
from tests.views.worklist.crowd import Crowd


@pytest.fixture
def desk(qtbot: QtBot, bench: Bench) -> Desk:
    """A worklist with as many people as are counted."""
    crowd = Crowd(bench)
    for number in range(11):
        crowd.arrives(f"Elm {number:02d}", "ED 1", 30)
    return open_worklist(qtbot, bench)


def test_the_dots_lead_to_their_numbers_by_keyboard(desk: Desk) -> None:
    dots = desk.find("worklist-reach", QWidget)
    is_reached_by_tab = bool(dots.focusPolicy() & Qt.FocusPolicy.TabFocus)
    dots.setFocus()

    desk.key(Qt.Key.Key_Space)

    assert is_reached_by_tab
    assert desk.navigator.log[-1] == "reach"


def test_the_dots_lead_to_their_numbers_by_hand(desk: Desk) -> None:
    words = desk.find("worklist-reach-words", QWidget)

    desk.bot.mouseClick(words, Qt.MouseButton.LeftButton)

    assert desk.navigator.log[-1] == "reach"


def test_the_dots_are_named_by_their_words(desk: Desk) -> None:
    dots = desk.find("worklist-reach", QWidget)

    assert unbroken(dots.accessibleName()) == desk.words("worklist-reach-words")
    assert dots.accessibleDescription() == "Opens the numbers of reach"


def test_the_words_keep_clear_of_the_bar_at_200_percent(desk: Desk, qapp: QApplication) -> None:
    apply_theme(qapp, Theme(LIGHT, 2.0))
    settle(desk.view)

    dots, top = desk.find("worklist-reach", QWidget), desk.find("worklist-top", QWidget)
    assert dots.geometry().top() >= Space.XS
    assert dots.geometry().bottom() <= top.height() - Space.XS

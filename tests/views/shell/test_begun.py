"""What is begun in a panel and not saved: no way out passes over it without a word."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.messages import sentence
from tests.services.bench import ROSA
from tests.support.window_parts import OpenedWindow, Workstation

PLACE = "ED 7"


@pytest.fixture
def begun(station: Workstation, qtbot: QtBot, qapp: QApplication) -> OpenedWindow:
    """A window in which a specialist began to add a person."""
    station.bench.new_case()
    opened = station.open_window(qtbot, qapp)
    opened.sign_in(ROSA)
    opened.until(lambda: opened.is_open("worklist-new"))
    opened.press("worklist-new")
    opened.until_idle()
    opened.line("new-person-place").setText(PLACE)
    return opened


def test_it_is_said_to_be_not_saved_yet(begun: OpenedWindow) -> None:
    label = begun.signed_in.inside.status.state_label

    before = label.text()
    begun.line("new-person-place").setText("")

    assert before == "Not saved yet"
    assert label.text() != "Not saved yet"


def test_another_page_asks_for_a_second_press(begun: OpenedWindow) -> None:
    begun.signed_in.shell.open_help()
    kept, said = begun.line("new-person-place").text(), begun.message()
    begun.signed_in.shell.open_help()

    assert kept == PLACE
    assert sentence("shell.begun-stay") in said
    assert not begun.sees("new-person-place")


def test_typing_on_after_the_warning_warns_again(begun: OpenedWindow) -> None:
    begun.signed_in.shell.open_help()
    begun.line("new-person-place").setText("ED 12")

    begun.signed_in.shell.open_help()

    assert begun.line("new-person-place").text() == "ED 12"


def test_the_cover_tells_of_it_and_gives_it_back(begun: OpenedWindow) -> None:
    begun.key(Qt.Key.Key_F12)
    begun.until_idle()
    said = begun.shown_words()
    begun.enter_pin()

    assert "Something begun is not saved." in said
    assert begun.line("new-person-place").text() == PLACE


def test_a_wish_to_lock_covers_first_and_locks_when_it_is_said_again(
    begun: OpenedWindow, station: Workstation
) -> None:
    control = Qt.KeyboardModifier.ControlModifier

    begun.key(Qt.Key.Key_L, control)
    begun.until_idle()
    covered, restarts = begun.window.is_covered, list(station.restarts)
    begun.enter_pin()
    begun.key(Qt.Key.Key_L, control)
    begun.until(lambda: station.restarts == ["restart"])

    assert (covered, restarts) == (True, [])


def test_idle_time_locks_all_the_same(begun: OpenedWindow, station: Workstation) -> None:
    begun.signed_in.idle.lock_due.emit()

    begun.until(lambda: station.restarts == ["restart"])


def test_somebody_else_signs_in_only_at_the_second_press(begun: OpenedWindow) -> None:
    begun.key(Qt.Key.Key_F12)
    begun.until_idle()

    begun.press("cover-other")
    begun.until_idle()
    is_still_covered = begun.window.is_covered
    begun.press("cover-other")
    begun.until(lambda: begun.is_open("sign-in-submit"))

    assert is_still_covered


def test_a_window_closes_only_at_the_second_wish(begun: OpenedWindow) -> None:
    begun.window.close()
    begun.until_idle()
    is_there = begun.window.isVisible()
    begun.window.close()
    begun.until(lambda: not begun.window.isVisible())

    assert is_there

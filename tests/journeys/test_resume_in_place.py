"""Somebody else signs in, or the screen locks: whoever was in a form goes on at its question."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views.shell.place import Desk
from tests.journeys.pages import InterviewPage
from tests.journeys.test_journey_2_interrupted import TO_ADD, durable, typing_something
from tests.services.bench import ROSA, TOMAS
from tests.support.journey import open_traveller
from tests.support.window_parts import Workstation

WORDS = "She can stay with her aunt"


def test_the_first_goes_on_at_the_question_after_another_person_signed_in(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    at, ref = typing_something(station, qtbot, qapp)
    at.change_to(TOMAS)
    assert at.opened.signed_in.shell.place is not None
    assert at.opened.signed_in.shell.place.desk is Desk.WORKLIST
    assert WORDS not in at.opened.kept_words()

    at.change_to(ROSA)

    at.opened.until(lambda: at.hands.sees("interview-next"))
    assert InterviewPage(at).is_at(TO_ADD)
    assert at.focus_name() == f"answer-{TO_ADD}"
    assert durable(at.work, ref) == {TO_ADD: WORDS}
    at.sign_out()
    at.sign_in(ROSA)
    assert InterviewPage(at).is_at(TO_ADD)


def test_after_a_full_lock_the_same_person_goes_on_at_the_question(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    at, ref = typing_something(station, qtbot, qapp)
    at.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    at.opened.until(lambda: bool(station.restarts))
    at.close()
    assert WORDS not in station.left_place
    later = open_traveller(station, qtbot, qapp)

    later.sign_in(ROSA)

    later.opened.until(lambda: later.hands.sees("interview-next"))
    assert InterviewPage(later).is_at(TO_ADD)
    assert durable(later.work, ref) == {TO_ADD: WORDS}


def test_after_a_full_lock_somebody_else_begins_at_their_own_desk(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    at, _ref = typing_something(station, qtbot, qapp)
    at.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    at.opened.until(lambda: bool(station.restarts))
    at.close()
    later = open_traveller(station, qtbot, qapp)

    later.sign_in(TOMAS)

    place = later.opened.signed_in.shell.place
    assert place is not None
    assert place.desk is Desk.WORKLIST

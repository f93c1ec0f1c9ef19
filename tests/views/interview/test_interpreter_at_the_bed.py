"""How it is interpreted is noted in the interview too, and kept as it is said."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.records.interpreting import FamilyReason, InterpreterMode, Interpreting
from desktop.records.room import Presence
from desktop.services.episode_records import room_of
from desktop.services.note_room import note_room
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.picker import Picker
from tests.services.bench import ROSA, Bench
from tests.support.qt_audit import audit_window
from tests.views.interview.desk import InterviewDesk, open_desk

AT = "safety-now.safe-here"
SMALL = (1000, 700)


def pick(desk: InterviewDesk, name: str, key: str) -> None:
    """Pick with the keyboard alone."""
    picker = desk.find(name)
    assert isinstance(picker, Picker)
    picker.setFocus()
    QTest.keyClick(picker, Qt.Key.Key_Home)
    while picker.picked_key() != key:
        before = picker.currentIndex()
        QTest.keyClick(picker, Qt.Key.Key_Down)
        assert picker.currentIndex() > before, key
    desk.follow()


def kept(desk: InterviewDesk) -> Interpreting | None:
    """What the store has of it."""
    desk.until_saved()
    room = room_of(desk.work, desk.ref)
    return room.value.interpreting if room is not None else None


def test_it_is_kept_with_the_room_as_it_is_said(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at=AT)
    desk.press("room-interpreter")
    desk.press("room-private-yes")

    desk.press("room-interpreter-open")
    pick(desk, "room-interpreter-mode", "phone")
    at_once = kept(desk)
    number = desk.find("room-interpreter-id")
    assert isinstance(number, LineField)
    QTest.keyClicks(number, "4411")
    QTest.keyClick(number, Qt.Key.Key_Return)

    assert at_once == Interpreting(InterpreterMode.PHONE)
    assert kept(desk) == Interpreting(InterpreterMode.PHONE, "", "4411")
    room = room_of(desk.work, desk.ref)
    assert room is not None
    assert (room.value.present, room.value.private_now) == (frozenset({Presence.INTERPRETER}), True)
    assert "4411" in desk.view.room.controls.interpreter.accessibleDescription()


def test_a_relative_is_met_with_a_calm_word_and_why_is_asked(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at=AT)
    desk.press("room-interpreter-open")

    pick(desk, "room-interpreter-mode", "family")
    note = desk.find("room-interpreter-note")
    pick(desk, "room-interpreter-why", "could-not-wait")

    assert isinstance(note, MessageBar)
    assert "A trained interpreter costs the person nothing." in note.text_label.text()
    expected = Interpreting(InterpreterMode.FAMILY, family_reason=FamilyReason.COULD_NOT_WAIT)
    assert kept(desk) == expected
    assert audit_window(desk.host) == []


def test_what_was_noted_before_stands_there_and_enter_leads_nowhere_else(
    qtbot: QtBot, bench: Bench
) -> None:
    ref = bench.new_case(ROSA)
    by_video = Interpreting(InterpreterMode.VIDEO, "Portuguese", "7")
    note_room(bench.work_as(ROSA), ref, frozenset(), None, interpreting=by_video)
    desk = open_desk(qtbot, bench, ref=ref, at=AT)
    place = desk.controller.interview.position if desk.controller.interview else None

    desk.press("room-interpreter-open")
    language = desk.find("room-interpreter-language")
    assert isinstance(language, LineField)
    shown = language.value()
    language.setFocus()
    QTest.keyClick(language, Qt.Key.Key_Return)
    desk.follow()

    assert shown == "Portuguese"
    assert desk.controller.interview is not None
    assert desk.controller.interview.position == place
    assert kept(desk) == by_video


def test_closing_it_keeps_what_is_typed_and_goes_back_to_the_question(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_desk(qtbot, bench, at=AT)
    desk.press("room-interpreter-open")
    pick(desk, "room-interpreter-mode", "in-person")
    QTest.keyClicks(desk.find("room-interpreter-language"), "Haitian Creole")

    desk.press("interview-interpreter-close")

    assert kept(desk) == Interpreting(InterpreterMode.IN_PERSON, "Haitian Creole")
    assert not desk.has("interview-interpreter")
    focus = desk.host.focusWidget()
    assert focus is not None
    assert focus.objectName().startswith(f"answer-{AT}")


def test_a_small_window_reaches_it_from_the_folded_room(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at=AT, size=SMALL)
    desk.press("interview-room-button")

    desk.view.room_button.controls.interpreter.click()
    desk.follow()

    assert desk.has("interview-interpreter")
    assert not desk.view.room_button.controls.isVisible()

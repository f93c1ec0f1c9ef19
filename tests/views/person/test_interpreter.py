"""How it is interpreted is noted with the room, calmly where a relative does it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.records.interpreting import FamilyReason, InterpreterMode, Interpreting
from desktop.records.room import RoomState
from desktop.services.episode_records import room_of
from desktop.services.note_room import note_room
from desktop.services.ports import EpisodeRef
from desktop.storage.codec import decode, encode
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.picker import Picker
from tests.services.bench import ROSA, Bench
from tests.views.interview.desk import open_desk
from tests.views.person.desk import Desk, open_person

BY_PHONE = Interpreting(InterpreterMode.PHONE, "Portuguese", "4411")


@pytest.fixture
def ref(bench: Bench) -> EpisodeRef:
    """Somebody who was reached."""
    found = bench.new_case(language="es")
    bench.reach(found)
    return found


def pick(desk: Desk, name: str, key: str) -> None:
    """Pick with the keyboard alone."""
    picker = desk.find(name, Picker)
    picker.setFocus()
    QTest.keyClick(picker, Qt.Key.Key_Home)
    while picker.picked_key() != key:
        before = picker.currentIndex()
        QTest.keyClick(picker, Qt.Key.Key_Down)
        assert picker.currentIndex() > before, key
    desk.rest()


def noted(bench: Bench, ref: EpisodeRef) -> Interpreting | None:
    """What the store has."""
    room = room_of(bench.work_as(ROSA), ref)
    assert room is not None
    return room.value.interpreting


def say_room(desk: Desk) -> None:
    """What has to be said of a room."""
    desk.press("person-room-note")
    desk.press("room-present-interpreter")
    desk.press("room-private-yes")


def test_nothing_is_picked_and_nothing_more_is_asked_at_first(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = open_person(qtbot, bench, ref)

    say_room(desk)
    rows = ("room-interpreter-language", "room-interpreter-id", "room-interpreter-why")
    seen = [name for name in rows if desk.sees(name)]
    desk.press("person-do")

    assert seen == []
    assert noted(bench, ref) is None


def test_an_interpreter_by_phone_is_kept_with_language_and_number(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = open_person(qtbot, bench, ref)
    say_room(desk)

    pick(desk, "room-interpreter-mode", "phone")
    desk.type("room-interpreter-language", "Portuguese")
    desk.type("room-interpreter-id", " 4411 ")
    desk.press("person-do")

    assert noted(bench, ref) == BY_PHONE
    assert "Interpreter: By phone · Portuguese · 4411" in desk.words("person-room-words")


def test_a_relative_is_kept_with_why_and_a_calm_word_that_holds_nothing_up(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = open_person(qtbot, bench, ref)
    say_room(desk)

    pick(desk, "room-interpreter-mode", "family")
    bar = desk.find("room-interpreter-note", MessageBar)
    words = bar.text_label.text() if bar.isVisible() else ""
    pick(desk, "room-interpreter-why", "could-not-wait")
    asks_number = desk.sees("room-interpreter-id")
    desk.press("person-do")

    assert "A trained interpreter costs the person nothing." in words
    assert not asks_number
    kept = Interpreting(InterpreterMode.FAMILY, family_reason=FamilyReason.COULD_NOT_WAIT)
    assert noted(bench, ref) == kept


def test_what_another_mode_had_is_not_kept_with_none_needed() -> None:
    said = Interpreting(InterpreterMode.NONE_NEEDED, "Spanish", "12", FamilyReason.ASKED_FOR)

    assert said.tidied() == Interpreting(InterpreterMode.NONE_NEEDED)


def test_a_note_is_no_longer_than_the_longest() -> None:
    said = Interpreting(InterpreterMode.VIDEO, "a" * 61, "1" * 60).tidied()

    assert (len(said.language), len(said.interpreter_id)) == (60, 60)


def test_a_change_of_the_room_in_the_interview_keeps_the_interpreter(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    note_room(bench.work_as(ROSA), ref, frozenset(), True, interpreting=BY_PHONE)
    desk = open_desk(qtbot, bench, ref=ref)

    desk.press("room-private-no")
    desk.until_saved()

    room = room_of(desk.work, ref)
    assert room is not None
    assert (room.value.private_now, room.value.interpreting) == (False, BY_PHONE)


def test_a_room_kept_before_this_was_noted_is_still_read(bench: Bench, ref: EpisodeRef) -> None:
    room = note_room(bench.work_as(ROSA), ref, frozenset(), True)
    text = encode(room)
    older = text.replace(b',"interpreting":null', b"")

    assert older != text
    assert decode(older, RoomState) == room

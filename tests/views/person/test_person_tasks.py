"""The small tasks of the person page: room and capacity, closing, name and contacts."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.records.attempt import AttemptOutcome
from desktop.records.audit_event import AuditAction
from desktop.records.episode import CloseReason
from desktop.records.form_record import FormKind
from desktop.records.person import ContactKind, ContactPath, PersonIdentity
from desktop.records.room import CapacityResult, Presence
from desktop.services.episode_records import attempts_of, capacity_of, episode_of, room_of
from desktop.services.identity import read_identity, save_identity
from desktop.services.ports import EpisodeRef
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from tests.services.bench import ROSA, Bench
from tests.support.qt_audit import audit_window
from tests.views.person.desk import Desk, open_person
from tests.views.worklist.crowd import Crowd

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ref(bench: Bench) -> EpisodeRef:
    """Somebody who was reached; nothing is noted of the room."""
    crowd = Crowd(bench)
    crowd.arrives("Maple 12", "ED 7", 305)
    crowd.tried("Maple 12", AttemptOutcome.ENGAGED, 30)
    return crowd.refs["Maple 12"]


def known(bench: Bench, ref: EpisodeRef) -> PersonIdentity:
    """An invented identity with two ways to reach."""
    identity = PersonIdentity(
        ref.person_id,
        "Oscar Invented",
        date(2006, 1, 2),
        "MRN-555-01",
        (
            ContactPath(ContactKind.OWN_PHONE, "555-0177", safe_to_call=True, best_times="late"),
            ContactPath(ContactKind.EMAIL, "oscar@invented.example"),
        ),
    )
    return save_identity(bench.work_as(ROSA), ref, identity)


def all_words(desk: Desk) -> str:
    """Everything that is shown."""
    return "\n".join(label.text() for label in desk.view.findChildren(QLabel) if label.isVisible())


def test_the_first_interview_begins_with_the_room(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = open_person(qtbot, bench, ref)
    desk.press("person-go")
    assert desk.focus() == "room-present-nobody"

    desk.key(Qt.Key.Key_Space)
    desk.press("room-private-yes")
    desk.press("room-capacity-present")
    desk.key(Qt.Key.Key_Return, CTRL)

    work = bench.work_as(ROSA)
    room, capacity = room_of(work, ref), capacity_of(work, ref)
    assert room is not None
    assert (room.value.present, room.value.private_now) == (frozenset(), True)
    assert capacity is not None
    assert capacity.value.result is CapacityResult.PRESENT
    assert desk.navigator.opened == [("form", ref, FormKind.ASSESSMENT, None)]


def test_nothing_of_the_room_is_answered_by_itself(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = open_person(qtbot, bench, ref)
    desk.press("person-go")

    desk.press("person-do")

    assert desk.errors() == ["Answer this one."] * 3
    assert desk.navigator.opened == []
    assert room_of(bench.work_as(ROSA), ref) is None


def test_no_one_else_and_somebody_exclude_each_other(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = open_person(qtbot, bench, ref)
    desk.press("person-room-note")

    for name in ("room-present-nobody", "room-present-family", "room-present-police"):
        desk.press(name)
    desk.press("room-private-no")
    desk.press("person-do")

    room = room_of(bench.work_as(ROSA), ref)
    assert room is not None
    assert room.value.present == {Presence.FAMILY, Presence.POLICE}
    assert desk.words("person-banner-private") == "Not private"
    assert "Here: Family, Police" in desk.words("person-room-words")


def test_a_roommate_is_noted_on_the_page_of_the_person(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = open_person(qtbot, bench, ref)
    desk.press("person-room-note")

    desk.press("room-present-roommate")
    desk.press("room-private-no")
    desk.press("person-do")

    assert "Here: Roommate" in desk.words("person-room-words")


def test_a_no_to_deciding_asks_when_to_check_again(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = open_person(qtbot, bench, ref)
    desk.press("person-room-note")
    assert not desk.sees("room-recheck")

    desk.press("room-capacity-absent")
    desk.type("room-recheck", "00:01")
    desk.press("person-do")
    assert "time to check again has passed" in desk.errors()[0]
    desk.type("room-recheck", "23:59")
    desk.press("person-do")

    capacity = capacity_of(bench.work_as(ROSA), ref)
    assert capacity is not None
    assert capacity.value.recheck_due is not None
    assert capacity.value.recheck_due > bench.clock.now()
    assert "Check again 23:59" in desk.words("person-room-words")
    assert room_of(bench.work_as(ROSA), ref) is None


def test_an_attempt_moves_the_page_on(qtbot: QtBot, bench: Bench) -> None:
    ref = Crowd(bench).arrives("Fern 21", "ED 8", 30)
    desk = open_person(qtbot, bench, ref)
    desk.press("person-go")
    for name in ("mode-bedside", "group-spoke", "outcome-engaged", "soon-day"):
        desk.press(f"person-attempt-{name}")

    desk.press("person-do")

    attempt = attempts_of(bench.work_as(ROSA), ref)[0]
    assert attempt.reached
    assert attempt.next_due == bench.clock.now() + timedelta(days=1)
    assert desk.words("person-next-title") == "Start the bedside core"
    assert desk.focus() == "person-steps-assessment"


def test_closing_names_the_case_and_asks_why(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    desk = open_person(qtbot, bench, ref)
    desk.press("person-close")
    assert desk.words("person-do") == "Close the case of Maple 12"

    desk.press("person-do")
    assert desk.errors() == ["Choose one."]
    desk.press("close-case-group-stopped")
    desk.press("close-case-reason-declined")
    desk.key(Qt.Key.Key_Return, CTRL)
    assert not episode_of(bench.work_as(ROSA), ref).value.is_closed
    desk.press("person-do")

    assert episode_of(bench.work_as(ROSA), ref).value.close_reason is CloseReason.DECLINED
    assert desk.navigator.opened == [("worklist",)]


def test_name_and_contacts_are_shown_only_when_asked_and_each_look_is_logged(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    known(bench, ref)
    desk = open_person(qtbot, bench, ref)
    assert "Oscar" not in all_words(desk)
    assert AuditAction.IDENTITY_READ not in bench.actions()

    desk.press("person-identity-show")
    assert "Oscar Invented" in all_words(desk)
    assert "Own phone. Safe to call. Best times: late" in all_words(desk)
    assert bench.actions().count(AuditAction.IDENTITY_READ) == 1
    desk.press("person-identity-hide")

    assert "Oscar" not in all_words(desk)
    assert desk.focus() == "person-identity-show"


def test_a_covered_screen_hides_the_name_again(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    known(bench, ref)
    desk = open_person(qtbot, bench, ref)
    desk.press("person-identity-show")

    desk.controller.flush()

    assert "Oscar" not in all_words(desk)


def test_ways_to_reach_are_edited_and_others_stay(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    known(bench, ref)
    desk = open_person(qtbot, bench, ref)
    desk.press("person-identity-show")
    desk.press("person-identity-edit")
    assert desk.focus() == "identity-name"

    desk.type("identity-born", "2006-01-03")
    desk.press("identity-own-edit")
    desk.press("identity-own-safe-text")
    desk.press("identity-add")
    desk.press("identity-add-kind-trusted-person")
    desk.type("identity-trusted-owner", "Aunt Fern")
    desk.press("person-do")
    assert desk.errors() == ["Type the number."]
    desk.type("identity-trusted-number", "555-0136")
    desk.press("person-do")

    kept = read_identity(bench.work_as(ROSA), ref)
    assert kept.legal_name == "Oscar Invented"
    assert kept.birth_date == date(2006, 1, 3)
    own, email, trusted = kept.contacts
    assert (own.safe_to_call, own.safe_to_text, own.safe_to_leave_message) == (True, True, False)
    assert (trusted.owner, trusted.value, trusted.safe_to_call) == ("Aunt Fern", "555-0136", False)
    assert email.value == "oscar@invented.example"
    assert "Aunt Fern, 555-0136" in all_words(desk)


def test_a_birth_date_that_is_none_is_refused_below_it(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = open_person(qtbot, bench, ref)
    desk.press("person-identity-show")
    desk.press("person-identity-edit")
    desk.type("identity-born", "2006-02-31")

    desk.press("person-do")

    assert "Type a date" in desk.errors()[0]
    assert AuditAction.IDENTITY_SAVED not in bench.actions()


@pytest.mark.parametrize("path", [["person-go"], ["person-close"], ["person-log"]])
def test_the_tasks_are_fit_for_keyboard_eyes_and_reader(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef, qapp: QApplication, path: list[str]
) -> None:
    problems: list[str] = []
    desks: list[Desk] = []

    for tokens, scale in ((LIGHT, 1.0), (DARK, 2.0)):
        apply_theme(qapp, Theme(tokens, scale))
        desk = open_person(qtbot, bench, ref, size=(1366, 3000))
        for name in path:
            desk.press(name)
        desk.press("person-do")
        problems += [f"{scale}: {one}" for one in audit_window(desk.view)]
        desks.append(desk)

    assert problems == []


def test_name_and_contacts_are_fit_for_keyboard_eyes_and_reader(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef, qapp: QApplication
) -> None:
    known(bench, ref)
    problems: list[str] = []
    desks: list[Desk] = []

    for tokens, scale in ((LIGHT, 1.0), (DARK, 2.0)):
        apply_theme(qapp, Theme(tokens, scale))
        desk = open_person(qtbot, bench, ref, size=(1366, 4000))
        desk.press("person-identity-show")
        problems += [f"{scale} shown: {one}" for one in audit_window(desk.view)]
        desk.press("person-identity-edit")
        desk.press("identity-own-edit")
        desk.press("identity-add")
        problems += [f"{scale} edited: {one}" for one in audit_window(desk.view)]
        desks.append(desk)

    assert problems == []

"""Cases of other people on the worklist: a name, a reason, then the person page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from tests.services.bench import ROSA, TOMAS, Bench
from tests.support.qt_audit import audit_window, settle
from tests.support.store_fixture import password_of
from tests.views.person.desk import Desk, open_worklist


@pytest.fixture
def ref(sealed: Bench) -> EpisodeRef:
    """A case that Rosa works on."""
    found = sealed.new_case(ROSA)
    sealed.reach(found, ROSA)
    return found


def row_of(ref: EpisodeRef) -> str:
    return f"worklist-outside-{ref.episode_id}"


def test_another_persons_case_opens_with_a_reason_and_the_password(
    qtbot: QtBot, sealed: Bench, ref: EpisodeRef
) -> None:
    desk = open_worklist(qtbot, sealed, who=TOMAS)
    desk.press(row_of(ref))
    assert desk.navigator.opened == []

    desk.key(Qt.Key.Key_Space)
    desk.type("worklist-ask-note", "night shift")
    desk.type("worklist-ask-password", password_of(TOMAS))
    desk.key(Qt.Key.Key_Return)

    assert desk.navigator.opened == [("person", ref)]
    assert read_person(sealed.work_as(TOMAS), ref).card.ref == ref


def test_what_is_open_already_opens_at_once(qtbot: QtBot, sealed: Bench, ref: EpisodeRef) -> None:
    first = open_worklist(qtbot, sealed, who=TOMAS)
    first.press(row_of(ref))
    first.press("worklist-ask-reason-covering")
    first.type("worklist-ask-password", password_of(TOMAS))
    first.press("worklist-do")

    again = open_worklist(qtbot, sealed, who=TOMAS)
    again.press(row_of(ref))

    assert again.navigator.opened == [("person", ref)]


def test_a_note_that_is_too_long_opens_nothing(
    qtbot: QtBot, sealed: Bench, ref: EpisodeRef
) -> None:
    desk = open_worklist(qtbot, sealed, who=TOMAS)
    desk.press(row_of(ref))
    desk.press("worklist-ask-reason-emergency")
    desk.type("worklist-ask-note", "x" * 201)
    desk.type("worklist-ask-password", password_of(TOMAS))

    desk.press("worklist-do")

    assert desk.focus() == "worklist-ask-note"
    assert desk.navigator.opened == []


def test_ones_own_cases_are_not_on_that_list(qtbot: QtBot, sealed: Bench, ref: EpisodeRef) -> None:
    desk = open_worklist(qtbot, sealed, who=ROSA)

    assert not desk.sees("worklist-outside")


def test_the_list_and_the_question_are_fit_for_keyboard_eyes_and_reader(
    qtbot: QtBot, sealed: Bench, ref: EpisodeRef, qapp: QApplication
) -> None:
    problems: list[str] = []
    desks: list[Desk] = []

    for tokens, scale in ((LIGHT, 1.0), (DARK, 2.0)):
        apply_theme(qapp, Theme(tokens, scale))
        desk = open_worklist(qtbot, sealed, who=TOMAS, size=(1366, 3000))
        problems += [f"{scale}: {one}" for one in audit_window(desk.view)]
        desk.press(row_of(ref))
        settle(desk.view)
        problems += [f"{scale} task: {one}" for one in audit_window(desk.view)]
        desk.view.hide()
        desks.append(desk)

    assert problems == []

"""Adding a person and logging an attempt from the worklist, by keyboard and against refusals."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.records.attempt import AttemptMode, AttemptOutcome
from desktop.records.episode import CaseSource
from desktop.records.pathway import Pathway
from desktop.services.episode_records import attempts_of, episode_of
from desktop.services.ports import EpisodeRef
from desktop.services.read_worklist import read_worklist
from desktop.views.person.attempt_panel import OUTCOMES
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from desktop.views.widgets.picker import Picker
from tests.services.bench import ROSA, Bench
from tests.support.qt_audit import audit_window
from tests.views.person.desk import Desk, open_worklist
from tests.views.worklist.crowd import Crowd

CTRL = Qt.KeyboardModifier.ControlModifier


def fill_person(desk: Desk) -> None:
    """Everything that a new person needs."""
    desk.type("new-person-place", "ED 7")
    picker = desk.find("new-person-source", Picker)
    picker.show_picked(CaseSource.NURSE_CONSULT.value)
    desk.find("new-person-pathway", Picker).show_picked(Pathway.COMMUNITY.value)
    desk.press("new-person-language-es")
    desk.type("new-person-age", "19")


def opened_ref(desk: Desk) -> EpisodeRef:
    """Whose page was opened last."""
    screen, ref = desk.navigator.opened[-1]
    assert screen == "person"
    assert isinstance(ref, EpisodeRef)
    return ref


def test_a_person_is_added_by_keyboard_under_an_alias(qtbot: QtBot, bench: Bench) -> None:
    desk = open_worklist(qtbot, bench)
    desk.key(Qt.Key.Key_N, CTRL)
    alias = desk.find("new-person-alias", QLineEdit).text()
    fill_person(desk)

    desk.key(Qt.Key.Key_Return)

    episode = episode_of(bench.work_as(ROSA), opened_ref(desk)).value
    assert (episode.alias, episode.place, episode.age_years) == (alias, "ED 7", 19)
    assert (episode.source, episode.language) == (CaseSource.NURSE_CONSULT, "es")
    assert episode.arrived_at == bench.clock.now()
    assert desk.navigator.saves


def test_another_alias_is_offered_and_can_be_typed(qtbot: QtBot, bench: Bench) -> None:
    desk = open_worklist(qtbot, bench)
    desk.press("worklist-first")
    desk.press("new-person-another")
    desk.type("new-person-alias", "Maple 12")
    fill_person(desk)

    desk.press("worklist-do")

    assert episode_of(bench.work_as(ROSA), opened_ref(desk)).value.alias == "Maple 12"


def test_what_is_missing_is_said_below_each_field(qtbot: QtBot, bench: Bench) -> None:
    desk = open_worklist(qtbot, bench)
    desk.press("worklist-first")

    desk.press("worklist-do")

    assert desk.errors() == ["Type the room or the bed.", *["Choose one."] * 3]
    assert desk.focus() == "new-person-place"
    assert not desk.navigator.opened


def test_a_taken_alias_is_refused_below_the_alias(qtbot: QtBot, bench: Bench) -> None:
    Crowd(bench).arrives("Maple 12", "ED 1", 30)
    desk = open_worklist(qtbot, bench)
    desk.press("worklist-new")
    desk.type("new-person-alias", "maple 12")
    fill_person(desk)

    desk.press("worklist-do")

    assert "Another open case has this alias." in desk.errors()[0]
    assert desk.focus() == "new-person-alias"
    assert not desk.navigator.errors


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("new-person-arrived", "23:59", "has not come yet"),
        ("new-person-arrived", "", "Add the time"),
        ("new-person-arrived", "half past", "Type a time"),
        ("new-person-told", "23:59", "has not come yet"),
        ("new-person-told", "half past", "Type a time"),
        ("new-person-age", "121", "Type 120 or less"),
    ],
)
def test_what_cannot_be_is_refused_below_its_field(
    qtbot: QtBot, bench: Bench, field: str, typed: str, words: str
) -> None:
    desk = open_worklist(qtbot, bench)
    desk.press("worklist-first")
    fill_person(desk)
    desk.type(field, typed or " ")

    desk.press("worklist-do")

    assert words in desk.errors()[0]
    assert read_worklist(bench.work_as(ROSA)).eligible == ()


def test_escape_leaves_the_panel_and_keeps_nothing(qtbot: QtBot, bench: Bench) -> None:
    ref = Crowd(bench).arrives("Maple 12", "ED 1", 30)
    desk = open_worklist(qtbot, bench)
    desk.press("worklist-new")
    desk.type("new-person-place", "ED 7")

    desk.key(Qt.Key.Key_Escape)

    assert not desk.sees("new-person")
    assert desk.sees("worklist-open")
    assert desk.focus() == f"worklist-eligible-{ref.episode_id}"
    desk.press("worklist-new")
    assert desk.find("new-person-place", QLineEdit).text() == ""


def test_an_attempt_is_logged_with_its_next_time(qtbot: QtBot, bench: Bench) -> None:
    ref = Crowd(bench).arrives("Maple 12", "ED 1", 30)
    desk = open_worklist(qtbot, bench)
    desk.press("worklist-log")
    assert desk.focus() == "worklist-attempt-mode-bedside"

    desk.key(Qt.Key.Key_Space)
    desk.press("worklist-attempt-group-not-now")
    desk.press("worklist-attempt-outcome-asleep-or-sedated")
    desk.press("worklist-attempt-soon-hour")
    desk.key(Qt.Key.Key_Return, CTRL)

    attempt = attempts_of(bench.work_as(ROSA), ref)[0]
    assert (attempt.mode, attempt.outcome) == (
        AttemptMode.BEDSIDE,
        AttemptOutcome.ASLEEP_OR_SEDATED,
    )
    assert attempt.tried_at == bench.clock.now()
    assert attempt.next_due == bench.clock.now() + timedelta(hours=1)
    assert not desk.sees("worklist-attempt")
    assert desk.focus() == f"worklist-eligible-{ref.episode_id}"


def test_an_attempt_without_an_outcome_is_not_logged(qtbot: QtBot, bench: Bench) -> None:
    ref = Crowd(bench).arrives("Maple 12", "ED 1", 30)
    desk = open_worklist(qtbot, bench)
    desk.press("worklist-log")

    desk.press("worklist-do")
    assert desk.errors() == ["Choose one.", "Choose one."]
    desk.press("worklist-attempt-mode-phone")
    desk.press("worklist-attempt-group-gone")
    desk.press("worklist-do")

    assert desk.errors() == ["Choose one."]
    assert desk.focus() == "worklist-attempt-outcome-discharged-before-contact"
    assert attempts_of(bench.work_as(ROSA), ref) == ()


def test_a_next_attempt_before_this_one_is_refused_below_it(qtbot: QtBot, bench: Bench) -> None:
    Crowd(bench).arrives("Maple 12", "ED 1", 30)
    desk = open_worklist(qtbot, bench)
    desk.press("worklist-log")
    desk.press("worklist-attempt-mode-phone")
    desk.press("worklist-attempt-group-spoke")
    desk.press("worklist-attempt-outcome-asked-to-come-back")
    desk.type("worklist-attempt-next", "00:01")

    desk.press("worklist-do")

    assert "must come after this one" in desk.errors()[0]


def test_a_typed_next_time_replaces_the_quick_choice(qtbot: QtBot, bench: Bench) -> None:
    Crowd(bench).arrives("Maple 12", "ED 1", 30)
    desk = open_worklist(qtbot, bench)
    desk.press("worklist-log")
    desk.press("worklist-attempt-soon-hour")

    desk.type("worklist-attempt-next", "23:59")

    assert not desk.find("worklist-attempt-soon-hour", QAbstractButton).isChecked()


def test_every_outcome_can_be_chosen_once() -> None:
    offered = [outcome for group in OUTCOMES.values() for outcome in group]

    assert sorted(offered) == sorted(AttemptOutcome)


@pytest.mark.parametrize("button", ["worklist-new", "worklist-log"])
def test_the_panels_are_fit_for_keyboard_eyes_and_reader(
    qtbot: QtBot, bench: Bench, button: str
) -> None:
    Crowd(bench).arrives("Maple 12", "ED 1", 30)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    problems: list[str] = []
    desks: list[Desk] = []

    for tokens, scale in ((LIGHT, 1.0), (DARK, 2.0)):
        apply_theme(app, Theme(tokens, scale))
        desk = open_worklist(qtbot, bench, size=(1366, 3000))
        desk.press(button)
        if button == "worklist-log":
            desk.press("worklist-attempt-group-not-now")
        desk.press("worklist-do")
        problems += [f"{scale}: {one}" for one in audit_window(desk.view)]
        desks.append(desk)

    assert problems == []

"""The two facts about the event on the person page: picked by keyboard, taken back, never asked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from desktop.messages import LANGUAGES
from desktop.records.episode import CloseReason
from desktop.records.event_facts import NOTHING_SAID, EventFacts, EventSetting, PoliceReport
from desktop.services.close_case import close_case
from desktop.services.episode_records import episode_of
from desktop.services.note_event import note_event
from desktop.services.ports import EpisodeRef
from desktop.views.person.event_panel import EventPanel
from tests.services.bench import ROSA, Bench
from tests.support.qt_audit import audit_window
from tests.views.person.desk import open_person
from tests.views.person.test_interpreter import pick

SAID = {
    "en": "Where: A home\nHospital's report to the police: Not known",
    "es": "Lugar: Una casa\nInforme del hospital a la policía: No se sabe",
}


@pytest.fixture
def ref(bench: Bench) -> EpisodeRef:
    """Somebody who just arrived."""
    return bench.new_case()


def kept(bench: Bench, ref: EpisodeRef) -> EventFacts:
    """What the store has."""
    return episode_of(bench.work_as(ROSA), ref).value.event


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_are_picked_and_shown(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef, language: str
) -> None:
    desk = open_person(qtbot, bench, ref, language=language)
    desk.press("person-event-note")
    assert desk.focus() == "event-setting"
    pick(desk, "event-setting", "home")
    pick(desk, "police-report", "not-known")
    assert audit_window(desk.view) == []

    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert kept(bench, ref) == EventFacts(EventSetting.HOME, PoliceReport.NOT_KNOWN)
    assert desk.words("person-event-words") == SAID[language]
    assert not desk.sees("event-setting")


def test_nothing_is_picked_at_first_and_nothing_must_be(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = open_person(qtbot, bench, ref)
    assert desk.words("person-event-words") == "Nothing noted."
    desk.press("person-event-note")

    desk.press("person-do")

    assert kept(bench, ref) == NOTHING_SAID


def test_what_was_picked_is_taken_back(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    note_event(bench.work_as(ROSA), ref, EventFacts(EventSetting.WORK, PoliceReport.YES))
    desk = open_person(qtbot, bench, ref)
    desk.press("person-event-note")

    pick(desk, "police-report", "not-said")
    desk.press("person-do")

    assert kept(bench, ref) == EventFacts(EventSetting.WORK, None)


def test_escape_leaves_all_as_it_was(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    desk = open_person(qtbot, bench, ref)
    desk.press("person-event-note")

    desk.key(Qt.Key.Key_Escape)

    assert not desk.sees("event-setting")
    assert kept(bench, ref) == NOTHING_SAID


def test_there_is_nothing_to_type_into(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    desk = open_person(qtbot, bench, ref)
    desk.press("person-event-note")

    panel = desk.find("event", EventPanel)

    assert panel.findChildren(QLineEdit) == []
    assert panel.findChildren(QTextEdit) + panel.findChildren(QPlainTextEdit) == []


def test_a_closed_case_shows_what_was_noted_and_takes_no_more(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    note_event(bench.work_as(ROSA), ref, EventFacts(EventSetting.PUBLIC))
    close_case(bench.work_as(ROSA), ref, CloseReason.DUPLICATE)

    desk = open_person(qtbot, bench, ref)

    assert desk.words("person-event-words") == "Where: A public place"
    assert not desk.sees("person-event-note")

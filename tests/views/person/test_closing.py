"""Closing a case: why, and for somebody who was never reached what stood in the way."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.records.attempt import AttemptOutcome
from desktop.records.episode import CloseReason
from desktop.records.missed import MissedWhy
from desktop.records.pathway import Pathway
from desktop.services.episode_records import episode_of
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.option_row import OptionRow
from tests.services.bench import ROSA, Bench
from tests.support.qt_audit import audit_window
from tests.views.person.desk import open_person
from tests.views.worklist.crowd import Crowd


def test_never_reached_asks_what_stood_in_the_way_by_keys(qtbot: QtBot, bench: Bench) -> None:
    ref = Crowd(bench).arrives("Maple 12", "ED 7", 305)
    desk = open_person(qtbot, bench, ref)
    desk.press("person-close")
    assert not desk.sees("close-case-missed")

    desk.key(Qt.Key.Key_Space)
    assert desk.sees("close-case-missed")
    desk.press("person-do")
    assert desk.errors() == ["Choose a reason."]
    assert desk.focus() == "close-case-missed-home-before-told"
    desk.key(Qt.Key.Key_Down)
    assert audit_window(desk.view) == []
    desk.press("person-do")

    kept = episode_of(bench.work_as(ROSA), ref).value
    assert (kept.close_reason, kept.missed_why) == (
        CloseReason.NEVER_REACHED,
        MissedWhy.NOBODY_ON_DUTY,
    )
    assert desk.navigator.opened == [("worklist",)]


def test_another_reason_takes_the_question_away(qtbot: QtBot, bench: Bench) -> None:
    ref = Crowd(bench).arrives("Maple 12", "ED 7", 305)
    desk = open_person(qtbot, bench, ref)
    desk.press("person-close")
    desk.press("close-case-reason-never-reached")
    desk.press("close-case-missed-too-ill")

    desk.press("close-case-reason-transferred")
    assert not desk.sees("close-case-missed")
    desk.press("person-do")

    kept = episode_of(bench.work_as(ROSA), ref).value
    assert (kept.close_reason, kept.missed_why) == (CloseReason.TRANSFERRED, None)


def test_who_was_spoken_with_is_not_offered_as_never_reached(qtbot: QtBot, bench: Bench) -> None:
    crowd = Crowd(bench)
    ref = crowd.arrives("Maple 12", "ED 7", 305)
    crowd.tried("Maple 12", AttemptOutcome.DECLINED_NOW, 30)
    desk = open_person(qtbot, bench, ref)

    desk.press("person-close")

    never = desk.find("close-case-reason-never-reached", OptionRow)
    assert not never.isEnabled()
    assert never.accessibleDescription() == "somebody talked with this person"
    assert desk.focus() == "close-case-reason-declined"


def test_another_program_is_asked_for_and_named(qtbot: QtBot, bench: Bench) -> None:
    ref = Crowd(bench).arrives("Maple 12", "ED 7", 305)
    desk = open_person(qtbot, bench, ref)
    desk.press("person-close")
    desk.press("close-case-reason-other-pathway")
    desk.press("person-do")
    assert desk.errors() == ["Choose a reason."]

    desk.press("close-case-pathway-self-harm")
    assert "mental health team" in desk.find("close-case-route", MessageBar).accessibleName()
    desk.press("person-do")

    kept = episode_of(bench.work_as(ROSA), ref).value
    assert (kept.close_reason, kept.pathway) == (CloseReason.OTHER_PATHWAY, Pathway.SELF_HARM)

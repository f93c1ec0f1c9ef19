"""Closing a case: why, and for somebody who was never reached what stood in the way."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.messages import LANGUAGES, sentence
from desktop.records.attempt import AttemptOutcome
from desktop.records.close_group import CLOSE_GROUPS, CloseGroup
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

    desk.press("close-case-group-goes-on")
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
    assert desk.focus() == "close-case-group-done"
    desk.press("close-case-group-not-begun")

    never = desk.find("close-case-reason-never-reached", OptionRow)
    assert not never.isEnabled()
    assert never.accessibleDescription() == "somebody talked with this person"


def test_another_program_is_asked_for_and_named(qtbot: QtBot, bench: Bench) -> None:
    ref = Crowd(bench).arrives("Maple 12", "ED 7", 305)
    desk = open_person(qtbot, bench, ref)
    desk.press("person-close")
    desk.press("close-case-group-goes-on")
    desk.press("close-case-reason-other-pathway")
    desk.press("person-do")
    assert desk.errors() == ["Choose a reason."]

    desk.press("close-case-pathway-self-harm")
    assert "mental health team" in desk.find("close-case-route", MessageBar).accessibleName()
    desk.press("person-do")

    kept = episode_of(bench.work_as(ROSA), ref).value
    assert (kept.close_reason, kept.pathway) == (CloseReason.OTHER_PATHWAY, Pathway.SELF_HARM)


def test_lost_contact_says_how_often_it_was_tried_and_needs_an_earlier_contact(
    qtbot: QtBot, bench: Bench
) -> None:
    crowd = Crowd(bench)
    ref = crowd.arrives("Maple 12", "ED 7", 305)
    crowd.tried("Maple 12", AttemptOutcome.ENGAGED, 60)
    for minutes in (50, 40, 30):
        crowd.tried("Maple 12", AttemptOutcome.NO_ANSWER, minutes)
    desk = open_person(qtbot, bench, ref)
    desk.press("person-close")
    desk.press("close-case-group-stopped")
    desk.press("close-case-reason-lost")
    lost = desk.find("close-case-reason-lost", OptionRow)
    said = "We talked before. Tries since then: 3; usual here: 5."
    assert lost.accessibleDescription() == said
    assert audit_window(desk.view) == []
    desk.press("person-do")

    assert episode_of(bench.work_as(ROSA), ref).value.close_reason is CloseReason.LOST


def test_who_was_never_reached_is_not_offered_as_lost(qtbot: QtBot, bench: Bench) -> None:
    ref = Crowd(bench).arrives("Maple 12", "ED 7", 305)
    desk = open_person(qtbot, bench, ref)
    desk.press("person-close")

    desk.press("close-case-group-stopped")

    lost = desk.find("close-case-reason-lost", OptionRow)
    assert not lost.isEnabled()
    assert lost.accessibleDescription() == "nobody talked with this person yet"


def test_what_is_missing_is_asked_for_where_it_is(qtbot: QtBot, bench: Bench) -> None:
    crowd = Crowd(bench)
    ref = crowd.arrives("Maple 12", "ED 7", 305)
    crowd.tried("Maple 12", AttemptOutcome.ENGAGED, 30)
    desk = open_person(qtbot, bench, ref)
    desk.press("person-close")

    desk.press("person-do")
    assert desk.errors() == ["Choose one."]
    assert desk.focus() == "close-case-group-done"
    desk.press("close-case-group-done")
    desk.press("person-do")

    assert desk.errors() == ["Choose a reason."]
    assert desk.focus() == "close-case-reason-completed"


@pytest.mark.parametrize(
    ("group", "reason"), [(g, r) for g, reasons in CLOSE_GROUPS.items() for r in reasons]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_end_can_be_chosen_and_says_what_it_means(
    qtbot: QtBot, bench: Bench, group: CloseGroup, reason: CloseReason, language: str
) -> None:
    crowd = Crowd(bench)
    ref = crowd.arrives("Maple 12", "ED 7", 305)
    if reason is not CloseReason.NEVER_REACHED:
        crowd.tried("Maple 12", AttemptOutcome.ENGAGED, 30)
    desk = open_person(qtbot, bench, ref, language=language)
    desk.press("person-close")
    desk.press(f"close-case-group-{group.value}")

    desk.press(f"close-case-reason-{reason.value}")
    meaning = sentence(f"close-meaning.{reason.value}", language)
    if reason is CloseReason.LOST:
        meaning = sentence("close-lost.tries", language, count=0, limit=5)
    row = desk.find(f"close-case-reason-{reason.value}", OptionRow)
    assert row.accessibleDescription() == meaning
    for name in ("close-case-missed-no-answer", "close-case-pathway-partner-violence"):
        if desk.sees(name):
            desk.press(name)
    desk.press("person-do")

    assert episode_of(bench.work_as(ROSA), ref).value.close_reason is reason


def test_who_died_finds_that_end_in_the_open_list(qtbot: QtBot, bench: Bench) -> None:
    crowd = Crowd(bench)
    ref = crowd.arrives("Maple 12", "ED 7", 305)
    crowd.tried("Maple 12", AttemptOutcome.DIED, 30)
    desk = open_person(qtbot, bench, ref)

    desk.press("person-close")

    assert desk.sees("close-case-reason-died")

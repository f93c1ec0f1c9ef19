"""A debrief: asked for in two presses, on the worklist or beside a case; noted on the desk."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.records.debrief import DebriefState, HardEvent
from desktop.services.debriefs import ask_debrief, note_not_wanted, read_debriefs
from desktop.services.local_day import local_day
from tests.services.bench import NADIA, ROSA, TOMAS, Bench
from tests.support.qt_audit import audit_window
from tests.views.person.desk import open_person, open_worklist
from tests.views.review.desk import ReviewDeskAtWork, open_review


def states(bench: Bench) -> list[tuple[HardEvent, DebriefState]]:
    return [(row.event, row.state) for row in read_debriefs(bench.work_as(NADIA))]


def choose(desk: ReviewDeskAtWork) -> None:
    """Go to the first of those who want one."""
    desk.view.queue.debriefs.rows.go_first()
    desk.until_idle()


def press(desk: ReviewDeskAtWork, name: str) -> None:
    button = desk.view.findChild(QAbstractButton, name)
    assert button is not None
    assert button.isVisible()
    button.click()
    desk.until_idle()


def test_on_the_worklist_two_presses_ask_for_it(qtbot: QtBot, bench: Bench) -> None:
    bench.new_case()
    desk = open_worklist(qtbot, bench)

    desk.press("debrief-ask")
    desk.press("debrief-event-threat")

    assert states(bench) == [(HardEvent.THREAT, DebriefState.ASKED)]
    assert not desk.sees("debrief")
    assert desk.words("debrief-card-words").startswith("A threat to staff: asked for")
    assert [message.text for message in desk.navigator.messages] == [
        "Asked for. A supervisor sees it on the review desk."
    ]


def test_beside_a_case_it_names_the_case_and_the_keyboard_is_enough(
    qtbot: QtBot, bench: Bench
) -> None:
    ref = bench.new_case()
    desk = open_person(qtbot, bench, ref)

    desk.find("debrief-ask", QAbstractButton).setFocus()
    desk.key(Qt.Key.Key_Space)
    first = desk.focus()
    desk.key(Qt.Key.Key_Tab)
    desk.key(Qt.Key.Key_Space)

    (row,) = read_debriefs(bench.work_as(NADIA))
    assert first == "debrief-event-client-died"
    assert row.event is HardEvent.THREAT
    assert row.alias


def test_who_asked_says_that_it_is_no_longer_wanted(qtbot: QtBot, bench: Bench) -> None:
    bench.new_case()
    ask_debrief(bench.work_as(ROSA), HardEvent.OTHER)
    desk = open_worklist(qtbot, bench)
    could = desk.sees("debrief-drop")

    desk.press("debrief-drop")

    assert could
    assert states(bench) == [(HardEvent.OTHER, DebriefState.NOT_WANTED)]
    assert not desk.sees("debrief-drop")


def test_the_same_twice_is_a_sentence_and_nothing_is_added(qtbot: QtBot, bench: Bench) -> None:
    bench.new_case()
    ask_debrief(bench.work_as(ROSA), HardEvent.OTHER)
    desk = open_worklist(qtbot, bench)

    desk.press("debrief-ask")
    desk.press("debrief-event-other")

    (error,) = desk.navigator.errors
    assert getattr(error, "message_id", "") == "debrief.open-already"
    assert len(states(bench)) == 1
    assert desk.sees("debrief")


def test_not_now_and_escape_ask_for_nothing(qtbot: QtBot, bench: Bench) -> None:
    bench.new_case()
    desk = open_worklist(qtbot, bench)

    desk.press("debrief-ask")
    desk.press("worklist-do")
    desk.press("debrief-ask")
    desk.key(Qt.Key.Key_Escape)

    assert states(bench) == []
    assert not desk.sees("debrief")


@pytest.mark.parametrize("asks", [True, False], ids=["asked for", "not now"])
def test_closing_a_case_as_died_offers_it_once_and_then_leaves(
    qtbot: QtBot, bench: Bench, asks: bool
) -> None:
    ref = bench.new_case()
    desk = open_person(qtbot, bench, ref)
    desk.press("person-close")
    desk.press("close-case-group-stopped")
    desk.press("close-case-reason-died")
    desk.press("person-do")
    is_offered, left = desk.sees("debrief"), desk.navigator.log.count("worklist")

    desk.press("debrief-event-client-died" if asks else "person-do")

    assert (is_offered, left) == (True, 0)
    assert desk.navigator.log.count("worklist") == 1
    assert len(states(bench)) == (1 if asks else 0)


def test_no_other_end_of_a_case_offers_it(qtbot: QtBot, bench: Bench) -> None:
    ref = bench.new_case()
    bench.reach(ref)
    desk = open_person(qtbot, bench, ref)
    desk.press("person-close")
    desk.press("close-case-group-done")
    desk.press("close-case-reason-completed")

    desk.press("person-do")

    assert not desk.sees("debrief")
    assert desk.navigator.log.count("worklist") == 1


def test_the_review_desk_shows_who_since_when_and_notes_each_step(
    qtbot: QtBot, bench: Bench
) -> None:
    ask_debrief(bench.work_as(ROSA), HardEvent.VIOLENCE)
    bench.clock.advance(3 * 3600)
    desk = open_review(qtbot, bench)
    (row,) = desk.view.queue.debriefs.rows.rows()
    told = (row.item.title, row.item.right)
    before = desk.sees("review-debrief-box")

    choose(desk)
    press(desk, "review-debrief-offered")
    offered = states(bench)
    press(desk, "review-debrief-held")

    assert told == ("Rosa Sample", "3 h")
    assert not before
    assert offered == [(HardEvent.VIOLENCE, DebriefState.OFFERED)]
    assert states(bench) == [(HardEvent.VIOLENCE, DebriefState.HELD)]
    assert not desk.sees("review-debrief-box")
    assert desk.navigator.log[-1] == "badge review 0"


def test_a_day_that_cannot_be_is_refused_below_it(qtbot: QtBot, bench: Bench) -> None:
    ask_debrief(bench.work_as(ROSA), HardEvent.VIOLENCE)
    desk = open_review(qtbot, bench)
    choose(desk)
    box = desk.view.queue.debriefs
    box.day.show_value(local_day(bench.work_as(NADIA)) + timedelta(days=1))

    press(desk, "review-debrief-held")

    assert box.day_row.error.startswith("That day is still to come.")
    assert states(bench) == [(HardEvent.VIOLENCE, DebriefState.ASKED)]


def test_without_anybody_who_wants_one_the_desk_says_nothing_of_it(
    qtbot: QtBot, bench: Bench
) -> None:
    asked = ask_debrief(bench.work_as(TOMAS), HardEvent.OTHER)
    note_not_wanted(bench.work_as(TOMAS), asked.debrief_id)
    bench.clock.advance(30 * 24 * 3600)

    desk = open_review(qtbot, bench)

    assert not desk.view.queue.debriefs.isVisible()
    assert desk.sees("review-empty")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("is_beside_case", [True, False])
def test_card_and_panel_fit_and_name_everything(
    qtbot: QtBot, bench: Bench, language: str, is_beside_case: bool
) -> None:
    ref = bench.new_case()
    ask_debrief(bench.work_as(ROSA), HardEvent.CLIENT_DIED, ref)
    if is_beside_case:
        desk = open_person(qtbot, bench, ref, language=language)
    else:
        desk = open_worklist(qtbot, bench, language=language)
    problems = audit_window(desk.view)

    desk.press("debrief-ask")

    assert problems + audit_window(desk.view) == []


def test_the_list_of_the_desk_fits_and_names_everything(qtbot: QtBot, bench: Bench) -> None:
    ask_debrief(bench.work_as(ROSA), HardEvent.CLIENT_DIED)
    desk = open_review(qtbot, bench)

    choose(desk)

    assert audit_window(desk.view) == []

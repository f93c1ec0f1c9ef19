"""Saved is said only when the store took it; a store that fails loses nothing."""

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.errors import KnownError
from desktop.forms.answers import Answered
from desktop.records.form_record import FormKind
from desktop.services.ports import JournalKind
from desktop.views.saving import RETRY_AFTER_MS, Saving
from desktop.views.theme.tokens import Tone
from tests.services.bench import ROSA, Bench
from tests.views.interview.desk import InterviewDesk, open_desk
from tests.views.interview.failing_journal import with_failing_journal


def test_saved_is_said_after_the_store_answered(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench)

    button = desk.find("answer-agreement.talk-now-yes")
    assert isinstance(button, QAbstractButton)
    button.click()
    said_at_once = desk.navigator.saved_state
    desk.until_saved()

    assert said_at_once == "saving"
    assert desk.navigator.saved_state == "saved"


def test_from_the_first_key_on_the_screen_is_not_saved_yet(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at="next-steps.to-add")
    desk.until_saved()
    assert not desk.navigator.is_unsaved

    qtbot.keyClicks(desk.find("answer-next-steps.to-add"), "A")
    at_once = desk.navigator.is_unsaved
    qtbot.keyClicks(desk.find("answer-next-steps.to-add"), " ride")
    desk.controller.flush()
    handed_over = (desk.navigator.is_unsaved, desk.navigator.saved_state)
    desk.until_saved()

    assert at_once
    assert handed_over == (False, "saving")
    assert desk.navigator.saved_state == "saved"


def test_a_place_that_was_stored_does_not_hide_what_is_being_typed(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_desk(qtbot, bench)
    desk.press("interview-sections-next-steps")
    qtbot.keyClicks(desk.find("answer-next-steps.to-add"), "A ride")

    desk.until(lambda: any(row.kind is JournalKind.POSITION for row in desk.rows()))

    assert desk.navigator.is_unsaved


def test_typing_back_to_what_was_saved_is_saved_again(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at="next-steps.to-add")
    line = desk.find("answer-next-steps.to-add")
    qtbot.keyClicks(line, "x")

    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    desk.controller.flush()

    assert not desk.navigator.is_unsaved
    assert JournalKind.ANSWER not in {row.kind for row in desk.rows()}


def test_what_is_no_date_stays_unsaved_as_long_as_it_stands_there(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_desk(qtbot, bench, kind=FormKind.SAFETY_PLAN)
    line = desk.find("plan-review")

    qtbot.keyClicks(line, "soon")
    desk.controller.flush()
    while_wrong = desk.navigator.is_unsaved
    for _ in "soon":
        qtbot.keyClick(line, Qt.Key.Key_Backspace)
    desk.controller.flush()

    assert while_wrong
    assert not desk.navigator.is_unsaved


def test_a_full_disk_is_said_once_and_the_answers_are_kept_in_order(
    qtbot: QtBot, bench: Bench
) -> None:
    work, journal = with_failing_journal(bench.work_as(ROSA))
    desk = open_desk(qtbot, bench, work=work)
    desk.controller.flush()
    desk.until_saved()
    journal.is_full = True

    desk.press("answer-agreement.talk-now-yes")
    desk.press("answer-agreement.talk-now-later")
    desk.until(lambda: desk.runner.is_idle)

    assert desk.navigator.log.count("not saved") == 1
    assert isinstance(desk.navigator.errors[0], KnownError)
    assert desk.controller.unsaved_count == 2
    assert desk.is_checked("answer-agreement.talk-now-later")


def test_the_next_change_that_works_brings_everything_in_order(qtbot: QtBot, bench: Bench) -> None:
    work, journal = with_failing_journal(bench.work_as(ROSA))
    desk = open_desk(qtbot, bench, work=work)
    desk.controller.flush()
    desk.until_saved()
    journal.is_full = True
    desk.press("answer-agreement.talk-now-yes")
    desk.until(lambda: desk.runner.is_idle)
    journal.is_full = False

    desk.press("answer-agreement.talk-now-later")
    desk.until_saved()

    bodies = [row.body for row in desk.rows() if row.kind is JournalKind.ANSWER]
    assert len(bodies) == 2
    assert '"yes"' in bodies[0]
    assert '"later"' in bodies[1]
    assert desk.navigator.saved_state == "saved"
    assert desk.navigator.messages[-1].tone is Tone.SUCCESS


def test_the_place_is_kept_when_one_stays_at_a_question(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench)

    desk.press("interview-sections-people")
    desk.until(lambda: any(row.kind is JournalKind.POSITION for row in desk.rows()))

    places = [row.key for row in desk.rows() if row.kind is JournalKind.POSITION]
    assert places[-1] == "people.first-night"


def leave(desk: InterviewDesk) -> None:
    """Hand over what was typed and delete the screen, as the shell does."""
    desk.runner.setParent(None)
    desk.controller.flush()
    desk.host.hide()
    shiboken6.delete(desk.view)


def test_saved_is_said_even_when_the_screen_was_left_meanwhile(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at="next-steps.to-add")
    qtbot.keyClicks(desk.find("answer-next-steps.to-add"), "A ride home")

    leave(desk)
    at_once = desk.navigator.saved_state
    desk.until(lambda: desk.navigator.saved_state == "saved")

    assert at_once == "saving"
    assert desk.answers()["next-steps.to-add"] == Answered(("A ride home",))


def test_what_the_store_refused_last_is_tried_again_after_the_screen_was_left(
    qtbot: QtBot, bench: Bench
) -> None:
    work, journal = with_failing_journal(bench.work_as(ROSA))
    desk = open_desk(qtbot, bench, at="next-steps.to-add", work=work)
    qtbot.keyClicks(desk.find("answer-next-steps.to-add"), "A ride home")
    journal.is_full = True

    leave(desk)
    desk.until(lambda: desk.navigator.saved_state == "not saved")
    journal.is_full = False
    qtbot.waitUntil(lambda: desk.navigator.saved_state == "saved", timeout=2 * RETRY_AFTER_MS)

    assert desk.answers()["next-steps.to-add"] == Answered(("A ride home",))


def test_what_still_waits_when_the_app_ends_hands_nothing_to_it(qtbot: QtBot, bench: Bench) -> None:
    work, journal = with_failing_journal(bench.work_as(ROSA))
    desk = open_desk(qtbot, bench, work=work)
    journal.is_full = True
    desk.press("answer-agreement.talk-now-yes")
    desk.until(lambda: desk.navigator.saved_state == "not saved")
    waiting = desk.controller.unsaved_count
    desk.runner.close()

    for saving in desk.runner.findChildren(Saving):
        saving.keep(bench.clock.now)

    assert desk.controller.unsaved_count == waiting + 1

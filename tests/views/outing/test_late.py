"""Who is not back: on everybody's worklist, on the review desk, in a bar above any screen."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.records.outing import CallKind, OutingState
from desktop.services.outing_steps import note_left
from desktop.services.outings import outings_of
from desktop.services.ports import EpisodeRef
from desktop.views.shell.outing_watch import FIRST_LOOK_MS, LOOK_EVERY_MS
from desktop.views.shell.place import Desk, Place
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.row_list import RowList
from tests.services.bench import ADMIN, DESK, NADIA, OFFICER, ROSA, TOMAS, Bench
from tests.services.test_outings import MIN, plan
from tests.support.qt_audit import audit_window
from tests.support.window_parts import OpenedWindow, Workstation
from tests.views.person.desk import Desk as DeskAtWork
from tests.views.person.desk import open_worklist
from tests.views.review.desk import open_review

EDGE = 105 * MIN
"""The usual length of a visit and the usual grace."""


def away(bench: Bench, after: int) -> EpisodeRef:
    """Rosa left for a visit so many seconds ago, in a case of her own."""
    ref = bench.new_case()
    bench.reach(ref)
    note_left(bench.work_as(ROSA), ref, plan(bench, ref).outing_id)
    bench.clock.advance(after)
    return ref


def late_titles(desk: DeskAtWork) -> list[str]:
    rows = desk.find("worklist-late", RowList).rows()
    return [row.item.title for row in rows]


@pytest.mark.parametrize(("after", "told"), [(EDGE - 1, []), (EDGE, ["Rosa Sample"])])
@pytest.mark.parametrize("who", [ROSA, TOMAS, NADIA])
def test_the_worklist_of_everybody_names_who_is_missed(
    qtbot: QtBot, bench: Bench, who: str, after: int, told: list[str]
) -> None:
    away(bench, after)

    desk = open_worklist(qtbot, bench, who=who)

    assert late_titles(desk) == told
    assert desk.sees("worklist-late-panel") is bool(told)


def test_the_row_says_the_case_since_when_and_who_waits(qtbot: QtBot, bench: Bench) -> None:
    ref = away(bench, EDGE)
    desk = open_worklist(qtbot, bench, who=TOMAS)

    (row,) = desk.find("worklist-late", RowList).rows()

    outing = outings_of(bench.work_as(ROSA), ref)[0]
    time = outing.expected_back.astimezone().strftime("%H:%M")
    assert f"Expected back {time}. Nadia Example, RN waits for the call." in row.item.second
    assert row.item.right == "0\u00a0h 15\u00a0min"


def test_a_colleague_notes_with_the_keyboard_that_they_were_reached(
    qtbot: QtBot, bench: Bench
) -> None:
    ref = away(bench, EDGE)
    desk = open_worklist(qtbot, bench, who=TOMAS)

    desk.find("worklist-late", RowList).go_first()
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Return)

    (outing,) = outings_of(bench.work_as(ROSA), ref)
    (call,) = outing.calls
    assert call.kind is CallKind.REACHED
    assert call.by == bench.work_as(TOMAS).session.me.staff_id
    assert outing.state is OutingState.OUT
    assert late_titles(desk) == []


def test_that_they_are_back_is_noted_from_the_same_panel(qtbot: QtBot, bench: Bench) -> None:
    ref = away(bench, EDGE)
    desk = open_worklist(qtbot, bench, who=TOMAS)
    desk.find("worklist-late", RowList).go_first()
    desk.key(Qt.Key.Key_Return)

    desk.press("worklist-other")

    (outing,) = outings_of(bench.work_as(ROSA), ref)
    assert outing.state is OutingState.BACK
    assert late_titles(desk) == []


def test_a_time_that_cannot_be_is_refused_below_it_and_nothing_is_lost(
    qtbot: QtBot, bench: Bench
) -> None:
    ref = away(bench, EDGE)
    desk = open_worklist(qtbot, bench, who=TOMAS)
    desk.find("worklist-late", RowList).go_first()
    desk.key(Qt.Key.Key_Return)
    before = outings_of(bench.work_as(ROSA), ref)[0].left_at
    assert before is not None
    typed = (before - timedelta(minutes=5)).astimezone().strftime("%H:%M")
    desk.type("outing-safe-at", typed)
    day = before.astimezone().date().isoformat()
    desk.type("outing-safe-at-day", day)

    desk.press("worklist-do")

    (said,) = desk.errors()
    assert said.startswith("That is before what was noted last")
    assert desk.find("outing-safe-at", QLineEdit).text() == typed
    assert desk.focus() == "outing-safe-at"


@pytest.mark.parametrize("language", ["en", "es"])
def test_list_and_panel_fit_and_name_everything(qtbot: QtBot, bench: Bench, language: str) -> None:
    away(bench, EDGE)
    desk = open_worklist(qtbot, bench, who=TOMAS, language=language)
    problems = audit_window(desk.view)

    desk.find("worklist-late", RowList).go_first()
    desk.key(Qt.Key.Key_Return)

    assert problems + audit_window(desk.view) == []


@pytest.mark.parametrize(("after", "told"), [(EDGE - 1, 0), (EDGE, 1)])
def test_the_review_desk_names_who_is_missed_first_and_leads_to_the_case(
    qtbot: QtBot, bench: Bench, after: int, told: int
) -> None:
    ref = away(bench, after)

    desk = open_review(qtbot, bench)
    rows = desk.view.queue.late.rows()
    if told:
        desk.view.queue.late.opened.emit(rows[0].item.key)

    assert len(rows) == told
    assert desk.sees("review-late") is bool(told)
    assert desk.navigator.opened == ([("person", ref)] if told else [])
    assert f"badge review {told}" in desk.navigator.log


def test_the_review_desk_hears_of_it_while_it_is_open(qtbot: QtBot, bench: Bench) -> None:
    away(bench, EDGE - 1)
    desk = open_review(qtbot, bench)
    before = desk.sees("review-late")
    bench.clock.advance(1)

    desk.controller.hear_late()
    desk.until_idle()

    assert (before, desk.sees("review-late")) == (False, True)


@pytest.fixture
def opened(station: Workstation, qtbot: QtBot, qapp: QApplication) -> OpenedWindow:
    """A window at the sign-in; Rosa's visit is a second before the end of its grace."""
    away(station.bench, EDGE - 1)
    return station.open_window(qtbot, qapp)


def look(opened: OpenedWindow) -> None:
    """What the minute's timer does."""
    opened.signed_in.watches.outings.look()
    opened.until_idle()


def bar_words(opened: OpenedWindow) -> str:
    found = opened.find("late-outing")
    assert isinstance(found, MessageBar)
    return found.text_label.text()


@pytest.mark.parametrize("who", [ROSA, TOMAS, NADIA])
def test_a_bar_tells_whoever_is_signed_in_when_the_time_comes(
    opened: OpenedWindow, who: str
) -> None:
    opened.sign_in(who)
    look(opened)
    before = opened.sees("late-outing")
    opened.station.bench.clock.advance(1)

    look(opened)

    assert not before
    assert "Rosa Sample was expected back" in bar_words(opened)
    assert "Nadia Example, RN waits for the call." in bar_words(opened)


@pytest.mark.parametrize("who", [DESK, OFFICER, ADMIN])
def test_who_sees_no_cases_is_told_nothing(opened: OpenedWindow, who: str) -> None:
    opened.station.bench.clock.advance(MIN)
    opened.sign_in(who)

    look(opened)

    assert not opened.signed_in.watches.outings.is_watching
    assert not opened.sees("late-outing")


@pytest.mark.parametrize(("who", "name"), [(TOMAS, "worklist-late"), (NADIA, "review-late")])
def test_the_open_desk_lists_it_together_with_the_bar(
    opened: OpenedWindow, who: str, name: str
) -> None:
    opened.sign_in(who)
    look(opened)
    before = opened.sees(name)
    opened.station.bench.clock.advance(1)

    look(opened)

    assert (before, opened.sees(name), opened.sees("late-outing")) == (False, True, True)


def test_the_bar_leads_to_the_list_and_goes_as_soon_as_they_are_back(
    opened: OpenedWindow,
) -> None:
    opened.station.bench.clock.advance(1)
    opened.sign_in(TOMAS)
    look(opened)
    shell = opened.signed_in.shell
    shell.open(Place(Desk.REACH))
    opened.until_idle()
    was_above = opened.sees("late-outing")

    (show,) = opened.signed_in.inside.outing_bar.actions_shown()
    show.click()
    opened.until(lambda: opened.sees("worklist-late"))
    rows = opened.find("worklist-late")
    assert isinstance(rows, RowList)
    rows.opened.emit(rows.rows()[0].item.key)
    opened.until_idle()
    opened.press("worklist-other")
    opened.until_idle()

    assert was_above
    assert not opened.sees("late-outing")
    assert not opened.sees("worklist-late")


def test_under_the_cover_nothing_is_shown_or_spoken_until_the_pin(opened: OpenedWindow) -> None:
    opened.sign_in(NADIA)
    watch = opened.signed_in.watches.outings
    opened.signed_in.cover()
    opened.until_idle()
    opened.station.bench.clock.advance(1)

    look(opened)
    covered = (opened.sees("late-outing"), watch.waits_to_be_spoken)
    opened.enter_pin()
    look(opened)

    assert covered == (False, True)
    assert (opened.sees("late-outing"), watch.waits_to_be_spoken) == (True, False)


def test_the_bar_speaks_the_language_of_the_window(opened: OpenedWindow) -> None:
    opened.station.bench.clock.advance(1)
    opened.sign_in(NADIA)
    look(opened)

    opened.window.use_language("es")
    opened.until_idle()

    assert "Se esperaba a Rosa Sample de regreso" in bar_words(opened)


def test_the_first_look_waits_for_the_first_desk_and_then_each_minute_has_one(
    opened: OpenedWindow,
) -> None:
    opened.sign_in(ROSA)
    timer = opened.signed_in.watches.outings.timer
    first = timer.interval()

    look(opened)

    assert (first, timer.interval()) == (FIRST_LOOK_MS, LOOK_EVERY_MS)


def test_after_a_sign_out_nothing_looks_any_more(opened: OpenedWindow) -> None:
    opened.station.bench.clock.advance(1)
    opened.sign_in(ROSA)
    look(opened)
    watch = opened.signed_in.watches.outings

    opened.signed_in.sign_out()
    opened.until(lambda: opened.is_open("sign-in-submit"))

    assert not opened.sees("late-outing")
    assert not isValid(watch) or not watch.is_watching


def test_of_several_the_bar_names_who_is_missed_longest_and_counts_the_others(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    bench = station.bench
    away(bench, 10 * MIN)
    plan(bench, bench.new_case(TOMAS), name=TOMAS)
    bench.clock.advance(EDGE)
    opened = station.open_window(qtbot, qapp)
    opened.sign_in(NADIA)

    look(opened)

    assert bar_words(opened).startswith("Rosa Sample was expected back")
    assert bar_words(opened).endswith("And 1 more.")


def test_a_visit_of_which_nobody_noted_the_leaving_says_so(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    plan(station.bench, station.bench.new_case())
    station.bench.clock.advance(EDGE)
    opened = station.open_window(qtbot, qapp)
    opened.sign_in(NADIA)

    look(opened)

    assert "nobody noted that they left" in bar_words(opened)

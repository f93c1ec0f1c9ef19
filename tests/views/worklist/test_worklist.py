"""The worklist as the specialist meets it: lists, keyboard, find, drafts, comments, reach."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.packets.paper_words import unbroken
from desktop.records.attempt import AttemptOutcome
from desktop.records.episode import CloseReason
from desktop.records.form_record import FormKind
from desktop.records.ids import EpisodeId
from desktop.services.close_case import close_case
from desktop.services.ports import EpisodeRef
from desktop.views.person.when_words import clock_words
from desktop.views.shell.regions import focus_next_region
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Tone
from desktop.views.widgets.row_list import RowList
from desktop.views.widgets.top_bar import TopBar
from tests.services.bench import NADIA, ROSA, Bench
from tests.support.noting_navigator import NotingNavigator
from tests.support.qt_audit import audit_window
from tests.views.person.desk import Desk, open_worklist
from tests.views.worklist.crowd import Crowd, full_crowd
from tests.views.worklist.failing_records import with_failing_records

CTRL = Qt.KeyboardModifier.ControlModifier


def aliases(desk: Desk, name: str) -> list[str]:
    """The titles of a list that is shown."""
    if not desk.sees(name):
        return []
    return [row.item.title for row in desk.find(name, RowList).rows()]


def row_name(name: str, ref: EpisodeRef) -> str:
    """The objectName of a case's row."""
    episode: EpisodeId = ref.episode_id
    return f"{name}-{episode}"


def test_everybody_is_on_the_list_that_fits(qtbot: QtBot, bench: Bench) -> None:
    full_crowd(bench)

    desk = open_worklist(qtbot, bench)

    assert aliases(desk, "worklist-eligible") == [
        "Cedar 40",
        "Linden 02",
        "Maple 12",
        "Birch 07",
        "Fern 21",
        "Aspen 19",
    ]
    assert aliases(desk, "worklist-calls") == ["Juniper 04", "Heron 33"]
    assert set(aliases(desk, "worklist-seen")) == {"Oak 08", "Wren 50", "Sage 61"}
    assert aliases(desk, "worklist-drafts") == ["Wren 50"]
    assert aliases(desk, "worklist-returned") == ["Sage 61"]
    assert aliases(desk, "worklist-due")[:2] == ["Birch 07", "Juniper 04"]
    assert not desk.navigator.errors


def test_a_wait_past_the_target_says_so_in_words(qtbot: QtBot, bench: Bench) -> None:
    crowd = Crowd(bench)
    late = crowd.arrives("Maple 12", "ED 7", 241)
    soon = crowd.arrives("Fern 21", "ED 8", 240)

    rows = open_worklist(qtbot, bench).find("worklist-eligible", RowList)

    assert rows.row(late.episode_id).item.cells[0].note == "past 4\u00a0h"
    assert rows.row(soon.episode_id).item.cells[0].note == ""
    assert "Since arrival: 4\u00a0h 01\u00a0min" in rows.row(late.episode_id).accessibleName()


def test_arrows_move_and_enter_opens(qtbot: QtBot, bench: Bench) -> None:
    crowd = Crowd(bench)
    first = crowd.arrives("Maple 12", "ED 7", 90)
    second = crowd.arrives("Fern 21", "ED 8", 30)
    desk = open_worklist(qtbot, bench)
    assert desk.focus() == row_name("worklist-eligible", first)
    assert desk.words("worklist-open") == "Open Maple 12"

    desk.key(Qt.Key.Key_Down)
    assert desk.words("worklist-open") == "Open Fern 21"
    desk.key(Qt.Key.Key_Return)

    assert desk.navigator.opened == [("person", second)]


def test_one_person_is_selected_across_all_lists(qtbot: QtBot, bench: Bench) -> None:
    crowd = full_crowd(bench)
    desk = open_worklist(qtbot, bench)

    desk.press(row_name("worklist-due", crowd.refs["Juniper 04"]))

    chosen = crowd.refs["Juniper 04"].episode_id
    assert desk.find("worklist-calls", RowList).chosen_key() == chosen
    assert desk.find("worklist-eligible", RowList).chosen_key() == ""
    desk.press("worklist-open")
    assert desk.navigator.opened == [("person", crowd.refs["Juniper 04"])]


def test_f6_goes_through_the_parts_of_the_screen(qtbot: QtBot, bench: Bench) -> None:
    full_crowd(bench)
    desk = open_worklist(qtbot, bench)
    desk.press("worklist-resume-close")
    seen = []

    for _region in range(4):
        focus_next_region(desk.view)
        seen.append(desk.focus().split("-")[1])

    assert set(seen) == {"reach", "new", "due", "eligible"}


def test_find_filters_by_alias_and_place_and_escape_ends_it(qtbot: QtBot, bench: Bench) -> None:
    full_crowd(bench)
    desk = open_worklist(qtbot, bench)

    desk.key(Qt.Key.Key_F, CTRL)
    desk.type("worklist-find-line", "floor")
    assert aliases(desk, "worklist-eligible") == ["Birch 07"]
    assert aliases(desk, "worklist-seen") == ["Oak 08"]
    assert desk.words("worklist-find-words") == "Found: 2"
    desk.key(Qt.Key.Key_Escape)

    assert len(aliases(desk, "worklist-eligible")) == 6
    assert not desk.sees("worklist-find-line")


def test_a_closed_case_is_found_but_not_listed(qtbot: QtBot, bench: Bench) -> None:
    crowd = Crowd(bench)
    crowd.arrives("Fern 21", "ED 8", 30)
    closed = crowd.arrives("Maple 12", "ED 7", 90)
    close_case(bench.work_as(ROSA), closed, CloseReason.TRANSFERRED)
    desk = open_worklist(qtbot, bench)
    assert aliases(desk, "worklist-closed") == []

    desk.press("worklist-find")
    desk.type("worklist-find-line", "maple")

    assert aliases(desk, "worklist-closed") == ["Maple 12"]
    assert not desk.sees("worklist-log")
    assert desk.words("worklist-open") == "Open Maple 12"


def test_a_draft_opens_at_its_question(qtbot: QtBot, bench: Bench) -> None:
    crowd = Crowd(bench)
    ref = crowd.arrives("Wren 50", "ED 12", 90)
    crowd.begins_assessment("Wren 50")
    desk = open_worklist(qtbot, bench)

    row = desk.find("worklist-drafts", RowList).rows()[0]
    assert row.item.second == "Bedside core: Safety now, 2 of 23 answered"
    row.setFocus()
    desk.key(Qt.Key.Key_Return)

    kind, at = FormKind.ASSESSMENT, "safety-now.safe-here"
    assert desk.navigator.opened == [("form", ref, kind, at)]


def test_another_persons_draft_is_not_among_mine(qtbot: QtBot, bench: Bench) -> None:
    crowd = Crowd(bench)
    crowd.arrives("Wren 50", "ED 12", 90)
    crowd.begins_assessment("Wren 50")

    desk = open_worklist(qtbot, bench, who=NADIA)

    assert aliases(desk, "worklist-drafts") == []
    assert not desk.navigator.messages


def test_a_returned_comment_opens_its_answer(qtbot: QtBot, bench: Bench) -> None:
    crowd = Crowd(bench)
    ref = crowd.arrives("Sage 61", "ED 1", 90)
    crowd.tried("Sage 61", AttemptOutcome.ENGAGED, 60)
    crowd.is_returned("Sage 61", "Was the interpreter still on the line here?")
    desk = open_worklist(qtbot, bench)

    row = desk.find("worklist-returned", RowList).rows()[0]
    assert "interpreter still on the line" in row.item.second
    row.click()
    desk.rest()

    kind, at = FormKind.ASSESSMENT, "safety-now.safe-here"
    assert desk.navigator.opened == [("form", ref, kind, at)]


def test_the_unfinished_draft_is_named_once_after_sign_in(qtbot: QtBot, bench: Bench) -> None:
    crowd = Crowd(bench)
    crowd.arrives("Wren 50", "ED 12", 90)
    crowd.begins_assessment("Wren 50")
    navigator = NotingNavigator()

    first = open_worklist(qtbot, bench, navigator=navigator)
    focus = first.focus()
    second = open_worklist(qtbot, bench, navigator=navigator)

    time = clock_words(bench.clock.now())
    assert first.words("worklist-resume-form") == "Your draft: Wren 50, Bedside core"
    assert first.words("worklist-resume-saved") == f"Saved {time}, 2 of 23 answered"
    assert first.words("worklist-resume-place") == "Last question: Safe here"
    assert first.sees("worklist-resume")
    assert focus == "worklist-resume-resume"
    assert not second.sees("worklist-resume")


def test_the_named_draft_is_resumed_where_it_stopped_or_put_off(qtbot: QtBot, bench: Bench) -> None:
    crowd = Crowd(bench)
    ref = crowd.arrives("Wren 50", "ED 12", 90)
    crowd.begins_assessment("Wren 50")
    desk = open_worklist(qtbot, bench)

    desk.press("worklist-resume-resume")
    desk.press("worklist-resume-close")

    kind, at = FormKind.ASSESSMENT, "safety-now.safe-here"
    assert desk.navigator.opened == [("form", ref, kind, at)]
    assert not desk.sees("worklist-resume")
    assert aliases(desk, "worklist-drafts") == ["Wren 50"]


def test_the_named_draft_is_discarded_with_a_reason(qtbot: QtBot, bench: Bench) -> None:
    crowd = Crowd(bench)
    crowd.arrives("Wren 50", "ED 12", 90)
    crowd.begins_assessment("Wren 50")
    desk = open_worklist(qtbot, bench)

    desk.press("worklist-resume-discard")
    desk.press("worklist-draft-discard-reason-by-mistake")
    desk.press("worklist-do")
    desk.rest()

    assert not desk.sees("worklist-resume")
    assert aliases(desk, "worklist-drafts") == []
    assert desk.navigator.messages[-1].tone is Tone.SUCCESS


def test_fewer_than_eleven_people_are_not_counted(qtbot: QtBot, bench: Bench) -> None:
    crowd = Crowd(bench)
    for number in range(10):
        crowd.arrives(f"Elm {number:02d}", "ED 1", 30)
    desk = open_worklist(qtbot, bench)
    assert not desk.sees("worklist-reach")

    crowd.arrives("Elm 10", "ED 1", 30)
    crowd.tried("Elm 10", AttemptOutcome.ENGAGED, 10)
    desk.controller.start()
    desk.rest()

    assert desk.words("worklist-reach-words") == unbroken("1 of 11 people reached")


def test_an_empty_list_shows_the_one_next_step(qtbot: QtBot, bench: Bench) -> None:
    desk = open_worklist(qtbot, bench)

    assert desk.focus() == "worklist-first"
    assert not desk.sees("worklist-open")
    desk.press("worklist-first")

    assert desk.focus() == "new-person-place"


def test_a_list_that_could_not_be_read_again_says_so(qtbot: QtBot, bench: Bench) -> None:
    Crowd(bench).arrives("Maple 12", "ED 7", 90)
    disk = with_failing_records(bench, ROSA)
    desk = open_worklist(qtbot, bench)

    disk.is_gone = True
    desk.controller.start()
    desk.rest()

    top = desk.find("worklist-top", TopBar)
    assert "not refreshed since" in top.second_label.text()
    assert aliases(desk, "worklist-eligible") == ["Maple 12"]
    assert len(desk.navigator.errors) == 1


def test_the_screen_is_fit_for_keyboard_eyes_and_reader(qtbot: QtBot, bench: Bench) -> None:
    full_crowd(bench)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    problems: list[str] = []
    desks: list[Desk] = []

    for tokens, scale, size in (
        (LIGHT, 1.0, (1366, 736)),
        # Tall enough that nothing is scrolled away: the audit compares places on the screen.
        (LIGHT, 2.0, (1366, 6000)),
        (LIGHT, 1.0, (1024, 3000)),
        (DARK, 2.0, (1024, 6000)),
    ):
        apply_theme(app, Theme(tokens, scale))
        desk = open_worklist(qtbot, bench, size=size)
        problems += [f"{scale} {size}: {one}" for one in audit_window(desk.view)]
        desks.append(desk)

    assert problems == []


def test_a_list_that_is_due_while_the_window_goes_asks_for_nothing(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_worklist(qtbot, bench)
    desk.runner.close()

    desk.controller.refresh()

    assert desk.runner.is_idle


def test_a_short_title_stays_on_one_line_at_double_size_in_spanish(
    qtbot: QtBot, qapp: QApplication, bench: Bench
) -> None:
    apply_theme(qapp, Theme(LIGHT, 2.0))
    Crowd(bench).arrives("Maple 12", "ED 7", 90)

    desk = open_worklist(qtbot, bench, language="es")

    title = desk.find("worklist-top", TopBar).title_label
    assert title.width() >= title.sizeHint().width()

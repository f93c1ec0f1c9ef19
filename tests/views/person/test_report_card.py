"""The clocks of a mandated report on the person page and in the list of what is due."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.services.mandated_report import note_cause, note_told
from desktop.services.read_person import read_person
from desktop.views.theme.holder import current_theme
from desktop.views.widgets.message_bar import MessageBar
from tests.services.bench import ROSA, Bench
from tests.support.qt_audit import audit_window
from tests.views.person.desk import Desk, open_person, open_worklist


def words(desk: Desk) -> list[str]:
    return desk.words("person-report-words").splitlines()


def test_the_three_steps_are_noted_with_the_keyboard(qtbot: QtBot, bench: Bench) -> None:
    ref = bench.new_case()
    desk = open_person(qtbot, bench, ref)
    asked = []

    for _step in range(3):
        asked.append(desk.words("person-report-step"))
        desk.find("person-report-step", QAbstractButton).setFocus()
        desk.key(Qt.Key.Key_Space)
        desk.key(Qt.Key.Key_Return)
        desk.rest()

    assert asked == ["Note reasonable cause", "Note the oral report", "Note the written report"]
    assert [line.split(":")[0] for line in words(desk)] == [
        "Reasonable cause",
        "Oral report",
        "Written report",
    ]
    assert not desk.sees("person-report-due")
    report = read_person(bench.work_as(ROSA), ref).card.report
    assert report is not None
    assert report.written_at == bench.clock.now()


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (0, "Oral report due tomorrow 02:05, in 12\u00a0h 00\u00a0min."),
        (11, "Oral report due 02:05, in 1\u00a0h 00\u00a0min."),
        (12, "The oral report was due 02:05. Make it now."),
        (13, "The oral report was due 02:05. Make it now."),
    ],
)
def test_what_is_owed_is_said_before_and_after_it_is_late(
    qtbot: QtBot, bench: Bench, hours: int, said: str
) -> None:
    ref = bench.new_case()
    note_cause(bench.work_as(ROSA), ref)
    bench.clock.advance(hours * 3600)

    desk = open_person(qtbot, bench, ref)

    assert desk.find("person-report-due", MessageBar).text_label.text() == said


def test_the_last_step_is_taken_back(qtbot: QtBot, bench: Bench) -> None:
    ref = bench.new_case()
    note_cause(bench.work_as(ROSA), ref)
    note_told(bench.work_as(ROSA), ref)
    desk = open_person(qtbot, bench, ref)

    desk.press("person-report-undo")

    assert len(words(desk)) == 1
    assert desk.words("person-report-step") == "Note the oral report"


def test_a_time_that_cannot_be_is_refused_below_it(qtbot: QtBot, bench: Bench) -> None:
    ref = bench.new_case()
    note_cause(bench.work_as(ROSA), ref)
    desk = open_person(qtbot, bench, ref)
    desk.press("person-report-step")
    desk.type("report-when", "00:01")

    desk.press("person-do")

    assert desk.errors() == ["That is before the step that came first. Check the day and the time."]
    assert read_person(bench.work_as(ROSA), ref).card.report_due is not None


def test_the_worklist_lists_what_is_owed_first_and_leads_to_the_case(
    qtbot: QtBot, bench: Bench
) -> None:
    ref = bench.new_case()
    note_cause(bench.work_as(ROSA), ref)
    bench.clock.advance(13 * 3600)
    desk = open_worklist(qtbot, bench)
    row = desk.find(f"worklist-due-report-{ref.episode_id}", QAbstractButton)
    said = row.accessibleName()

    row.setFocus()
    desk.key(Qt.Key.Key_Return)

    assert "Oral report" in said
    assert desk.navigator.opened[-1][:2] == ("person", ref)


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_is_owed_stands_in_two_lines_beside_when(
    qtbot: QtBot, bench: Bench, language: str
) -> None:
    written, oral = bench.new_case(), bench.new_case()
    for ref in (written, oral):
        note_cause(bench.work_as(ROSA), ref)
    note_told(bench.work_as(ROSA), written)
    desk = open_worklist(qtbot, bench, language=language, size=(1250, 480))

    row = desk.find(f"worklist-due-report-{written.episode_id}", QAbstractButton)

    of_two_lines = current_theme().metrics.step
    heights = [
        desk.find(f"worklist-due-report-{ref.episode_id}", QAbstractButton).height()
        for ref in (written, oral)
    ]
    assert max(heights) <= of_two_lines, row.accessibleName()


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("hours", [0, 13])
def test_the_page_is_whole_with_it(qtbot: QtBot, bench: Bench, language: str, hours: int) -> None:
    ref = bench.new_case()
    note_cause(bench.work_as(ROSA), ref)
    bench.clock.advance(hours * 3600)

    desk = open_person(qtbot, bench, ref, language=language)

    assert audit_window(desk.view) == []
    desk.press("person-report-step")
    assert audit_window(desk.view) == []

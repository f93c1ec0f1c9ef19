"""Finding somebody: from the line into the lists by keys alone."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.services.bench import ROSA, TOMAS, Bench
from tests.views.person.desk import Desk, open_worklist
from tests.views.worklist.crowd import Crowd, full_crowd

CTRL = Qt.KeyboardModifier.ControlModifier


def look_for(desk: Desk, text: str) -> None:
    """Ctrl+F and type."""
    desk.key(Qt.Key.Key_F, CTRL)
    desk.type("worklist-find-line", text)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_only_one_that_was_found(qtbot: QtBot, bench: Bench, key: Qt.Key) -> None:
    crowd = full_crowd(bench)
    desk = open_worklist(qtbot, bench)

    look_for(desk, "fern")
    desk.key(key)

    assert desk.navigator.opened == [("person", crowd.refs["Fern 21"])]


def test_enter_goes_to_the_first_of_several_and_enter_again_opens(
    qtbot: QtBot, bench: Bench
) -> None:
    crowd = full_crowd(bench)
    desk = open_worklist(qtbot, bench)
    look_for(desk, "floor")

    desk.key(Qt.Key.Key_Return)

    first = crowd.refs["Birch 07"]
    assert desk.focus() == f"worklist-eligible-{first.episode_id}"
    assert desk.words("worklist-open") == "Open Birch 07"
    assert desk.navigator.opened == []
    desk.key(Qt.Key.Key_Return)
    assert desk.navigator.opened == [("person", first)]


def test_down_goes_into_the_list_and_opens_nobody(qtbot: QtBot, bench: Bench) -> None:
    crowd = full_crowd(bench)
    desk = open_worklist(qtbot, bench)
    look_for(desk, "juniper")

    desk.key(Qt.Key.Key_Down)

    assert desk.focus() == f"worklist-calls-{crowd.refs['Juniper 04'].episode_id}"
    assert desk.words("worklist-open") == "Open Juniper 04"
    assert desk.navigator.opened == []


def test_enter_with_nobody_found_stays_in_the_line(qtbot: QtBot, bench: Bench) -> None:
    full_crowd(bench)
    desk = open_worklist(qtbot, bench)
    look_for(desk, "nobody by this alias")

    desk.key(Qt.Key.Key_Return)

    assert desk.focus() == "worklist-find-line"
    assert desk.words("worklist-find-words") == "Nobody was found"
    assert desk.navigator.opened == []


def test_enter_in_an_empty_line_goes_to_the_list_and_opens_nobody(
    qtbot: QtBot, bench: Bench
) -> None:
    only = Crowd(bench).arrives("Maple 12", "ED 7", 90)
    desk = open_worklist(qtbot, bench)
    desk.key(Qt.Key.Key_F, CTRL)

    desk.key(Qt.Key.Key_Return)

    assert desk.focus() == f"worklist-eligible-{only.episode_id}"
    assert desk.navigator.opened == []


def test_enter_at_the_only_case_of_somebody_else_asks_for_the_reason(
    qtbot: QtBot, bench: Bench
) -> None:
    crowd = Crowd(bench)
    crowd.arrives("Maple 12", "ED 7", 90)
    bench.reach(crowd.refs["Maple 12"], ROSA)
    desk = open_worklist(qtbot, bench, who=TOMAS)
    look_for(desk, "maple")
    assert desk.words("worklist-find-words") == "Found: 1"

    desk.key(Qt.Key.Key_Return)

    assert desk.sees("worklist-ask")
    assert desk.navigator.opened == []

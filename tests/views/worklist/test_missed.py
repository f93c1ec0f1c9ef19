"""Never reached: an end that stays in sight on the worklist, with what stood in the way."""

from pytestqt.qtbot import QtBot

from desktop.records.attempt import AttemptOutcome
from desktop.records.episode import CloseReason
from desktop.records.missed import MissedWhy
from desktop.services.close_case import close_case
from desktop.views.widgets.row_list import RowList
from tests.services.bench import ROSA, Bench
from tests.views.person.desk import open_worklist
from tests.views.worklist.crowd import Crowd


def test_who_was_never_reached_stays_in_sight_with_the_reason(qtbot: QtBot, bench: Bench) -> None:
    crowd = Crowd(bench)
    ref = crowd.arrives("Maple 12", "ED 7", 90)
    crowd.tried("Maple 12", AttemptOutcome.DISCHARGED_BEFORE_CONTACT, 30)
    close_case(bench.work_as(ROSA), ref, CloseReason.NEVER_REACHED, MissedWhy.LEFT_BEFORE_CONTACT)

    desk = open_worklist(qtbot, bench)

    row = desk.find("worklist-missed", RowList).row(ref.episode_id)
    assert row.item.cells[1].text == "Went home before we met"
    assert "What stood in the way: Went home before we met" in row.accessibleName()
    assert not desk.sees("worklist-log")
    desk.press("worklist-open")
    assert desk.navigator.opened == [("person", ref)]


def test_any_other_end_is_found_with_its_reason(qtbot: QtBot, bench: Bench) -> None:
    crowd = Crowd(bench)
    crowd.arrives("Fern 21", "ED 8", 30)
    ref = crowd.arrives("Maple 12", "ED 7", 90)
    close_case(bench.work_as(ROSA), ref, CloseReason.TRANSFERRED)
    desk = open_worklist(qtbot, bench)
    assert not desk.sees("worklist-missed")

    desk.press("worklist-find")
    desk.type("worklist-find-line", "maple")

    row = desk.find("worklist-closed", RowList).row(ref.episode_id)
    assert row.item.cells[1].text == "Closed: Transferred"

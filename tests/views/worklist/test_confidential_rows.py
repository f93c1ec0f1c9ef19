"""No information on the worklist: each row says it, and a review that is owed is due."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.messages import sentence
from desktop.records.attempt import AttemptOutcome
from desktop.records.confidential_status import AskedBy, LiftedWhy
from desktop.records.episode import CaseSource, CloseReason
from desktop.services.add_case import NewCase, add_case
from desktop.services.close_case import close_case
from desktop.services.confidential_status import (
    REVIEW_DAYS,
    lift_no_information,
    review_no_information,
    set_no_information,
)
from desktop.services.mandated_report import note_cause
from desktop.services.ports import EpisodeRef
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.list_row import ListRow
from desktop.views.widgets.row_item import RowItem
from desktop.views.widgets.row_list import RowList
from tests.services.bench import ROSA, Bench
from tests.views.person.desk import Desk, open_worklist
from tests.views.worklist.crowd import Crowd

LISTS = ("eligible", "call-list", "in-progress")


def rows_of(desk: Desk, name: str) -> list[RowItem]:
    """The rows of a list."""
    return [row.item for row in desk.find(name, RowList).rows()]


def every_row(desk: Desk) -> dict[str, RowItem]:
    """Rows of all lists by alias, those that are due left out."""
    lists = desk.view.findChildren(RowList)
    shown = [one for one in lists if one.objectName() != "worklist-due"]
    return {row.item.title: row.item for one in shown for row in one.rows()}


def due_words(desk: Desk) -> list[str]:
    """What is due now, in words."""
    return [item.words() for item in rows_of(desk, "worklist-due")]


def three(bench: Bench) -> Crowd:
    """Somebody who waits, somebody who left, somebody who was reached."""
    crowd = Crowd(bench)
    crowd.arrives("Maple 12", "ED 7", 60)
    crowd.arrives("Cedar 40", "ED 8", 120)
    crowd.tried("Cedar 40", AttemptOutcome.DISCHARGED_BEFORE_CONTACT, 30)
    crowd.arrives("Fern 21", "ED 9", 180)
    crowd.tried("Fern 21", AttemptOutcome.ENGAGED, 30)
    return crowd


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("alias", ["Maple 12", "Cedar 40", "Fern 21"])
def test_the_row_of_each_list_says_that_no_caller_is_told(
    qtbot: QtBot, bench: Bench, alias: str, language: str
) -> None:
    crowd = three(bench)
    set_no_information(bench.work_as(ROSA), crowd.refs[alias], AskedBy.PERSON)

    rows = every_row(open_worklist(qtbot, bench, language=language))

    mark = sentence("confidential.mark", language)
    assert [name for name, row in rows.items() if mark in row.words()] == [alias]
    assert rows[alias].second_tone is Tone.PRIVATE


def test_a_lifted_one_says_nothing_any_more(qtbot: QtBot, bench: Bench) -> None:
    ref = three(bench).refs["Maple 12"]
    work = bench.work_as(ROSA)
    set_no_information(work, ref, AskedBy.PERSON)
    lift_no_information(work, ref, LiftedWhy.NOT_NEEDED)

    row = every_row(open_worklist(qtbot, bench))["Maple 12"]

    assert (row.second, row.second_tone) == ("ED 7", Tone.MUTED)


def overdue(bench: Bench) -> EpisodeRef:
    """A case whose review is owed today."""
    ref = three(bench).refs["Maple 12"]
    set_no_information(bench.work_as(ROSA), ref, AskedBy.PERSON)
    bench.clock.advance(timedelta(days=REVIEW_DAYS).total_seconds())
    return ref


def test_a_review_that_is_owed_is_due_and_opens_the_case(qtbot: QtBot, bench: Bench) -> None:
    ref = overdue(bench)
    desk = open_worklist(qtbot, bench)
    assert any("look at it again" in words for words in due_words(desk))

    desk.find(f"worklist-due-confidential-{ref.episode_id}", ListRow).setFocus()
    desk.key(Qt.Key.Key_Return)

    assert ("person", ref) in desk.navigator.opened


@pytest.mark.parametrize("prefix", ["report", "confidential"])
def test_the_button_opens_the_case_of_the_chosen_row_that_is_due(
    qtbot: QtBot, bench: Bench, prefix: str
) -> None:
    ref = overdue(bench)
    note_cause(bench.work_as(ROSA), ref)
    Crowd(bench).arrives("Aspen 19", "ED 1", 30 * 24 * 60)
    desk = open_worklist(qtbot, bench)

    desk.press(f"worklist-due-{prefix}-{ref.episode_id}")
    desk.press("worklist-open")

    assert desk.navigator.opened == [("person", ref)]


def test_it_is_not_due_before_its_day(qtbot: QtBot, bench: Bench) -> None:
    ref = three(bench).refs["Maple 12"]
    set_no_information(bench.work_as(ROSA), ref, AskedBy.PERSON)
    bench.clock.advance(timedelta(days=REVIEW_DAYS - 1).total_seconds())

    desk = open_worklist(qtbot, bench)

    assert not any("look at it again" in words for words in due_words(desk))


def test_looked_at_it_is_due_no_more(qtbot: QtBot, bench: Bench) -> None:
    review_no_information(bench.work_as(ROSA), overdue(bench))

    desk = open_worklist(qtbot, bench)

    assert not any("look at it again" in words for words in due_words(desk))


def test_a_person_with_two_cases_is_due_once_by_the_open_one(qtbot: QtBot, bench: Bench) -> None:
    earlier, work = overdue(bench), bench.work_as(ROSA)
    close_case(work, earlier, CloseReason.TRANSFERRED)
    bench.clock.advance(60)
    new = NewCase("ED 3", CaseSource.TRAUMA_PAGE, bench.clock.now(), "en", again=earlier)
    again = add_case(work, new).ref

    desk = open_worklist(qtbot, bench)

    keys = [item.key for item in rows_of(desk, "worklist-due") if "confidential" in item.key]
    assert keys == [f"confidential-{again.episode_id}"]


def test_a_closed_case_is_looked_at_too(qtbot: QtBot, bench: Bench) -> None:
    close_case(bench.work_as(ROSA), overdue(bench), CloseReason.TRANSFERRED)

    desk = open_worklist(qtbot, bench)

    assert any("look at it again" in words for words in due_words(desk))

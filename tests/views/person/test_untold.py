"""An alert of a completed form is told from the person page, with the keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.records.ids import RecordId
from desktop.services.complete_form import complete_form
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from desktop.services.read_review_desk import read_review_desk
from desktop.services.untold_alerts import UntoldName
from desktop.views.widgets.row_list import RowList
from tests.services.bench import NADIA, ROSA, Bench
from tests.services.filling import say
from tests.services.loaded_forms import offer
from tests.services.scored_form import ALONE, begin, put, rule, save, worry_form
from tests.support.qt_audit import audit_window
from tests.views.person.desk import Desk, open_person
from tests.views.review.desk import open_review

WHO = "Dr. P. Example"


@pytest.fixture
def ref(bench: Bench) -> EpisodeRef:
    """A case with a completed form whose alert nobody was told of."""
    offer(bench, worry_form())
    save(bench, rule(ALONE, waits=False))
    form, work = begin(bench), bench.work_as(ROSA)
    put(work, form, "alone", True)
    for link_id in ("first", "second"):
        say(work, form, link_id, "0")
    complete_form(work, form.draft)
    return form.ref


def begin_telling(desk: Desk) -> None:
    desk.find("person-untold", RowList).focus_chosen()
    desk.key(Qt.Key.Key_Return)


@pytest.mark.parametrize("who", [ROSA, NADIA])
@pytest.mark.parametrize("language", ["en", "es"])
def test_who_was_told_is_recorded_with_the_keyboard(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef, who: str, language: str
) -> None:
    desk = open_person(qtbot, bench, ref, language=language, who=who)
    assert desk.sees("person-untold-panel")

    begin_telling(desk)
    assert desk.focus() == "told-who-contact-0"
    desk.key(Qt.Key.Key_Space)
    desk.press("told-how-phone")
    desk.type("told-when", "1405")
    desk.key(Qt.Key.Key_Return)
    desk.rest()

    assert desk.navigator.errors == []
    assert not desk.sees("person-untold-panel")
    assert read_review_desk(bench.work_as(NADIA)).alerts == ()


def test_a_row_of_the_review_desk_leads_to_the_task_itself(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    review = open_review(qtbot, bench)
    (row,) = review.view.queue.alerts.rows()

    QTest.keyClick(row, Qt.Key.Key_Return)

    (untold,) = read_person(bench.work_as(NADIA), ref).untold
    wanted = UntoldName(untold.form_id, untold.code)
    assert review.navigator.opened[-1] == ("person", ref, wanted)
    desk = open_person(qtbot, bench, ref, who=NADIA, then=wanted)
    assert desk.sees("told-who-contact-0")
    assert desk.focus() == "told-who-contact-0"


def test_a_task_that_somebody_did_meanwhile_is_not_opened(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    gone = UntoldName(RecordId("another-form"), "danger-now")

    desk = open_person(qtbot, bench, ref, who=NADIA, then=gone)

    assert desk.sees("person-untold-panel")
    assert not desk.sees("told-who-contact-0")


def test_what_is_missing_is_said_and_nothing_is_kept(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = open_person(qtbot, bench, ref)
    begin_telling(desk)

    desk.press("person-do")

    assert len(desk.errors()) == 3
    assert len(read_person(bench.work_as(ROSA), ref).untold) == 1


def test_a_page_without_such_an_alert_shows_no_panel(qtbot: QtBot, bench: Bench) -> None:
    desk = open_person(qtbot, bench, bench.new_case())

    assert not desk.sees("person-untold-panel")


def test_the_panel_is_named_reachable_and_not_clipped(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = open_person(qtbot, bench, ref, size=(1366, 900))
    begin_telling(desk)

    audit_window(desk.view)

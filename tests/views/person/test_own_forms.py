"""Our own further forms on the person page: what is done, begun, put off, and due."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.forms.answers import PartialDate
from desktop.forms.instances import ItemKey
from desktop.records.form_record import FormKind
from desktop.services.append_to_draft import append_answer
from desktop.services.complete_form import complete_form
from desktop.services.open_form import OpenForm
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from desktop.services.start_loaded_form import start_loaded_form
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from desktop.views.widgets.row_list import RowList
from tests.services.bench import ROSA, Bench
from tests.services.filling import fill, say
from tests.services.loaded_forms import offer, sleep_form
from tests.services.test_form_offers import OFFER, case_of
from tests.support.qt_audit import audit_window
from tests.views.person.desk import Desk, open_person

NEEDS = "needs-assessment"


def rows(desk: Desk, name: str = "person-own-forms") -> dict[str, tuple[str, str]]:
    """Second line and right words of each row, by its title."""
    shown = desk.find(name, RowList).rows()
    return {row.item.title: (row.item.second, row.item.right) for row in shown}


def shown(desk: Desk, title: str) -> list[tuple[str, str]]:
    """Second line and right words of the rows of this title."""
    found = desk.find("person-own-forms", RowList).rows()
    return [(one.item.second, one.item.right) for one in found if one.item.title == title]


def begun(bench: Bench, ref: EpisodeRef, own: str = NEEDS) -> OpenForm:
    """One of our own forms, begun."""
    work = bench.work_as(ROSA)
    (found,) = [one for one in read_person(work, ref).offered if one.own == own]
    return start_loaded_form(work, ref, found.content_hash)


def completed_with_work_put_off(bench: Bench, ref: EpisodeRef, days: int) -> None:
    """The needs assessment without a need; work is talked about so many days from today."""
    work, form = bench.work_as(ROSA), begun(bench, ref)
    gates = [one for one in form.questionnaire.by_link_id if one.endswith(".now")]
    said = dict.fromkeys(gates, "no-need") | {"work.now": "later", "work.why-later": "tired"}
    day = bench.clock.now().astimezone().date() + timedelta(days=days)
    for link_id in ("start.who-answers", *said):
        fill_one = said.get(link_id, "self")
        item = form.questionnaire.item(link_id)
        option = next(o.value for o in item.options if getattr(o.value, "code", "") == fill_one)
        change = form.session.answer(ItemKey(link_id), option)
        append_answer(work, form.draft, change.key, change.after)
    change = form.session.answer(ItemKey("work.later-on"), PartialDate(day.isoformat()))
    append_answer(work, form.draft, change.key, change.after)
    fill(work, form)
    complete_form(work, form.draft)


def test_a_form_of_ours_says_when_it_is_due_and_is_begun_by_keyboard(
    qtbot: QtBot, bench: Bench
) -> None:
    ref = case_of(bench, 30)
    due = bench.clock.now().astimezone().date() + timedelta(days=30)
    desk = open_person(qtbot, bench, ref)
    assert rows(desk)["Needs assessment"] == (f"Due by {due}", "Start")

    [row] = [
        one
        for one in desk.find("person-own-forms", RowList).rows()
        if one.item.title == "Needs assessment"
    ]
    row.setFocus()
    desk.key(Qt.Key.Key_Return)

    [draft] = bench.work_as(ROSA).session.journal.drafts()
    assert desk.navigator.opened[-1] == ("form", ref, FormKind.LOADED, None, draft.record_id)


def test_what_was_not_done_in_time_says_so(qtbot: QtBot, bench: Bench) -> None:
    ref = case_of(bench, 30, days=31)
    due = bench.clock.now().astimezone().date() - timedelta(days=1)

    assert rows(open_person(qtbot, bench, ref))["Needs assessment"][0] == f"Was due by {due}"


def test_a_draft_says_how_far_it_is(qtbot: QtBot, bench: Bench) -> None:
    ref = case_of(bench, 30)
    begun(bench, ref)

    found = rows(open_person(qtbot, bench, ref))["Needs assessment"]

    assert found == ("0 of 17 answered, 0 with a reason", "In progress")


def test_a_part_that_was_put_off_shows_its_day(qtbot: QtBot, bench: Bench) -> None:
    ref = case_of(bench, 30)
    completed_with_work_put_off(bench, ref, days=5)
    day = bench.clock.now().astimezone().date() + timedelta(days=5)

    found = rows(open_person(qtbot, bench, ref))["Needs assessment"]

    assert found == ("Complete, not sent to review yet", f"Next {day}")


def test_what_can_be_filled_again_is_offered_again_and_no_longer_due(
    qtbot: QtBot, bench: Bench
) -> None:
    ref, title = case_of(bench, 30, days=9), "Results from the care team"
    due = bench.clock.now().astimezone().date() - timedelta(days=6)
    assert shown(open_person(qtbot, bench, ref), title) == [
        (f"By staff · Was due by {due}", "Start")
    ]
    work, form = bench.work_as(ROSA), begun(bench, ref, "outside-results")
    for link_id in [one for one in form.questionnaire.by_link_id if one.endswith(".done")]:
        say(work, form, link_id, "not-done")
    complete_form(work, form.draft)

    assert shown(open_person(qtbot, bench, ref), title) == [
        ("By staff · Complete, not sent to review yet", "Done"),
        ("By staff · Can be filled in again", "Start"),
    ]


def test_what_has_no_day_can_be_done_at_any_time(qtbot: QtBot, bench: Bench) -> None:
    desk = open_person(qtbot, bench, case_of(bench, 30))

    assert shown(desk, "Help for a family member") == [("With the relative · At any time", "Start")]


def test_a_form_whose_time_has_not_come_says_from_when_and_does_not_open(
    qtbot: QtBot, bench: Bench
) -> None:
    parts = [{"url": "asks-about-days", "valueInteger": 30}]
    offer(bench, sleep_form(extension=[{"url": OFFER, "extension": parts}]))
    ref = case_of(bench, 30)
    day = bench.clock.now().astimezone().date() + timedelta(days=30)
    desk = open_person(qtbot, bench, ref)
    assert rows(desk, "person-forms") == {"Sleep diary": ("Version 1.0.0", f"From {day}")}

    desk.find("person-forms", RowList).rows()[0].setFocus()
    desk.key(Qt.Key.Key_Return)

    assert bench.work_as(ROSA).session.journal.drafts() == ()
    assert not [one for one in desk.navigator.opened if one[0] == "form"]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_page_with_our_own_forms_passes_the_audit(
    qtbot: QtBot, qapp: QApplication, bench: Bench, scale: float
) -> None:
    ref = case_of(bench, 30, days=31)
    completed_with_work_put_off(bench, ref, days=-3)
    desk = open_person(qtbot, bench, ref)
    problems = []

    for tokens in (LIGHT, DARK):
        apply_theme(qapp, Theme(tokens, scale))
        desk.rest()
        problems += audit_window(desk.view)

    assert problems == []

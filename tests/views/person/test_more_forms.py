"""More forms on the person page: what the site loaded, begun and gone on with by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.errors import KnownError
from desktop.records.attempt import AttemptOutcome
from desktop.records.form_record import FormKind
from desktop.services.complete_form import complete_form
from desktop.services.draft_journal import drafts_of_episode
from desktop.services.import_form import import_form
from desktop.services.open_form import OpenForm, open_form
from desktop.services.ports import EpisodeRef, FormStand, FormStanding
from desktop.services.repair_response import repair_response
from desktop.services.sign_visit import sign_visit
from desktop.services.start_loaded_form import start_loaded_form
from desktop.services.submit_visit import submit_visit
from desktop.views.person.more_forms_reader import START
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from desktop.views.widgets.button import Button
from desktop.views.widgets.row_list import RowList
from tests.services.bench import ADMIN, NADIA, ROSA, TOMAS, Bench, confirmed
from tests.services.filling import say
from tests.services.loaded_forms import NAME, data_of, offer, sleep_form, with_expression
from tests.services.own_versions import make_current, version_of
from tests.support.qt_audit import audit_window
from tests.views.person.desk import Desk, open_person
from tests.views.worklist.crowd import Crowd


@pytest.fixture
def ref(bench: Bench) -> EpisodeRef:
    """Somebody who was reached."""
    crowd = Crowd(bench)
    crowd.arrives("Maple 12", "ED 7", 305, "es")
    crowd.tried("Maple 12", AttemptOutcome.ENGAGED, 30)
    return crowd.refs["Maple 12"]


def rows(desk: Desk) -> list[tuple[str, str, str]]:
    """Title, second line and right words of each row."""
    shown = desk.find("person-forms", RowList).rows()
    return [(row.item.title, row.item.second, row.item.right) for row in shown]


def open_first(desk: Desk) -> None:
    """Enter on the first row."""
    desk.find("person-forms", RowList).rows()[0].setFocus()
    desk.key(Qt.Key.Key_Return)


def test_without_a_loaded_form_there_is_no_panel(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    assert not open_person(qtbot, bench, ref).sees("person-forms-panel")


def test_a_current_form_is_begun_by_keyboard(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    offer(bench)
    desk = open_person(qtbot, bench, ref)
    assert rows(desk) == [("Sleep diary", "Version 1.0.0", "Start")]

    open_first(desk)

    [draft] = bench.work_as(ROSA).session.journal.drafts()
    assert desk.navigator.opened[-1] == ("form", ref, FormKind.LOADED, None, draft.record_id)


def test_a_draft_goes_on_from_its_row(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    work = bench.work_as(ROSA)
    begun = start_loaded_form(work, ref, offer(bench).content_hash)
    say(work, begun, "slept", "yes")
    desk = open_person(qtbot, bench, ref)
    assert rows(desk) == [("Sleep diary", "1 of 2 answered, 0 with a reason", "In progress")]

    open_first(desk)

    expected = ("form", ref, FormKind.LOADED, "slept", begun.draft.record_id)
    assert desk.navigator.opened[-1] == expected


def test_someone_elses_draft_is_taken_over_from_its_row(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    bench.share_cases()
    start_loaded_form(bench.work_as(TOMAS), ref, offer(bench).content_hash)
    desk = open_person(qtbot, bench, ref)
    assert rows(desk) == [("Sleep diary", "Tomas Specimen is working on it", "Waiting")]

    open_first(desk)
    assert desk.sees("take-over")
    desk.press("person-do")

    assert desk.navigator.opened[-1][2] is FormKind.LOADED


def test_a_signed_form_asks_why_it_changes(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    work = bench.work_as(ROSA)
    begun = start_loaded_form(work, ref, offer(bench).content_hash)
    say(work, begun, "slept", "yes")
    complete_form(work, begun.draft)
    visit = submit_visit(work, ref)
    sign_visit(confirmed(bench.work_as(NADIA)), ref, visit.visit_id)
    desk = open_person(qtbot, bench, ref)
    assert rows(desk)[0] == ("Sleep diary", "Signed off", "Done")

    open_first(desk)

    assert desk.sees("amend")
    assert desk.focus() == "amend-reason"


def test_a_form_that_cannot_be_used_says_so_before_anything_is_made(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    """It was current before this program knew better."""
    admin = bench.work_as(ADMIN)
    card = import_form(admin, NAME, data_of(with_expression("nonsense()")))
    me, now = admin.session.me.staff_id, bench.clock.now()
    stand = FormStand(card.form.content_hash, FormStanding.CURRENT, me, now)
    admin.session.forms.stand([stand])
    desk = open_person(qtbot, bench, ref)

    open_first(desk)

    [error] = desk.navigator.errors
    assert isinstance(error, KnownError)
    assert error.message_id == "form-use.cannot"
    assert bench.work_as(ROSA).session.journal.drafts() == ()


def test_answers_are_carried_to_a_newer_version_after_a_report(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    work = bench.work_as(ROSA)
    begun = start_loaded_form(work, ref, offer(bench).content_hash)
    say(work, begun, "slept", "yes")
    offer(bench, sleep_form("2.0.0"))
    desk = open_person(qtbot, bench, ref)
    assert [row[:2] for row in rows(desk)][1] == (
        "Carry answers to version 2.0.0",
        "Sleep diary, version 1.0.0",
    )

    desk.find("person-forms", RowList).rows()[1].setFocus()
    desk.key(Qt.Key.Key_Return)
    assert desk.sees("carry-reworded")
    assert not desk.sees("carry-left-behind")
    assert desk.focus() == "person-cancel"
    desk.press("person-do")

    drafts = {draft.record_id for draft in work.session.journal.drafts()}
    opened = desk.navigator.opened[-1]
    assert opened[2] is FormKind.LOADED
    assert len(drafts) == 2
    assert opened[-1] in drafts - {begun.draft.record_id}


def carried(bench: Bench, ref: EpisodeRef, version: str = "1.0.0") -> OpenForm:
    """A draft whose answers went on in a newer version."""
    work = bench.work_as(ROSA)
    begun = start_loaded_form(work, ref, offer(bench, sleep_form(version)).content_hash)
    say(work, begun, "slept", "yes")
    offer(bench, sleep_form("2.0.0"))
    repair_response(work, ref, begun.draft.record_id)
    return begun


def open_closed(desk: Desk) -> None:
    """Enter on the closed draft, which is the last of the case."""
    desk.find("person-forms", RowList).rows()[1].setFocus()
    desk.key(Qt.Key.Key_Return)


def test_a_draft_that_was_carried_over_can_be_read_and_gone_back_to(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    begun = carried(bench, ref)
    desk = open_person(qtbot, bench, ref)
    assert rows(desk)[1] == (
        "Sleep diary",
        "Answers carried over to version 2.0.0; closed, can be read",
        "Closed",
    )

    open_closed(desk)
    assert desk.sees("person-closed-draft")
    desk.press("person-do")

    assert desk.navigator.opened[-1][-1] == begun.draft.record_id
    assert [one.draft for one in drafts_of_episode(bench.work_as(ROSA), ref)] == [begun.draft]


@pytest.mark.parametrize(
    ("version", "words"),
    [("1.0.0", "Go back to version 1.0.0"), ("", "Go back to a version without a number")],
)
def test_the_way_back_names_the_version_in_words(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef, version: str, words: str
) -> None:
    carried(bench, ref, version)
    desk = open_person(qtbot, bench, ref)

    open_closed(desk)

    assert desk.find("person-do", Button).text() == words


def test_our_own_form_is_carried_to_the_version_of_the_site(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    work = bench.work_as(ROSA)
    begun = open_form(work, ref, FormKind.ASSESSMENT)
    say(work, begun, "safety-now.safe-here", "yes")
    make_current(bench, version_of("bedside-core"))
    desk = open_person(qtbot, bench, ref)
    assert rows(desk) == [("Carry answers to version 1.1.0", "Bedside core, version 1.0.0", "")]

    open_first(desk)
    desk.press("person-do")

    assert desk.navigator.opened[-1][:3] == ("form", ref, FormKind.ASSESSMENT)
    assert open_form(work, ref, FormKind.ASSESSMENT).questionnaire.version == "1.1.0"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_panel_of_a_closed_draft_passes_the_audit(
    qtbot: QtBot, qapp: QApplication, bench: Bench, ref: EpisodeRef, scale: float
) -> None:
    carried(bench, ref)
    desk = open_person(qtbot, bench, ref)
    open_closed(desk)
    problems = []

    for tokens in (LIGHT, DARK):
        apply_theme(qapp, Theme(tokens, scale))
        desk.rest()
        problems += audit_window(desk.view)

    assert problems == []


def test_rows_that_begin_a_form_are_told_apart_from_records(bench: Bench) -> None:
    assert not bench.ids.new_id().startswith(START)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_page_with_forms_passes_the_audit(
    qtbot: QtBot, qapp: QApplication, bench: Bench, ref: EpisodeRef, scale: float
) -> None:
    start_loaded_form(bench.work_as(ROSA), ref, offer(bench).content_hash)
    desk = open_person(qtbot, bench, ref)
    problems = []

    for tokens in (LIGHT, DARK):
        apply_theme(qapp, Theme(tokens, scale))
        desk.rest()
        problems += audit_window(desk.view)

    assert problems == []

"""The person page: where a case stands, where to go on, and what each step opens."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import KnownError
from desktop.records.attempt import AttemptOutcome
from desktop.records.episode import CloseReason
from desktop.records.erasure import person_reference
from desktop.records.form_record import FormKind
from desktop.records.room import CapacityResult, Presence
from desktop.services.close_case import close_case
from desktop.services.note_capacity import note_capacity
from desktop.services.note_room import note_room
from desktop.services.open_form import open_form
from desktop.services.ports import EpisodeRef
from desktop.services.sign_visit import sign_visit
from desktop.services.submit_visit import submit_visit
from desktop.views.forms.breakable import unbreakable
from desktop.views.person.timeline_panel import TimelinePanel
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from desktop.views.widgets.row_list import RowList
from desktop.views.widgets.wrap_label import WrapLabel
from tests.services.bench import NADIA, ROSA, TOMAS, Bench, confirmed
from tests.services.filling import completed, say
from tests.support.qt_audit import audit_window
from tests.views.person.desk import Desk, open_person
from tests.views.worklist.crowd import Crowd

ASSESSMENT = FormKind.ASSESSMENT


@pytest.fixture
def ref(bench: Bench) -> EpisodeRef:
    """Somebody who was reached."""
    crowd = Crowd(bench)
    crowd.arrives("Maple 12", "ED 7", 305, "es")
    crowd.tried("Maple 12", AttemptOutcome.ASLEEP_OR_SEDATED, 75)
    crowd.tried("Maple 12", AttemptOutcome.ENGAGED, 30)
    return crowd.refs["Maple 12"]


def room_is_noted(bench: Bench, ref: EpisodeRef) -> None:
    """Private, with an interpreter, able to decide."""
    work = bench.work_as(ROSA)
    note_room(work, ref, frozenset({Presence.INTERPRETER}), True)
    note_capacity(work, ref, CapacityResult.PRESENT)


def is_signed(bench: Bench, ref: EpisodeRef) -> None:
    """The assessment is complete, sent and signed off."""
    completed(bench.work_as(ROSA), ref)
    visit = submit_visit(bench.work_as(ROSA), ref)
    sign_visit(confirmed(bench.work_as(NADIA)), ref, visit.visit_id)


def next_words(desk: Desk) -> tuple[str, str]:
    """The title of Next and the primary button."""
    return desk.words("person-next-title"), desk.words("person-go")


def step(desk: Desk, kind: str) -> tuple[str, str]:
    """Summary and state of a step."""
    item = desk.find("person-steps", RowList).row(kind).item
    return item.second, item.right


def test_focus_starts_on_the_step_that_is_next(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    desk = open_person(qtbot, bench, ref)

    assert desk.focus() == "person-steps-assessment"
    assert desk.navigator.title == "Maple 12"
    assert step(desk, "contact")[1] == "Done"
    assert step(desk, "assessment") == ("Short questions, danger first", "Not started")
    assert next_words(desk) == ("Start the bedside core", "Start the bedside core")


def test_a_person_nobody_reached_is_to_be_reached(qtbot: QtBot, bench: Bench) -> None:
    ref = Crowd(bench).arrives("Fern 21", "ED 8", 30)
    desk = open_person(qtbot, bench, ref)
    assert next_words(desk) == ("Reach the person", "Log attempt")

    desk.press("person-go")

    assert desk.sees("person-attempt")


def test_a_draft_is_resumed_at_its_question(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    Crowd(bench, {"Maple 12": ref}).begins_assessment("Maple 12")
    desk = open_person(qtbot, bench, ref)
    assert next_words(desk) == ("Finish the bedside core", "Resume the bedside core")
    assert desk.words("person-next-words") == "Stopped in Safety now. 2 of 23 answered"

    desk.press("person-go")

    assert desk.navigator.opened == [("form", ref, ASSESSMENT, "safety-now.safe-here")]


def test_arrows_and_enter_open_steps(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    desk = open_person(qtbot, bench, ref)

    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)

    assert desk.navigator.opened == [
        ("form", ref, ASSESSMENT, None),
        ("consents", ref),
        ("form", ref, FormKind.SAFETY_PLAN, None),
        ("needs", ref),
    ]


def test_an_open_alert_comes_before_everything(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    work = bench.work_as(ROSA)
    say(work, open_form(work, ref, ASSESSMENT), "how-you-are.ending-life", "yes")

    desk = open_person(qtbot, bench, ref)

    assert next_words(desk) == ("Tell a clinician now", "Open the alert")
    assert step(desk, "assessment")[1] == "Alert open"


def test_what_is_complete_is_sent_and_then_waits(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    completed(bench.work_as(ROSA), ref)
    desk = open_person(qtbot, bench, ref)
    assert step(desk, "assessment")[0] == "Complete, not sent to review yet"

    desk.press("person-send")
    assert "Sent to review" in desk.navigator.messages[0].text
    assert step(desk, "assessment")[0] == "Complete, with the reviewer"
    assert not desk.sees("person-send")
    desk.press("person-steps-assessment")

    assert "with the reviewer now" in desk.navigator.messages[1].text
    assert desk.navigator.opened == []


def test_a_refused_submission_says_why(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    work = bench.work_as(ROSA)
    completed(work, ref)
    desk = open_person(qtbot, bench, ref)
    open_form(work, ref, FormKind.SAFETY_PLAN)

    desk.press("person-send")

    refusal = desk.navigator.errors[0]
    assert isinstance(refusal, KnownError)
    assert refusal.message_id == "submit.draft-open"


def test_a_returned_form_leads_to_its_comments(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    Crowd(bench, {"Maple 12": ref}).is_returned("Maple 12", "Who interpreted?")
    desk = open_person(qtbot, bench, ref)
    assert next_words(desk) == ("Answer the comments", "Open the comments")

    desk.press("person-go")

    assert desk.navigator.opened == [("form", ref, ASSESSMENT, None)]


def test_a_signed_form_changes_only_by_an_amendment_with_a_reason(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    is_signed(bench, ref)
    desk = open_person(qtbot, bench, ref)
    assert step(desk, "assessment")[0] == "Signed off"

    desk.press("person-steps-assessment")
    desk.press("person-do")
    assert "Say why the signed form changes" in desk.errors()[0]
    desk.key(Qt.Key.Key_M)
    desk.press("person-do")

    assert desk.navigator.opened == [("form", ref, ASSESSMENT, None)]
    assert open_form(bench.work_as(ROSA), ref, ASSESSMENT).amends == 1


def test_the_correction_of_a_signed_form_is_offered(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    is_signed(bench, ref)
    desk = open_person(qtbot, bench, ref)

    desk.press("person-amend")

    assert desk.focus() == "amend-reason"


def test_another_persons_draft_is_taken_over_only_after_a_yes(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    bench.share_cases()
    Crowd(bench, {"Maple 12": ref}).begins_assessment("Maple 12")
    desk = open_person(qtbot, bench, ref, who=TOMAS)
    assert step(desk, "assessment")[0] == "Rosa Sample is working on it"

    desk.press("person-steps-assessment")
    assert desk.navigator.opened == []
    desk.press("person-do")

    assert desk.navigator.opened == [("form", ref, ASSESSMENT, "safety-now.safe-here")]
    assert open_form(bench.work_as(TOMAS), ref, ASSESSMENT).resumed


def test_the_timeline_tells_days_apart(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    bench.clock.advance(timedelta(days=1).total_seconds())
    room_is_noted(bench, ref)

    desk = open_person(qtbot, bench, ref)

    panel = desk.find("person-timeline", TimelinePanel)
    shown = [label.text() for label in panel.findChildren(WrapLabel) if label.isVisible()]
    assert shown[0] == "So far"
    assert "2026-03-14" in shown
    assert shown.index("Reached, we talked") < shown.index("Today") < shown.index("Able to decide")


def test_a_closed_case_offers_nothing_new(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    close_case(bench.work_as(ROSA), ref, CloseReason.TRANSFERRED)
    desk = open_person(qtbot, bench, ref)

    for name in ("person-log", "person-close", "person-go", "person-send", "person-room-note"):
        assert not desk.sees(name)
    assert desk.words("person-next-title") == "This case is closed"
    assert desk.words("person-next-words").startswith("Transferred. ")
    desk.press("person-steps-contact")

    assert isinstance(desk.navigator.errors[0], KnownError)


def test_back_goes_to_the_worklist(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    desk = open_person(qtbot, bench, ref)

    desk.press("person-banner-back")

    assert desk.navigator.opened == [("worklist",)]


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_is_fit_for_keyboard_eyes_and_reader(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef, qapp: QApplication, language: str
) -> None:
    room_is_noted(bench, ref)
    is_signed(bench, ref)
    completed(bench.work_as(ROSA), ref, FormKind.SAFETY_PLAN)
    problems: list[str] = []
    desks: list[Desk] = []

    for tokens, scale, size in (
        (LIGHT, 1.0, (1366, 736)),
        # Tall enough that nothing is scrolled away: the audit compares places on the screen.
        (LIGHT, 2.0, (1366, 4000)),
        (DARK, 2.0, (1024, 4000)),
    ):
        apply_theme(qapp, Theme(tokens, scale))
        desk = open_person(qtbot, bench, ref, size=size, language=language)
        view: QWidget = desk.view
        problems += [f"{scale} {size}: {one}" for one in audit_window(view)]
        desks.append(desk)

    assert problems == []


@pytest.mark.parametrize(
    ("language", "said"), [("en", "questions to the privacy officer"), ("es", "encargada de la")]
)
def test_the_reference_for_the_privacy_officer_stands_on_the_page(
    qtbot: QtBot, bench: Bench, language: str, said: str
) -> None:
    ref = bench.new_case()

    desk = open_person(qtbot, bench, ref, language=language)

    assert said in desk.words("person-reference")
    assert unbreakable(person_reference(ref.person_id)) in desk.words("person-reference")

"""A draft is discarded from inside the interview, with a reason, and stays discarded."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.records.audit_event import AuditAction
from desktop.records.form_record import FormKind
from desktop.services.draft_journal import draft_of_form
from desktop.services.note_room import note_room
from desktop.services.read_person import read_person
from desktop.views.interview.discarding import DiscardBox
from tests.services.bench import ROSA, Bench
from tests.support.qt_audit import audit_window
from tests.views.interview.desk import InterviewDesk, open_desk

FOOD = "what-you-need.food"
HARD = "how-you-are.ending-life"


def asked(desk: InterviewDesk) -> DiscardBox:
    """Press the quiet button and wait for the question."""
    desk.press("interview-discard")
    desk.until(lambda: desk.has("interview-discard-box"))
    box = desk.find("interview-discard-box")
    assert isinstance(box, DiscardBox)
    return box


def is_there(desk: InterviewDesk) -> bool:
    """Whether the store has the draft."""
    return draft_of_form(desk.work, desk.ref, FormKind.ASSESSMENT) is not None


def test_a_reason_discards_the_draft_and_leads_to_the_person(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at=FOOD)
    desk.press(f"answer-{FOOD}-yes")
    box = asked(desk)
    lost = box.panel.warning.text_label.text()

    desk.press("interview-discarding-reason-person-asked")
    desk.press("interview-discard-do")
    desk.until(lambda: bool(desk.navigator.opened))
    desk.controller.flush()  # as the shell does when it leaves the screen
    desk.until(lambda: desk.runner.is_idle)

    assert "1 answer" in lost
    assert desk.navigator.opened == [("person", desk.ref)]
    assert AuditAction.DRAFT_DISCARDED in bench.actions()
    assert not is_there(desk)


def test_nothing_is_discarded_without_a_reason(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at=FOOD)
    desk.press(f"answer-{FOOD}-yes")
    box = asked(desk)

    desk.press("interview-discard-do")

    assert box.panel.reason_row.error == "Choose a reason."
    assert is_there(desk)


def test_keeping_it_goes_on_at_the_question(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at=FOOD)
    desk.press(f"answer-{FOOD}-yes")
    asked(desk)

    desk.press("interview-discard-keep")
    desk.press(f"answer-{FOOD}-no")
    desk.until_saved()

    focus = QApplication.focusWidget()
    assert not desk.has("interview-discard-box")
    assert focus is not None
    assert focus.objectName().startswith(f"answer-{FOOD}")
    assert FOOD in desk.answers()


def test_an_open_alert_holds_the_discard_up_and_the_draft_goes_on(
    qtbot: QtBot, bench: Bench
) -> None:
    ref = bench.new_case(ROSA)
    note_room(bench.work_as(ROSA), ref, frozenset(), private_now=True)
    desk = open_desk(qtbot, bench, ref=ref, at=HARD)
    desk.press(f"answer-{HARD}-yes")
    asked(desk)

    desk.press("interview-discarding-reason-start-again")
    desk.press("interview-discard-do")
    desk.until(lambda: bool(desk.navigator.errors))
    desk.press("interview-sections-what-you-need")
    desk.press(f"answer-{FOOD}-yes")
    desk.until_saved()

    assert [str(error) for error in desk.navigator.errors] == ["draft.alert-open"]
    assert FOOD in desk.answers()


def test_the_question_is_fit_for_keyboard_eyes_and_reader(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at=FOOD, size=(1278, 4_000))

    asked(desk)

    assert audit_window(desk.view) == []


def test_no_plan_today_is_noted_from_the_plan_with_its_reason(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, kind=FormKind.SAFETY_PLAN)

    desk.press("interview-no-plan")
    desk.until(lambda: desk.has("interview-discard-box"))
    desk.press("interview-no-planning-reason-declined")
    desk.press("interview-discard-do")
    desk.until(lambda: bool(desk.navigator.opened))

    steps = read_person(desk.work, desk.ref).steps
    assert "no-plan-today.declined" in [step.summary_id for step in steps]
    assert desk.navigator.opened == [("person", desk.ref)]
    assert "no plan today is noted" in desk.navigator.messages[-1].text


def test_an_assessment_has_no_such_button(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, at=FOOD)

    assert not desk.has("interview-no-plan")
